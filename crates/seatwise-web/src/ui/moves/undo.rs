//! Taking a move back: what goes back and what stays, before it is done.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::ids::EventId;
use seatwise_domain::moves::{self, MoveUndoError};
use seatwise_domain::problem::ToProblem as _;
use serde::Deserialize;

use super::words;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{Posted, Wrong};
use crate::ui::users::asked::reason_area;
use crate::ui::users::head;

/// Why, and where to go after it.
#[derive(Debug, Default, Deserialize)]
pub struct UndoForm {
    #[serde(default)]
    reason: String,
    next: Option<String>,
    confirmed: Option<String>,
}

/// The page.
pub async fn page(mut signed: Signed, Path((_, id)): Path<(String, EventId)>) -> Answer {
    let form = UndoForm::default();
    ask(&mut signed, id, &form, &Wrong::none()).await
}

/// Takes it back once that is confirmed.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, EventId)>,
    Posted(form): Posted<UndoForm>,
) -> Answer {
    if form.confirmed.is_none() {
        return ask(&mut signed, id, &form, &Wrong::none()).await;
    }
    match moves::undo(&app.db, &signed.caller, id, &form.reason).await {
        Ok(undone) => {
            let person = undone.done.user;
            let name = person.as_ref().map_or("", |person| person.name.as_str());
            let flash = Flash::new("moves-undone").name("name", name);
            let otherwise = match &person {
                Some(person) => format!("/users/{}", person.id),
                None => format!("/audit/{}", undone.id),
            };
            Ok(signed.back(form.next.as_deref(), &otherwise, &flash))
        }
        Err(error @ MoveUndoError::Reason(_)) => {
            let wrong = Wrong::of_kind(&signed.shell, error.problem());
            ask(&mut signed, id, &form, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

async fn ask(signed: &mut Signed, id: EventId, form: &UndoForm, wrong: &Wrong) -> Answer {
    let seen = moves::preview_undo(&signed.app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    let Some(person) = seen.done.user.as_ref() else {
        return Err(signed.fail(&MoveUndoError::NothingLeft));
    };
    let person = head::load(signed, person.id, Some("moves-undo")).await?;
    let shell = &signed.shell;
    let by = seen.done.created_by.as_ref().map_or_else(
        || shell.t("audit-actor-operator").to_string(),
        |person| person.name.clone(),
    );
    let kept = form
        .next
        .iter()
        .map(|next| ("next".to_owned(), next.clone()));
    let asked = Asked {
        title: shell
            .t("moves-undo-title")
            .with("name", person.name.as_str())
            .to_string(),
        face: Some(head::circle(shell, &person)),
        lead: shell
            .t("moves-undo-lead")
            .with("name", by)
            .with("date", shell.moment(&seen.done.created_at))
            .to_string(),
        notes: wrong.note(&["reason"]).into_iter().collect(),
        facts: words::facts(shell, &seen.back, seen.records),
        action: shell.href(&format!("/moves/{id}/undo")),
        cancel: shell.href(&format!("/users/{}", person.id)),
        kept: kept.collect(),
        reason: Some(reason_area(shell, &form.reason).error(wrong.at("reason"))),
        button: shell.t("moves-undo").to_string(),
        icon: "undo-2",
        ..Asked::default()
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let told = Foretold::of_access(shell, &seen.effect, &seen.changes);
    Ok(foretold::page(signed, status, asked, told))
}
