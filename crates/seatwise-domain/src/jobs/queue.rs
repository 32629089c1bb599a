//! Putting a job into the table, inside the transaction that causes it.

use super::{Job, sql};
use crate::authz::{Caller, StoredPrincipal};
use crate::clock::Timestamp;
use crate::ids::{JobId, TenantId};
use crate::store::{Reads, StoreError, WriteTx};

/// When a job runs, and what makes it unique.
#[derive(Debug, Clone, Default)]
pub struct Enqueue {
    /// Not before; at once unless set.
    pub at: Option<Timestamp>,
    /// A waiting or running job with the same key makes this one unnecessary.
    pub dedup_key: Option<String>,
}

/// Enqueues a job that runs with the caller's rights as they are at each of its steps. `None` when the
/// dedup key is taken.
pub async fn enqueue<J: Job>(
    tx: &mut WriteTx,
    caller: &Caller,
    job: &J,
    how: Enqueue,
) -> Result<Option<JobId>, StoreError> {
    enqueue_as(tx, Some(caller.tenant()), caller.stored(), job, how).await
}

/// Like [`enqueue`], for a principal that is known by other means.
pub async fn enqueue_as<J: Job>(
    tx: &mut WriteTx,
    tenant: Option<TenantId>,
    principal: StoredPrincipal,
    job: &J,
    how: Enqueue,
) -> Result<Option<JobId>, StoreError> {
    let fault = |error: serde_json::Error| StoreError::Fault(Box::new(error));
    let payload = serde_json::to_value(job).map_err(fault)?;
    let principal = serde_json::to_value(principal).map_err(fault)?;
    let at = how.at.unwrap_or_else(|| tx.now());
    let id: JobId = tx.id();
    let dedup_key = how.dedup_key.as_deref();
    let added = sql::insert(tx, id, tenant, J::KIND, payload, principal, dedup_key, at).await?;
    tx.wake_workers();
    Ok(added.then_some(id))
}

/// Whether a job with this dedup key waits or runs.
pub async fn is_queued(tx: &mut impl Reads, dedup_key: &str) -> Result<bool, StoreError> {
    sql::is_queued(tx, dedup_key).await
}
