//! Signing somebody out everywhere, without touching his password or state.

use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authn;
use crate::authz::{Caller, Key, ResetPasswords};
use crate::ids::UserId;
use crate::store::Db;

use super::password::ResetError;

/// Ends all sessions of a person; tokens go on. Tells how many ended.
pub async fn end_sessions(
    db: &Db,
    caller: &Caller,
    user: UserId,
    reason: &str,
) -> Result<u64, ResetError> {
    let scope = caller.scope::<ResetPasswords>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let found = sql::lock(&mut tx, scope.tenant(), user)
        .await?
        .ok_or(ResetError::NoSuchUser)?;
    caller.touches(&mut tx, Key::ResetPasswords, user).await??;
    let ended = authn::end_all(&mut tx, &scope, user, false).await?;
    let event = Event::new(EventKind::SessionsEnded)
        .on(SubjectKind::User, user, found.name)
        .detail("sessions", ended)
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(ended)
}
