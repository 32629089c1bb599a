//! What was given from a day on is told once on that day, in the person's history (P55, P87).

use std::sync::Arc;

use super::turn_sql;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::Caller;
use crate::store::{Db, StoreError};

/// Tells what has begun in one account, at most 500 at once; tells how many. Nobody gains a right by it: what was
/// given counts from its first date on, whether this ran or not.
pub async fn begin(db: &Db, caller: &Caller) -> Result<u64, StoreError> {
    let mut tx = db.write().await?;
    let begun = turn_sql::take_note_of_begun(&mut tx, caller.tenant()).await?;
    if begun.is_empty() {
        return Ok(0);
    }
    let number = begun.len() as u64;
    let events = begun
        .into_iter()
        .map(|one| {
            Event::new(EventKind::RolesChanged)
                .on(SubjectKind::User, one.user, one.name)
                .detail("role", one.role)
                .detail("began", one.on.to_string())
        })
        .collect();
    let actor = Arc::clone(caller.actor());
    tx.commit(Audit::Lines { actor, events }).await?;
    Ok(number)
}
