//! Pages of leads.

use std::collections::HashMap;

use super::filter::{LeadFilter, Sort};
use super::veil::veiled;
use super::{LeadRow, sql};
use crate::authz::{RecordScope, ViewRecords};
use crate::clock::Timestamp;
use crate::ids::{EventId, RecordId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Count, Cursor, FromRow, Page, PageSize, ReadTx, Reader, Reads, StoreError};

/// Why there is no list.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The order would tell what the caller's roles hide.
    #[error("the field {0} that would sort is hidden")]
    SortHidden(&'static str),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ListError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::SortHidden(_) => &problem::SORT_HIDDEN,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SortHidden(field) => vec![("field", (*field).to_owned())],
            Self::Store(_) => Vec::new(),
        }
    }
}

/// A page of the leads within reach, with a total that stops at the limit of counts.
pub async fn list(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    sort: Sort,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<LeadRow>, ListError> {
    let rules = scope.fields();
    if let Some(field) = sort.field().filter(|field| rules.hides(field)) {
        return Err(ListError::SortHidden(field));
    }
    let total = count(tx, scope, filter).await?;
    let items = sql::list(tx, scope, filter, sort, cursor, size).await?;
    let items = items.into_iter().map(|row| veiled(row, rules)).collect();
    Ok(Page::cut(items, size, cursor, total, |row: &LeadRow| {
        (sort.key_of(row), row.id.0)
    }))
}

/// How many leads the filter finds within reach, up to the limit of counts.
pub async fn count(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
) -> Result<Count, StoreError> {
    sql::count(tx, scope, filter).await.map(Count::capped)
}

/// Where an unassigned lead came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameFrom {
    /// The former owner.
    pub user: UserId,
    /// The former owner's name.
    pub name: String,
    /// The change that took it away.
    pub event: EventId,
    /// When.
    pub at: Timestamp,
}

impl FromRow for (RecordId, CameFrom) {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok((
            row.id()?,
            CameFrom {
                user: row.id()?,
                name: row.text()?,
                event: row.id()?,
                at: row.at()?,
            },
        ))
    }
}

/// The last owner of each of the unassigned leads of a page; leads that never had one are missing.
pub async fn came_from(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    rows: &[LeadRow],
) -> Result<HashMap<RecordId, CameFrom>, StoreError> {
    let ids: Vec<RecordId> = rows
        .iter()
        .filter(|row| row.owner.is_none())
        .map(|row| row.id)
        .collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    // Oldest first, so that the newest of several stays in the map.
    Ok(sql::came_from(tx, scope, &ids).await?.into_iter().collect())
}
