//! Taking an invitation back: asked once, then the person is gone and the seat free (P70).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authz::DeactivateUsers;
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users;

use super::asked::{Asked, Reason};
use super::{head, words};
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// What will happen.
pub async fn form(mut signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    signed
        .caller
        .scope::<DeactivateUsers>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, Some("user-cancel-invitation")).await?;
    if !user.state.is_waiting() {
        return Err(signed.refuse(&problem::NOT_PENDING));
    }
    let shell = &signed.shell;
    let name = user.name.as_str();
    let title = shell.t("cancel-invitation-title").with("name", name);
    let button = shell.t("cancel-invitation-button");
    let seat = words::seat_word(shell, user.seat_kind);
    let asked = Asked::new(title, "/cancel-invitation", "mail-x", button)
        .danger()
        .line(shell.t("cancel-invitation-link"))
        .line(shell.t("cancel-invitation-seat").with("seat", seat))
        .line(shell.t("cancel-invitation-gone").with("name", name));
    Ok(asked.page(&signed, StatusCode::OK, &user))
}

/// Does it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    signed
        .caller
        .scope::<DeactivateUsers>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, None).await?;
    users::cancel_invitation(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("cancel-invitation-done").name("name", &user.name);
    Ok(signed.go("/users", &flash))
}
