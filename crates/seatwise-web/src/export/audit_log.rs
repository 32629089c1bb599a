//! The audit log as a file.

use seatwise_domain::audit::{self, AuditFilter, Entry};
use seatwise_domain::authz::Caller;
use seatwise_domain::store::Db;
use seatwise_tables::Cell;

use super::{FileError, Format, Sheet, at, heads, target, word};
use crate::locale::Lang;
use crate::text::Text;
use crate::ui::audit::actor;

/// The lines of the audit log that a filter finds, as CSV.
pub async fn audit(
    db: &Db,
    caller: &Caller,
    filter: &AuditFilter,
    lang: Lang,
) -> Result<Vec<u8>, FileError> {
    let keys = [
        "audit-col-when",
        "audit-col-who",
        "audit-col-what",
        "audit-col-why",
        "audit-col-from",
        "export-changes",
        "export-id",
    ];
    let target = target(lang, caller, Format::Csv, "nav-audit");
    let mut sheet = Sheet::new(&target, &heads(lang, &keys))?;
    audit::export(db, caller, filter, |page| {
        for entry in page {
            sheet.row(&audit_cells(lang, entry));
        }
    })
    .await?;
    Ok(sheet.finish()?)
}

fn audit_cells(lang: Lang, entry: Entry) -> Vec<Cell> {
    let key = ["event-", &entry.kind.as_str().replace('.', "-")].concat();
    let what = Text::new(lang, key)
        .with("subject", entry.subject_name.unwrap_or_default())
        .to_string();
    let more = entry
        .more_changed
        .then(|| Text::new(lang, "lead-event-more").to_string());
    let changes: Vec<String> = entry
        .changes
        .iter()
        .map(|change| format!("{}: {} → {}", change.field, change.before, change.after))
        .chain(more)
        .collect();
    vec![
        at(Some(entry.at)),
        actor(lang, &entry.actor_kind, &entry.actor_name).into(),
        what.into(),
        entry.reason.into(),
        word(lang, "source-", &entry.source),
        changes.join("; ").into(),
        entry.id.to_string().into(),
    ]
}
