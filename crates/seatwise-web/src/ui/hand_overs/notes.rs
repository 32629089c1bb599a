//! What can be done about a hand-over, in one place for the leaver's page, the audit log and its own page.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::handover::{HandOver, Kind, State, Undoable};

use crate::parts::{Act, Note, Tone, note};
use crate::shell::Shell;

/// The name of who got the leads, or the inbox.
pub fn receiver(shell: &Shell, done: &HandOver) -> String {
    done.to.as_ref().map_or_else(
        || shell.t("handover-unassigned").to_string(),
        |person| person.name.clone(),
    )
}

/// The name of whose leads they were, or that they had several owners.
pub fn giver(shell: &Shell, done: &HandOver) -> String {
    done.from.as_ref().map_or_else(
        || shell.t("handover-former-owners").to_string(),
        |person| person.name.clone(),
    )
}

/// Undo, or for an undo handing over again, as long as it is possible.
pub fn undo(shell: &Shell, caller: &Caller, done: &HandOver, now: Timestamp) -> Option<Note> {
    let possible = done.undoable(now) == Undoable::Yes && done.moved > 0;
    if !possible || !caller.can(Key::AssignRecords) {
        return None;
    }
    let (title, name, text, button) = match done.kind {
        Kind::HandOver => (
            "handover-note",
            receiver(shell, done),
            "handover-note-text",
            "handover-undo",
        ),
        Kind::Undo => (
            "handover-redo-note",
            giver(shell, done),
            "handover-redo-text",
            "handover-redo",
        ),
    };
    let words = shell
        .t(title)
        .with("count", done.moved)
        .with("name", name)
        .with("date", shell.day_of(&done.undo_until));
    let action = shell.href(&format!("/hand-overs/{}/undo", done.id));
    Some(
        note(Tone::Info, "undo-2", words)
            .text(shell.t(text))
            .act(Act::new(action, "undo-2", shell.t(button))),
    )
}

/// That the rest waits for somebody who may go on with it.
pub fn stopped(shell: &Shell, caller: &Caller, one: &HandOver) -> Option<Note> {
    if one.state == State::Done || !caller.can(Key::AssignRecords) {
        return None;
    }
    let words = shell
        .t("handover-stopped")
        .with("moved", one.moved)
        .with("total", one.total);
    let action = shell.href(&format!("/hand-overs/{}/resume", one.id));
    Some(
        note(Tone::Warning, "triangle-alert", words)
            .text(shell.t("handover-stopped-text"))
            .act(
                Act::new(action, "rotate-ccw", shell.t("handover-resume"))
                    .value("next", &shell.here),
            ),
    )
}
