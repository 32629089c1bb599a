//! Signing somebody out everywhere.

use axum::extract::{Path, State};
use seatwise_domain::ids::UserId;
use seatwise_domain::users;

use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;

/// Ends all sessions of a person.
pub async fn end(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
) -> Answer {
    users::end_sessions(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("user-sessions-ended");
    Ok(signed.go(&format!("/users/{id}"), &flash))
}
