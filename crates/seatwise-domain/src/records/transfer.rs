//! Steps that move many leads to another owner: a line of history for each, then one update.

use super::filter::LeadFilter;
use super::sql;
use crate::authz::{AssignRecords, RecordScope};
use crate::ids::{EventId, RecordId, UserId};
use crate::store::{Reads, StoreError, WriteTx};

/// Which leads are to move.
#[derive(Debug, Clone, Copy)]
pub enum Picked<'a> {
    /// All that a filter finds; at most `until`, so that leads made later stay out.
    Filter(&'a LeadFilter),
    /// Named ones, 500 at most.
    These(&'a [RecordId]),
}

/// A stretch of the leads, in the order of their ids.
#[derive(Debug, Clone, Copy)]
pub struct Batch {
    /// The lead before the stretch.
    pub after: Option<RecordId>,
    /// The last lead of the whole walk.
    pub until: RecordId,
    /// How many at most.
    pub size: u32,
}

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// How many leads have another owner now.
    pub moved: u64,
    /// The last lead that was looked at; `None` when the walk is over.
    pub done_to: Option<RecordId>,
}

/// How many of these leads exist within reach.
pub async fn existing(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    leads: &[RecordId],
) -> Result<u64, StoreError> {
    sql::existing(tx, scope, leads).await
}

/// How many leads within reach would move to this owner, and the last of them.
pub async fn picked_until(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    picked: Picked<'_>,
    to: Option<UserId>,
) -> Result<(u64, Option<RecordId>), StoreError> {
    let count = sql::count_picked(tx, scope, picked, to).await?;
    if count == 0 {
        return Ok((0, None));
    }
    let last = sql::last_picked(tx, scope, picked, to).await?;
    Ok((count, last))
}

/// Moves a stretch of the leads to an owner. Run twice for the same event it moves nothing the second
/// time, since the leads have the owner by then.
pub async fn move_batch(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    picked: Picked<'_>,
    to: Option<UserId>,
    event: EventId,
    batch: Batch,
) -> Result<Moved, StoreError> {
    let border = sql::border_of_picked(tx, scope, picked, to, batch).await?;
    let end = border.unwrap_or(batch.until);
    let range = (batch.after, end);
    sql::note_picked(tx, scope, picked, to, event, range).await?;
    let applied = sql::apply_history(tx, scope, event, range).await?;
    if applied.found_owner {
        sql::credit_first_owner(tx, scope, event, range).await?;
    }
    Ok(Moved {
        moved: applied.moved,
        done_to: border.filter(|border| *border < batch.until),
    })
}

/// How many leads that an event moved would go back to their former owners: those that nobody touched since, and
/// whose former owner still exists. All of the account, whoever reaches them.
pub async fn going_back(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
) -> Result<u64, StoreError> {
    sql::count_untouched(tx, scope, of).await
}

/// Whether all of them are within reach.
pub async fn reaches_going_back(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
) -> Result<bool, StoreError> {
    if scope.covers(tx, None).await? {
        return Ok(true);
    }
    let within = sql::count_untouched_within(tx, scope, of).await?;
    Ok(within == sql::count_untouched(tx, scope, of).await?)
}

/// Gives a stretch of the leads that an event moved back to their former owners: those that nobody
/// touched since, and whose former owner still exists.
pub async fn move_back(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
    event: EventId,
    batch: Batch,
) -> Result<Moved, StoreError> {
    let border = sql::border_of_moved(tx, scope, of, batch).await?;
    let end = border.unwrap_or(batch.until);
    let range = (batch.after, end);
    sql::note_untouched(tx, scope, of, event, range).await?;
    let applied = sql::apply_history(tx, scope, event, range).await?;
    if applied.found_owner {
        sql::credit_first_owner(tx, scope, event, range).await?;
    }
    if applied.lost_owner {
        sql::uncredit_first_owner(tx, scope, of, event, range).await?;
    }
    Ok(Moved {
        moved: applied.moved,
        done_to: border.filter(|border| *border < batch.until),
    })
}
