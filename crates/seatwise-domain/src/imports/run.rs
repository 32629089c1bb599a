//! The run: a job that takes batch after batch, each with its verdicts and effects in one transaction.

use serde::{Deserialize, Serialize};

use super::check::frame;
use super::judge::Verdict;
use super::kind::{Effect, Kind};
use super::leads::Leads;
use super::mails;
use super::resume;
use super::users::People;
use super::veil::veiled;
use super::{BATCH, Field, Import, ImportKind, ImportState, WhenFull, rows_sql, sql};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, Extent, Key, RunImports, Scope, SeatKind};
use crate::ids::{EventId, ImportId};
use crate::jobs::{Job, JobContext, JobError, Next};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::roles::{self, RoleError};
use crate::store::{Db, Engine, Reads as _, StoreError, WriteTx};

/// Days for which an import can be undone (decision 13, L17).
pub(super) const UNDO_DAYS: i64 = 30;
/// Rows of one transaction: two statements' worth, which halves the commits and keeps each far below a second.
const AT_ONCE: usize = 2 * BATCH;
/// The same for a large import: a page of an index that many rows touch is written once for all of them, and others
/// still wait for a tenth of a second at most.
const AT_ONCE_OF_MANY: usize = 4 * BATCH;
/// Imports of this size change what the planner should know.
const LARGE: u64 = 5_000;

/// Why a run does not begin.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such import.
    #[error("there is no such import")]
    NoSuchImport,
    /// A run needs a dry run (P73), and runs once.
    #[error("the import has no dry run, or ran already")]
    NotChecked,
    /// The role that newcomers have cannot be given by the caller.
    #[error(transparent)]
    Role(#[from] RoleError),
    /// The account wants all rows or none, and this many do not fit (decision 14).
    #[error("{0} seats are missing")]
    SeatsMissing(u64),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RunError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Role(error) => error.problem(),
            Self::NoSuchImport => &problem::NOT_FOUND,
            Self::NotChecked => &problem::IMPORT_STATE,
            Self::SeatsMissing(_) => &problem::NO_FREE_SEAT,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Role(error) => error.values(),
            Self::SeatsMissing(count) => vec![("missing", count.to_string())],
            _ => Vec::new(),
        }
    }
}

/// Starts the run in the background. No mail goes out by it (L6) unless the options say so.
pub async fn run(db: &Db, caller: &Caller, id: ImportId, reason: &str) -> Result<Import, RunError> {
    let scope = caller.scope::<RunImports>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let mut import = sql::lock(&mut tx, scope.tenant(), id)
        .await?
        .ok_or(RunError::NoSuchImport)?;
    if import.state != ImportState::Checked {
        return Err(RunError::NotChecked);
    }
    let missing = import.totals.of(Verdict::NoSeat);
    if import.options.when_full == WhenFull::RefuseFile && missing > 0 {
        return Err(RunError::SeatsMissing(missing));
    }
    if import.kind == ImportKind::Users {
        may_bring(&mut tx, caller, &import).await?;
    }
    let event: EventId = tx.id();
    let undo_until = tx.now().plus_days(UNDO_DAYS);
    sql::save_run(&mut tx, scope.tenant(), &import, event, undo_until).await?;
    let job = RunImport { import: id };
    resume::enqueue(&mut tx, caller, &job).await?;
    let line = Event::new(EventKind::ImportRun)
        .with_id(event)
        .on(SubjectKind::Import, id, &import.file_name)
        .detail("kind", import.kind.as_str())
        .detail("create", import.totals.of(Verdict::Create))
        .detail("update", import.totals.of(Verdict::Update))
        .reason(&reason);
    import.state = ImportState::Running;
    import.event = Some(event);
    import.rows_done = 0;
    import.undo_until = Some(undo_until);
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(veiled(import, &scope))
}

/// Refuses to bring people who would have more than whoever brings them: by the role of their seats, or by the
/// teams that the file puts them into (D16). Where a column gives roles, each row is judged by its own.
async fn may_bring(tx: &mut WriteTx, caller: &Caller, import: &Import) -> Result<(), RunError> {
    let seat = import.options.seat_kind;
    if seat == SeatKind::Team || import.mapping.column(Field::Role).is_none() {
        roles::may_begin(tx, caller, seat).await?;
    }
    // Whoever invites to his teams is asked row by row.
    let part = caller.part(Key::InviteUsers);
    let by_rows = part.is_some_and(|part| part.extent().has(Extent::TEAM));
    if import.mapping.0.contains(&Some(Field::Team)) && !by_rows {
        caller.may_widen()?;
    }
    Ok(())
}

/// The job of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunImport {
    /// The import.
    pub import: ImportId,
}

impl Job for RunImport {
    const KIND: &'static str = "imports.run";

    async fn run(&self, context: &JobContext) -> Result<Next, JobError> {
        let scope = context.caller().await?.scope::<RunImports>()?;
        let mut tx = context.db.read().await?;
        let import = sql::find(&mut tx, scope.tenant(), self.import).await?;
        drop(tx);
        let Some(import) = import.filter(|import| import.state == ImportState::Running) else {
            return Ok(Next::Done);
        };
        match import.kind {
            ImportKind::Users => work::<People>(context, import).await,
            ImportKind::Leads => work::<Leads>(context, import).await,
        }
    }
}

