//! What is done to a team: another name, people in, who leads.

use axum::extract::{Path, State};
use seatwise_domain::ids::{self, TeamId, UserId};
use seatwise_domain::moves::Move;
use seatwise_domain::problem;
use seatwise_domain::teams::{self, RenameTeamError};
use serde::Deserialize;

use super::show::{TeamQuery, render};
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::moves::{Question, ask};

/// Another name.
#[derive(Debug, Deserialize)]
pub struct Name {
    #[serde(default)]
    name: String,
}

/// Somebody who joins a team, or leads it from now on.
#[derive(Debug, Deserialize)]
pub struct Member {
    #[serde(default)]
    user: String,
    leads: Option<String>,
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

/// Gives the team another name.
pub async fn rename(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, TeamId)>,
    Posted(form): Posted<Name>,
) -> Answer {
    match teams::rename(&app.db, &signed.caller, id, &form.name).await {
        Ok(_) => Ok(signed.go(&format!("/teams/{id}"), &Flash::new("teams-saved"))),
        Err(error @ (RenameTeamError::Name(_) | RenameTeamError::Taken)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let query = TeamQuery::default();
            render(
                &mut signed,
                &app,
                id,
                &query,
                Some(form.name.as_str()),
                &wrong,
            )
            .await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Takes somebody in, or changes whether he leads; asked first, where anybody gains or loses by it.
pub async fn add(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, TeamId)>,
    Posted(form): Posted<Member>,
) -> Answer {
    let user = form.id(&signed)?;
    if form.confirmed.is_none() {
        let planned = Move {
            reason: form.reason.clone(),
            ..Move::into_team(id, form.leads.is_some())
        };
        let home = format!("/teams/{id}");
        let keep = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut kept = vec![keep("user", &form.user)];
        kept.extend(form.leads.iter().map(|on| keep("leads", on)));
        kept.extend(form.next.iter().map(|next| keep("next", next)));
        let question = Question {
            action: &format!("{home}/members"),
            cancel: signed.within(form.next.as_deref(), &home),
            kept,
            again: false,
        };
        if let Some(page) = ask(&mut signed, user, &planned, question).await? {
            return Ok(page);
        }
    }
    teams::add_members(
        &app.db,
        &signed.caller,
        id,
        &[user],
        form.leads.is_some(),
        &form.reason,
    )
    .await
    .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("teams-saved");
    Ok(signed.back(form.next.as_deref(), &format!("/teams/{id}"), &flash))
}
