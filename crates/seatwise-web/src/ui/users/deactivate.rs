//! Deactivating a leaver in three steps: what is affected, what becomes of the leads, confirm.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::extract::Query;
use seatwise_domain::audit::REASON_MAX;
use seatwise_domain::authz::{AssignRecords, DeactivateUsers, Key, Level, ViewUsers};
use seatwise_domain::handover::Receiver;
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::records::{self, Choosable, Context, StageCount};
use seatwise_domain::users::{
    self, Deactivate, DeactivateError, HandOverChoice, Reference, ReferenceKind, User,
};

use super::flow::{Choice, Choose, Confirm, FlowForm, FlowPage, heirs, ticks};
use super::head::{self, Head, first_name, who};
use super::plan;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Note, Step, area};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::pick;
use crate::ui::query::Link;

/// What the steps show.
pub(super) struct Around {
    pub counts: Vec<StageCount>,
    pub references: Vec<Reference>,
    pub people: Choosable,
    pub unassigned: u64,
}

impl Around {
    pub(super) fn count(&self, kind: ReferenceKind) -> u64 {
        self.references
            .iter()
            .find(|reference| reference.kind == kind)
            .map_or(0, |reference| reference.count)
    }

    pub(super) fn open(&self) -> u64 {
        self.counts
            .iter()
            .filter(|count| !count.stage.state.is_closed())
            .map(|count| count.count)
            .sum()
    }

    /// The name of the receiver.
    pub(super) fn receiver(&self) -> String {
        let chosen = self.people.chosen.as_ref();
        chosen.map(|person| person.name.clone()).unwrap_or_default()
    }
}

/// A step; nothing is written before the last one is sent.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Query(form): Query<FlowForm>,
) -> Answer {
    signed
        .caller
        .scope::<DeactivateUsers>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, Some("user-deactivate")).await?;
    refuse_early(&signed, &user)?;
    head::touchable(&signed, &user, Key::DeactivateUsers).await?;
    let around = around(&signed, &app, id, &form).await?;
    let step = if form.find.is_some() {
        2
    } else {
        form.step.unwrap_or(1).clamp(1, 3)
    };
    if step == 3 && form.choice() == Choice::Nobody {
        let wrong = Wrong::of_kind(&signed.shell, &problem::HEIR_NEEDED);
        return Ok(show(&signed, &user, &around, &form, 2, &wrong));
    }
    Ok(show(&signed, &user, &around, &form, step, &Wrong::none()))
}

