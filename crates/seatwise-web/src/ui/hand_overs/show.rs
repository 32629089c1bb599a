//! One hand-over: how far it came, what can be done about it, and the leads that stay.

use askama::Template;
use axum::extract::{Path, Query, State};
use seatwise_domain::authz::{AssignRecords, Key};
use seatwise_domain::handover::{self, HandOver, Kind, State as Progress};
use seatwise_domain::ids::EventId;
use seatwise_domain::problem;
use seatwise_domain::store::{Cursor, PageSize};
use serde::Deserialize;

use super::kept::{KeptLeads, kept_leads};
use super::notes::{self, giver, receiver};
use crate::app::App;
use crate::parts::{Note, Pager, Status};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::query::{Link, pager, shown_of};
use crate::ui::users::handed::result;

type Fact = (String, String, Option<String>);

#[derive(Template)]
#[template(path = "hand_overs/show.html")]
struct HandOverPage<'a> {
    shell: &'a Shell,
    title: String,
    who_when: String,
    status: Status,
    notes: Vec<Note>,
    kept: Option<KeptLeads>,
    pager: Option<Pager>,
    facts: Vec<Fact>,
    running: bool,
}

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct KeptQuery {
    page: Option<String>,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, EventId)>,
    Query(query): Query<KeptQuery>,
) -> Answer {
    let scope = signed
        .caller
        .records::<AssignRecords>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let mut tx = app.db.read().await.map_err(fail)?;
    let one = handover::show(&mut tx, &scope, id)
        .await
        .map_err(fail)?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let has_stopped = handover::has_stopped(&mut tx, &one).await.map_err(fail)?;
    let done = one.state == Progress::Done;
    let stays = if done {
        let size = PageSize::default();
        let page = handover::kept(&mut tx, &scope, &one, cursor.as_ref(), size);
        Some(page.await.map_err(fail)?)
    } else {
        None
    };
    drop(tx);
    let title = title(&signed.shell, &one);
    signed.shell.at(Section::Users).crumb(title.as_str(), None);
    let shell = &signed.shell;
    let caller = &signed.caller;
    let mut notes = Vec::new();
    if has_stopped {
        notes.extend(notes::stopped(shell, caller, &one));
    }
    notes.extend(notes::undo(shell, caller, &one, app.db.now()));
    let words = if one.kind == Kind::Undo || one.undone_by.is_some() {
        "handover-kept-title"
    } else {
        "handover-kept-would"
    };
    let link = Link::new(shell.href(&format!("/hand-overs/{id}")));
    let page = HandOverPage {
        shell,
        who_when: format!(
            "{} · {}",
            one.created_by.as_ref().map_or_else(
                || shell.t("audit-actor-operator").to_string(),
                |person| person.name.clone()
            ),
            shell.moment(&one.created_at)
        ),
        title,
        status: result(shell, &one),
        notes,
        kept: stays
            .as_ref()
            .and_then(|page| kept_leads(shell, page, words, None)),
        pager: stays
            .as_ref()
            .filter(|page| page.next.is_some() || page.previous.is_some())
            .map(|page| {
                let shown = shown_of(shell, page.items.len(), page.total);
                pager(shell, &link, page, shown, ("pager-previous", "pager-next"))
            }),
        facts: facts(shell, &one, caller.can(Key::ViewAudit)),
        running: !done && !has_stopped,
    };
    Ok(signed.page(&page))
}

fn title(shell: &Shell, one: &HandOver) -> String {
    let (key, name) = match one.kind {
        Kind::HandOver => ("handover-page-to", receiver(shell, one)),
        Kind::Undo => ("handover-page-back", giver(shell, one)),
    };
    shell.t(key).with("name", name).to_string()
}

fn facts(shell: &Shell, one: &HandOver, may_audit: bool) -> Vec<Fact> {
    let person = |person: &Option<seatwise_domain::records::Person>| {
        person
            .as_ref()
            .map(|person| shell.href(&format!("/users/{}", person.id)))
    };
    let mut facts = vec![
        (
            shell.t("handover-col-from").to_string(),
            giver(shell, one),
            person(&one.from),
        ),
        (
            shell.t("handover-col-to").to_string(),
            receiver(shell, one),
            person(&one.to),
        ),
        (
            shell.t("handover-col-done").to_string(),
            shell.number(one.moved),
            None,
        ),
    ];
    let others = [
        (one.undo_of, "handover-undo-of"),
        (one.undone_by, "handover-undone-by"),
    ];
    for (other, key) in others {
        if let Some(other) = other {
            let href = shell.href(&format!("/hand-overs/{other}"));
            let words = shell.t("handover-show-other").to_string();
            facts.push((shell.t(key).to_string(), words, Some(href)));
        }
    }
    if may_audit {
        facts.push((
            shell.t("audit-id").to_string(),
            one.id.to_string(),
            Some(shell.href(&format!("/audit/{}", one.id))),
        ));
    }
    facts
}
