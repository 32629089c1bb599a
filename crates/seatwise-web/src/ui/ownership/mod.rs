//! Ownership of the account: the owner's page, and the page of whoever it is offered to.

mod answer;
mod panel;
mod show;

pub use panel::panel;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use seatwise_domain::authz::Key;
use seatwise_domain::users::ownership::Changes;

use super::failure::Failure;
use super::form::Wrong;
use crate::app::App;
use crate::parts::{Field, field};
use crate::role_words;
use crate::shell::Shell;
use crate::signed::Signed;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/ownership", get(show::page).post(show::offer))
        .route("/ownership/withdraw", post(show::withdraw))
        .route("/ownership/offer", get(answer::page))
        .route("/ownership/accept", post(answer::accept))
        .route("/ownership/decline", post(answer::decline))
}

/// What changes for both sides, in words.
#[derive(Template)]
#[template(path = "ownership/changes.html")]
struct Both<'a> {
    shell: &'a Shell,
    owner: String,
    loses: Vec<String>,
    candidate: String,
    gains: Vec<String>,
}

impl askama::filters::HtmlSafe for Both<'_> {}

impl<'a> Both<'a> {
    fn of(shell: &'a Shell, changes: &Changes) -> Self {
        let words = |keys: &[Key]| {
            let keys = keys.iter();
            keys.map(|key| role_words::permission(shell.lang, *key))
                .collect()
        };
        Self {
            shell,
            owner: changes.owner.name.clone(),
            loses: words(&changes.loses),
            candidate: changes.candidate.name.clone(),
            gains: words(&changes.gains),
        }
    }
}

/// The field for the own password, which proves that nobody else sits there.
fn password_field(shell: &Shell, wrong: &Wrong) -> Field {
    field("current", shell.t("me-password-now"))
        .kind("password")
        .autocomplete("current-password")
        .hint(shell.t("ownership-password-hint"))
        .max(1000)
        .required()
        .error(wrong.at("current"))
}

/// Passwords are guessed here no faster than at the sign-in.
fn limited(signed: &Signed) -> Result<(), Failure> {
    let me = signed.shell.me.id.as_str();
    match signed.app.limits.sign_in(me, me) {
        Ok(()) => Ok(()),
        Err(wait) => Err(signed
            .refuse(&seatwise_domain::problem::TOO_MANY_TRIES)
            .retry_after(wait.seconds())),
    }
}

fn status(wrong: &Wrong) -> StatusCode {
    if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}
