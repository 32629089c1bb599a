//! What was given for a time goes when it is over, with a line for the person's history (P54, P87).

use std::sync::Arc;

use super::turn_sql;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::Caller;
use crate::store::{Db, StoreError};

/// Takes what has ended, of one account, at most 500 at once; tells how many. Nobody loses a right by it: what
/// has ended gave none any more.
pub async fn expire(db: &Db, caller: &Caller) -> Result<u64, StoreError> {
    let mut tx = db.write().await?;
    let ended = turn_sql::take_ended(&mut tx, caller.tenant()).await?;
    if ended.is_empty() {
        return Ok(0);
    }
    let number = ended.len() as u64;
    let events = ended
        .into_iter()
        .map(|one| {
            Event::new(EventKind::RolesChanged)
                .on(SubjectKind::User, one.user, one.name)
                .detail("role", one.role)
                .detail("ended", one.on.to_string())
        })
        .collect();
    let actor = Arc::clone(caller.actor());
    tx.commit(Audit::Lines { actor, events }).await?;
    Ok(number)
}
