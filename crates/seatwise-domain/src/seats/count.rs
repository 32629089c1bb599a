//! How many seats an account has.

use super::{ledger, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, PurchaseSeats, SeatKind};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};

/// The most seats of a kind that an account can have: a file brings up to 100,000 people, and the account has an owner
/// before.
pub const SEATS_MAX: u64 = 200_000;

/// Why the number of seats was not changed.
#[derive(Debug, thiserror::Error)]
pub enum SetCountError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// More than [`SEATS_MAX`].
    #[error("not a possible number of seats")]
    Impossible,
    /// Fewer than people hold (AB-113).
    #[error("{0} seats are in use")]
    InUse(u64),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for SetCountError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Impossible => &problem::SEAT_COUNT_INVALID,
            Self::InUse(_) => &problem::SEATS_IN_USE,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::InUse(used) => vec![("used", used.to_string())],
            Self::Denied(error) => error.values(),
            _ => vec![("max", SEATS_MAX.to_string())],
        }
    }
}

/// Sets how many seats of a kind the account has: new ones are free, free ones go. Never takes a seat from
/// somebody.
pub async fn set_count(
    db: &Db,
    caller: &Caller,
    kind: SeatKind,
    bought: u64,
) -> Result<Vec<ledger::KindOverview>, SetCountError> {
    let scope = caller.scope::<PurchaseSeats>()?;
    if bought > SEATS_MAX {
        return Err(SetCountError::Impossible);
    }
    let mut tx = db.write().await?;
    let before = sql::bought(&mut tx, scope.tenant(), kind).await?;
    if bought > before {
        sql::add(&mut tx, scope.tenant(), kind, bought - before).await?;
    } else if bought < before {
        let removed = sql::remove(&mut tx, scope.tenant(), kind, before - bought).await?;
        if removed < before - bought {
            return Err(SetCountError::InUse(before - removed));
        }
    }
    let after = sql::overview(&mut tx, scope.tenant()).await?;
    if bought != before {
        let event = Event::new(EventKind::SeatsChanged)
            .on(SubjectKind::Seats, scope.tenant(), kind.as_str())
            .change("bought", before, bought);
        tx.commit(Audit::by(&scope, event)).await?;
    }
    Ok(after)
}
