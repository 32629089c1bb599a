//! Hand-overs as their own page and the leaver's page show them.

use super::{HandOver, sql};
use crate::authz::{AssignRecords, RecordScope};
use crate::ids::{EventId, UserId};
use crate::store::{Reads, StoreError};

/// A hand-over, with how far it came.
pub async fn show(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
) -> Result<Option<HandOver>, StoreError> {
    sql::find(tx, scope, id).await
}

/// The newest hand-overs of somebody's leads, undos among them.
pub async fn list_of_leaver(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    user: UserId,
    limit: u32,
) -> Result<Vec<HandOver>, StoreError> {
    sql::of_leaver(tx, scope, user, limit.min(100)).await
}
