//! Claiming and running: one short transaction to claim, the work outside of it, one to finish.

use std::collections::HashMap;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::sql::{self, JobRow};
use super::{Job, JobContext, JobError, MAX_ATTEMPTS, NOBODY, Next};
use crate::audit::Audit;
use crate::clock::Timestamp;
use crate::store::{Db, Reads as _, StoreError};

type Work = Pin<Box<dyn Future<Output = Result<Next, JobError>> + Send>>;
type Runner = Arc<dyn Fn(serde_json::Value, JobContext) -> Work + Send + Sync>;

/// Which kinds of jobs this program can run.
#[derive(Clone, Default)]
pub struct Registry(HashMap<&'static str, Runner>);

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Registry {
    /// The registry with one kind more.
    #[must_use]
    pub fn with<J: Job>(mut self) -> Self {
        let runner: Runner = Arc::new(|payload, context| {
            Box::pin(async move {
                let job: J = serde_json::from_value(payload)
                    .map_err(|error| JobError::Failed(format!("unreadable job: {error}")))?;
                job.run(&context).await
            })
        });
        self.0.insert(J::KIND, runner);
        self
    }
}

/// What a call of [`run_next`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ran {
    /// A step was done, well or badly.
    Step,
    /// Nothing is due; the next job waits until then.
    Idle(Option<Timestamp>),
}

/// Claims the next due job and runs one step of it.
pub async fn run_next(
    db: &Db,
    registry: &Registry,
    stop: &CancellationToken,
) -> Result<Ran, StoreError> {
    let mut tx = db.write().await?;
    let Some(job) = sql::claim(&mut tx).await? else {
        let next = sql::next_run(&mut tx).await?;
        return Ok(Ran::Idle(next));
    };
    tx.commit(Audit::Housekeeping).await?;
    let result = step(db, registry, stop, &job).await;
    conclude(db, &job, result).await?;
    Ok(Ran::Step)
}

async fn step(
    db: &Db,
    registry: &Registry,
    stop: &CancellationToken,
    job: &JobRow,
) -> Result<Next, JobError> {
    let Some(runner) = registry.0.get(job.kind.as_str()) else {
        return Err(JobError::Failed(format!(
            "no such kind of job: {}",
            job.kind
        )));
    };
    let principal = serde_json::from_value(job.principal.clone())
        .map_err(|error| JobError::Failed(format!("unreadable principal: {error}")))?;
    let context = JobContext {
        db: db.clone(),
        tenant: job.tenant,
        principal,
        stop: stop.clone(),
        job: job.id,
        lease_no: job.lease_no,
    };
    // A task of its own: a panic fails the job and not the worker.
    let work = runner(job.payload.clone(), context);
    tokio::spawn(work)
        .await
        .unwrap_or_else(|error| Err(JobError::Failed(format!("the step broke off: {error}"))))
}

async fn conclude(db: &Db, job: &JobRow, result: Result<Next, JobError>) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    match result {
        Ok(Next::Done) => sql::finish(&mut tx, job).await?,
        Ok(Next::Again) => {
            let now = tx.now();
            sql::again(&mut tx, job, now).await?;
        }
        Ok(Next::At(at)) => sql::again(&mut tx, job, at).await?,
        // Somebody else has it; nothing of ours is to be written.
        Err(JobError::Store(StoreError::LeaseLost)) => {}
        Err(error) => {
            let hopeless = matches!(error, JobError::NobodyAllowed | JobError::Denied(_));
            let dead = hopeless || job.attempts + 1 >= MAX_ATTEMPTS;
            let pause = 5 * (1_i64 << job.attempts.min(10));
            let jitter = i64::try_from(tx.ids().below(1_000)).unwrap_or_default() * 1_000;
            let at = Timestamp::from_micros(tx.now().plus_seconds(pause).micros() + jitter);
            tracing::warn!(job = %job.id, kind = %job.kind, attempts = job.attempts + 1, dead, %error, "job step failed");
            let words = if hopeless {
                NOBODY.to_owned()
            } else {
                error.to_string()
            };
            sql::fail(&mut tx, job, dead, at, &words).await?;
        }
    }
    tx.commit(Audit::Housekeeping).await
}

/// Frees what a dead process of the same embedded database held: there is only one process, so a running
/// job found at start-up is nobody's.
pub async fn release_all(db: &Db) -> Result<u64, StoreError> {
    let mut tx = db.write().await?;
    let freed = sql::revive(&mut tx).await?;
    tx.commit(Audit::Housekeeping).await?;
    Ok(freed)
}
