//! Gives a person a position, from the person's page.

use axum::extract::{Path, State};
use seatwise_domain::ids::UserId;
use seatwise_domain::positions;
use serde::Deserialize;

use super::tree::read;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// Which position; empty for none.
#[derive(Debug, Deserialize)]
pub struct Hold {
    #[serde(default)]
    position: String,
    #[serde(default)]
    reason: String,
}

/// Gives it.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Hold>,
) -> Answer {
    let position = read(&signed, &form.position)?;
    positions::hold(&app.db, &signed.caller, id, position, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("positions-saved");
    Ok(signed.go(&format!("/users/{id}/edit"), &flash))
}
