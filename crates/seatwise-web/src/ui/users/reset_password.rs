//! Resetting somebody's password: asked once, then sessions end and a mail goes out.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authz::ResetPasswords;
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
pub async fn form(mut signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    signed
        .caller
        .scope::<ResetPasswords>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, Some("user-reset-password")).await?;
    users::may_be_reset(&signed.caller, &user).map_err(|error| signed.fail(&error))?;
    let shell = &signed.shell;
    let name = user.name.as_str();
    let title = shell.t("reset-user-title").with("name", name);
    let button = shell.t("reset-user-button");
    let asked = Asked::new(title, "/reset-password", "key-round", button)
        .line(shell.t("reset-user-sessions"))
        .line(shell.t("reset-user-deleted"))
        .line(shell.t("reset-user-mail").with("name", name));
    Ok(asked.page(&signed, StatusCode::OK, &user))
}

/// Does it.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    users::reset_by_admin(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("reset-user-done");
    Ok(signed.go(&format!("/users/{id}"), &flash))
}
