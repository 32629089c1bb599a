//! The page that asks once before something is done to a person: who he is (J10), what happens, and why.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::audit::REASON_MAX;
use seatwise_domain::authz::{Caller, Permission};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem::{ProblemKind, ToProblem};
use seatwise_domain::store::Db;
use seatwise_domain::users::User;
use serde::Deserialize;

use super::head::{self, who};
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Field, Input, Note, area, hidden};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{FormPage, Panel, Posted};

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

/// What is done to one person after one question: by [`form`] and [`submit`].
pub trait Act: 'static {
    /// The right to do it.
    type Needs: Permission;
    /// Why it was not done.
    type Error: ToProblem + 'static;
    /// The words of the act in the person's menu.
    const MENU: &'static str;
    /// The words of what was done, with the person's name.
    const DONE: &'static str;

    /// Why it cannot be done to this person at present, so that nobody is asked in vain.
    fn refusal(caller: &Caller, user: &User) -> Option<&'static ProblemKind>;

    /// The question.
    fn question(shell: &Shell, user: &User) -> Asked;

    /// Does it.
    fn run(
        db: &Db,
        caller: &Caller,
        user: UserId,
        reason: &str,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Where to go on afterwards.
    fn next(user: UserId) -> String {
        format!("/users/{user}")
    }
}

/// What will happen.
pub async fn form<A: Act>(mut signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    signed
        .caller
        .scope::<A::Needs>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, Some(A::MENU)).await?;
    if let Some(kind) = A::refusal(&signed.caller, &user) {
        return Err(signed.refuse(kind));
    }
    head::touchable(&signed, &user, A::Needs::KEY).await?;
    let asked = A::question(&signed.shell, &user);
    Ok(asked.page(&signed, StatusCode::OK, &user))
}

/// Does it. The name is read before, since the act may take it away.
pub async fn submit<A: Act>(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    signed
        .caller
        .scope::<A::Needs>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, None).await?;
    A::run(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new(A::DONE).name("name", &user.name);
    Ok(signed.go(&A::next(id), &flash))
}

/// What is asked.
pub struct Asked {
    title: String,
    path: &'static str,
    elsewhere: Option<(String, String)>,
    button: String,
    icon: &'static str,
    danger: bool,
    lines: Vec<String>,
    notes: Vec<Note>,
    kept: Vec<Input>,
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
            elsewhere: None,
            button: button.to_string(),
            icon,
            danger: false,
            lines: Vec::new(),
            notes: Vec::new(),
            kept: Vec::new(),
        }
    }

    /// Something is taken away.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// A form that is sent to another address than one below the person's page, and where Cancel leads.
    pub fn sent_to(mut self, action: String, cancel: String) -> Self {
        self.elsewhere = Some((action, cancel));
        self
    }

    /// A value that goes with the form unseen.
    pub fn keep(mut self, name: &'static str, value: impl ToString) -> Self {
        self.kept.push(hidden(name, value.to_string()));
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
        let (action, cancel) = self.elsewhere.unwrap_or_else(|| (at(self.path), at("")));
        let mut page = FormPage::new(shell, self.title, action, self.button, cancel);
        page.lead = Some(who(user));
        page.face = Some(head::circle(shell, user));
        page.icon = self.icon;
        page.danger = self.danger;
        page.notes = self.notes;
        let mut inputs = self.kept;
        inputs.push(reason_field(shell, ""));
        page.panels.push(Panel {
            title: shell.t("deactivate-after").to_string(),
            text: Some(self.lines.join(" ")),
            inputs,
            ..Panel::default()
        });
        signed.page_as(status, &page)
    }
}
