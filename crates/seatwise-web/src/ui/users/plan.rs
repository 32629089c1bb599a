//! The plan of a deactivation in sentences: what is affected, what was decided, what comes after.

use seatwise_domain::handover::Receiver;
use seatwise_domain::users::{ReferenceKind, User};

use super::deactivate::Around;
use super::flow::{Affected, Choice, FlowForm};
use super::head::{first_name, who};
use super::owns::{leads_in, list_of};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::leads::words::stage;

/// What points at the leaver, and what becomes of it.
pub(super) fn affected(signed: &Signed, user: &User, around: &Around) -> Vec<Affected> {
    let shell = &signed.shell;
    let mut lines: Vec<Affected> = around
        .counts
        .iter()
        .filter(|count| count.count > 0)
        .map(|count| {
            let (label, then, icon) = if count.stage.state.is_closed() {
                ("affected-closed", "affected-closed-then", "check-check")
            } else {
                ("affected-open", "affected-open-then", "kanban")
            };
            Affected {
                icon,
                label: shell
                    .t(label)
                    .with("stage", stage(shell, &count.stage))
                    .to_string(),
                count: count.count,
                href: Some(leads_in(shell, user, count)),
                then: shell.t(then).to_string(),
            }
        })
        .collect();
    let others = [
        (
            ReferenceKind::Sessions,
            "laptop",
            "affected-sessions",
            "affected-sessions-then",
        ),
        (
            ReferenceKind::ApiTokens,
            "plug",
            "affected-tokens",
            "affected-tokens-then",
        ),
        (
            ReferenceKind::TeamsLed,
            "users-round",
            "affected-teams",
            "affected-teams-then",
        ),
        (
            ReferenceKind::Notes,
            "sticky-note",
            "affected-notes",
            "affected-notes-then",
        ),
        (
            ReferenceKind::Imports,
            "file-up",
            "affected-imports",
            "affected-notes-then",
        ),
        (
            ReferenceKind::Invitations,
            "send",
            "affected-invitations",
            "affected-invitations-then",
        ),
    ];
    for (kind, icon, label, then) in others {
        let count = around.count(kind);
        if count > 0 {
            lines.push(Affected {
                icon,
                label: shell.t(label).to_string(),
                count,
                href: list_of(shell, &signed.caller, user, kind),
                then: shell.t(then).to_string(),
            });
        }
    }
    lines
}

/// The decisions, to be checked before the button.
pub(super) fn facts(
    shell: &Shell,
    user: &User,
    around: &Around,
    form: &FlowForm,
) -> Vec<(String, String)> {
    let t = |key: &str| shell.t(key).to_string();
    let moves = form.moves(&around.counts);
    let decision = match form.choice() {
        Choice::Give(Receiver::User(_)) => shell
            .t("deactivate-plan-to")
            .with("count", moves)
            .with("name", around.receiver())
            .to_string(),
        Choice::Give(Receiver::Unassigned) => shell
            .t("deactivate-plan-unassigned")
            .with("count", moves)
            .to_string(),
        Choice::Later | Choice::Nobody => t("deactivate-plan-later"),
    };
    let mut facts = vec![(
        t("deactivate-fact-user"),
        format!("{} · {}", user.name, who(user)),
    )];
    if around.counts.iter().any(|count| count.count > 0) {
        facts.push((t("deactivate-fact-leads"), decision));
        let stay: Vec<String> = around
            .counts
            .iter()
            .filter(|count| count.count > 0 && form.stays(count))
            .map(|count| {
                format!(
                    "{} {}",
                    stage(shell, &count.stage),
                    shell.number(count.count)
                )
            })
            .collect();
        if !stay.is_empty() {
            facts.push((t("deactivate-fact-stay"), stay.join(", ")));
        }
    }
    facts
}

/// What happens after the button, in sentences.
pub(super) fn after(
    shell: &Shell,
    user: &User,
    around: &Around,
    form: &FlowForm,
) -> Vec<(&'static str, String)> {
    let sessions = around.count(ReferenceKind::Sessions);
    let mut lines = vec![(
        "log-out",
        shell
            .t("deactivate-after-sessions")
            .with("count", sessions)
            .with("name", first_name(&user.name))
            .to_string(),
    )];
    lines.push(("ticket", shell.t("deactivate-after-seat").to_string()));
    lines.push(("history", shell.t("deactivate-after-notes").to_string()));
    if form.choice() != Choice::Later {
        lines.push(("undo-2", shell.t("deactivate-after-undo").to_string()));
    }
    lines
}
