//! Signing somebody out everywhere: asked once, with the number of sessions that end.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authn;
use seatwise_domain::authz::{Key, ResetPasswords};
use seatwise_domain::ids::UserId;
use seatwise_domain::users;

use super::asked::{Asked, Reason};
use super::head;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// What will happen.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
) -> Answer {
    let scope = signed
        .caller
        .scope::<ResetPasswords>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, Some("user-sign-out-everywhere")).await?;
    head::touchable(&signed, &user, Key::ResetPasswords).await?;
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let open = authn::sessions(&mut tx, scope.tenant(), id)
        .await
        .map_err(fail)?;
    drop(tx);
    let shell = &signed.shell;
    let title = shell
        .t("sessions-end-title")
        .with("name", user.name.as_str());
    let button = shell.t("user-sign-out-everywhere");
    let asked = Asked::new(title, "/sessions/end", "log-out", button)
        .line(shell.t("sessions-end-count").with("count", open.len()))
        .line(shell.t("sessions-end-stays"));
    Ok(asked.page(&signed, StatusCode::OK, &user))
}

/// Ends all sessions of a person.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    let ended = users::end_sessions(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, None).await?;
    let flash = Flash::new("sessions-ended")
        .count(ended)
        .name("name", &user.name);
    Ok(signed.go(&format!("/users/{id}"), &flash))
}
