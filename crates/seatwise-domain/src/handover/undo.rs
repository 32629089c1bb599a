//! Taking a hand-over back: what nobody touched since goes to its former owner, the rest stays (D2).

use super::begin::{plan_json, start};
use super::manage::line;
use super::sql::{self, Beginning};
use super::{HandOver, Kind, State, Walk};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{AssignRecords, Caller, Denied, RecordScope};
use crate::clock::Timestamp;
use crate::ids::EventId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records;
use crate::store::{Db, Reads as _, StoreError, WriteTx};

/// Whether a hand-over can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoable {
    /// It can, until the date that it names.
    Yes,
    /// It has not ended yet.
    Running,
    /// It was taken back already.
    Undone,
    /// The time for it is over.
    TooLate,
}

impl HandOver {
    /// Whether it can be taken back at this moment.
    pub fn undoable(&self, now: Timestamp) -> Undoable {
        if self.undone_by.is_some() {
            return Undoable::Undone;
        }
        if self.state == State::Running {
            return Undoable::Running;
        }
        if now > self.undo_until {
            return Undoable::TooLate;
        }
        Undoable::Yes
    }
}

/// Why a hand-over was not taken back.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such hand-over in the account.
    #[error("there is no such hand-over")]
    NoSuchHandOver,
    /// It has not ended yet.
    #[error("the hand-over is still running")]
    StillRunning,
    /// It was taken back already.
    #[error("the hand-over was undone already")]
    AlreadyUndone,
    /// The time for it is over.
    #[error("the time for undoing the hand-over is over")]
    TooLate,
    /// Some of the leads that would go back are beyond the caller's reach.
    #[error("some of the leads are out of reach")]
    OutOfReach,
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
            Self::NoSuchHandOver => &problem::NOT_FOUND,
            Self::StillRunning => &problem::STILL_RUNNING,
            Self::AlreadyUndone => &problem::ALREADY_UNDONE,
            Self::TooLate => &problem::UNDO_TOO_LATE,
            Self::OutOfReach => &problem::UNDO_OUT_OF_REACH,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Takes a hand-over back. The result is a hand-over itself, and can be taken back in turn.
pub async fn undo(
    db: &Db,
    caller: &Caller,
    id: EventId,
    reason: &str,
) -> Result<HandOver, UndoError> {
    let scope = caller.records::<AssignRecords>()?;
    let reason = &Reason::read(reason)?;
    let mut tx = db.write().await?;
    let (undone, line) = undo_step(&mut tx, &scope, id, reason).await?;
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(undone)
}

/// Refuses what would leave leads behind that nobody touched: there is one undo, and who comes after whoever took
/// back a part could not take back the rest.
pub(crate) async fn may_take_back(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
) -> Result<(), UndoError> {
    if records::reaches_going_back(tx, scope, id).await? {
        Ok(())
    } else {
        Err(UndoError::OutOfReach)
    }
}

/// Step: takes it back without the commit; with the line that it is committed with.
pub(crate) async fn undo_step(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
    reason: &Reason,
) -> Result<(HandOver, Event), UndoError> {
    let of = sql::find_for_update(tx, scope, id).await?;
    let of = of.ok_or(UndoError::NoSuchHandOver)?;
    match of.undoable(tx.now()) {
        Undoable::Yes => {}
        Undoable::Running => return Err(UndoError::StillRunning),
        Undoable::Undone => return Err(UndoError::AlreadyUndone),
        Undoable::TooLate => return Err(UndoError::TooLate),
    }
    may_take_back(tx, scope, id).await?;
    let begins = Beginning {
        id: tx.id(),
        kind: Kind::Undo,
        from: of.from.as_ref().map(|person| person.id),
        to: of.to.as_ref().map(|person| person.id),
        plan: plan_json(&Walk::default())?,
        total: of.moved,
        kept: 0,
        until: sql::last_moved(tx, scope, id).await?,
        undo_of: Some(id),
    };
    if !sql::take_back(tx, scope, id, begins.id).await? {
        return Err(UndoError::AlreadyUndone);
    }
    let undone = start(tx, scope, begins, Walk::default()).await?;
    let mut line =
        line(EventKind::HandOverUndone, &undone, reason).detail("undo_of", id.to_string());
    if let Some(from) = &undone.from {
        line = line.on(SubjectKind::User, from.id, from.name.clone());
    }
    Ok((undone, line))
}
