//! One lead with its notes and what happened to it.

use super::veil::veiled;
use super::{HistoryLine, Lead, Note, history, notes, sql};
use crate::authz::{RecordAction, RecordScope, ViewRecords};
use crate::ids::RecordId;
use crate::store::{Page, PageSize, Reads, StoreError, WriteTx};

/// What the page of a lead shows.
#[derive(Debug, Clone)]
pub struct LeadPage {
    /// The lead.
    pub lead: Lead,
    /// The newest notes.
    pub notes: Page<Note>,
    /// What happened last.
    pub history: Page<HistoryLine>,
}

/// A lead within reach.
pub async fn find<A: RecordAction>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    id: RecordId,
) -> Result<Option<Lead>, StoreError> {
    let found = sql::find(tx, scope, id).await?;
    Ok(found.map(|lead| veiled(lead, scope.fields())))
}

/// A lead within reach, held until the commit, for acts around it that leave the lead itself alone.
pub async fn lock<A: RecordAction>(
    tx: &mut WriteTx,
    scope: &RecordScope<A>,
    id: RecordId,
) -> Result<Option<Lead>, StoreError> {
    let found = sql::find_for_update(tx, scope, id).await?;
    Ok(found.map(|lead| veiled(lead, scope.fields())))
}

/// A lead within reach with its newest notes and changes.
pub async fn show(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    id: RecordId,
    size: PageSize,
) -> Result<Option<LeadPage>, StoreError> {
    let Some(lead) = find(tx, scope, id).await? else {
        return Ok(None);
    };
    Ok(Some(LeadPage {
        notes: notes(tx, scope, &lead, None, size).await?,
        history: history(tx, scope, id, None, size).await?,
        lead,
    }))
}
