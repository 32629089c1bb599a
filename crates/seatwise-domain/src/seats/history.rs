//! How many seats there were and how many were taken, at any moment since the account began: counted back from today.

use super::history_sql;
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

/// The seats of both kinds at each of these moments, which rise; none for one before the first change that was noted,
/// of which nothing is known, and none for one that is to come. Costs one look at each change since the first of them.
pub async fn history(
    tx: &mut impl Reads,
    scope: &Scope<ViewSeats>,
    moments: &[Timestamp],
) -> Result<Vec<Option<[Taken; 2]>>, StoreError> {
    let mut known = vec![None; moments.len()];
    let tenant = scope.tenant();
    let now = tx.now();
    // An account from before the changes were noted has no past, but a present.
    let since = history_sql::first_change(tx, tenant).await?;
    let since = since.map_or(now, |since| since.min(now));
    let mut taken = history_sql::present(tx, tenant).await?;
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
