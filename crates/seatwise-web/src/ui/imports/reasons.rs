//! Why a row has its verdict, in a sentence, with the next step as a link.

use seatwise_domain::imports::{Import, ImportKind, Reason, RowReport};

use crate::import_words;
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
    let remarks = row.detail.notes.iter();
    let remarks = remarks.map(|note| import_words::remark(shell.lang, note));
    Why {
        text: row
            .reason
            .map(|reason| import_words::reason(shell.lang, row, reason)),
        link: row
            .reason
            .and_then(|reason| link(shell, import, row, reason)),
        notes: import_words::roles(shell.lang, row)
            .into_iter()
            .chain(remarks)
            .collect(),
    }
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
    if let Reason::RoleUnknown | Reason::RoleIsPermission | Reason::RoleDefaultBeyond = reason {
        // Where they are made, and where their names stand.
        return Some((shell.href("/roles"), shell.t("nav-roles").to_string()));
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

#[cfg(test)]
mod tests {
    use seatwise_domain::imports::{Field, NoteCode, Stopped, Verdict};

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
        let stops = Stopped::ALL
            .iter()
            .map(|why| ["imports-stopped-", why.as_str()].concat());
        let further = ["imports-why-role-near", "imports-gives-roles"].map(str::to_owned);
        for key in reasons
            .chain(further)
            .chain(notes)
            .chain(fields)
            .chain(verdicts)
            .chain(stops)
        {
            for lang in Lang::ALL {
                assert!(text::has(lang, &key), "{} lacks {key}", lang.code());
            }
        }
    }
}
