//! Jobs that were given up: whoever began one may not act any more, or each try failed.

use super::{NOBODY, sql};
use crate::ids::{JobId, TenantId};
use crate::store::{FromRow, Reader, Reads, StoreError, WriteTx};

/// A job that nobody tries again, until somebody takes its work over.
#[derive(Debug, Clone)]
pub struct GivenUp {
    /// Its id.
    pub id: JobId,
    /// The kind.
    pub kind: String,
    /// The job itself.
    pub payload: serde_json::Value,
    /// True when whoever it ran for lost the right or left; else each try failed.
    pub starter_may_not: bool,
}

impl FromRow for GivenUp {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            kind: row.text()?,
            payload: row.json()?,
            starter_may_not: row.text_opt()?.as_deref() == Some(NOBODY),
        })
    }
}

/// Jobs of some kinds that were given up and not taken over, newest first, at most 100.
pub async fn given_up(
    tx: &mut impl Reads,
    tenant: TenantId,
    kinds: &[&'static str],
) -> Result<Vec<GivenUp>, StoreError> {
    sql::given_up(tx, tenant, kinds).await
}

/// Counts a job as settled, because another does its work now, or the work is not wanted any more.
pub async fn take_over(tx: &mut WriteTx, tenant: TenantId, job: JobId) -> Result<(), StoreError> {
    sql::take_over(tx, tenant, job).await
}
