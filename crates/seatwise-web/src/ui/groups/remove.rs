//! Removing a group: first what ends with it, then the removal.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authz::EditGroups;
use seatwise_domain::groups::{self, IfUsed, Removal};
use seatwise_domain::ids::GroupId;
use seatwise_domain::problem;

use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{FormPage, Panel, Posted};
use crate::ui::users::asked::{Reason, reason_field};

/// What will end.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
) -> Answer {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<EditGroups>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let removal = groups::preview(&mut tx, &scope, id).await.map_err(fail)?;
    drop(tx);
    let removal = removal.ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let (list, list_at) = (
        signed.shell.t("nav-groups").to_string(),
        signed.shell.href("/groups"),
    );
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(removal.group.name.as_str(), None);
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/groups/{id}{path}"));
    let title = shell
        .t("groups-remove-title")
        .with("name", removal.group.name.as_str());
    let button = shell.t("groups-remove");
    let mut page = FormPage::new(shell, title, at("/remove"), button, at(""));
    page.icon = "trash-2";
    page.danger = true;
    page.panels.push(Panel {
        title: shell.t("deactivate-after").to_string(),
        text: Some(shell.t("groups-remove-text").to_string()),
        facts: facts(shell, &removal),
        inputs: vec![reason_field(shell, "")],
        ..Panel::default()
    });
    Ok(signed.page_as(StatusCode::OK, &page))
}

fn facts(shell: &Shell, removal: &Removal) -> Vec<(String, String)> {
    let fact = |key: &str, count: u64| (shell.t(key).to_string(), shell.number(count));
    vec![
        fact("teams-col-members", removal.members),
        fact("sharing-ends-shares", removal.uses.shares),
        fact("sharing-ends-rules", removal.uses.rules),
        fact("sharing-ends-people", removal.uses.people),
    ]
}

/// Removes it, with what was shown.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    let removed = groups::remove(&app.db, &signed.caller, id, IfUsed::EndThem, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("groups-removed").name("name", &removed.group.name);
    Ok(signed.go("/groups", &flash))
}
