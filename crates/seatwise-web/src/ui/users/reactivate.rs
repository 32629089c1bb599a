//! Bringing somebody back on a free seat.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ReactivateUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::seats;
use seatwise_domain::users::{self, User};

use super::asked::{Asked, Reason};
use super::head;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Note, Tab};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::seats::title as seats_title;

/// What will happen.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-reactivate")).await?;
    head::touchable(&signed, &user, Key::ReactivateUsers).await?;
    page(&signed, &app, &user, StatusCode::OK, Vec::new()).await
}

/// Does it, or says that no seat is free.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    match users::reactivate(&app.db, &signed.caller, id, &form.reason).await {
        Ok(user) => {
            let flash = Flash::new("reactivate-done").name("name", &user.name);
            Ok(signed.go(&format!("/users/{id}"), &flash))
        }
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            if wrong.code() != Some("no-free-seat") {
                return Err(signed.fail(&error));
            }
            let user = head::load(&mut signed, id, Some("user-reactivate")).await?;
            let buy = Tab::new(signed.shell.href("/licences"), signed.shell.t("invite-buy"));
            let notes = wrong.note(&[]).map(|note| note.link(buy));
            let notes = notes.into_iter().collect();
            page(&signed, &app, &user, StatusCode::CONFLICT, notes).await
        }
    }
}

async fn page(
    signed: &Signed,
    app: &App,
    user: &User,
    status: StatusCode,
    notes: Vec<Note>,
) -> Result<Response, Failure> {
    let scope = signed
        .caller
        .scope::<ReactivateUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let free = seats::free(&mut tx, &scope, user.seat_kind)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    let shell = &signed.shell;
    let title = shell.t("reactivate-title").with("name", user.name.as_str());
    let button = shell.t("reactivate-button");
    let seat = shell
        .t("reactivate-seat")
        .with("kind", seats_title(shell, user.seat_kind))
        .with("free", free);
    let asked = Asked::new(title, "/reactivate", "rotate-ccw", button)
        .notes(notes)
        .line(seat)
        .line(shell.t("reactivate-data"))
        .line(shell.t("reactivate-password"));
    Ok(asked.page(signed, status, user))
}
