//! Somebody moves to another team or position: where to, which rights stay, and what that does, before it is
//! done (D7, P61). And how it is taken back.

mod check;
pub mod form;
mod records;
pub mod typed;
pub mod undo;
pub mod words;

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use seatwise_domain::ids::UserId;
use seatwise_domain::moves::{self, Move};
use seatwise_domain::users::User;

use crate::app::App;
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::Failure;
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::users::asked::reason_area;
use crate::ui::users::head;

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/users/{id}/move", get(form::page).post(form::submit))
        .route("/moves/{id}/undo", get(undo::page).post(undo::submit))
}

/// What is asked before a single step of somebody.
pub(in crate::ui) struct Question<'a> {
    /// Where the answer is sent, below the account.
    pub action: &'a str,
    /// Where Cancel leads.
    pub cancel: String,
    /// What goes along unseen.
    pub kept: Vec<(String, String)>,
    /// Whether there is a form to go back to.
    pub again: bool,
}

/// The page that asks before a move; none where nobody gains or loses anything by it.
pub(in crate::ui) async fn ask(
    signed: &mut Signed,
    user: UserId,
    planned: &Move,
    question: Question<'_>,
) -> Result<Option<Response>, Failure> {
    let seen = moves::preview(&signed.app.db, &signed.caller, user, planned)
        .await
        .map_err(|error| signed.fail(&error))?;
    if seen.effect.is_nothing() && !question.again {
        return Ok(None);
    }
    let person = head::load(signed, user, Some("moves-title")).await?;
    let shell = &signed.shell;
    let asked = asked(shell, &person, &planned.reason, question);
    let told = Foretold::of_access(shell, &seen.effect, &seen.changes);
    let page = foretold::page(signed, StatusCode::OK, asked, told);
    Ok(Some(page))
}

fn asked(shell: &Shell, person: &User, reason: &str, question: Question<'_>) -> Asked {
    Asked {
        title: shell
            .t("moves-check-title")
            .with("name", person.name.as_str())
            .to_string(),
        face: Some(head::circle(shell, person)),
        lead: shell.t("moves-check-lead").to_string(),
        action: shell.href(question.action),
        cancel: question.cancel,
        kept: question.kept,
        reason: Some(reason_area(shell, reason)),
        button: shell.t("edit-confirm").to_string(),
        icon: "check",
        again: question.again,
        ..Asked::default()
    }
}
