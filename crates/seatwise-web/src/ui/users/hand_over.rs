//! "Manage their leads": handing over later, for people who have left and for long absences; and its undo.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Query;
use seatwise_domain::handover::{self, HandOverCommand, ManageError};
use seatwise_domain::ids::{EventId, UserId};
use seatwise_domain::problem;
use seatwise_domain::users::User;
use serde::Deserialize;

use super::deactivate::{Around, around};
use super::flow::{Choice, Choose, FlowForm, FlowPage, heirs, ticks};
use super::handed::receiver;
use super::head::{self, Head, first_name, who};
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{Posted, Wrong};

/// The form.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Query(form): Query<FlowForm>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-manage-leads")).await?;
    let around = around(&signed, &app, id).await?;
    Ok(show(&signed, &user, &around, &form, &Wrong::none()))
}

/// Moves the leads.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<FlowForm>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-manage-leads")).await?;
    let around = around(&signed, &app, id).await?;
    let Choice::Give(to) = form.choice() else {
        let wrong = Wrong::of_kind(&signed.shell, &problem::HEIR_NEEDED);
        return Ok(show(&signed, &user, &around, &form, &wrong));
    };
    let command = HandOverCommand {
        from: id,
        to,
        stages: form.stages(&around.counts),
        reason: form.reason.clone(),
        expected: None,
    };
    match handover::manage(&app.db, &signed.caller, &command).await {
        Ok(done) => {
            let name = receiver(&signed.shell, &done);
            let undo = signed.shell.href(&format!("/hand-overs/{}/undo", done.id));
            let flash = Flash::new("handover-toast")
                .count(done.total)
                .name("name", name)
                .more("handover-toast-text")
                .undo(undo);
            Ok(signed.go(&format!("/users/{id}"), &flash))
        }
        Err(error @ (ManageError::Denied(_) | ManageError::NoSuchUser | ManageError::Store(_))) => {
            Err(signed.fail(&error))
        }
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            Ok(show(&signed, &user, &around, &form, &wrong))
        }
    }
}

/// Where to go after an undo.
#[derive(Debug, Deserialize)]
pub struct UndoForm {
    #[serde(default)]
    reason: String,
    next: Option<String>,
}

/// Gives back what nobody touched since (D2).
pub async fn undo(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, EventId)>,
    Posted(form): Posted<UndoForm>,
) -> Answer {
    let done = handover::undo(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("handover-undo-started");
    let otherwise = match &done.from {
        Some(person) => format!("/users/{}", person.id),
        None => "/leads/unassigned".to_owned(),
    };
    Ok(signed.back(form.next.as_deref(), &otherwise, &flash))
}

fn show(signed: &Signed, user: &User, around: &Around, form: &FlowForm, wrong: &Wrong) -> Response {
    let shell = &signed.shell;
    let t = |key: &str| shell.t(key).to_string();
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let open = around.open();
    let page = FlowPage {
        shell,
        title: shell
            .t("handover-title")
            .with("name", user.name.as_str())
            .to_string(),
        head: Head::plain(shell, user),
        who: who(user),
        steps: Vec::new(),
        step: 0,
        notes: wrong.note(shell, &["to", "reason"]).into_iter().collect(),
        method: "post",
        action: at("/hand-over"),
        kept: vec![("chosen", "yes".to_owned())],
        affected: None,
        choose: Some(Choose {
            question: shell.t("handover-question").with("count", open).to_string(),
            leads: form.leads.clone().unwrap_or_else(|| "to".to_owned()),
            to_text: shell
                .t("deactivate-to-text")
                .with("count", open)
                .to_string(),
            heirs: heirs(shell, &around.people, form, user.id).error(wrong.at("to")),
            leave_label: shell
                .t("deactivate-leave")
                .with("name", first_name(&user.name))
                .to_string(),
            stages: ticks(shell, &around.counts, form),
            unassigned_text: shell
                .t("deactivate-unassigned-text")
                .with("count", around.unassigned)
                .to_string(),
            later_text: None,
        }),
        confirm: None,
        button: t("handover-button"),
        final_step: false,
        back: None,
        cancel: at(""),
        after: vec![
            ("history", t("deactivate-after-notes")),
            ("undo-2", t("deactivate-after-undo")),
        ],
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}
