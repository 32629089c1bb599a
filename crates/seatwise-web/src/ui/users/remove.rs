//! Removing a person who has left: asked once, since there is no way back (Z84).

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authz::RemoveUsers;
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users::{self, UserState};

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
        .scope::<RemoveUsers>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, Some("user-remove")).await?;
    if user.state != UserState::Deactivated {
        return Err(signed.refuse(&problem::NOT_DEACTIVATED));
    }
    let shell = &signed.shell;
    let name = user.name.as_str();
    let left = users::pseudonym(id);
    let title = shell.t("remove-title").with("name", name);
    let asked = Asked::new(title, "/remove", "trash-2", shell.t("remove-button"))
        .danger()
        .line(shell.t("remove-goes"))
        .line(shell.t("remove-stays").with("left", left))
        .line(shell.t("remove-log"))
        .line(shell.t("remove-for-good"));
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
        .scope::<RemoveUsers>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, None).await?;
    users::anonymise(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("remove-done").name("name", &user.name);
    Ok(signed.go("/users?status=deactivated", &flash))
}
