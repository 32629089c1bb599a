//! Going on with an import whose job was given up, with the rights of who asks for it.

use super::stopped::{self, Work};
use super::{Import, RunImport, mails, sql, undo_job};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, RunImports};
use crate::ids::{ImportId, TenantId};
use crate::jobs::{self, Enqueue};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};

/// Why an import does not go on.
#[derive(Debug, thiserror::Error)]
pub enum ResumeError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such import.
    #[error("there is no such import")]
    NoSuchImport,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ResumeError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchImport => &problem::NOT_FOUND,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Lets the rest of a run, of an undo or of the activation mails go on with the caller's rights. Does nothing
/// to an import that has not stopped.
pub async fn resume(db: &Db, caller: &Caller, id: ImportId) -> Result<Import, ResumeError> {
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.write().await?;
    let import = sql::lock(&mut tx, scope.tenant(), id)
        .await?
        .ok_or(ResumeError::NoSuchImport)?;
    let given_up = stopped::of(&mut tx, scope.tenant(), &import).await?;
    if given_up.is_empty() {
        return Ok(import);
    }
    for one in given_up {
        jobs::take_over(&mut tx, scope.tenant(), one.job).await?;
        match one.work {
            Work::Run(job) => enqueue(&mut tx, caller, &job).await?,
            Work::Undo(job) => undo_job::enqueue(&mut tx, caller, &job).await?,
            Work::Mails(job) => mails::enqueue(&mut tx, caller, id, job.rows).await?,
        }
    }
    let line = Event::new(EventKind::ImportResumed).on(SubjectKind::Import, id, &import.file_name);
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(import)
}

/// Step: lets a job run the import.
pub(super) async fn enqueue(
    tx: &mut WriteTx,
    caller: &Caller,
    job: &RunImport,
) -> Result<(), StoreError> {
    let how = Enqueue {
        at: None,
        dedup_key: Some(format!("import-run:{}", job.import)),
    };
    jobs::enqueue(tx, caller, job, how).await.map(drop)
}

/// Step: what was given up of an import is not wanted any more, or is begun anew.
pub(super) async fn settle(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: &Import,
) -> Result<(), StoreError> {
    for one in stopped::of(tx, tenant, import).await? {
        jobs::take_over(tx, tenant, one.job).await?;
    }
    Ok(())
}
