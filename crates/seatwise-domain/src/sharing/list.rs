//! With whom a lead is shared.

use super::parties::PartyName;
use super::{Access, sql};
use crate::authz::{RecordScope, ShareRecords};
use crate::clock::Timestamp;
use crate::ids::RecordId;
use crate::records;
use crate::store::{FromRow, Reader, Reads, StoreError};

/// A lead that is shared with somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// With whom.
    pub with: PartyName,
    /// To do what.
    pub access: Access,
    /// Who shared it, by the present name; none for operator and program.
    pub by: Option<String>,
    /// Since when.
    pub since: Timestamp,
}

impl FromRow for Share {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            with: sql::read_party(row)?,
            access: Access::of(row.bool()?),
            by: row.text_opt()?,
            since: row.at()?,
        })
    }
}

/// Everybody with whom a lead is shared one by one, oldest share first; `None` when the lead is beyond
/// those that the person may share.
pub async fn list(
    tx: &mut impl Reads,
    scope: &RecordScope<ShareRecords>,
    lead: RecordId,
) -> Result<Option<Vec<Share>>, StoreError> {
    if records::find(tx, scope, lead).await?.is_none() {
        return Ok(None);
    }
    sql::shares(tx, scope.tenant(), lead).await.map(Some)
}
