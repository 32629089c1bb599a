//! A forgotten password: asking for the link, and choosing a new one with it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::problem;
use seatwise_domain::users::{self, ResetError};
use serde::Deserialize;

use super::failure::Answer;
use super::form::{BareForm, Posted, Wrong};
use crate::cookies::Flash;
use crate::parts::{Input, Note, Tone, field, note};
use crate::visitor::Visitor;

/// Whose password.
#[derive(Debug, Deserialize)]
pub struct ForgotForm {
    #[serde(default)]
    email: String,
}

/// The new one.
#[derive(Debug, Deserialize)]
pub struct ResetForm {
    #[serde(default)]
    password: String,
}

/// Asks for the address.
pub async fn forgot(visitor: Visitor) -> Response {
    forgot_page(&visitor, None)
}

/// Sends the link; the answer is the same whoever is asked for (AB-064).
pub async fn send(visitor: Visitor, Posted(form): Posted<ForgotForm>) -> Answer {
    let name = form.email.trim().to_lowercase();
    if let Err(wait) = visitor.app.limits.mail(&name, &visitor.address) {
        return Err(visitor
            .refuse(&problem::TOO_MANY_TRIES)
            .retry_after(wait.seconds()));
    }
    visitor.app.mail_reset_link(form.email);
    let done = note(Tone::Success, "mail-check", visitor.shell.t("forgot-sent")).arrived();
    Ok(forgot_page(&visitor, Some(done)))
}

/// The form behind the link.
pub async fn form(visitor: Visitor, Path(token): Path<String>) -> Answer {
    let mut tx = visitor
        .app
        .db
        .read()
        .await
        .map_err(|error| visitor.fail(&error))?;
    users::reset_link(&mut tx, &token)
        .await
        .map_err(|error| visitor.fail(&error))?;
    drop(tx);
    let told = visitor
        .take_flash()
        .map(|flash| note(Tone::Info, "key-round", visitor.shell.t(&flash.key)).arrived());
    Ok(reset_page(&visitor, &token, &Wrong::none(), told))
}

/// Keeps the new password and ends all sessions.
pub async fn submit(
    visitor: Visitor,
    Path(token): Path<String>,
    Posted(form): Posted<ResetForm>,
) -> Answer {
    match users::reset(&visitor.app.db, &token, &form.password).await {
        Ok(()) => Ok(visitor.go("/sign-in", Some(&Flash::new("reset-done")))),
        Err(error @ ResetError::Password(_)) => {
            let wrong = Wrong::of(&visitor.shell, &error);
            Ok(reset_page(&visitor, &token, &wrong, None))
        }
        Err(error) => Err(visitor.fail(&error)),
    }
}

fn forgot_page(visitor: &Visitor, note: Option<Note>) -> Response {
    let shell = &visitor.shell;
    let page = BareForm {
        shell,
        title: shell.t("forgot-title").to_string(),
        lead: Some(shell.t("forgot-lead").to_string()),
        note,
        action: "/sign-in/forgot".to_owned(),
        inputs: vec![
            field("email", shell.t("user-email"))
                .kind("email")
                .autocomplete("username")
                .max(254)
                .required()
                .focus()
                .into(),
        ],
        button: Some(shell.t("forgot-button").to_string()),
        links: vec![("/sign-in".to_owned(), shell.t("signin-back").to_string())],
    };
    crate::render::page(StatusCode::OK, &page)
}

fn reset_page(visitor: &Visitor, token: &str, wrong: &Wrong, told: Option<Note>) -> Response {
    let shell = &visitor.shell;
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = BareForm {
        shell,
        title: shell.t("reset-title").to_string(),
        lead: Some(shell.t("reset-lead").to_string()),
        note: wrong.note(&["password"]).or(told),
        action: format!("/reset/{token}"),
        inputs: vec![new_password(visitor, wrong)],
        button: Some(shell.t("reset-button").to_string()),
        links: Vec::new(),
    };
    crate::render::page(status, &page)
}

/// The input of a new password with its rule.
pub fn new_password(visitor: &Visitor, wrong: &Wrong) -> Input {
    let shell = &visitor.shell;
    field("password", shell.t("password-new"))
        .kind("password")
        .autocomplete("new-password")
        .hint(shell.t("password-rule"))
        .max(256)
        .required()
        .error(wrong.at("password"))
        .into()
}
