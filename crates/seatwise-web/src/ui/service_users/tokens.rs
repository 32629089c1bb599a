//! The tokens of a service user, on its page: made, shown once, revoked.

use askama::Template;
use axum::extract::{Path, State};
use seatwise_domain::authn::{ApiToken, NewToken};
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

/// The panel; nothing for people, and for those who administer no service users.
pub async fn panel(
    signed: &Signed,
    app: &App,
    user: &User,
    (secret, wrong): (Option<&str>, &Wrong),
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
    let action = shell.href(&format!("/users/{}/tokens", user.id));
    let line = |token: &ApiToken| Line {
        end: Some(format!("{action}/{}/revoke", token.id)),
        ..devices::token(shell, token)
    };
    Ok(Some(Block::of(&Panel {
        shell,
        tokens: tokens.iter().map(line).collect(),
        secret,
        active: user.state.holds_seat(),
        inputs: vec![
            field("token_name", shell.t("me-token-name"))
                .hint(shell.t("me-token-name-hint"))
                .autocomplete("off")
                .required()
                .error(wrong.at("token_name"))
                .into(),
            check("write", shell.t("me-token-write"), false)
                .hint(shell.t("me-token-write-hint"))
                .into(),
            field("days", shell.t("service-token-days"))
                .kind("number")
                .hint(shell.t("service-token-days-hint"))
                .optional(shell.t("form-optional"))
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
    let days: Option<u32> = form.days.trim().parse().ok();
    let new = NewToken {
        name: form.token_name,
        may_write: form.write.is_some(),
        days: days.filter(|days| (1..=3650).contains(days)),
    };
    match service::create_token(&app.db, &signed.caller, id, &new).await {
        Ok((_, secret)) => {
            users::show::with_token(signed, &app, id, (Some(&secret.shown), &Wrong::none())).await
        }
        Err(error @ ServiceError::Name(_)) => {
            let wrong = Wrong::of(&signed.shell, &error).moved("token_name");
            users::show::with_token(signed, &app, id, (None, &wrong)).await
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
