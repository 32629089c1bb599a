//! The tokens of a service user, on its page: made, shown once, revoked.

use askama::Template;
use axum::extract::{Path, State};
use seatwise_domain::authn::{ApiToken, NewToken, TokenError};
use seatwise_domain::authz::Key;
use seatwise_domain::ids::{TokenId, UserId};
use seatwise_domain::users::User;
use seatwise_domain::users::service::{self, ServiceError};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Input, check, field};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::devices::{self, Line};
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Block, Posted, Wrong};
use crate::ui::users;

/// A token.
#[derive(Debug, Default, Deserialize)]
pub struct TokenForm {
    #[serde(default)]
    token_name: String,
    write: Option<String>,
    #[serde(default)]
    days: String,
}

#[derive(Template)]
#[template(path = "service_users/tokens.html")]
struct Panel<'a> {
    shell: &'a Shell,
    action: String,
    tokens: Vec<Line>,
    secret: Option<&'a str>,
    active: bool,
    inputs: Vec<Input>,
}

/// What the panel shows besides the tokens: a new secret, or what was typed and what is wrong with it.
#[derive(Default)]
pub struct Shown<'a> {
    secret: Option<&'a str>,
    form: TokenForm,
    pub(in crate::ui) wrong: Wrong,
}

/// The panel; nothing for people, and for those who administer no service users.
pub async fn panel(
    signed: &Signed,
    app: &App,
    user: &User,
    shown: &Shown<'_>,
) -> Result<Option<Block>, Failure> {
    if !user.service || !signed.caller.can(Key::EditServiceUsers) {
        return Ok(None);
    }
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let tokens = service::tokens(&mut tx, &signed.caller, user.id)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    let shell = &signed.shell;
    let (form, wrong) = (&shown.form, &shown.wrong);
    let action = shell.href(&format!("/users/{}/tokens", user.id));
    let line = |token: &ApiToken| Line {
        end: Some(format!("{action}/{}/revoke", token.id)),
        ..devices::token(shell, token)
    };
    Ok(Some(Block::of(&Panel {
        shell,
        tokens: tokens.iter().map(line).collect(),
        secret: shown.secret,
        active: user.state.holds_seat(),
        inputs: vec![
            field("token_name", shell.t("me-token-name"))
                .value(&form.token_name)
                .hint(shell.t("me-token-name-hint"))
                .autocomplete("off")
                .required()
                .error(wrong.at("token_name"))
                .into(),
            check("write", shell.t("me-token-write"), form.write.is_some())
                .hint(shell.t("me-token-write-hint"))
                .into(),
            field("days", shell.t("service-token-days"))
                .kind("number")
                .value(&form.days)
                .hint(shell.t("service-token-days-hint"))
                .optional(shell.t("form-optional"))
                .error(wrong.at("days"))
                .into(),
        ],
        action,
    })))
}

/// Makes one; its secret is on the answer and nowhere else.
pub async fn create(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<TokenForm>,
) -> Answer {
    let new = NewToken {
        name: form.token_name.clone(),
        may_write: form.write.is_some(),
        // What is no number is refused like a number that is too high: never a token without an end.
        days: Some(form.days.trim())
            .filter(|days| !days.is_empty())
            .map(|days| days.parse().unwrap_or(u32::MAX)),
    };
    match service::create_token(&app.db, &signed.caller, id, &new).await {
        Ok((_, secret)) => {
            let shown = Shown {
                secret: Some(&secret.shown),
                ..Shown::default()
            };
            users::show::with_token(signed, &app, id, &shown).await
        }
        Err(ServiceError::Token(error @ (TokenError::Name(_) | TokenError::Days))) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let wrong = match error {
                TokenError::Name(_) => wrong.moved("token_name"),
                _ => wrong,
            };
            let shown = Shown {
                form,
                wrong,
                ..Shown::default()
            };
            users::show::with_token(signed, &app, id, &shown).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Revokes one.
pub async fn revoke(
    signed: Signed,
    State(app): State<App>,
    Path((_, id, token)): Path<(String, UserId, TokenId)>,
) -> Answer {
    service::revoke_token(&app.db, &signed.caller, id, token)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(&format!("/users/{id}"), &Flash::new("me-token-revoked")))
}
