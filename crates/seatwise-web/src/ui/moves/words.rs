//! What is said of a move that was made: the way back, and the words for each piece of it.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::handover::Undoable;
use seatwise_domain::moves::{Back, MoveDone, Piece, RecordsBack, Stays};

use crate::parts::{Act, Note, Tab, Tone, note as make};
use crate::role_words;
use crate::shell::Shell;

/// Undo as long as it is possible; afterwards, by which line it was undone.
pub fn note(shell: &Shell, caller: &Caller, done: &MoveDone, now: Timestamp) -> Option<Note> {
    match done.undoable(now) {
        Undoable::Yes if may(caller, done) => {
            let words = shell
                .t("moves-undo-note")
                .with("date", shell.day_of(&done.undo_until));
            let action = shell.href(&format!("/moves/{}/undo", done.id));
            let act = Act::new(action, "undo-2", shell.t("moves-undo"));
            Some(
                make(Tone::Info, "undo-2", words)
                    .text(shell.t("moves-undo-note-text"))
                    .act(act),
            )
        }
        Undoable::Undone => {
            let by = done.undone_by?;
            let href = shell.href(&format!("/audit/{by}"));
            let link = Tab::new(href, shell.t("handover-show-other"));
            Some(make(Tone::Info, "undo-2", shell.t("moves-undone-note")).link(link))
        }
        _ => None,
    }
}

/// Whether somebody has the right for each part of the way back.
fn may(caller: &Caller, done: &MoveDone) -> bool {
    let of_piece = |piece: &Piece| match piece {
        Piece::Team { .. } => Key::EditTeams,
        Piece::Position { .. } => Key::EditPositions,
        Piece::Group { .. } => Key::EditGroups,
        Piece::Role { .. } => Key::AssignRoles,
    };
    let records = done.hand_over.map(|_| Key::AssignRecords);
    let mut keys = done.pieces.iter().map(of_piece).chain(records);
    keys.all(|key| caller.can(key))
}

/// What stays, each with the reason, and what becomes of the leads.
pub(super) fn facts(shell: &Shell, back: &[Back], records: RecordsBack) -> Vec<(String, String)> {
    let mut facts: Vec<(String, String)> = back
        .iter()
        .filter_map(|back| {
            let why = match back.stays? {
                Stays::Touched => "moves-stays-touched",
                Stays::Gone => "moves-stays-gone",
                Stays::Ended => "moves-stays-ended",
                Stays::NotNow => "moves-stays-not-now",
                Stays::Elsewhere => "moves-stays-elsewhere",
            };
            Some((piece(shell, &back.piece), shell.t(why).to_string()))
        })
        .collect();
    let of_records = match records {
        RecordsBack::Back { moved, stays } => {
            let goes = shell
                .t("moves-back-leads")
                .with("count", moved.saturating_sub(stays));
            if stays == 0 {
                Some(goes.to_string())
            } else {
                let stay = shell.t("moves-back-leads-stay").with("count", stays);
                Some(format!("{goes} {stay}"))
            }
        }
        RecordsBack::Undone => Some(shell.t("moves-back-leads-undone").to_string()),
        RecordsBack::None => None,
    };
    facts.extend(of_records.map(|words| (shell.t("moves-records").to_string(), words)));
    facts
}

fn piece(shell: &Shell, piece: &Piece) -> String {
    let (key, name) = match piece {
        Piece::Team { name, .. } => ("moves-piece-team", name.clone()),
        Piece::Group { name, .. } => ("moves-piece-group", name.clone()),
        Piece::Role { key, name, .. } => (
            "moves-piece-role",
            role_words::called(shell.lang, key, name),
        ),
        Piece::Position { before, after } => {
            let place = before.as_ref().or(after.as_ref());
            let name = place.map(|place| place.name.clone());
            ("moves-piece-position", name.unwrap_or_default())
        }
    };
    shell.t(key).with("name", name).to_string()
}
