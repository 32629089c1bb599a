//! Resetting somebody's password: asked once, then sessions end and a mail goes out.

use axum::extract::{Path, State};
use axum::response::Response;
use seatwise_domain::ids::UserId;
use seatwise_domain::users::{self, User};
use serde::Deserialize;

use super::head::{self, who};
use crate::app::App;
use crate::cookies::Flash;
use crate::frame::{hue, picture};
use crate::parts::{self, Size, area};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{FormPage, Panel, Posted};

/// Why.
#[derive(Debug, Deserialize)]
pub struct Reason {
    #[serde(default)]
    reason: String,
}

/// What will happen.
pub async fn form(mut signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    let user = head::load(&mut signed, id, Some("user-reset-password")).await?;
    Ok(page(&signed, &user))
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

fn page(signed: &Signed, user: &User) -> Response {
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let title = shell.t("reset-user-title").with("name", user.name.as_str());
    let mut page = FormPage::new(
        shell,
        title,
        at("/reset-password"),
        shell.t("reset-user-button"),
        at(""),
    );
    page.lead = Some(who(user));
    let circle = parts::face(&user.name, hue(user.id), Size::Medium, false);
    page.face = Some(circle.picture(picture(shell, user).as_deref()));
    page.icon = "key-round";
    let lines = [
        shell.t("reset-user-sessions").to_string(),
        shell.t("reset-user-deleted").to_string(),
        shell
            .t("reset-user-mail")
            .with("name", user.name.as_str())
            .to_string(),
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
    signed.page(&page)
}
