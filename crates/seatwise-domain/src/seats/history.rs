//! How many seats there were and how many were taken, at any moment since the account began: counted back from today.

use super::{history_sql, sql};
use crate::authz::{Scope, SeatKind, ViewSeats};
use crate::clock::Timestamp;
use crate::store::{Reads, StoreError};

/// The seats of a kind at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The kind.
    pub kind: SeatKind,
    /// How many there were.
    pub bought: u64,
    /// How many were taken, by pending people, too.
    pub used: u64,
}

/// The seats of both kinds at each of these moments, which rise; none for a moment of which nothing is known, since no
/// seat changed before it, and none for one that is to come. Costs one look at each change since the first of them.
pub async fn history(
    tx: &mut impl Reads,
    scope: &Scope<ViewSeats>,
    moments: &[Timestamp],
) -> Result<Vec<Option<[Taken; 2]>>, StoreError> {
    let mut known = vec![None; moments.len()];
    let tenant = scope.tenant();
    let now = tx.now();
    let Some(since) = history_sql::first_change(tx, tenant).await? else {
        return Ok(known);
    };
    let overview = sql::overview(tx, tenant).await?;
    let mut taken = SeatKind::ALL.map(|kind| {
        let line = overview.iter().find(|line| line.kind == kind);
        (
            kind,
            line.map_or(0, |line| count(line.bought)),
            line.map_or(0, |line| count(line.used)),
        )
    });
    let changes = history_sql::changes_between(tx, tenant, moments).await?;
    for (at, moment) in moments.iter().enumerate().rev() {
        for change in changes.iter().filter(|change| change.since == at) {
            for (kind, bought, used) in &mut taken {
                if *kind == change.kind {
                    *bought -= change.bought;
                    *used -= change.used;
                }
            }
        }
        if (since..=now).contains(moment) {
            let then = taken.map(|(kind, bought, used)| Taken {
                kind,
                bought: u64::try_from(bought).unwrap_or_default(),
                used: u64::try_from(used).unwrap_or_default(),
            });
            if let Some(known) = known.get_mut(at) {
                *known = Some(then);
            }
        }
    }
    Ok(known)
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
