//! Taking and releasing seats, inside the transaction of the act that needs it.

use super::SEATS_MAX;
use super::sql;
use crate::authz::{FreesSeat, Scope, SeatKind, TakesSeat, ViewSeats};
use crate::ids::{SeatId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Reads, StoreError, WriteTx};

/// All seats of the kind are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no free {} seat", .0.as_str())]
pub struct NoFreeSeat(pub SeatKind);

impl ToProblem for NoFreeSeat {
    fn problem(&self) -> &'static ProblemKind {
        &problem::NO_FREE_SEAT
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![("kind", self.0.as_str().to_owned())]
    }
}

/// Takes a seat for a person, or finds the one that he has: nobody who has a seat is refused for lack of
/// one. Two takers never get the same seat: the row is locked (PostgreSQL) or there is one writer (SQLite).
pub async fn take(
    tx: &mut WriteTx,
    scope: &Scope<impl TakesSeat>,
    user: UserId,
    kind: SeatKind,
) -> Result<Result<SeatId, NoFreeSeat>, StoreError> {
    if let Some(seat) = sql::held(tx, scope.tenant(), user, kind).await? {
        return Ok(Ok(seat));
    }
    let Some(seat) = lock(tx, scope, kind, 1).await?.first().copied() else {
        return Ok(Err(NoFreeSeat(kind)));
    };
    give(tx, scope, kind, &[user], &[seat]).await?;
    Ok(Ok(seat))
}

/// Locks up to `number` free seats until the end of the transaction. Shorter when they ran out.
pub async fn lock(
    tx: &mut WriteTx,
    scope: &Scope<impl TakesSeat>,
    kind: SeatKind,
    number: usize,
) -> Result<Vec<SeatId>, StoreError> {
    sql::lock_free(tx, scope.tenant(), kind, number).await
}

/// Gives locked seats of a kind to people who have none, in order; as many as the shorter list has.
pub async fn give(
    tx: &mut WriteTx,
    scope: &Scope<impl TakesSeat>,
    kind: SeatKind,
    users: &[UserId],
    seats: &[SeatId],
) -> Result<(), StoreError> {
    let taken: Vec<_> = users.iter().copied().zip(seats.iter().copied()).collect();
    sql::give(tx, scope.tenant(), kind, &taken).await
}

/// Releases a person's seat; it is free at once (N35). `None` if he had none.
pub async fn release(
    tx: &mut WriteTx,
    scope: &Scope<impl FreesSeat>,
    user: UserId,
) -> Result<Option<SeatId>, StoreError> {
    let seat = sql::of_user(tx, scope.tenant(), user).await?;
    if seat.is_some() {
        sql::release(tx, scope.tenant(), &[user]).await?;
    }
    Ok(seat)
}

/// Releases the seats of many people. Tells how many.
pub async fn release_many(
    tx: &mut WriteTx,
    scope: &Scope<impl FreesSeat>,
    users: &[UserId],
) -> Result<u64, StoreError> {
    sql::release(tx, scope.tenant(), users).await
}

/// How the seats of a kind stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct KindOverview {
    /// The kind.
    pub kind: SeatKind,
    /// How many there are.
    pub bought: u64,
    /// How many are taken, pending people included.
    pub used: u64,
    /// How many of the taken ones are held by people who have not signed in yet.
    pub pending: u64,
    /// How many are free since somebody left.
    pub released: u64,
    /// How many are free, released ones included.
    pub free: u64,
}

/// How the seats of both kinds stand; a kind without seats has a line of zeros.
pub async fn overview(
    tx: &mut impl Reads,
    scope: &Scope<ViewSeats>,
) -> Result<Vec<KindOverview>, StoreError> {
    sql::overview(tx, scope.tenant()).await
}

/// How many seats of a kind are free; for dry runs.
pub async fn free(
    tx: &mut impl Reads,
    scope: &Scope<impl TakesSeat>,
    kind: SeatKind,
) -> Result<u64, StoreError> {
    sql::free(tx, scope.tenant(), kind, SEATS_MAX).await
}

/// How many seats of a kind are free, counted no further than `most`; for the next rows of a run.
pub async fn free_for(
    tx: &mut impl Reads,
    scope: &Scope<impl TakesSeat>,
    kind: SeatKind,
    most: usize,
) -> Result<u64, StoreError> {
    sql::free(tx, scope.tenant(), kind, most as u64).await
}
