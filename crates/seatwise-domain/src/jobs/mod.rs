//! Background jobs in the database: enqueued with the change that causes them, leased to one worker at a time.

mod given_up;
mod queue;
mod schedule;
mod sql;
mod worker;

use std::future::Future;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio_util::sync::CancellationToken;

use crate::authz::{Caller, Denied, StoredPrincipal};
use crate::clock::Timestamp;
use crate::ids::{JobId, TenantId};
use crate::store::{Db, StoreError, WriteTx};

pub use given_up::{GivenUp, given_up, take_over};
pub use queue::{Enqueue, enqueue, enqueue_as, is_queued};
pub use schedule::ensure;
pub use worker::{Ran, Registry, release_all, run_next};

/// How long a worker may hold a job before another may take it: a step is one short transaction.
pub const LEASE_SECONDS: i64 = 60;
/// Tries before a job is given up and shown as dead.
pub const MAX_ATTEMPTS: u64 = 10;

/// What is kept of a job that ended for want of a right.
const NOBODY: &str = "nobody may do this any more";

/// A piece of work that goes on after a restart.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the table; never changes once released.
    const KIND: &'static str;

    /// Does one step. Must be idempotent: after a kill the same step runs again.
    fn run(&self, context: &JobContext) -> impl Future<Output = Result<Next, JobError>> + Send;
}

/// What follows a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// All is done.
    Done,
    /// Another step at once.
    Again,
    /// Another step at an instant.
    At(Timestamp),
}

/// What a step has at hand.
#[derive(Debug, Clone)]
pub struct JobContext {
    /// The database.
    pub db: Db,
    /// The account, unless the job is the installation's.
    pub tenant: Option<TenantId>,
    principal: StoredPrincipal,
    /// Cancelled when the server is asked to stop; a step that ends early returns `Again`.
    pub stop: CancellationToken,
    job: JobId,
    lease_no: i64,
}

impl JobContext {
    /// The caller the job runs for, loaded anew.
    ///
    /// # Errors
    /// [`JobError::NobodyAllowed`] when the person may not act any more.
    pub async fn caller(&self) -> Result<Caller, JobError> {
        let tenant = self.tenant.ok_or(JobError::NobodyAllowed)?;
        let mut tx = self.db.read().await?;
        Caller::for_job(&mut tx, tenant, self.principal)
            .await?
            .ok_or(JobError::NobodyAllowed)
    }

    /// Proves inside the step's transaction that the lease is still this worker's, and renews it. A
    /// worker that slept through its lease is refused here, before it writes.
    pub async fn fence(&self, tx: &mut WriteTx) -> Result<(), StoreError> {
        sql::fence(tx, self.job, self.lease_no).await
    }
}

/// Why a step did not go through.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The person it ran for lost the right or left.
    #[error("{}", NOBODY)]
    NobodyAllowed,
    /// The right was refused.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Anything else, in words for the operator.
    #[error("{0}")]
    Failed(String),
}
