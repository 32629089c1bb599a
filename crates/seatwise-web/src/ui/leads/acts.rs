//! What is done to one lead by a button: a note, another owner, another stage.

use axum::extract::{Path, State};
use seatwise_domain::handover::{self, Assign, Receiver, Which};
use seatwise_domain::ids::{self, RecordId};
use seatwise_domain::problem;
use seatwise_domain::records::{self, LeadChange, NoteError, StageKey};
use serde::Deserialize;

use super::{show, words};
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{Posted, Wrong};
use crate::ui::users::handed::receiver;

/// A note.
#[derive(Debug, Deserialize)]
pub struct NoteForm {
    #[serde(default)]
    text: String,
}

/// A receiver.
#[derive(Debug, Deserialize)]
pub struct AssignForm {
    #[serde(default)]
    to: String,
    next: Option<String>,
}

/// A stage.
#[derive(Debug, Deserialize)]
pub struct StageForm {
    #[serde(default)]
    stage: String,
    next: Option<String>,
}

/// Adds a note.
pub async fn note(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
    Posted(form): Posted<NoteForm>,
) -> Answer {
    match records::add_note(&app.db, &signed.caller, id, &form.text).await {
        Ok(_) => Ok(signed.go(&format!("/leads/{id}"), &Flash::new("leads-note-added"))),
        Err(error @ NoteError::Text) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let query = show::ShowQuery::default();
            show::render(&mut signed, &app, id, &query, &form.text, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Gives the lead to somebody else, or to nobody.
pub async fn assign(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
    Posted(form): Posted<AssignForm>,
) -> Answer {
    let Some(to) = read_receiver(&form.to) else {
        return Err(signed.refuse(&problem::HEIR_NEEDED));
    };
    let command = Assign {
        which: Which::These(vec![id]),
        to,
        reason: String::new(),
    };
    let done = handover::assign(&app.db, &signed.caller, &command)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("leads-assigned")
        .name("name", receiver(&signed.shell, &done))
        .undo(signed.shell.href(&format!("/hand-overs/{}/undo", done.id)));
    Ok(signed.back(form.next.as_deref(), &format!("/leads/{id}"), &flash))
}

/// Moves the lead to another stage.
pub async fn stage(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
    Posted(form): Posted<StageForm>,
) -> Answer {
    let Ok(stage) = form.stage.parse::<StageKey>() else {
        return Err(signed.refuse(&problem::STAGE_UNKNOWN));
    };
    let change = LeadChange {
        stage: Some(stage.clone()),
        ..LeadChange::default()
    };
    records::edit(&app.db, &signed.caller, id, &change)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("leads-moved").name("stage", words::stage_key(&signed.shell, &stage));
    Ok(signed.back(form.next.as_deref(), &format!("/leads/{id}"), &flash))
}

/// A person's id, or the word for the inbox.
pub(super) fn read_receiver(text: &str) -> Option<Receiver> {
    if text == "unassigned" {
        return Some(Receiver::Unassigned);
    }
    ids::parse(text).ok().map(Receiver::User)
}
