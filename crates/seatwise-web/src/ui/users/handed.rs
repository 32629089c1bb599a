//! What was handed over from a leaver: the table, what the newest undo left, and how it can be taken back.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::handover::{HandOver, Kept, Kind, State, Undoable};
use seatwise_domain::store::Page;

use crate::parts::{self, Note, Status, Tone};
use crate::shell::Shell;
use crate::ui::hand_overs::kept::{KeptLeads, kept_leads};
use crate::ui::hand_overs::notes;

pub use crate::ui::hand_overs::notes::receiver;

/// One line of the table.
pub struct HandedLine {
    /// Its own page.
    pub href: String,
    /// What moved.
    pub what: String,
    /// How many.
    pub count: u64,
    /// To whom.
    pub to: String,
    /// How it stands.
    pub result: Status,
}

/// The table of what was handed over.
pub struct Handed {
    /// The audit line of the newest.
    pub audit: Option<String>,
    /// The newest first.
    pub lines: Vec<HandedLine>,
    /// Leads that the newest undo left where they are.
    pub kept: Option<KeptLeads>,
    /// Whether a job is at one of them, so that the table changes by itself.
    pub running: bool,
}

/// The table, if anything was handed over.
pub fn handed(
    shell: &Shell,
    caller: &Caller,
    hand_overs: &[HandOver],
    kept: Option<&Page<Kept>>,
) -> Option<Handed> {
    let newest = hand_overs.first()?;
    let all = shell.href(&format!("/hand-overs/{}", newest.id));
    Some(Handed {
        audit: caller
            .can(Key::ViewAudit)
            .then(|| shell.href(&format!("/audit/{}", newest.id))),
        lines: hand_overs.iter().map(|done| line(shell, done)).collect(),
        kept: kept.and_then(|kept| kept_leads(shell, kept, "handover-kept-title", Some(all))),
        running: hand_overs.iter().any(|one| one.state == State::Running),
    })
}

fn line(shell: &Shell, done: &HandOver) -> HandedLine {
    let (what, to) = match done.kind {
        Kind::HandOver => ("handover-line-leads", receiver(shell, done)),
        Kind::Undo => ("handover-line-undo", notes::giver(shell, done)),
    };
    HandedLine {
        href: shell.href(&format!("/hand-overs/{}", done.id)),
        what: shell.t(what).to_string(),
        count: done.moved,
        to,
        result: result(shell, done),
    }
}

/// How a hand-over stands.
pub fn result(shell: &Shell, done: &HandOver) -> Status {
    if done.undone_by.is_some() {
        return parts::status(Tone::Neutral, "undo-2", shell.t("handover-undone"));
    }
    match done.state {
        State::Running => parts::status(
            Tone::Warning,
            "clock",
            shell
                .t("handover-running")
                .with("moved", done.moved)
                .with("total", done.total),
        ),
        State::Done => parts::status(Tone::Success, "circle-check", shell.t("handover-done")),
    }
}

/// The way back of the newest hand-over that has one, and the way forth again of a newest undo.
pub fn undo_notes(
    shell: &Shell,
    caller: &Caller,
    hand_overs: &[HandOver],
    now: Timestamp,
) -> Vec<Note> {
    let newest_undo = hand_overs.first().filter(|one| one.kind == Kind::Undo);
    let last = hand_overs
        .iter()
        .find(|one| one.kind == Kind::HandOver && one.undoable(now) == Undoable::Yes);
    [newest_undo, last]
        .into_iter()
        .flatten()
        .filter_map(|one| notes::undo(shell, caller, one, now))
        .collect()
}
