//! Taking over a hand-over whose job stopped, because whoever began it may not act any more.

use super::begin::enqueue;
use super::{State, UndoError, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{AssignRecords, Caller};
use crate::ids::EventId;
use crate::store::Db;

/// Lets the rest of a hand-over run with the caller's rights. Does nothing to one that has ended, or whose
/// job still waits or runs.
pub async fn resume(db: &Db, caller: &Caller, id: EventId) -> Result<(), UndoError> {
    let scope = caller.records::<AssignRecords>()?;
    let mut tx = db.write().await?;
    let found = sql::find_for_update(&mut tx, &scope, id).await?;
    let hand_over = found.ok_or(UndoError::NoSuchHandOver)?;
    if hand_over.state == State::Done || !enqueue(&mut tx, &scope, id).await? {
        return Ok(());
    }
    let mut event = Event::new(EventKind::HandOverResumed).detail("hand_over", id.to_string());
    if let Some(from) = &hand_over.from {
        event = event.on(SubjectKind::User, from.id, from.name.clone());
    }
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
