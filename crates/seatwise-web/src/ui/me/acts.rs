//! What a person changes about the own access.

use axum::extract::{Path, State};
use seatwise_domain::authn::{self, NewToken};
use seatwise_domain::ids::{SessionId, TokenId};
use seatwise_domain::users::{self, ChangePasswordError, EditProfile, ProfileError};
use serde::Deserialize;

use super::show::render;
use crate::app::App;
use crate::cookies::{self, Flash};
use crate::locale::Lang;
use crate::shell::Theme;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{Posted, Wrong};

/// The profile.
#[derive(Debug, Deserialize)]
pub struct ProfileForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    phone: String,
    language: Option<String>,
    // A list, since an empty field would else be the same as none: empty gives the zone back to the account.
    #[serde(default)]
    time_zone: Vec<String>,
    theme: Option<String>,
    keys: Option<String>,
}

/// The old and the new password.
#[derive(Debug, Deserialize)]
pub struct PasswordForm {
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
}

/// A token.
#[derive(Debug, Deserialize)]
pub struct TokenForm {
    #[serde(default)]
    token_name: String,
    write: Option<String>,
}

/// Keeps the profile, here and in this browser.
pub async fn profile(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<ProfileForm>,
) -> Answer {
    let command = EditProfile {
        name: Some(form.name),
        phone: Some(form.phone),
        language: form.language.clone(),
        time_zone: form.time_zone.first().cloned(),
        theme: form.theme.clone(),
    };
    match users::edit_profile(&app.db, &signed.caller, &command).await {
        Ok(_) => {
            let transport = app.site.transport();
            let mut answer = signed.go("/me", &Flash::new("me-saved"));
            if let Some(lang) = form.language.as_deref().and_then(Lang::parse) {
                cookies::set_choice(&mut answer, transport, "lang", lang.code());
            }
            if let Some(theme) = form.theme.as_deref().map(Theme::parse) {
                cookies::set_choice(&mut answer, transport, "theme", theme.name());
            }
            let keys = if form.keys.is_some() { "on" } else { "off" };
            cookies::set_choice(&mut answer, transport, "keys", keys);
            Ok(answer)
        }
        Err(error @ (ProfileError::Field(_) | ProfileError::TimeZone)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, &wrong, None).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Changes the password and ends the other sessions (AB-034).
pub async fn password(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<PasswordForm>,
) -> Answer {
    let me = signed.shell.me.id.clone();
    if let Err(wait) = app.limits.sign_in(&me, &me) {
        return Err(signed
            .refuse(&seatwise_domain::problem::TOO_MANY_TRIES)
            .retry_after(wait.seconds()));
    }
    let done = users::change_password(
        &app.db,
        &signed.caller,
        Some(&signed.session),
        &form.current,
        &form.password,
    )
    .await;
    match done {
        Ok(()) => Ok(signed.go("/me", &Flash::new("me-password-changed"))),
        Err(error @ (ChangePasswordError::WrongPassword | ChangePasswordError::Password(_))) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, &wrong, None).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Ends one of the own sessions.
pub async fn end_session(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, SessionId)>,
) -> Answer {
    authn::end(&app.db, &signed.caller, Some(id), None)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/me", &Flash::new("me-ended")))
}

/// Ends all own sessions but this one.
pub async fn end_others(signed: Signed, State(app): State<App>) -> Answer {
    authn::end(&app.db, &signed.caller, None, Some(signed.session.id))
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/me", &Flash::new("me-ended")))
}

/// Makes a token; its secret is on the answer and nowhere else.
pub async fn create_token(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<TokenForm>,
) -> Answer {
    let new = NewToken {
        name: form.token_name,
        may_write: form.write.is_some(),
        days: None,
    };
    match authn::create_token(&app.db, &signed.caller, &new).await {
        Ok((_, secret)) => render(&mut signed, &app, &Wrong::none(), Some(secret.shown)).await,
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error).moved("token_name");
            render(&mut signed, &app, &wrong, None).await
        }
    }
}

/// Revokes a token.
pub async fn revoke_token(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, TokenId)>,
) -> Answer {
    authn::revoke_token(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/me", &Flash::new("me-token-revoked")))
}
