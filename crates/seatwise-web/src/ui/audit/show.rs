//! One entry of the audit log: before and after, why, and undo where it is possible.

use askama::Template;
use axum::extract::{Path, State};
use seatwise_domain::audit::{self, Entry};
use seatwise_domain::authz::{AssignRecords, ViewAudit};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::handover::{self, HandOver, Undoable};
use seatwise_domain::ids::EventId;
use seatwise_domain::problem;

use super::list::actor;
use super::words::{self, Subject};
use crate::app::App;
use crate::parts::{Act, Note, Tone, note};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;

type Fact = (String, String, Option<String>);

#[derive(Template)]
#[template(path = "audit/show.html")]
struct EntryPage<'a> {
    shell: &'a Shell,
    what: String,
    who_when: String,
    notes: Vec<Note>,
    changes: Vec<Subject>,
    details: Vec<(String, String)>,
    facts: Vec<Fact>,
}

/// The entry.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, EventId)>,
) -> Answer {
    let scope = signed
        .caller
        .scope::<ViewAudit>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let entry = audit::find(&mut tx, &scope, id)
        .await
        .map_err(|error| signed.fail(&error))?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let hand_over = match signed.caller.records::<AssignRecords>() {
        Ok(records) => handover::show(&mut tx, &records, id)
            .await
            .map_err(|error| signed.fail(&error))?,
        Err(_) => None,
    };
    drop(tx);
    signed.shell.at(Section::Audit);
    let what = words::sentence(&signed.shell, &entry);
    signed.shell.crumb(&what, None);
    let shell = &signed.shell;
    let page = EntryPage {
        shell,
        who_when: format!("{} · {}", actor(shell, &entry), shell.moment(&entry.at)),
        what,
        notes: undo(shell, hand_over.as_ref(), app.db.now()),
        changes: words::values(shell, &entry.changes),
        details: details(shell, &entry),
        facts: facts(shell, &entry),
    };
    Ok(signed.page(&page))
}

/// Undo, as long as it is possible; the same as on the leaver's page.
fn undo(shell: &Shell, done: Option<&HandOver>, now: Timestamp) -> Vec<Note> {
    let Some(done) = done.filter(|done| done.undoable(now) == Undoable::Yes && done.moved > 0)
    else {
        return Vec::new();
    };
    let until = shell.day_of(&done.undo_until);
    let action = shell.href(&format!("/hand-overs/{}/undo", done.id));
    let words = shell.t("audit-undo-note").with("date", until);
    vec![
        note(Tone::Info, "undo-2", words)
            .text(shell.t("handover-note-text"))
            .act(Act::new(action, "undo-2", shell.t("handover-undo"))),
    ]
}

fn details(shell: &Shell, entry: &Entry) -> Vec<(String, String)> {
    let Some(map) = entry.detail.as_object() else {
        return Vec::new();
    };
    map.iter()
        .map(|(name, value)| (words::label(shell, name), words::value(shell, name, value)))
        .collect()
}

fn facts(shell: &Shell, entry: &Entry) -> Vec<Fact> {
    let t = |key: &str| shell.t(key).to_string();
    let mut facts = vec![
        (t("audit-col-who"), actor(shell, entry), None),
        (t("audit-col-when"), shell.moment(&entry.at), None),
        (t("audit-col-from"), words::source(shell, entry), None),
    ];
    if let Some(name) = &entry.subject_name {
        facts.push((
            t("audit-filter-subject"),
            name.clone(),
            words::subject_href(shell, entry),
        ));
    }
    if let Some(reason) = &entry.reason {
        facts.push((t("audit-col-why"), reason.clone(), None));
    }
    facts.push((t("audit-id"), entry.id.to_string(), None));
    if let Some(request) = &entry.request_id {
        facts.push((t("audit-request"), request.clone(), None));
    }
    facts
}
