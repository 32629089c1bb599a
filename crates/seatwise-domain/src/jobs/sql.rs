//! Statements of the job table. It belongs to the installation: claiming names no account.

use super::{GivenUp, LEASE_SECONDS};
use crate::args;
use crate::clock::Timestamp;
use crate::ids::{JobId, TenantId};
use crate::stmt;
use crate::store::{FromRow, Reader, Reads, Sql, StoreError, WriteTx};

/// A job as the table holds it.
#[derive(Debug, Clone)]
pub struct JobRow {
    /// Its id.
    pub id: JobId,
    /// The account, unless it is the installation's.
    pub tenant: Option<TenantId>,
    /// The kind.
    pub kind: String,
    /// The job itself.
    pub payload: serde_json::Value,
    /// For whom it runs.
    pub principal: serde_json::Value,
    /// How often a step failed in a row.
    pub attempts: u64,
    /// Rises with each claim.
    pub lease_no: i64,
}

impl FromRow for JobRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            tenant: row.id_opt()?,
            kind: row.text()?,
            payload: row.json()?,
            principal: row.json()?,
            attempts: row.count()?,
            lease_no: row.int()?,
        })
    }
}

stmt!(
    INSERT = "insert into jobs (id, tenant_id, kind, payload, principal, state, dedup_key, run_at, attempts,
                     lease_no, created_at)
              values ($1, $2, $3, $4, $5, 'ready', $6, $7, 0, 0, $8) on conflict do nothing",
    CLAIM = "update jobs set state = 'running', lease_no = lease_no + 1, lease_until = $2
              where id = (select id from jobs
                           where state in ('ready', 'running') and run_at <= $1
                             and (state = 'ready' or lease_until < $1)
                           order by run_at, id limit 1 /*pg for update skip locked */)
             returning id, tenant_id, kind, payload, principal, attempts, lease_no",
    FENCE = "update jobs set lease_until = $3
              where id = $1 and lease_no = $2 and state = 'running'",
    FINISH = "update jobs set state = 'done', finished_at = $3, lease_until = null, last_error = null
               where id = $1 and lease_no = $2 and state = 'running'",
    AGAIN = "update jobs set state = 'ready', run_at = $3, lease_until = null, attempts = 0, last_error = null
              where id = $1 and lease_no = $2 and state = 'running'",
    FAIL = "update jobs set state = $3, run_at = $4, lease_until = null, attempts = attempts + 1,
                   last_error = $5
             where id = $1 and lease_no = $2 and state = 'running'",
    REVIVE = "update jobs set lease_until = 0 where state = 'running'",
    NEXT_RUN = "select min(run_at) from jobs where state = 'ready'",
    QUEUED = "select count(*) from jobs where dedup_key = $1 and state in ('ready', 'running')",
    TAKE_OVER = "update jobs set state = 'done', finished_at = $3
                  where tenant_id = $1 and id = $2 and state = 'dead'"
);

#[expect(clippy::too_many_arguments, reason = "the columns of one row")]
pub(super) async fn insert(
    tx: &mut WriteTx,
    id: JobId,
    tenant: Option<TenantId>,
    kind: &str,
    payload: serde_json::Value,
    principal: serde_json::Value,
    dedup_key: Option<&str>,
    run_at: Timestamp,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let insert = INSERT.with(args![
        id, tenant, kind, payload, principal, dedup_key, run_at, now
    ]);
    Ok(tx.run(insert).await? == 1)
}

pub(super) async fn is_queued(tx: &mut impl Reads, dedup_key: &str) -> Result<bool, StoreError> {
    Ok(tx.number(QUEUED.with(args![dedup_key])).await? > 0)
}

pub(super) async fn claim(tx: &mut WriteTx) -> Result<Option<JobRow>, StoreError> {
    let now = tx.now();
    tx.find(CLAIM.with(args![now, now.plus_seconds(LEASE_SECONDS)]))
        .await
}

pub(super) async fn fence(tx: &mut WriteTx, job: JobId, lease_no: i64) -> Result<(), StoreError> {
    let until = tx.now().plus_seconds(LEASE_SECONDS);
    match tx.run(FENCE.with(args![job, lease_no, until])).await? {
        1 => Ok(()),
        _ => Err(StoreError::LeaseLost),
    }
}

pub(super) async fn finish(tx: &mut WriteTx, job: &JobRow) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(FINISH.with(args![job.id, job.lease_no, now]))
        .await
        .map(drop)
}

pub(super) async fn again(tx: &mut WriteTx, job: &JobRow, at: Timestamp) -> Result<(), StoreError> {
    tx.run(AGAIN.with(args![job.id, job.lease_no, at]))
        .await
        .map(drop)
}

pub(super) async fn fail(
    tx: &mut WriteTx,
    job: &JobRow,
    dead: bool,
    at: Timestamp,
    error: &str,
) -> Result<(), StoreError> {
    let state = if dead { "dead" } else { "ready" };
    tx.run(FAIL.with(args![job.id, job.lease_no, state, at, error]))
        .await
        .map(drop)
}

pub(super) async fn revive(tx: &mut WriteTx) -> Result<u64, StoreError> {
    tx.run(REVIVE.with(args![])).await
}

pub(super) async fn next_run(tx: &mut impl Reads) -> Result<Option<Timestamp>, StoreError> {
    match tx.row(NEXT_RUN.with(args![])).await? {
        Some(row) => row.reader().at_opt(),
        None => Ok(None),
    }
}

pub(super) async fn given_up(
    tx: &mut impl Reads,
    tenant: TenantId,
    kinds: &[&'static str],
) -> Result<Vec<GivenUp>, StoreError> {
    let sql = Sql::new("select id, kind, payload, last_error from jobs")
        .push(" where tenant_id = $? and state = 'dead'", args![tenant])
        .push(" and kind in ", args![])
        .list(kinds.iter().copied())
        .push(" order by id desc limit 100", args![]);
    tx.all(sql).await
}

pub(super) async fn take_over(
    tx: &mut WriteTx,
    tenant: TenantId,
    job: JobId,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(TAKE_OVER.with(args![tenant, job, now]))
        .await
        .map(drop)
}
