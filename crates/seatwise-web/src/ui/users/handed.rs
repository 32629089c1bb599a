//! What was handed over from a leaver, and the lasting undo.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::handover::{HandOver, Kept, Kind, State, Undoable};

use crate::parts::{self, Act, Note, Status, Tone, note};
use crate::shell::Shell;

/// One line of the table.
pub struct HandedLine {
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
    /// Leads that the newest undo left where they are: address and title.
    pub kept: Vec<(String, String)>,
    /// How many those are.
    pub kept_count: u64,
}

/// The name of who got the leads, or the inbox.
pub fn receiver(shell: &Shell, done: &HandOver) -> String {
    done.to.as_ref().map_or_else(
        || shell.t("handover-unassigned").to_string(),
        |person| person.name.clone(),
    )
}

/// The table, if anything was handed over.
pub fn handed(
    shell: &Shell,
    caller: &Caller,
    hand_overs: &[HandOver],
    kept: &[Kept],
) -> Option<Handed> {
    let newest = hand_overs.first()?;
    Some(Handed {
        audit: caller
            .can(Key::ViewAudit)
            .then(|| shell.href(&format!("/audit/{}", newest.id))),
        lines: hand_overs.iter().map(|done| line(shell, done)).collect(),
        kept: kept
            .iter()
            .map(|kept| {
                (
                    shell.href(&format!("/leads/{}", kept.lead)),
                    kept.title.clone(),
                )
            })
            .collect(),
        kept_count: newest.kept,
    })
}

fn line(shell: &Shell, done: &HandOver) -> HandedLine {
    let (what, to) = match done.kind {
        Kind::HandOver => ("handover-line-leads", receiver(shell, done)),
        Kind::Undo => (
            "handover-line-undo",
            done.from
                .as_ref()
                .map(|person| person.name.clone())
                .unwrap_or_default(),
        ),
    };
    HandedLine {
        what: shell.t(what).to_string(),
        count: done.moved,
        to,
        result: result(shell, done),
    }
}

fn result(shell: &Shell, done: &HandOver) -> Status {
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

/// The note with undo, as long as the newest hand-over can be taken back.
pub fn undo_note(
    shell: &Shell,
    caller: &Caller,
    hand_overs: &[HandOver],
    now: Timestamp,
) -> Option<Note> {
    let done = hand_overs
        .iter()
        .find(|done| done.kind == Kind::HandOver && done.undoable(now) == Undoable::Yes)
        .filter(|done| done.moved > 0 && caller.can(Key::AssignRecords))?;
    let words = shell
        .t("handover-note")
        .with("count", done.moved)
        .with("name", receiver(shell, done))
        .with("date", shell.day_of(&done.undo_until));
    let action = shell.href(&format!("/hand-overs/{}/undo", done.id));
    Some(
        note(Tone::Info, "undo-2", words)
            .text(shell.t("handover-note-text"))
            .act(Act::new(action, "undo-2", shell.t("handover-undo"))),
    )
}