/// Does it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<FlowForm>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-deactivate")).await?;
    let around = around(&signed, &app, id, &form).await?;
    let hand_over = match form.choice() {
        Choice::Give(Receiver::User(heir)) => HandOverChoice::To(heir),
        Choice::Give(Receiver::Unassigned) => HandOverChoice::Unassign,
        Choice::Later => HandOverChoice::Later,
        Choice::Nobody => {
            let wrong = Wrong::of_kind(&signed.shell, &problem::HEIR_NEEDED);
            return Ok(show(&signed, &user, &around, &form, 2, &wrong));
        }
    };
    let command = Deactivate {
        user: id,
        hand_over,
        stages: form.stages(&around.counts),
        reason: form.reason.clone(),
        expected: form.expected,
    };
    match users::deactivate(&app.db, &signed.caller, &command).await {
        Ok(done) => {
            let mut flash = Flash::new("deactivate-done").name("name", &done.user.name);
            if let Some(hand_over) = done.hand_over.filter(|done| done.total > 0) {
                flash = flash.more("handover-toast-text").undo(
                    signed
                        .shell
                        .href(&format!("/hand-overs/{}/undo", hand_over.id)),
                );
            }
            Ok(signed.go(&format!("/users/{id}"), &flash))
        }
        Err(error @ DeactivateError::HandOver(_)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            Ok(show(&signed, &user, &around, &form, 2, &wrong))
        }
        // The page that comes back shows what it would do now.
        Err(error @ (DeactivateError::Changed { .. } | DeactivateError::Reason(_))) => {
            let wrong = Wrong::of(&signed.shell, &error);
            Ok(show(&signed, &user, &around, &form, 3, &wrong))
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Who cannot be deactivated is refused before the first step.
fn refuse_early(signed: &Signed, user: &User) -> Result<(), Failure> {
    let kind = if signed.caller.user() == Some(user.id) {
        &problem::IS_SELF
    } else if user.level == Level::Owner {
        &problem::IS_OWNER
    } else if !user.state.holds_seat() {
        &problem::ALREADY_DEACTIVATED
    } else {
        return Ok(());
    };
    Err(signed.refuse(kind))
}

pub(super) async fn around(
    signed: &Signed,
    app: &App,
    id: UserId,
    form: &FlowForm,
) -> Result<Around, Failure> {
    let fail = |error| signed.fail(&error);
    let users_scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let scope = signed
        .caller
        .records::<AssignRecords>()
        .map_err(|error| signed.fail(&error))?;
    let viewing = signed
        .caller
        .records::<seatwise_domain::authz::ViewRecords>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    Ok(Around {
        counts: records::of_user(&mut tx, &scope, id).await.map_err(fail)?,
        references: users::references(&mut tx, &users_scope, id)
            .await
            .map_err(fail)?,
        people: records::choosable(
            &mut tx,
            &scope,
            Context::HandOver,
            Some(&form.to_q),
            form.receiver(),
        )
        .await
        .map_err(fail)?,
        unassigned: records::unassigned(&mut tx, &viewing)
            .await
            .map_err(fail)?
            .number,
    })
}

fn show(
    signed: &Signed,
    user: &User,
    around: &Around,
    form: &FlowForm,
    step: u8,
    wrong: &Wrong,
) -> Response {
    let shell = &signed.shell;
    let t = |key: &str| shell.t(key).to_string();
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let moves = form.moves(&around.counts);
    let mut page = FlowPage {
        shell,
        title: shell
            .t("deactivate-title")
            .with("name", user.name.as_str())
            .to_string(),
        head: Head::plain(shell, user),
        who: who(user),
        steps: steps(shell, user, form, step),
        step: usize::from(step) - 1,
        notes: note_of(wrong),
        method: "get",
        action: at("/deactivate"),
        kept: Vec::new(),
        affected: None,
        choose: None,
        confirm: None,
        button: t("step-continue"),
        final_step: false,
        destructive: false,
        back: None,
        cancel: at(""),
        after: plan::after(shell, user, around, form),
    };
    match step {
        1 => {
            let next = if around.counts.iter().any(|count| count.count > 0) {
                "2"
            } else {
                page.kept.push(("leads", "later".to_owned()));
                "3"
            };
            page.kept.push(("step", next.to_owned()));
            if next == "2" {
                page.kept.extend(form.kept());
            }
            page.affected = Some(plan::affected(signed, user, around));
        }
        2 => {
            page.kept.push(("step", "3".to_owned()));
            page.kept.push(("chosen", "yes".to_owned()));
            page.choose = Some(choose(signed, user, around, form, wrong));
            page.back = Some(back_to(shell, user, form, 1));
        }
        _ => {
            page.method = "post";
            page.kept = form.kept();
            if let Choice::Give(_) = form.choice() {
                page.kept.push(("expected", moves.to_string()));
            }
            page.final_step = true;
            page.destructive = true;
            page.confirm = Some(Confirm {
                facts: plan::facts(shell, user, around, form),
                reason: area("reason", t("edit-reason"), 2)
                    .value(&form.reason)
                    .hint(t("edit-reason-hint"))
                    .optional(t("form-optional"))
                    .max(REASON_MAX)
                    .error(wrong.at("reason")),
            });
            page.button = match form.choice() {
                Choice::Give(_) if moves > 0 => shell
                    .t("deactivate-button-to")
                    .with("count", moves)
                    .to_string(),
                _ => shell
                    .t("deactivate-button")
                    .with("name", user.name.as_str())
                    .to_string(),
            };
            page.back = Some(back_to(shell, user, form, 2));
        }
    }
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}

fn note_of(wrong: &Wrong) -> Vec<Note> {
    wrong.note(&["to", "reason"]).into_iter().collect()
}

fn steps(shell: &Shell, user: &User, form: &FlowForm, step: u8) -> Vec<Step> {
    let names = [
        "deactivate-step-affected",
        "deactivate-step-hand-over",
        "deactivate-step-confirm",
    ];
    names
        .iter()
        .zip(1_u8..)
        .map(|(key, number)| Step {
            label: shell.t(key).to_string(),
            href: (number < step).then(|| back_to(shell, user, form, number)),
        })
        .collect()
}

/// An earlier step with everything that was chosen.
fn back_to(shell: &Shell, user: &User, form: &FlowForm, step: u8) -> String {
    let path = shell.href(&format!("/users/{}/deactivate", user.id));
    let mut link = Link::new(path).with("step", Some(&step.to_string()));
    for (name, value) in form.kept() {
        link = link.with(name, Some(&value));
    }
    link.address()
}

fn choose(signed: &Signed, user: &User, around: &Around, form: &FlowForm, wrong: &Wrong) -> Choose {
    let shell = &signed.shell;
    let open = around.open();
    let name = first_name(&user.name);
    Choose {
        question: shell
            .t("deactivate-question")
            .with("count", open)
            .to_string(),
        leads: form.leads.clone().unwrap_or_else(|| "to".to_owned()),
        to_text: shell
            .t("deactivate-to-text")
            .with("count", open)
            .to_string(),
        heirs: heirs(shell, &around.people, form, user.id).error(wrong.at("to")),
        finder: pick::search(shell, &around.people, "to_q", &form.to_q),
        leave_label: shell
            .t("deactivate-leave")
            .with("name", name.as_str())
            .to_string(),
        stages: ticks(shell, &around.counts, form),
        unassigned_text: shell
            .t("deactivate-unassigned-text")
            .with("count", around.unassigned)
            .to_string(),
        later_text: Some(
            shell
                .t("deactivate-later-text")
                .with("name", name.as_str())
                .to_string(),
        ),
    }
}
