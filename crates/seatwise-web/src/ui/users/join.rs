//! Takes a person into a team, from the person's page.

use axum::extract::{Path, State};
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::{problem, teams};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// Into which team.
#[derive(Debug, Deserialize)]
pub struct Join {
    #[serde(default)]
    team: String,
    leads: Option<String>,
    #[serde(default)]
    reason: String,
}

/// Takes him in.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Join>,
) -> Answer {
    let team = ids::parse(&form.team).map_err(|_| signed.refuse(&problem::TEAM_UNKNOWN))?;
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
