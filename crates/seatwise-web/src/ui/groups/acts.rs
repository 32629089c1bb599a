//! What is done to a group: another name, people in and out.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authz::Effect;
use seatwise_domain::groups::{self, EditGroupError, MembersError, Membership};
use seatwise_domain::ids::{self, GroupId, UserId};
use seatwise_domain::problem;
use serde::Deserialize;

use super::show::{GroupQuery, Typed, render};
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{Posted, Wrong};
use crate::ui::users::asked::reason_area;
use crate::ui::users::head;

/// Another name.
#[derive(Debug, Deserialize)]
pub struct Name {
    #[serde(default)]
    name: String,
}

/// Somebody of a group.
#[derive(Debug, Deserialize)]
pub struct Member {
    #[serde(default)]
    user: String,
    next: Option<String>,
    #[serde(default)]
    reason: String,
    confirmed: Option<String>,
}

impl Member {
    fn id(&self, signed: &Signed) -> Result<UserId, Failure> {
        ids::parse(&self.user).map_err(|_| signed.refuse(&problem::NOT_FOUND))
    }
}

/// Gives the group another name.
pub async fn rename(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Name>,
) -> Answer {
    match groups::rename(&app.db, &signed.caller, id, &form.name).await {
        Ok(_) => Ok(signed.go(&format!("/groups/{id}"), &Flash::new("groups-saved"))),
        Err(error @ (EditGroupError::Name(_) | EditGroupError::Taken)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let typed = Typed {
                name: Some(form.name.as_str()),
                ..Typed::default()
            };
            render(&mut signed, &app, id, &GroupQuery::default(), typed, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Takes somebody in; asked first, where anybody gains or loses by it.
pub async fn add(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Member>,
) -> Answer {
    member(&mut signed, &app, id, Membership::Joins, &form).await
}

/// Takes somebody out; asked first, where anybody gains or loses by it.
pub async fn take_out(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Member>,
) -> Answer {
    member(&mut signed, &app, id, Membership::Leaves, &form).await
}

async fn member(
    signed: &mut Signed,
    app: &App,
    id: GroupId,
    becomes: Membership,
    form: &Member,
) -> Answer {
    let user = form.id(signed)?;
    if form.confirmed.is_none() {
        match groups::foretell_member(&app.db, &signed.caller, id, user, becomes).await {
            Ok(effect) if effect.is_nothing() => {}
            Ok(effect) => return ask(signed, (id, user), becomes, form, &effect).await,
            Err(error) => return refused(signed, app, id, &error).await,
        }
    }
    let (db, caller, reason) = (&app.db, &signed.caller, &form.reason);
    let done = match becomes {
        Membership::Joins => groups::add_member(db, caller, id, user, reason).await,
        Membership::Leaves => groups::remove_member(db, caller, id, user, reason).await,
    };
    if let Err(error) = done {
        return refused(signed, app, id, &error).await;
    }
    let flash = Flash::new("groups-saved");
    Ok(signed.back(form.next.as_deref(), &format!("/groups/{id}"), &flash))
}

async fn ask(
    signed: &mut Signed,
    (id, user): (GroupId, UserId),
    becomes: Membership,
    form: &Member,
    effect: &Effect,
) -> Answer {
    let cancel = signed.within(form.next.as_deref(), &format!("/groups/{id}"));
    let person = head::load(signed, user, Some("nav-groups")).await?;
    let shell = &signed.shell;
    let leaves = match becomes {
        Membership::Joins => "",
        Membership::Leaves => "/remove",
    };
    let mut kept = vec![("user".to_owned(), form.user.clone())];
    kept.extend(
        form.next
            .iter()
            .map(|next| ("next".to_owned(), next.clone())),
    );
    let title = shell
        .t("moves-check-title")
        .with("name", person.name.as_str());
    let asked = Asked {
        title: title.to_string(),
        face: Some(head::circle(shell, &person)),
        lead: shell.t("moves-check-lead").to_string(),
        action: shell.href(&format!("/groups/{id}/members{leaves}")),
        cancel,
        kept,
        reason: Some(reason_area(shell, &form.reason)),
        button: shell.t("edit-confirm").to_string(),
        icon: "check",
        ..Asked::default()
    };
    let told = Foretold::of_access(shell, effect, &[]);
    Ok(foretold::page(signed, StatusCode::OK, asked, told))
}

/// The group's page with what is wrong, where it is the person's other visibility group.
async fn refused(signed: &mut Signed, app: &App, id: GroupId, error: &MembersError) -> Answer {
    if !matches!(error, MembersError::Elsewhere { .. }) {
        return Err(signed.fail(error));
    }
    let wrong = Wrong::of(&signed.shell, error);
    let (query, typed) = (GroupQuery::default(), Typed::default());
    render(signed, app, id, &query, typed, &wrong).await
}
