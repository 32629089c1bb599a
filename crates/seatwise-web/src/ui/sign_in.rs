//! Signing in and out, and the way from the bare address to an account.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use seatwise_domain::authn::{self, SignIn, SignInError};
use seatwise_domain::authz::Source;
use seatwise_domain::problem;
use serde::Deserialize;

use super::failure::Answer;
use super::form::{BareForm, Posted, Wrong};
use super::preferences::local;
use super::setup;
use crate::cookies::{self, Flash};
use crate::parts::{Note, Tone, field, hidden, note};
use crate::signed::Signed;
use crate::visitor::Visitor;

/// What was typed.
#[derive(Debug, Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    next: Option<String>,
}

/// Where somebody wants to go.
#[derive(Debug, Default, Deserialize)]
pub struct Wish {
    next: Option<String>,
}

/// The form.
pub async fn form(
    visitor: Visitor,
    axum::extract::Query(wish): axum::extract::Query<Wish>,
) -> Answer {
    if setup::is_open(&visitor).await? {
        return Ok(setup::pointer(&visitor));
    }
    let done = visitor
        .take_flash()
        .map(|flash| note(Tone::Success, "circle-check", visitor.shell.t(&flash.key)).arrived());
    Ok(page(
        &visitor,
        StatusCode::OK,
        "",
        wish.next.as_deref(),
        done,
    ))
}

/// Signs in and leads to where the person wanted to go.
pub async fn submit(visitor: Visitor, Posted(form): Posted<SignInForm>) -> Answer {
    let next = form.next.as_deref();
    let name = form.email.trim().to_lowercase();
    if let Err(wait) = visitor.app.limits.sign_in(&name, &visitor.address) {
        return Err(visitor
            .refuse(&problem::TOO_MANY_TRIES)
            .retry_after(wait.seconds()));
    }
    let command = SignIn {
        name: form.email.clone(),
        password: form.password,
        account: account_of(next),
        agent: visitor.agent.clone(),
        address: visitor.address.clone(),
        source: Source::Page,
    };
    match authn::sign_in(&visitor.app.db, &command).await {
        Ok(done) => {
            let home = format!("/a/{}/", done.slug);
            let to = next
                .map(|next| local(Some(next)))
                .filter(|next| next.starts_with(&home))
                .unwrap_or(&home);
            let mut answer = Redirect::to(to).into_response();
            let transport = visitor.app.site.transport();
            cookies::set_session(&mut answer, transport, &done.slug, &done.secret.shown);
            Ok(answer)
        }
        Err(SignInError::PasswordDue(link)) => {
            let to = format!("/reset/{}", link.shown);
            Ok(visitor.go(&to, Some(&Flash::new("reset-own-first"))))
        }
        Err(error) => {
            let wrong = Wrong::of(&visitor.shell, &error);
            if wrong.code() != Some("sign-in-failed") {
                return Err(visitor.fail(&error));
            }
            let note = wrong.note(&[]);
            Ok(page(
                &visitor,
                StatusCode::UNPROCESSABLE_ENTITY,
                &form.email,
                next,
                note,
            ))
        }
    }
}

/// Ends the session on the server and takes the cookie away.
pub async fn sign_out(signed: Signed) -> Answer {
    authn::sign_out(&signed.app.db, &signed.caller, &signed.session)
        .await
        .map_err(|error| signed.fail(&error))?;
    let transport = signed.app.site.transport();
    let mut answer = Redirect::to("/sign-in").into_response();
    cookies::drop_session(&mut answer, transport, &signed.shell.account.slug);
    Flash::new("signin-out").set(&mut answer, transport);
    Ok(answer)
}

/// The bare address: to an account of this browser, to the sign-in page, or to the first set-up.
pub async fn start(visitor: Visitor) -> Response {
    match visitor.accounts().first() {
        Some(slug) => Redirect::to(&format!("/a/{slug}/")).into_response(),
        None => Redirect::to("/sign-in").into_response(),
    }
}

/// The start of an account: people for who administers them, leads for everybody else.
pub async fn home(signed: Signed) -> Response {
    let section = signed
        .shell
        .admin
        .first()
        .filter(|_| signed.shell.admin.len() > 1)
        .or(signed.shell.work.first())
        .map_or("/me", |entry| entry.section.path());
    Redirect::to(&signed.shell.href(section)).into_response()
}

/// The account that an address names: `/a/acme/users` is of `acme`.
fn account_of(next: Option<&str>) -> Option<String> {
    let rest = next?.strip_prefix("/a/")?;
    let slug = rest.split(['/', '?']).next()?;
    (!slug.is_empty()).then(|| slug.to_owned())
}

fn page(
    visitor: &Visitor,
    status: StatusCode,
    email: &str,
    next: Option<&str>,
    note: Option<Note>,
) -> Response {
    let shell = &visitor.shell;
    let mut inputs = vec![
        field("email", shell.t("signin-email"))
            .value(email)
            .autocomplete("username")
            .max(254)
            .required()
            .focus()
            .into(),
        field("password", shell.t("signin-password"))
            .kind("password")
            .autocomplete("current-password")
            .max(1000)
            .required()
            .into(),
    ];
    if let Some(next) = next {
        inputs.push(hidden("next", local(Some(next))));
    }
    let page = BareForm {
        shell,
        title: shell.t("signin-title").to_string(),
        lead: next.map(|_| shell.t("signin-again").to_string()),
        note,
        action: "/sign-in".to_owned(),
        inputs,
        button: Some(shell.t("signin-button").to_string()),
        links: vec![(
            "/sign-in/forgot".to_owned(),
            shell.t("signin-forgot").to_string(),
        )],
    };
    crate::render::page(status, &page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_account() {
        assert_eq!(
            account_of(Some("/a/acme/users?q=1")).as_deref(),
            Some("acme")
        );
        assert_eq!(account_of(Some("/a/acme")).as_deref(), Some("acme"));
        assert_eq!(account_of(Some("/sign-in")), None);
        assert_eq!(account_of(None), None);
    }
}
