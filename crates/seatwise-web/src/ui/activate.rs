//! Accepting an invitation: one click, a name, a password, and the person is in.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use seatwise_domain::authz::Source;
use seatwise_domain::problem;
use seatwise_domain::users::{self, Activate, ActivateError, Invitation};
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::form::{BareForm, Posted, Wrong};
use super::password::new_password;
use crate::cookies::{self, Flash};
use crate::locale::Lang;
use crate::parts::{choice, field, select};
use crate::visitor::{Visitor, own_language};

/// What was typed.
#[derive(Debug, Deserialize)]
pub struct ActivateForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    language: Option<String>,
}

/// The form behind the link. Following it changes nothing.
pub async fn form(mut visitor: Visitor, Path(token): Path<String>) -> Answer {
    let invitation = invitation(&mut visitor, &token).await?;
    let name = invitation.user.name.clone();
    Ok(page(&visitor, &token, &invitation, &name, &Wrong::none()))
}

/// Activates and signs in.
pub async fn submit(
    mut visitor: Visitor,
    Path(token): Path<String>,
    Posted(form): Posted<ActivateForm>,
) -> Answer {
    let command = Activate {
        token: token.clone(),
        name: form.name.clone(),
        password: form.password,
        language: form.language,
        agent: visitor.agent.clone(),
        address: visitor.address.clone(),
        source: Source::Page,
    };
    match users::activate(&visitor.app.db, &command).await {
        Ok(done) => {
            let mut answer = Redirect::to(&format!("/a/{}/", done.slug)).into_response();
            let transport = visitor.app.site.transport();
            cookies::set_session(&mut answer, transport, &done.slug, &done.secret.shown);
            Flash::new("activate-done").set(&mut answer, transport);
            Ok(answer)
        }
        Err(error @ (ActivateError::Name(_) | ActivateError::Password(_))) => {
            let invitation = invitation(&mut visitor, &token).await?;
            let wrong = Wrong::of(&visitor.shell, &error);
            Ok(page(&visitor, &token, &invitation, &form.name, &wrong))
        }
        Err(error) => Err(visitor.fail(&error)),
    }
}

/// The invitation, in the language of the person who got it unless this browser chose another.
async fn invitation(visitor: &mut Visitor, token: &str) -> Result<Invitation, Failure> {
    let mut tx = visitor
        .app
        .db
        .read()
        .await
        .map_err(|error| visitor.fail(&error))?;
    let found = users::invitation(&mut tx, token)
        .await
        .map_err(|error| visitor.fail(&error))?
        .ok_or_else(|| visitor.refuse(&problem::LINK_INVALID))?;
    drop(tx);
    if found.expired {
        return Err(visitor.refuse(&problem::LINK_EXPIRED));
    }
    let wanted = found
        .user
        .language
        .as_deref()
        .unwrap_or(&found.account.language);
    if own_language(&visitor.headers).is_none()
        && let Some(lang) = Lang::parse(wanted)
    {
        visitor.shell.lang = lang;
    }
    Ok(found)
}

fn page(
    visitor: &Visitor,
    token: &str,
    invitation: &Invitation,
    name: &str,
    wrong: &Wrong,
) -> Response {
    let shell = &visitor.shell;
    let languages = Lang::ALL
        .into_iter()
        .map(|lang| {
            let mut made = choice(lang.code(), lang.name());
            made.lang = Some(lang.tag());
            made
        })
        .collect();
    let email = invitation.user.email.clone().unwrap_or_default();
    let page = BareForm {
        shell,
        title: shell
            .t("activate-title")
            .with("account", invitation.account.name.as_str())
            .to_string(),
        lead: Some(
            shell
                .t("activate-lead")
                .with("email", email.as_str())
                .to_string(),
        ),
        note: wrong.note(&["name", "password"]),
        action: format!("/activate/{token}"),
        inputs: vec![
            field("name", shell.t("activate-name"))
                .value(name)
                .autocomplete("name")
                .required()
                .error(wrong.at("name"))
                .into(),
            new_password(visitor, wrong),
            select("language", shell.t("user-language"), languages)
                .chosen(shell.lang.code())
                .into(),
        ],
        button: Some(shell.t("activate-button").to_string()),
        links: Vec::new(),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    crate::render::page(status, &page)
}
