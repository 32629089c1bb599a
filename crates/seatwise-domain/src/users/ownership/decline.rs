//! Turning the ownership down; everything stays as it is.

use super::accept::may_answer;
use super::{OwnershipError, sql};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::Caller;
use crate::mail::{self, Mail};
use crate::store::{Db, Reads as _};
use crate::users;
use crate::users::password::recipient;

/// Declines the offer to the caller; its maker is told by mail.
pub async fn decline(db: &Db, caller: &Caller, reason: &str) -> Result<(), OwnershipError> {
    may_answer(caller)?;
    let reason = Reason::read(reason)?;
    let tenant = caller.tenant();
    let mut tx = db.write().await?;
    let now = tx.now();
    let held = sql::lock(&mut tx, tenant).await?;
    let held = held
        .filter(|held| Some(held.to) == caller.user() && held.expires_at > now)
        .ok_or(OwnershipError::Gone)?;
    sql::remove(&mut tx, tenant).await?;
    let found = users::sql::by_id(&mut tx, tenant, held.to).await?;
    let candidate = found.ok_or(OwnershipError::Unknown)?;
    if let Some(owner) = users::sql::by_id(&mut tx, tenant, held.by).await?
        && let Some((to, account)) = recipient(&mut tx, tenant, &owner).await?
    {
        let mail = Mail::OwnershipDeclined {
            account: account.name,
            name: candidate.name.clone(),
            reason: reason.words().map(str::to_owned),
        };
        mail::enqueue_many(&mut tx, tenant, vec![(to, mail)]).await?;
    }
    let event = Event::new(EventKind::OwnershipDeclined)
        .on(SubjectKind::User, candidate.id, candidate.name)
        .reason(&reason);
    tx.commit(Audit::of(caller.actor(), event)).await?;
    Ok(())
}
