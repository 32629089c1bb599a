//! Going on with a hand-over: batch after batch, each in a transaction that also says how far it came.

use serde::{Deserialize, Serialize};

use super::{BATCH, HandOver, Kind, State, sql};
use crate::audit::Audit;
use crate::authz::{AssignRecords, RecordScope};
use crate::ids::EventId;
use crate::jobs::{Job, JobContext, JobError, Next};
use crate::records::{self, Batch};
use crate::store::{Reads as _, StoreError, WriteTx};

/// The job that finishes a large hand-over.
#[derive(Debug, Serialize, Deserialize)]
pub struct Run {
    /// The hand-over.
    pub id: EventId,
}

impl Job for Run {
    const KIND: &'static str = "handover.run";

    async fn run(&self, context: &JobContext) -> Result<Next, JobError> {
        let caller = context.caller().await?;
        let scope = caller.records::<AssignRecords>()?;
        let mut tx = context.db.write().await?;
        context.fence(&mut tx).await?;
        let Some(hand_over) = sql::find_for_update(&mut tx, &scope, self.id).await? else {
            return Ok(Next::Done);
        };
        if hand_over.state == State::Done {
            return Ok(Next::Done);
        }
        let after = step(&mut tx, &scope, hand_over).await?;
        tx.commit(Audit::Housekeeping).await?;
        Ok(match after.state {
            State::Running => Next::Again,
            State::Done => Next::Done,
        })
    }
}

/// Moves the next batch and writes down how far it came. The border that is kept with the moved leads
/// makes a repeated step impossible: after a kill the next one begins where the last commit ended.
pub(super) async fn step(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    mut hand_over: HandOver,
) -> Result<HandOver, StoreError> {
    let done = match hand_over.plan.until {
        None => None,
        Some(until) => {
            let batch = Batch {
                after: hand_over.plan.done_to,
                until,
                size: BATCH,
            };
            Some(batch_of(tx, scope, &hand_over, batch).await?)
        }
    };
    if let Some(done) = done {
        hand_over.moved += done.moved;
        hand_over.plan.done_to = done.done_to;
    }
    if done.is_none_or(|done| done.done_to.is_none()) {
        hand_over.state = State::Done;
        hand_over.finished_at = Some(tx.now());
        if hand_over.kind == Kind::Undo {
            hand_over.kept = hand_over.total.saturating_sub(hand_over.moved);
        } else {
            // Leads that somebody else moved meanwhile are no part of it any more.
            hand_over.total = hand_over.moved;
        }
    }
    sql::progress(tx, scope, &hand_over).await?;
    Ok(hand_over)
}

async fn batch_of(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    hand_over: &HandOver,
    batch: Batch,
) -> Result<records::Moved, StoreError> {
    if let Some(of) = hand_over.undo_of {
        return records::move_back(tx, scope, of, hand_over.id, batch).await;
    }
    let to = hand_over.to.as_ref().map(|person| person.id);
    let picked = hand_over.plan.picked()?;
    records::move_batch(tx, scope, picked, to, hand_over.id, batch).await
}
