//! One entry of the audit log: before and after, why, and undo where it is possible.

use askama::Template;
use axum::extract::{Path, State};
use seatwise_domain::audit::{self, Entry, EventKind};
use seatwise_domain::authz::{AssignRecords, ViewAudit, ViewUsers};
use seatwise_domain::handover::{self, HandOver, Kind, State as Progress};
use seatwise_domain::ids::EventId;
use seatwise_domain::moves;
use seatwise_domain::problem;
use seatwise_domain::store::PageSize;

use super::list::actor;
use super::words::{self, Subject};
use crate::app::App;
use crate::parts::Note;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::hand_overs::kept::{KeptLeads, kept_leads};
use crate::ui::hand_overs::notes;
use crate::ui::moves::words as move_words;

type Fact = (String, String, Option<String>);

#[derive(Template)]
#[template(path = "audit/show.html")]
struct EntryPage<'a> {
    shell: &'a Shell,
    what: String,
    who_when: String,
    notes: Vec<Note>,
    kept: Option<KeptLeads>,
    hand_over: Option<String>,
    changes: Vec<Subject>,
    more_changed: bool,
    details: Vec<Fact>,
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
    drop(tx);
    let moved = moved(&signed, &app, id).await?;
    let of_move = of_move(&signed, &app, &entry).await?;
    signed.shell.at(Section::Audit);
    let what = words::sentence(&signed.shell, &entry);
    signed.shell.crumb(&what, None);
    let shell = &signed.shell;
    let page = EntryPage {
        shell,
        who_when: format!("{} · {}", actor(shell, &entry), shell.moment(&entry.at)),
        what,
        notes: moved.as_ref().map_or_else(
            || of_move.into_iter().collect(),
            |moved| moved.notes(&signed, &app),
        ),
        hand_over: moved
            .as_ref()
            .map(|_| shell.href(&format!("/hand-overs/{id}"))),
        kept: moved.and_then(|moved| moved.kept),
        changes: words::values(shell, &entry.changes),
        more_changed: entry.more_changed,
        details: details(shell, &entry),
        facts: facts(shell, &entry),
    };
    Ok(signed.page(&page))
}

/// The hand-over that a line began, if it began one.
struct Moved {
    one: HandOver,
    has_stopped: bool,
    kept: Option<KeptLeads>,
}

impl Moved {
    /// What can be done about it; the same as on the leaver's page.
    fn notes(&self, signed: &Signed, app: &App) -> Vec<Note> {
        let (shell, caller) = (&signed.shell, &signed.caller);
        let stopped = self.has_stopped.then_some(&self.one);
        let stopped = stopped.and_then(|one| notes::stopped(shell, caller, one));
        let undo = notes::undo(shell, caller, &self.one, app.db.now());
        stopped.into_iter().chain(undo).collect()
    }
}

async fn moved(signed: &Signed, app: &App, id: EventId) -> Result<Option<Moved>, Failure> {
    let Ok(records) = signed.caller.records::<AssignRecords>() else {
        return Ok(None);
    };
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let Some(one) = handover::show(&mut tx, &records, id).await.map_err(fail)? else {
        return Ok(None);
    };
    let has_stopped = handover::has_stopped(&mut tx, &one).await.map_err(fail)?;
    let mut kept = None;
    if one.kind == Kind::Undo && one.state == Progress::Done {
        let page = handover::kept(&mut tx, &records, &one, None, PageSize::new(20));
        let all = signed.shell.href(&format!("/hand-overs/{id}"));
        let page = page.await.map_err(fail)?;
        kept = kept_leads(&signed.shell, &page, "handover-kept-title", Some(all));
    }
    Ok(Some(Moved {
        one,
        has_stopped,
        kept,
    }))
}

/// What can be done about a move that a line stands for.
async fn of_move(signed: &Signed, app: &App, entry: &Entry) -> Result<Option<Note>, Failure> {
    let (EventKind::Moved, Ok(scope)) = (entry.kind, signed.caller.scope::<ViewUsers>()) else {
        return Ok(None);
    };
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let done = moves::show(&mut tx, &scope, entry.id).await.map_err(fail)?;
    Ok(done.and_then(|done| move_words::note(&signed.shell, &signed.caller, &done, app.db.now())))
}

/// What programs need and people read elsewhere on the page or in other entries: ids.
const FOR_PROGRAMS: [&str; 4] = ["to_id", "added", "removed", "note"];

fn details(shell: &Shell, entry: &Entry) -> Vec<Fact> {
    let Some(map) = entry.detail.as_object() else {
        return Vec::new();
    };
    map.iter()
        .filter(|(name, _)| !FOR_PROGRAMS.contains(&name.as_str()))
        .map(|(name, value)| {
            let label = words::label(shell, name);
            match words::detail_href(shell, name, value) {
                Some(href) => (
                    label,
                    shell.t("handover-show-other").to_string(),
                    Some(href),
                ),
                None => (label, words::value(shell, name, value), None),
            }
        })
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
