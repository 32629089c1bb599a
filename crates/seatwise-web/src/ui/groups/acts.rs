//! What is done to a group: another name, people in and out.

use axum::extract::{Path, State};
use seatwise_domain::groups::{self, RenameGroupError};
use seatwise_domain::ids::{self, GroupId, UserId};
use seatwise_domain::problem;
use serde::Deserialize;

use super::show::{GroupQuery, render};
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};

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
        Err(error @ (RenameGroupError::Name(_) | RenameGroupError::Taken)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let (query, name) = (GroupQuery::default(), Some(form.name.as_str()));
            render(&mut signed, &app, id, &query, name, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Takes somebody in.
pub async fn add(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Member>,
) -> Answer {
    let user = form.id(&signed)?;
    groups::add_member(&app.db, &signed.caller, id, user, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("groups-saved");
    Ok(signed.back(form.next.as_deref(), &format!("/groups/{id}"), &flash))
}

/// Takes somebody out.
pub async fn take_out(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Member>,
) -> Answer {
    let user = form.id(&signed)?;
    groups::remove_member(&app.db, &signed.caller, id, user, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("groups-saved");
    Ok(signed.back(form.next.as_deref(), &format!("/groups/{id}"), &flash))
}
