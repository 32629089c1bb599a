//! "Manage their leads": handing over later, for people who have left and for long absences.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Query;
use seatwise_domain::audit::REASON_MAX;
use seatwise_domain::handover::{self, HandOverCommand, ManageError};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users::User;

use super::deactivate::{Around, around};
use super::flow::{Choice, Choose, Confirm, FlowForm, FlowPage, heirs, ticks};
use super::handed::receiver;
use super::head::{self, Head, first_name, who};
use super::plan;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Step, area};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{Posted, Wrong};
use crate::ui::pick;
use crate::ui::query::Link;

/// The choice, or what it would do; nothing is written before the second step is sent.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Query(form): Query<FlowForm>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-manage-leads")).await?;
    let around = around(&signed, &app, id, &form).await?;
    let page = Flow {
        signed: &signed,
        user: &user,
        around: &around,
        form: &form,
    };
    if form.find.is_some() {
        return Ok(page.choose(&Wrong::none()));
    }
    Ok(match (form.step, form.choice()) {
        (Some(2), Choice::Give(_)) => page.confirm(&Wrong::none()),
        (Some(2), _) => page.choose(&Wrong::of_kind(&signed.shell, &problem::HEIR_NEEDED)),
        _ => page.choose(&Wrong::none()),
    })
}

/// Moves the leads.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<FlowForm>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-manage-leads")).await?;
    let around = around(&signed, &app, id, &form).await?;
    let page = Flow {
        signed: &signed,
        user: &user,
        around: &around,
        form: &form,
    };
    let Choice::Give(to) = form.choice() else {
        return Ok(page.choose(&Wrong::of_kind(&signed.shell, &problem::HEIR_NEEDED)));
    };
    let command = HandOverCommand {
        from: id,
        to,
        stages: form.stages(&around.counts),
        reason: form.reason.clone(),
        expected: form.expected,
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
        // The page that comes back shows what it would do now.
        Err(error @ (ManageError::Changed { .. } | ManageError::Reason(_))) => {
            Ok(page.confirm(&Wrong::of(&signed.shell, &error)))
        }
        Err(error @ ManageError::Plan(_)) => Ok(page.choose(&Wrong::of(&signed.shell, &error))),
    }
}

/// The two steps about one person.
struct Flow<'a> {
    signed: &'a Signed,
    user: &'a User,
    around: &'a Around,
    form: &'a FlowForm,
}

impl Flow<'_> {
    fn at(&self, path: &str) -> String {
        self.signed
            .shell
            .href(&format!("/users/{}{path}", self.user.id))
    }

    fn frame(&self, step: usize, wrong: &Wrong) -> FlowPage<'_> {
        let shell = &self.signed.shell;
        let t = |key: &str| shell.t(key).to_string();
        let mut back = Link::new(self.at("/hand-over"));
        for (name, value) in self.form.kept() {
            back = back.with(name, Some(&value));
        }
        let back = (step == 1).then(|| back.address());
        FlowPage {
            shell,
            title: shell
                .t("handover-title")
                .with("name", self.user.name.as_str())
                .to_string(),
            head: Head::plain(shell, self.user),
            who: who(self.user),
            steps: vec![
                Step {
                    label: t("deactivate-step-hand-over"),
                    href: back.clone(),
                },
                Step {
                    label: t("deactivate-step-confirm"),
                    href: None,
                },
            ],
            step,
            notes: wrong.note(&["to", "reason"]).into_iter().collect(),
            method: "get",
            action: self.at("/hand-over"),
            kept: Vec::new(),
            affected: None,
            choose: None,
            confirm: None,
            button: t("step-continue"),
            final_step: false,
            destructive: false,
            back,
            cancel: self.at(""),
            after: vec![
                ("history", t("deactivate-after-notes")),
                ("undo-2", t("deactivate-after-undo")),
            ],
        }
    }

    fn choose(&self, wrong: &Wrong) -> Response {
        let shell = &self.signed.shell;
        let open = self.around.open();
        let mut page = self.frame(0, wrong);
        page.kept = vec![("step", "2".to_owned()), ("chosen", "yes".to_owned())];
        page.choose = Some(Choose {
            question: shell.t("handover-question").with("count", open).to_string(),
            leads: self.form.leads.clone().unwrap_or_else(|| "to".to_owned()),
            to_text: shell
                .t("deactivate-to-text")
                .with("count", open)
                .to_string(),
            heirs: heirs(shell, &self.around.people, self.form, self.user.id).error(wrong.at("to")),
            finder: pick::search(shell, &self.around.people, "to_q", &self.form.to_q),
            leave_label: shell
                .t("deactivate-leave")
                .with("name", first_name(&self.user.name))
                .to_string(),
            stages: ticks(shell, &self.around.counts, self.form),
            unassigned_text: shell
                .t("deactivate-unassigned-text")
                .with("count", self.around.unassigned)
                .to_string(),
            later_text: None,
        });
        self.answer(&page, wrong)
    }

    fn confirm(&self, wrong: &Wrong) -> Response {
        let shell = &self.signed.shell;
        let mut page = self.frame(1, wrong);
        page.method = "post";
        page.kept = self.form.kept();
        let moves = self.form.moves(&self.around.counts);
        page.kept.push(("expected", moves.to_string()));
        page.final_step = true;
        page.confirm = Some(Confirm {
            facts: plan::facts(shell, self.user, self.around, self.form),
            reason: area("reason", shell.t("edit-reason").to_string(), 2)
                .value(&self.form.reason)
                .hint(shell.t("edit-reason-hint").to_string())
                .optional(shell.t("form-optional").to_string())
                .max(REASON_MAX)
                .error(wrong.at("reason")),
        });
        page.button = shell.t("handover-confirm").with("count", moves).to_string();
        self.answer(&page, wrong)
    }

    fn answer(&self, page: &FlowPage, wrong: &Wrong) -> Response {
        let status = if wrong.code().is_some() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        };
        self.signed.page_as(status, page)
    }
}
