//! All people of a filter, in keyset batches, for CSV and XLSX (L16, J23).

use std::collections::HashMap;

use super::list::{ListFilter, UserRow, list};
use super::sql;
use crate::audit::{Audit, Event, EventKind};
use crate::authz::{Caller, Denied, ExportUsers, ViewUsers};
use crate::ids::UserId;
use crate::problem::{ProblemKind, ToProblem};
use crate::store::{Db, PageSize, StoreError};

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Not allowed (J23).
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

/// A page of people, and the aliases of those who have any.
pub type ExportPage = (Vec<UserRow>, HashMap<UserId, Vec<String>>);

/// Hands every page of a filter to `each`, from one snapshot; then notes the export in the log. The rows are
/// those that the list shows to the same person (AB-125), with all addresses that a person has (L16).
pub async fn export(
    db: &Db,
    caller: &Caller,
    filter: &ListFilter,
    format: &'static str,
    mut each: impl FnMut(ExportPage) + Send,
) -> Result<u64, ExportError> {
    let scope = caller.scope::<ExportUsers>()?;
    let viewing = caller.scope::<ViewUsers>()?;
    let mut rows = 0;
    {
        let mut tx = db.read().await?;
        let mut cursor = None;
        loop {
            let page = list(
                &mut tx,
                &viewing,
                filter,
                cursor.as_ref(),
                PageSize::new(200),
            )
            .await?;
            rows += page.items.len() as u64;
            let ids: Vec<UserId> = page.items.iter().map(|row| row.user.id).collect();
            let aliases = sql::aliases_of(&mut tx, scope.tenant(), &ids).await?;
            each((page.items, aliases));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
    }
    let tx = db.write().await?;
    let event = Event::new(EventKind::UsersExported)
        .detail("rows", rows)
        .detail("format", format);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(rows)
}
