//! What a move does, before it is made, and where what is wrong with it is said.

use axum::http::StatusCode;
use seatwise_domain::moves::{self, Move, MoveError};

use super::form::{Known, render};
use super::typed::MoveForm;
use super::{Question, asked, records};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::Wrong;

/// What the move does, before it is made.
pub(super) async fn check_first(
    signed: &Signed,
    known: &Known,
    form: &MoveForm,
    planned: &Move,
    wrong: &Wrong,
) -> Answer {
    let (db, caller) = (&signed.app.db, &signed.caller);
    let seen = match moves::preview(db, caller, known.user.id, planned).await {
        Ok(seen) => seen,
        Err(error) => return refused(signed, known, form, error),
    };
    let shell = &signed.shell;
    let mut kept = form.kept();
    let mut facts = Vec::new();
    if let Some(preview) = &seen.hand_over {
        kept.push(("expected".to_owned(), preview.moves.to_string()));
        facts = records::facts(shell, known.people.as_ref(), form, preview);
    }
    let question = Question {
        action: &format!("/users/{}/move", known.user.id),
        cancel: shell.href(&format!("/users/{}", known.user.id)),
        kept,
        again: true,
    };
    let asked = Asked {
        notes: wrong.note(&["reason"]).into_iter().collect(),
        facts,
        ..asked(shell, &known.user, &planned.reason, question)
    };
    let told = Foretold::of_access(shell, &seen.effect, &seen.changes);
    Ok(foretold::page(signed, status_of(wrong), asked, told))
}

/// What can be put right on the form is said there.
pub(super) fn refused(signed: &Signed, known: &Known, form: &MoveForm, error: MoveError) -> Answer {
    match error {
        MoveError::Reason(_) | MoveError::HandOver(_) | MoveError::Nothing => {
            let wrong = Wrong::of(&signed.shell, &error);
            Ok(render(signed, known, form, &wrong))
        }
        error => Err(signed.fail(&error)),
    }
}

/// How a page answers on which something is wrong, or nothing.
pub(super) fn status_of(wrong: &Wrong) -> StatusCode {
    if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}
