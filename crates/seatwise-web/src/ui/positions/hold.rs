//! Gives a person a position, from the person's page.

use axum::extract::{Path, State};
use seatwise_domain::ids::UserId;
use seatwise_domain::moves::Move;
use seatwise_domain::positions;
use serde::Deserialize;

use super::tree::read;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;
use crate::ui::moves::{Question, ask};

/// Which position; empty for none.
#[derive(Debug, Deserialize)]
pub struct Hold {
    #[serde(default)]
    position: String,
    #[serde(default)]
    reason: String,
    confirmed: Option<String>,
}

/// Gives it; asked first, where anybody gains or loses by it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Hold>,
) -> Answer {
    let position = read(&signed, &form.position)?;
    if form.confirmed.is_none() {
        let planned = Move {
            reason: form.reason.clone(),
            ..Move::onto(position)
        };
        let question = Question {
            action: &format!("/users/{id}/position"),
            cancel: signed.shell.href(&format!("/users/{id}/edit")),
            kept: vec![("position".to_owned(), form.position.clone())],
            again: false,
        };
        if let Some(page) = ask(&mut signed, id, &planned, question).await? {
            return Ok(page);
        }
    }
    positions::hold(&app.db, &signed.caller, id, position, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("positions-saved");
    Ok(signed.go(&format!("/users/{id}/edit"), &flash))
}
