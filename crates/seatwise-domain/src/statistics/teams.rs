//! The teams by whose members figures can be asked for.

use super::sql;
use crate::authz::{Reach, RecordScope, ViewStatistics};
use crate::ids::TeamId;
use crate::store::{Reads, StoreError};
use crate::teams::Team;
use crate::tenants;

/// The teams within reach, by name: all for whoever sees everything, the own ones for who sees those (N18);
/// none while teams are off (N8).
pub async fn teams(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewStatistics>,
) -> Result<Vec<Team>, StoreError> {
    let account = tenants::find(tx, scope.tenant()).await?;
    if !account.is_some_and(|account| account.teams_on) {
        return Ok(Vec::new());
    }
    sql::teams(tx, scope.tenant(), within(scope)).await
}

/// The teams that the reach ends with; none where it does not end.
pub(super) fn within(scope: &RecordScope<ViewStatistics>) -> Option<&[TeamId]> {
    match scope.reach() {
        Reach::All => None,
        Reach::Some(span) => Some(&span.teams),
    }
}
