//! Taking an import back: all of it in the background, or chosen rows at once.

use super::run::cursor;
use super::undo_job::{self, UndoImport};
use super::{Import, ImportKind, ImportState, resume, rows_sql, sql, stopped};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, Key, RunImports};
use crate::clock::Timestamp;
use crate::ids::{EventId, ImportId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads as _, StoreError};

/// Rows that are undone at once without a job.
pub const ROWS_AT_ONCE: usize = 100;

/// What is to be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Everything.
    All,
    /// These rows, at most [`ROWS_AT_ONCE`].
    Rows(Vec<u32>),
}

/// What is to be undone, and why.
#[derive(Debug, Clone)]
pub struct Undo {
    /// The import.
    pub import: ImportId,
    /// All of it, or some rows.
    pub which: Which,
    /// For the audit log.
    pub reason: String,
}

impl Undo {
    /// All of an import, without a reason.
    pub const fn all(import: ImportId) -> Self {
        Self::of(import, Which::All)
    }

    /// Some rows of an import, without a reason.
    pub const fn rows(import: ImportId, rows: Vec<u32>) -> Self {
        Self::of(import, Which::Rows(rows))
    }

    const fn of(import: ImportId, which: Which) -> Self {
        Self {
            import,
            which,
            reason: String::new(),
        }
    }
}

/// Why nothing is undone.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such import.
    #[error("there is no such import")]
    NoSuchImport,
    /// It has not run, or is undone already.
    #[error("there is nothing to undo")]
    NotUndoable,
    /// It is running.
    #[error("the import is still running")]
    StillRunning,
    /// The term is over (decision 13).
    #[error("the term for undoing is over")]
    TooLate,
    /// More rows than are undone at once.
    #[error("too many rows at once")]
    TooMany,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for UndoError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchImport => &problem::NOT_FOUND,
            Self::NotUndoable => &problem::NOT_UNDOABLE,
            Self::StillRunning => &problem::STILL_RUNNING,
            Self::TooLate => &problem::UNDO_TOO_LATE,
            Self::TooMany => &problem::IMPORT_STATE,
            Self::Reason(error) => error.problem(),
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

/// Whether an import can be undone now.
///
/// A run that stopped can be undone as a whole: its rows one by one would leave a run that goes on over them.
pub(super) fn undoable(import: &Import, which: &Which, now: Timestamp) -> Result<(), UndoError> {
    match import.state {
        ImportState::Done => {}
        ImportState::Running if import.stopped.is_some() && *which == Which::All => {}
        ImportState::Running | ImportState::Undoing => return Err(UndoError::StillRunning),
        _ => return Err(UndoError::NotUndoable),
    }
    if import.undo_until.is_none_or(|until| until < now) {
        return Err(UndoError::TooLate);
    }
    Ok(())
}

/// Refuses to take back people whom somebody else brought, for whoever administers a part of the people only (P64):
/// they may be anybody's.
fn may_take_back(caller: &Caller, import: &Import) -> Result<(), Denied> {
    if import.kind != ImportKind::Users || import.created_by == caller.user() {
        return Ok(());
    }
    for key in [Key::InviteUsers, Key::DeactivateUsers] {
        if let Some(part) = caller.part(key) {
            return Err(part.refusal(key));
        }
    }
    Ok(())
}

/// The last row that a run which stopped has done; none for one that came to its end.
pub(super) fn ran_to(import: &Import) -> Option<u32> {
    (import.state == ImportState::Running).then(|| cursor(import))
}

/// Undoes an import. People who have signed in and leads that somebody touched stay; each row says which and why (D13).
pub async fn undo(db: &Db, caller: &Caller, command: &Undo) -> Result<Import, UndoError> {
    let scope = caller.scope::<RunImports>()?;
    let reason = Reason::read(&command.reason)?;
    let id = command.import;
    let mut tx = db.write().await?;
    let mut import = sql::lock(&mut tx, scope.tenant(), id)
        .await?
        .ok_or(UndoError::NoSuchImport)?;
    stopped::tell(&mut tx, scope.tenant(), std::slice::from_mut(&mut import)).await?;
    may_take_back(caller, &import)?;
    undoable(&import, &command.which, tx.now())?;
    let event: EventId = tx.id();
    let line = Event::new(EventKind::ImportUndone)
        .with_id(event)
        .on(SubjectKind::Import, id, &import.file_name)
        .reason(&reason);
    match &command.which {
        Which::All => {
            resume::settle(&mut tx, scope.tenant(), &import).await?;
            let job = UndoImport {
                import: id,
                event,
                ran_to: ran_to(&import),
            };
            import.state = ImportState::Undoing;
            import.stopped = None;
            import.rows_done = 0;
            sql::save_state(&mut tx, scope.tenant(), &import).await?;
            undo_job::enqueue(&mut tx, caller, &job).await?;
            tx.commit(Audit::by(&scope, line.detail("rows", "all")))
                .await?;
        }
        Which::Rows(numbers) if numbers.len() > ROWS_AT_ONCE => return Err(UndoError::TooMany),
        Which::Rows(numbers) => {
            let rows = rows_sql::made_among(&mut tx, scope.tenant(), id, numbers).await?;
            let mut events =
                undo_job::take_back(&mut tx, &scope, &mut import, event, &rows).await?;
            sql::save_state(&mut tx, scope.tenant(), &import).await?;
            events.insert(0, line.detail("rows", rows.len()));
            tx.commit(Audit::all(&scope, events)).await?;
        }
    }
    Ok(import)
}
