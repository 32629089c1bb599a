//! The page that asks once before something is done to a person: who he is (J10), what happens, and why.

use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::audit::REASON_MAX;
use seatwise_domain::users::User;
use serde::Deserialize;

use super::head::who;
use super::words;
use crate::frame::{hue, picture};
use crate::parts::{self, Field, Input, Note, Size, area};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::form::{FormPage, Panel};

/// Why.
#[derive(Debug, Default, Deserialize)]
pub struct Reason {
    /// In the words of the person who does it; empty for none.
    #[serde(default)]
    pub reason: String,
}

/// The field for the reason; it stands in the audit log (J16).
pub fn reason_field(shell: &Shell, typed: &str) -> Input {
    reason_area(shell, typed).into()
}

/// The same for a place that needs more of it, such as an id of its own.
pub fn reason_area(shell: &Shell, typed: &str) -> Field {
    area("reason", shell.t("edit-reason"), 2)
        .value(typed)
        .hint(shell.t("edit-reason-hint"))
        .optional(shell.t("form-optional"))
        .max(REASON_MAX)
}

/// What is asked.
pub struct Asked {
    title: String,
    path: &'static str,
    button: String,
    icon: &'static str,
    danger: bool,
    lines: Vec<String>,
    notes: Vec<Note>,
}

impl Asked {
    /// A question whose form is sent to this address below the person's page.
    pub fn new(
        title: impl ToString,
        path: &'static str,
        icon: &'static str,
        button: impl ToString,
    ) -> Self {
        Self {
            title: title.to_string(),
            path,
            button: button.to_string(),
            icon,
            danger: false,
            lines: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Something is taken away.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// A sentence about what happens.
    pub fn line(mut self, line: impl ToString) -> Self {
        self.lines.push(line.to_string());
        self
    }

    /// What went wrong the last time.
    pub fn notes(mut self, notes: Vec<Note>) -> Self {
        self.notes = notes;
        self
    }

    /// The page.
    pub fn page(self, signed: &Signed, status: StatusCode, user: &User) -> Response {
        let shell = &signed.shell;
        let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
        let mut page = FormPage::new(shell, self.title, at(self.path), self.button, at(""));
        page.lead = Some(who(user));
        let off = words::is_off(user);
        let circle = parts::face(&user.name, hue(user.id), Size::Medium, off);
        page.face = Some(circle.picture(picture(shell, user).as_deref()));
        page.icon = self.icon;
        page.danger = self.danger;
        page.notes = self.notes;
        page.panels.push(Panel {
            title: shell.t("deactivate-after").to_string(),
            text: Some(self.lines.join(" ")),
            inputs: vec![reason_field(shell, "")],
            ..Panel::default()
        });
        signed.page_as(status, &page)
    }
}
