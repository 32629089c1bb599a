//! Taking over a hand-over whose job stopped, because whoever began it may not act any more.

use super::begin::{enqueue, job_key};
use super::{HandOver, State, UndoError, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{AssignRecords, Caller};
use crate::ids::EventId;
use crate::jobs;
use crate::store::{Db, Reads, StoreError};

/// Whether leads still have to move and no job is at it: somebody must take it over.
pub async fn has_stopped(tx: &mut impl Reads, hand_over: &HandOver) -> Result<bool, StoreError> {
    if hand_over.state == State::Done {
        return Ok(false);
    }
    Ok(!jobs::is_queued(tx, &job_key(hand_over.id)).await?)
}

/// Lets the rest of a hand-over run with the caller's rights. Does nothing to one that has ended, or whose
/// job still waits or runs.
pub async fn resume(db: &Db, caller: &Caller, id: EventId) -> Result<HandOver, UndoError> {
    let scope = caller.records::<AssignRecords>()?;
    let mut tx = db.write().await?;
    let found = sql::find_for_update(&mut tx, &scope, id).await?;
    let hand_over = found.ok_or(UndoError::NoSuchHandOver)?;
    if hand_over.state == State::Done || !enqueue(&mut tx, &scope, id).await? {
        return Ok(hand_over);
    }
    let mut event = Event::new(EventKind::HandOverResumed).detail("hand_over", id.to_string());
    if let Some(from) = &hand_over.from {
        event = event.on(SubjectKind::User, from.id, from.name.clone());
    }
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(hand_over)
}
