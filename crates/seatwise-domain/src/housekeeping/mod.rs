//! Nightly tidying of the installation: what nobody can use any more goes, and the planner learns new figures.

mod sql;

use serde::{Deserialize, Serialize};

use crate::audit::Audit;
use crate::authz::{Caller, Task};
use crate::jobs::{Job, JobContext, JobError, Next};
use crate::roles;
use crate::store::Reads as _;

/// Ended or expired sessions stay visible to nobody; they are kept a month for the operator's questions.
const SESSION_DAYS: i64 = 30;
/// Used, revoked and expired links.
const LINK_DAYS: i64 = 30;
/// Answers to repeated requests (clients repeat within minutes).
const KEY_DAYS: i64 = 2;
/// Jobs that were done.
const JOB_DAYS: i64 = 14;
const DAY_SECONDS: i64 = 86_400;

/// The job; one of it always waits.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Tidy {}

impl Job for Tidy {
    const KIND: &'static str = "housekeeping.tidy";

    async fn run(&self, context: &JobContext) -> Result<Next, JobError> {
        let turned = {
            let mut tx = context.db.read().await?;
            sql::with_turned_roles(&mut tx).await?
        };
        let (mut begun, mut gone) = (0, 0);
        for tenant in turned {
            let caller = Caller::system(tenant, Task::Housekeeping);
            begun += roles::begin(&context.db, &caller).await?;
            gone += roles::expire(&context.db, &caller).await?;
        }
        let mut tx = context.db.write().await?;
        context.fence(&mut tx).await?;
        let now = tx.now();
        gone += sql::sessions(&mut tx, now.plus_days(-SESSION_DAYS)).await?;
        gone += sql::links(&mut tx, now.plus_days(-LINK_DAYS)).await?;
        gone += sql::keys(&mut tx, now.plus_days(-KEY_DAYS)).await?;
        gone += sql::jobs(&mut tx, now.plus_days(-JOB_DAYS)).await?;
        tx.commit(Audit::Housekeeping).await?;
        if gone + begun > 0 {
            tracing::info!(
                gone,
                begun,
                "old rows were removed, and what has begun was told"
            );
            return Ok(Next::Again);
        }
        context.db.analyze().await?;
        Ok(Next::At(now.plus_seconds(DAY_SECONDS)))
    }
}
