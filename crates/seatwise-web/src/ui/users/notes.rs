//! The notes at the head of a person's page: what his state means and what to do about it.

use seatwise_domain::audit::{Entry, EventKind};
use seatwise_domain::users::{User, UserState};

use super::words::{self, Acts};
use crate::parts::{Act, Note, Tab, Tone, note};
use crate::shell::Shell;
use crate::ui::audit::list::actor;

/// The notes of a person's state.
pub fn of(shell: &Shell, acts: Acts<'_>, open_leads: u64, events: &[Entry]) -> Vec<Note> {
    let user = acts.user;
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let may_send = acts.sends() && user.email.is_some();
    let resend = |made: Note, key: &str| {
        if may_send {
            made.act(Act::new(at("/resend"), "send", shell.t(key)))
        } else {
            made
        }
    };
    match user.state {
        UserState::Invited => {
            let made = note(Tone::Warning, "mail-x", shell.t("user-invited-note"));
            vec![resend(made, "user-send")]
        }
        UserState::Pending => vec![resend(pending(shell, user), "user-resend")],
        UserState::Deactivated => vec![deactivated(shell, user, open_leads, events)],
        UserState::Active | UserState::Frozen | UserState::Anonymised => Vec::new(),
    }
}

fn pending(shell: &Shell, user: &User) -> Note {
    let until = user.link_expires_at.unwrap_or(user.created_at);
    let expired = words::link_expired(shell, user);
    let mailed = user.mailed_at.unwrap_or(user.created_at);
    let text = if expired {
        shell
            .t("user-expired-note")
            .with("until", shell.day_of(&until))
    } else {
        shell
            .t("user-pending-note")
            .with("date", shell.day_of(&mailed))
            .with("until", shell.day_of(&until))
    };
    note(Tone::Warning, "clock", text)
}

fn deactivated(shell: &Shell, user: &User, open_leads: u64, events: &[Entry]) -> Note {
    let at = user.deactivated_at.unwrap_or(user.updated_at);
    let by = events
        .iter()
        .find(|entry| entry.kind == EventKind::UserDeactivated)
        .map(|entry| actor(shell, entry));
    let words = match by {
        Some(name) => shell
            .t("user-deactivated-note")
            .with("date", shell.moment(&at))
            .with("name", name)
            .to_string(),
        None => shell
            .t("user-deactivated-short")
            .with("date", shell.day_of(&at))
            .to_string(),
    };
    let made = note(Tone::Info, "circle-minus", words);
    if open_leads == 0 {
        return made;
    }
    made.text(shell.t("user-deactivated-leads").with("count", open_leads))
        .link(Tab::new(
            shell.href(&format!("/leads?view=table&state=open&owner={}", user.id)),
            shell.t("leads-show"),
        ))
}
