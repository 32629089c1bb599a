//! Keys of repeated calls: claimed with the effect, answered afterwards.

use super::event::Audit;
use super::sql;
use crate::authz::Caller;
use crate::store::{Db, Reads, StoreError};

/// A key that was used before.
#[derive(Debug, Clone)]
pub struct KnownKey {
    /// SHA-256 over what was asked.
    pub hash: Vec<u8>,
    /// What was answered; none while the first call runs, or when its answer was lost.
    pub answer: Option<serde_json::Value>,
}

/// The key of this caller, if it was used.
pub async fn find_key(
    tx: &mut impl Reads,
    caller: &Caller,
    key: &str,
) -> Result<Option<KnownKey>, StoreError> {
    sql::find_key(tx, caller.actor(), key).await
}

/// Keeps what was answered beside a key that a commit has claimed.
pub async fn keep_answer(
    db: &Db,
    caller: &Caller,
    key: &str,
    answer: serde_json::Value,
) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    sql::keep_answer(&mut tx, caller.actor(), key, answer).await?;
    tx.commit(Audit::Housekeeping).await
}
