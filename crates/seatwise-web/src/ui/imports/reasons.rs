//! Why a row has its verdict, in a sentence, with the next step as a link.

use seatwise_domain::imports::{Import, ImportKind, Note, Reason, RowReport};

use super::words;
use crate::shell::Shell;

/// What is said about a row.
pub struct Why {
    /// The reason.
    pub text: Option<String>,
    /// What to look at or to do: address and words.
    pub link: Option<(String, String)>,
    /// Remarks on values.
    pub notes: Vec<String>,
}

/// What is said about a row.
pub fn why(shell: &Shell, import: &Import, row: &RowReport) -> Why {
    Why {
        text: row.reason.map(|reason| sentence(shell, row, reason)),
        link: row
            .reason
            .and_then(|reason| link(shell, import, row, reason)),
        notes: row
            .detail
            .notes
            .iter()
            .map(|note| remark(shell, note))
            .collect(),
    }
}

impl Why {
    /// Everything as one text, for a cell of a file.
    pub fn line(&self) -> String {
        let texts = self.text.iter().chain(&self.notes);
        texts.cloned().collect::<Vec<_>>().join(" ")
    }
}

fn sentence(shell: &Shell, row: &RowReport, reason: Reason) -> String {
    let name = row.detail.other.as_ref().map_or("", |other| &other.name);
    let mut text = words::keyed(shell, "imports-why-", reason.as_str())
        .with("value", row.detail.value.as_str())
        .with("name", name);
    if let Some(other) = row.detail.row {
        // As text: numbers of rows are read off a sheet, where they have no grouping.
        text = text.with("row", other.to_string());
    }
    text.to_string()
}

fn link(
    shell: &Shell,
    import: &Import,
    row: &RowReport,
    reason: Reason,
) -> Option<(String, String)> {
    if matches!(reason, Reason::NoFreeSeat | Reason::TrialLimit) {
        return Some((
            shell.href("/licences"),
            shell.t("problem-page-seats").to_string(),
        ));
    }
    let other = row.detail.other.as_ref()?;
    let section = match import.kind {
        ImportKind::Leads if matches!(reason, Reason::AlreadyLead | Reason::Unchanged) => "leads",
        ImportKind::Users | ImportKind::Leads => "users",
    };
    if reason == Reason::DeactivatedUser {
        return Some((
            shell.href(&format!("/users/{}/reactivate", other.id)),
            shell
                .t("imports-do-reactivate")
                .with("name", other.name.as_str())
                .to_string(),
        ));
    }
    Some((
        shell.href(&format!("/{section}/{}", other.id)),
        other.name.clone(),
    ))
}

fn remark(shell: &Shell, note: &Note) -> String {
    let field = note
        .field
        .map_or_else(String::new, |field| words::field(shell, field));
    words::keyed(shell, "imports-note-", note.code.as_str())
        .with("field", field)
        .with("value", note.value.as_str())
        .to_string()
}

#[cfg(test)]
mod tests {
    use seatwise_domain::imports::{Field, NoteCode, Verdict};

    use crate::locale::Lang;
    use crate::text;

    #[test]
    fn everything_that_can_be_said_of_a_row_has_words_in_every_language() {
        use super::Reason;
        let reasons = Reason::ALL
            .iter()
            .map(|reason| ["imports-why-", reason.as_str()].concat());
        let notes = NoteCode::ALL
            .iter()
            .map(|code| ["imports-note-", code.as_str()].concat());
        let fields = Field::ALL
            .iter()
            .map(|field| ["field-", &field.as_str().replace('_', "-")].concat());
        let verdicts = Verdict::ALL
            .iter()
            .map(|verdict| ["imports-verdict-", &verdict.as_str().replace('_', "-")].concat());
        for key in reasons.chain(notes).chain(fields).chain(verdicts) {
            for lang in Lang::ALL {
                assert!(text::has(lang, &key), "{} lacks {key}", lang.code());
            }
        }
    }
}
