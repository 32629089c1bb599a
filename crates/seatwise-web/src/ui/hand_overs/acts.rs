//! What is done to a hand-over by a button: taking it back, and going on with one that stopped.

use axum::extract::{Path, State};
use seatwise_domain::handover;
use seatwise_domain::ids::EventId;
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// Why, and where to go after it.
#[derive(Debug, Deserialize)]
pub struct UndoForm {
    #[serde(default)]
    reason: String,
    next: Option<String>,
}

/// Gives back what nobody touched since (D2). The undo can be taken back in turn.
pub async fn undo(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, EventId)>,
    Posted(form): Posted<UndoForm>,
) -> Answer {
    let done = handover::undo(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let undo = signed.shell.href(&format!("/hand-overs/{}/undo", done.id));
    let flash = Flash::new("handover-undo-started").undo(undo);
    // Leads of several owners have no leaver's page that could list what stays.
    let otherwise = match &done.from {
        Some(person) => format!("/users/{}", person.id),
        None => format!("/hand-overs/{}", done.id),
    };
    Ok(signed.back(form.next.as_deref(), &otherwise, &flash))
}

/// Where to go after it.
#[derive(Debug, Deserialize)]
pub struct ResumeForm {
    next: Option<String>,
}

/// Lets the rest move with the rights of who asks for it.
pub async fn resume(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, EventId)>,
    Posted(form): Posted<ResumeForm>,
) -> Answer {
    handover::resume(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("handover-resumed");
    Ok(signed.back(form.next.as_deref(), &format!("/hand-overs/{id}"), &flash))
}
