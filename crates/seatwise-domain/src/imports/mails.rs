//! Activation mails of an import, when the admin says so (L6, L7).

use serde::{Deserialize, Serialize};

use super::{BATCH, Import, ImportKind, ImportState, Verdict, resume, rows_sql, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, RunImports, Scope};
use crate::ids::{ImportId, UserId};
use crate::jobs::{self, Enqueue, Job, JobContext, JobError, Next};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError, WriteTx};
use crate::users::{self, UserState};

/// Why no mail is sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such import.
    #[error("there is no such import")]
    NoSuchImport,
    /// It is not done, or brought no people.
    #[error("the import has nobody to mail")]
    NothingToMail,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for MailError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchImport => &problem::NOT_FOUND,
            Self::NothingToMail => &problem::IMPORT_STATE,
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

/// Who would get an activation mail, and who not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailPlan {
    /// People who would get one.
    pub mails: u64,
    /// People without an address; they get a password from an admin.
    pub no_address: u64,
    /// People who have got one already, signed in or left.
    pub others: u64,
}

/// Tells what sending the activation mails of an import would do.
pub async fn plan_mails(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: &Import,
) -> Result<MailPlan, StoreError> {
    let (mails, no_address) = users::waiting_of_import(tx, scope, import.id).await?;
    let made = import.totals.of(Verdict::Create);
    Ok(MailPlan {
        mails,
        no_address,
        others: made.saturating_sub(mails + no_address),
    })
}

/// Sends activation mails to the people of an import who have got none yet: to all, or to those of some rows. Whoever has
/// one already is left out, so pressing twice mails once.
pub async fn send_activations(
    db: &Db,
    caller: &Caller,
    id: ImportId,
    rows: Option<&[u32]>,
) -> Result<Import, MailError> {
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.write().await?;
    let import = sql::lock(&mut tx, scope.tenant(), id)
        .await?
        .ok_or(MailError::NoSuchImport)?;
    if import.kind != ImportKind::Users || import.state != ImportState::Done {
        return Err(MailError::NothingToMail);
    }
    if rows.is_none() {
        // Whatever was given up before is part of all.
        resume::settle(&mut tx, scope.tenant(), &import).await?;
    }
    enqueue(&mut tx, caller, id, rows.map(<[u32]>::to_vec)).await?;
    let import = sql::find(&mut tx, scope.tenant(), id)
        .await?
        .ok_or(MailError::NoSuchImport)?;
    let line = Event::new(EventKind::ImportMailed).on(SubjectKind::Import, id, &import.file_name);
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(import)
}

/// Step: queues the job that writes the mails.
pub(super) async fn enqueue(
    tx: &mut WriteTx,
    caller: &Caller,
    import: ImportId,
    rows: Option<Vec<u32>>,
) -> Result<(), StoreError> {
    sql::save_mailed(tx, caller.tenant(), import).await?;
    let dedup_key = rows.is_none().then(|| format!("import-mails:{import}"));
    jobs::enqueue(
        tx,
        caller,
        &SendActivations { import, rows },
        Enqueue {
            at: None,
            dedup_key,
        },
    )
    .await
    .map(drop)
}

/// The job that writes the mails.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendActivations {
    /// The import.
    pub import: ImportId,
    /// Rows of the file; all without.
    pub rows: Option<Vec<u32>>,
}

impl Job for SendActivations {
    const KIND: &'static str = "imports.mail";

    async fn run(&self, context: &JobContext) -> Result<Next, JobError> {
        let mut after = None;
        while !context.stop.is_cancelled() {
            let caller = context.caller().await?;
            let scope = caller.scope::<RunImports>()?;
            let mut tx = context.db.write().await?;
            context.fence(&mut tx).await?;
            let waiting: Vec<UserId> = match &self.rows {
                None => {
                    let batch = (after, BATCH);
                    users::invited_of_import(&mut tx, &scope, self.import, batch).await?
                }
                Some(rows) => {
                    let made =
                        rows_sql::made_among(&mut tx, scope.tenant(), self.import, rows).await?;
                    let ids: Vec<UserId> = made.iter().map(|row| UserId(row.subject)).collect();
                    users::find_many(&mut tx, &scope, &ids)
                        .await?
                        .into_values()
                        .collect()
                }
            }
            .into_iter()
            .filter(|user| user.state == UserState::Invited)
            .map(|user| user.id)
            .collect();
            if waiting.is_empty() {
                return Ok(Next::Done);
            }
            after = waiting.last().copied();
            let (sent, events) =
                users::send_activations(&mut tx, &scope, &caller, &waiting).await?;
            // A whole batch may be outside the part of whoever sends (P64); the next one need not be.
            if !sent.sent.is_empty() {
                tx.commit(Audit::all(&scope, events)).await?;
            }
            if self.rows.is_some() {
                return Ok(Next::Done);
            }
        }
        Ok(Next::Again)
    }
}
