//! When people sign in, for whoever may read the audit log, which has each of these sign-ins.

use super::{Filter, Statistics};
use crate::authn::{self, Week};
use crate::authz::{Caller, ViewAudit};
use crate::store::{Reads, StoreError};

/// Sign-ins in the period by the hours of a week. None for whoever may not read the audit log, for all of time, and
/// for figures of a team or of a person: when somebody works is nobody's statistics.
pub async fn sign_ins(
    tx: &mut impl Reads,
    caller: &Caller,
    filter: &Filter,
    found: &Statistics,
) -> Result<Option<Week>, StoreError> {
    let Ok(scope) = caller.scope::<ViewAudit>() else {
        return Ok(None);
    };
    if filter.team.is_some() || filter.user.is_some() {
        return Ok(None);
    }
    let Some(period) = found.period else {
        return Ok(None);
    };
    authn::sign_ins(tx, &scope, (period.from, period.to))
        .await
        .map(Some)
}
