//! What a person owns, in numbers: leads by stage, and everything else that points at him.

use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::records::{LeadState, StageCount};
use seatwise_domain::users::{Reference, ReferenceKind, User};

use crate::parts::Share;
use crate::shell::Shell;
use crate::ui::leads::words::{colour, stage};

/// Something else that points at a person.
pub struct Other {
    /// Its icon.
    pub icon: &'static str,
    /// How many.
    pub count: u64,
    /// What.
    pub label: String,
    /// Where it leads.
    pub href: Option<String>,
    /// A second line.
    pub hint: Option<String>,
}

/// What a person owns.
pub struct Owns {
    /// How many leads.
    pub leads: u64,
    /// The list of them.
    pub href: String,
    /// Open and closed.
    pub split: String,
    /// What was won in total.
    pub won: Option<String>,
    /// The bar in words.
    pub sentence: String,
    /// The bar.
    pub shares: Vec<Share>,
    /// The rest.
    pub others: Vec<Other>,
    /// Where leads are handed over.
    pub hand_over: Option<String>,
}

/// What a person owns.
pub fn owns(
    shell: &Shell,
    caller: &Caller,
    user: &User,
    counts: &[StageCount],
    references: &[Reference],
) -> Owns {
    let leads: u64 = counts.iter().map(|count| count.count).sum();
    let closed: u64 = counts
        .iter()
        .filter(|count| count.stage.state.is_closed())
        .map(|count| count.count)
        .sum();
    let won: i64 = counts
        .iter()
        .filter(|count| count.stage.state == LeadState::Won)
        .filter_map(|count| count.sum)
        .map(|sum| sum.0)
        .sum();
    let shares: Vec<Share> = counts
        .iter()
        .filter(|count| count.count > 0)
        .enumerate()
        .map(|(at, count)| Share {
            label: stage(shell, &count.stage),
            number: shell.number(count.count),
            count: count.count,
            colour: colour(&count.stage, at),
            href: Some(leads_in(shell, user, count)),
        })
        .collect();
    let sentence: Vec<String> = shares
        .iter()
        .map(|share| format!("{} {}", share.label, share.number))
        .collect();
    Owns {
        leads,
        href: shell.href(&format!("/leads?view=table&owner={}", user.id)),
        split: shell
            .t("user-leads-split")
            .with("open", leads - closed)
            .with("closed", closed)
            .to_string(),
        won: (won > 0).then(|| {
            shell
                .t("user-won-total")
                .with("value", shell.money(&won))
                .to_string()
        }),
        sentence: sentence.join(", "),
        shares,
        others: references
            .iter()
            .filter(|reference| reference.count > 0)
            .filter_map(|reference| other(shell, caller, user, *reference))
            .collect(),
        hand_over: (leads > 0 && caller.can(Key::AssignRecords))
            .then(|| shell.href(&format!("/users/{}/hand-over", user.id))),
    }
}

/// A kind in words; leads have their own line, the seat and the sessions their own panels.
fn other(shell: &Shell, caller: &Caller, user: &User, reference: Reference) -> Option<Other> {
    let (icon, key) = match reference.kind {
        ReferenceKind::Notes => ("sticky-note", "user-notes-written"),
        ReferenceKind::ApiTokens => ("plug", "user-tokens-held"),
        ReferenceKind::TeamsLed => ("users-round", "user-teams-managed"),
        ReferenceKind::Invitations => ("send", "user-invitations"),
        ReferenceKind::Imports => ("file-up", "user-imports"),
        ReferenceKind::Leads
        | ReferenceKind::OpenLeads
        | ReferenceKind::Sessions
        | ReferenceKind::Teams
        | ReferenceKind::Seat => return None,
    };
    Some(Other {
        icon,
        count: reference.count,
        label: shell.t(key).with("count", reference.count).to_string(),
        href: list_of(shell, caller, user, reference.kind),
        hint: None,
    })
}

/// The leads that a person owns in one stage.
pub(super) fn leads_in(shell: &Shell, user: &User, count: &StageCount) -> String {
    shell.href(&format!(
        "/leads?view=table&owner={}&stage={}",
        user.id, count.stage.key
    ))
}

/// The list behind a number, where there is one that this caller may see.
pub(super) fn list_of(
    shell: &Shell,
    caller: &Caller,
    user: &User,
    kind: ReferenceKind,
) -> Option<String> {
    let act = match kind {
        ReferenceKind::Sessions => {
            return Some(shell.href(&format!("/users/{}#sessions", user.id)));
        }
        ReferenceKind::Notes => EventKind::NoteAdded,
        ReferenceKind::ApiTokens => EventKind::TokenCreated,
        ReferenceKind::Imports => EventKind::ImportUploaded,
        ReferenceKind::Invitations => EventKind::UserCreated,
        _ => return None,
    };
    let path = format!("/audit?actor={}&kind={}", user.id, act.as_str());
    caller.can(Key::ViewAudit).then(|| shell.href(&path))
}
