//! Another place in the tree, or the other kind: first who gains and who loses sight of whose leads, then the change.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use seatwise_domain::groups::{self, EditGroupError, GroupChange, GroupEdit};
use seatwise_domain::ids::GroupId;
use serde::Deserialize;

use super::list::{VISIBILITY, read};
use super::show::{GroupQuery, Typed, render};
use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{Posted, Wrong};
use crate::ui::users::asked::reason_area;

/// Where it goes, `top` or nothing for the top; and the kind, which only counts there.
#[derive(Debug, Default, Deserialize)]
pub struct Arrange {
    #[serde(default)]
    parent: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    reason: String,
}

impl Arrange {
    fn edit(&self, signed: &Signed) -> Result<GroupEdit, Failure> {
        let parent = read(signed, &self.parent)?;
        let chosen = parent.is_none() && !self.kind.is_empty();
        Ok(GroupEdit {
            parent: Some(parent),
            visible: chosen.then_some(self.kind == VISIBILITY),
            reason: self.reason.clone(),
            ..GroupEdit::default()
        })
    }
}

/// What the change would do.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Query(form): Query<Arrange>,
) -> Answer {
    let edit = form.edit(&signed)?;
    let (planned, effect) = match groups::foretell_edit(&app.db, &signed.caller, id, &edit).await {
        Ok(found) => found,
        Err(error) => return refused(&mut signed, &app, id, &form, &error).await,
    };
    let list = signed.shell.t("nav-groups").to_string();
    let list_at = signed.shell.href("/groups");
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(planned.group.name.as_str(), None);
    let shell = &signed.shell;
    let title = shell
        .t("groups-arrange-title")
        .with("name", planned.group.name.as_str());
    let keep = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let asked = Asked {
        title: title.to_string(),
        lead: shell.t("moves-check-lead").to_string(),
        facts: facts(shell, &planned),
        action: shell.href(&format!("/groups/{id}/arrange")),
        cancel: shell.href(&format!("/groups/{id}")),
        kept: vec![keep("parent", &form.parent), keep("kind", &form.kind)],
        reason: Some(reason_area(shell, &form.reason)),
        button: shell.t("groups-arrange-save").to_string(),
        icon: "check",
        ..Asked::default()
    };
    let told = Foretold::of_access(shell, &effect, &[]);
    Ok(foretold::page(&signed, StatusCode::OK, asked, told))
}

fn facts(shell: &Shell, planned: &GroupChange) -> Vec<(String, String)> {
    let place = |name: &Option<String>| {
        name.clone()
            .unwrap_or_else(|| shell.t("positions-top").to_string())
    };
    let kind = |word: &str| shell.t(&["groups-kind-", word].concat()).to_string();
    let fact = |key: &str, value: String| (shell.t(key).to_string(), value);
    let (before, after) = (&planned.before, &planned.group);
    let mut facts = Vec::new();
    if before.parent != after.parent {
        facts.push(fact("positions-move-from", place(&planned.from)));
        facts.push(fact("positions-move-to", place(&planned.to)));
    }
    if before.visible != after.visible {
        facts.push(fact("groups-kind-before", kind(before.kind())));
        facts.push(fact("groups-kind-after", kind(after.kind())));
    }
    facts.push(fact("groups-go-along", shell.number(planned.below)));
    facts.push(fact("teams-col-members", shell.number(planned.members)));
    facts
}

/// Changes it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Arrange>,
) -> Answer {
    let edit = form.edit(&signed)?;
    match groups::edit(&app.db, &signed.caller, id, &edit).await {
        Ok(_) => Ok(signed.go(&format!("/groups/{id}"), &Flash::new("groups-saved"))),
        Err(error) => refused(&mut signed, &app, id, &form, &error).await,
    }
}

/// The group's page with what is wrong, where it can be chosen otherwise.
async fn refused(
    signed: &mut Signed,
    app: &App,
    id: GroupId,
    form: &Arrange,
    error: &EditGroupError,
) -> Answer {
    use EditGroupError as E;
    if !matches!(
        error,
        E::Circle | E::ParentUnknown | E::KindAbove | E::Overlap(_)
    ) {
        return Err(signed.fail(error));
    }
    let wrong = Wrong::of(&signed.shell, error);
    let typed = Typed {
        parent: Some(form.parent.as_str()),
        kind: Some(form.kind.as_str()).filter(|kind| !kind.is_empty()),
        ..Typed::default()
    };
    render(signed, app, id, &GroupQuery::default(), typed, &wrong).await
}
