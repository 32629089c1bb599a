//! Imports in words: kinds, steps, states, verdicts, fields.

use seatwise_domain::imports::{Field, Import, ImportKind, ImportState, Verdict};

use crate::import_words;
use crate::parts::{self, Status, Step, Tone};
use crate::shell::Shell;
use crate::text::Text;

/// A text whose key ends in a word of the domain.
pub fn keyed<'a>(shell: &Shell, prefix: &str, word: &str) -> Text<'a> {
    import_words::keyed(shell.lang, prefix, word)
}

/// What a file brings.
pub fn kind(shell: &Shell, kind: ImportKind) -> String {
    keyed(shell, "imports-kind-", kind.as_str()).to_string()
}

/// The name of a field.
pub fn field(shell: &Shell, field: Field) -> String {
    import_words::field(shell.lang, field)
}

/// Where an import stands.
pub fn state(shell: &Shell, import: &Import) -> Status {
    let waits = import.kind == ImportKind::Users
        && import.mailed_at.is_none()
        && import.totals.of(Verdict::Create) > 0;
    if import.stopped.is_some() {
        let words = shell.t("imports-state-stopped");
        return parts::status(Tone::Warning, "triangle-alert", words);
    }
    let (tone, icon, word) = match import.state {
        ImportState::Uploading => (Tone::Info, "loader-circle", "uploading"),
        ImportState::Uploaded | ImportState::Mapped => (Tone::Info, "columns-3", "uploaded"),
        ImportState::Checked => (Tone::Info, "list-checks", "checked"),
        ImportState::Running => (Tone::Info, "loader-circle", "running"),
        ImportState::Done if waits => (Tone::Warning, "mail", "not-mailed"),
        ImportState::Done => (Tone::Success, "circle-check", "done"),
        ImportState::Undoing => (Tone::Info, "loader-circle", "undoing"),
        ImportState::Undone => (Tone::Neutral, "undo-2", "undone"),
    };
    parts::status(tone, icon, keyed(shell, "imports-state-", word))
}

/// Colour, icon and words of a verdict, before or after the run.
pub fn verdict(shell: &Shell, import: &Import, verdict: Verdict) -> (Tone, &'static str, String) {
    let (tone, icon) = match verdict {
        Verdict::Create if import.kind == ImportKind::Users => (Tone::Success, "user-plus"),
        Verdict::Create => (Tone::Success, "plus"),
        Verdict::Update => (Tone::Info, "pencil"),
        Verdict::Skip => (Tone::Neutral, "minus"),
        Verdict::NoSeat => (Tone::Warning, "ticket"),
        Verdict::Problem => (Tone::Danger, "circle-x"),
        Verdict::Reversed => (Tone::Neutral, "undo-2"),
        Verdict::Kept => (Tone::Warning, "lock"),
        Verdict::Failed => (Tone::Danger, "triangle-alert"),
    };
    let prefix = if is_plan(import) {
        "imports-plan-"
    } else {
        "imports-verdict-"
    };
    let planned = matches!(verdict, Verdict::Create | Verdict::Update);
    let prefix = if planned { prefix } else { "imports-verdict-" };
    let words = keyed(shell, prefix, verdict.as_str()).to_string();
    (tone, icon, words)
}

/// Whether nothing was written yet.
pub fn is_plan(import: &Import) -> bool {
    matches!(
        import.state,
        ImportState::Uploading | ImportState::Uploaded | ImportState::Mapped | ImportState::Checked
    )
}

/// The steps of an import; earlier ones are links while nothing is written.
pub fn steps(shell: &Shell, import: Option<&Import>) -> Vec<Step> {
    let at = |path: &str| {
        import
            .filter(|import| is_plan(import))
            .map(|import| shell.href(&format!("/imports/{}{path}", import.id)))
    };
    let step = |key: &str, href| Step {
        label: shell.t(key).to_string(),
        href,
    };
    vec![
        step("imports-step-upload", None),
        step("imports-step-match", at("/match")),
        step("imports-step-check", at("/check")),
        step("imports-step-result", None),
    ]
}
