//! The log as a file: the same lines as on the page, and a line that says who took them.

use super::event::{Audit, Event, EventKind};
use super::list::{AuditFilter, Entry, list};
use crate::authz::{Caller, Denied, ViewAudit};
use crate::problem::{ProblemKind, ToProblem};
use crate::store::{Db, PageSize, StoreError};

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ExportError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Store(_) => Vec::new(),
        }
    }
}

/// Hands every page of a filter to `each`, newest first, from one snapshot; then notes the export in the log.
pub async fn export(
    db: &Db,
    caller: &Caller,
    filter: &AuditFilter,
    mut each: impl FnMut(Vec<Entry>) + Send,
) -> Result<u64, ExportError> {
    let scope = caller.scope::<ViewAudit>()?;
    let mut rows = 0;
    {
        let mut tx = db.read().await?;
        let mut cursor = None;
        loop {
            let page = list(&mut tx, &scope, filter, cursor.as_ref(), PageSize::new(200)).await?;
            rows += page.items.len() as u64;
            each(page.items);
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
    }
    let tx = db.write().await?;
    let event = Event::new(EventKind::AuditExported)
        .detail("rows", rows)
        .detail("format", "csv");
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(rows)
}
