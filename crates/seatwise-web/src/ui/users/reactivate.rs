//! Bringing somebody back on a free seat.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::ReactivateUsers;
use seatwise_domain::ids::UserId;
use seatwise_domain::seats;
use seatwise_domain::users::{self, User};
use serde::Deserialize;

use super::head::{self, who};
use crate::app::App;
use crate::cookies::Flash;
use crate::frame::{hue, picture};
use crate::parts::{self, Note, Size, Tab, area};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{FormPage, Panel, Posted, Wrong};

/// Why.
#[derive(Debug, Deserialize)]
pub struct Reason {
    #[serde(default)]
    reason: String,
}

/// What will happen.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-reactivate")).await?;
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
            let notes = wrong.note(&signed.shell, &[]).map(|note| note.link(buy));
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
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let title = shell.t("reactivate-title").with("name", user.name.as_str());
    let button = shell.t("reactivate-button");
    let mut page = FormPage::new(shell, title, at("/reactivate"), button, at(""));
    page.lead = Some(who(user));
    let circle = parts::face(&user.name, hue(user.id), Size::Medium, true);
    page.face = Some(circle.picture(picture(shell, user).as_deref()));
    page.icon = "rotate-ccw";
    page.notes = notes;
    let lines = [
        shell.t("reactivate-seat").with("free", free).to_string(),
        shell.t("reactivate-data").to_string(),
        shell.t("reactivate-password").to_string(),
    ];
    page.panels.push(Panel {
        title: shell.t("deactivate-after").to_string(),
        text: Some(lines.join(" ")),
        inputs: vec![
            area("reason", shell.t("edit-reason"), 2)
                .hint(shell.t("edit-reason-hint"))
                .optional(shell.t("form-optional"))
                .max(500)
                .into(),
        ],
        ..Panel::default()
    });
    Ok(signed.page_as(status, &page))
}
