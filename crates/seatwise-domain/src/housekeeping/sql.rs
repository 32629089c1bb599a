//! Statements of the tidying. They serve all accounts at once, in batches.

use crate::args;
use crate::clock::Timestamp;
use crate::ids::TenantId;
use crate::stmt;
use crate::store::{Reads, StoreError, WriteTx};

const BATCH: i64 = 500;

stmt!(
    TURNED_ROLES = "select distinct tenant_id from user_roles
                     where expires_at <= $1 or (not began and starts_at <= $1) order by tenant_id limit 100",
    SESSIONS = "delete from sessions where (tenant_id, token_hash) in
                (select tenant_id, token_hash from sessions
                  where expires_at < $1 or ended_at < $1 limit $2)",
    LINKS = "delete from links where (tenant_id, token_hash) in
             (select tenant_id, token_hash from links
               where expires_at < $1 or used_at < $1 or revoked_at < $1 limit $2)",
    KEYS = "delete from idempotency_keys where (tenant_id, principal, idem_key) in
            (select tenant_id, principal, idem_key from idempotency_keys where created_at < $1 limit $2)",
    JOBS = "delete from jobs where id in
            (select id from jobs where state = 'done' and finished_at < $1 limit $2)"
);

/// Accounts in which somebody holds a role that has begun since, or whose time is over.
pub(super) async fn with_turned_roles(tx: &mut impl Reads) -> Result<Vec<TenantId>, StoreError> {
    let now = tx.now();
    let rows = tx.rows(TURNED_ROLES.with(args![now])).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

pub(super) async fn sessions(tx: &mut WriteTx, before: Timestamp) -> Result<u64, StoreError> {
    tx.run(SESSIONS.with(args![before, BATCH])).await
}

pub(super) async fn links(tx: &mut WriteTx, before: Timestamp) -> Result<u64, StoreError> {
    tx.run(LINKS.with(args![before, BATCH])).await
}

pub(super) async fn keys(tx: &mut WriteTx, before: Timestamp) -> Result<u64, StoreError> {
    tx.run(KEYS.with(args![before, BATCH])).await
}

pub(super) async fn jobs(tx: &mut WriteTx, before: Timestamp) -> Result<u64, StoreError> {
    tx.run(JOBS.with(args![before, BATCH])).await
}
