//! Takes a person into a team, from the person's page.

use axum::extract::{Path, State};
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::moves::Move;
use seatwise_domain::{problem, teams};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;
use crate::ui::moves::{Question, ask};

/// Into which team.
#[derive(Debug, Deserialize)]
pub struct Join {
    #[serde(default)]
    team: String,
    leads: Option<String>,
    #[serde(default)]
    reason: String,
    confirmed: Option<String>,
}

/// Takes him in; asked first, where anybody gains or loses by it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Join>,
) -> Answer {
    let team = ids::parse(&form.team).map_err(|_| signed.refuse(&problem::TEAM_UNKNOWN))?;
    if form.confirmed.is_none() {
        let planned = Move {
            reason: form.reason.clone(),
            ..Move::into_team(team, form.leads.is_some())
        };
        let mut kept = vec![("team".to_owned(), form.team.clone())];
        kept.extend(form.leads.iter().map(|on| ("leads".to_owned(), on.clone())));
        let question = Question {
            action: &format!("/users/{id}/teams"),
            cancel: signed.shell.href(&format!("/users/{id}/edit")),
            kept,
            again: false,
        };
        if let Some(page) = ask(&mut signed, id, &planned, question).await? {
            return Ok(page);
        }
    }
    teams::add_members(
        &app.db,
        &signed.caller,
        team,
        &[id],
        form.leads.is_some(),
        &form.reason,
    )
    .await
    .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(&format!("/users/{id}/edit"), &Flash::new("teams-saved")))
}