/// What became of a batch.
enum Batch {
    More,
    Finished,
    /// Another worker is further.
    Elsewhere,
}

async fn work<K: Kind>(context: &JobContext, mut import: Import) -> Result<Next, JobError> {
    let mut kind = K::new(frame(&import));
    reclaim(context, &import, &mut kind).await?;
    while !context.stop.is_cancelled() {
        // Asked anew for each batch: a demoted admin's run stops at the next one.
        let caller = context.caller().await?;
        let scope = caller.scope::<RunImports>()?;
        match batch(context, &caller, &scope, &mut import, &mut kind).await? {
            Batch::More => {
                // PostgreSQL checks foreign keys of a table without figures by walking all of it, for each row: tables
                // that were empty get theirs as soon as they have something.
                let first = import.rows_done <= AT_ONCE_OF_MANY as u64;
                if first && import.rows_total >= LARGE && context.db.engine() == Engine::Postgres {
                    // Slower without them, no more than that: a step of the run is not lost for it.
                    if let Err(error) = context.db.analyze().await {
                        tracing::warn!(import = %import.id, %error, "no figures for the planner");
                    }
                }
            }
            Batch::Elsewhere => return Ok(Next::Done),
            Batch::Finished => {
                if import.rows_total >= LARGE {
                    context.db.analyze().await?;
                }
                return Ok(Next::Done);
            }
        }
    }
    Ok(Next::Again)
}

/// The number of the last row that is done: rows follow the header without a gap.
pub(super) fn cursor(import: &Import) -> u32 {
    let done = u32::try_from(import.rows_done).unwrap_or(u32::MAX);
    import.shape.header_row.saturating_add(done)
}

/// After a restart: which addresses or ids the rows so far have claimed.
async fn reclaim<K: Kind>(
    context: &JobContext,
    import: &Import,
    kind: &mut K,
) -> Result<(), JobError> {
    let scope = context.caller().await?.scope::<RunImports>()?;
    if import.rows_done == 0 {
        return Ok(());
    }
    let mut after = 0;
    let until = cursor(import);
    let mut tx = context.db.read().await?;
    loop {
        let rows =
            rows_sql::done_rows(&mut tx, scope.tenant(), import.id, (after, until), BATCH).await?;
        let Some(last) = rows.last() else { break };
        after = last.number;
        kind.reclaim(&rows);
    }
    Ok(())
}

async fn batch<K: Kind>(
    context: &JobContext,
    caller: &Caller,
    scope: &Scope<RunImports>,
    import: &mut Import,
    kind: &mut K,
) -> Result<Batch, JobError> {
    let mut tx = context.db.write().await?;
    context.fence(&mut tx).await?;
    let now = sql::lock(&mut tx, scope.tenant(), import.id).await?;
    if now.is_none_or(|now| now.state != ImportState::Running || now.rows_done != import.rows_done)
    {
        return Ok(Batch::Elsewhere);
    }
    let at_once = if import.rows_total < LARGE {
        AT_ONCE
    } else {
        AT_ONCE_OF_MANY
    };
    let rows =
        rows_sql::rows_after(&mut tx, scope.tenant(), import.id, cursor(import), at_once).await?;
    if rows.is_empty() {
        finish(tx, caller, scope, import).await?;
        return Ok(Batch::Finished);
    }
    let event = import
        .event
        .ok_or_else(|| JobError::Failed("a running import has an event".to_owned()))?;
    let effect = Effect {
        import: import.id,
        event,
        caller,
    };
    let mut judged = kind.judge(&mut tx, caller, scope, &rows).await?;
    let events = kind.apply(&mut tx, scope, &effect, &mut judged).await?;
    for judged in judged.chunks(BATCH) {
        rows_sql::save_verdicts(&mut tx, scope.tenant(), import.id, judged).await?;
    }
    for row in &judged {
        import
            .totals
            .add(row.verdict, row.reason, !row.detail.notes.is_empty());
    }
    import.rows_done += rows.len() as u64;
    sql::save_state(&mut tx, scope.tenant(), import).await?;
    let audit = if events.is_empty() {
        Audit::Housekeeping
    } else {
        Audit::all(scope, events)
    };
    tx.commit(audit).await?;
    Ok(Batch::More)
}

async fn finish(
    mut tx: WriteTx,
    caller: &Caller,
    scope: &Scope<RunImports>,
    import: &mut Import,
) -> Result<(), StoreError> {
    import.state = ImportState::Done;
    sql::save_end(&mut tx, scope.tenant(), import).await?;
    let mut line =
        Event::new(EventKind::ImportFinished).on(SubjectKind::Import, import.id, &import.file_name);
    for (verdict, count) in &import.totals.verdicts {
        line = line.detail(verdict, *count);
    }
    if import.kind == ImportKind::Users && import.options.mail_now {
        mails::enqueue(&mut tx, caller, import.id, None).await?;
    }
    tx.commit(Audit::by(scope, line)).await
}
