//! Taking an offer back before it is answered.

use super::{OwnershipError, sql};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::{Caller, TransferOwnership};
use crate::store::{Db, Reads as _};
use crate::{mail, users};

/// Withdraws the open offer; its mail, if it still waits, is taken back.
pub async fn withdraw(db: &Db, caller: &Caller, reason: &str) -> Result<(), OwnershipError> {
    let scope = caller.scope::<TransferOwnership>()?;
    let reason = Reason::read(reason)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    let now = tx.now();
    let held = sql::lock(&mut tx, tenant).await?;
    let held = held
        .filter(|held| held.expires_at > now)
        .ok_or(OwnershipError::Gone)?;
    sql::remove(&mut tx, tenant).await?;
    mail::cancel_of_users(&mut tx, &scope, &[held.to], "ownership-offered").await?;
    let found = users::sql::by_id(&mut tx, tenant, held.to).await?;
    let name = found.map(|user| user.name).unwrap_or_default();
    let event = Event::new(EventKind::OwnershipWithdrawn)
        .on(SubjectKind::User, held.to, name)
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
