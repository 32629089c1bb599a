//! Taking the ownership: in one transaction, by whom it was offered to, who proves who he is.

use std::sync::Arc;

use super::changes::{Changes, between};
use super::{Offer, OwnershipError, sql, transfer};
use crate::audit::{Audit, Reason};
use crate::authz::{Because, Caller, Denied, Key};
use crate::mail::{self, Mail};
use crate::store::{Db, Reads};
use crate::users::password::recipient;

/// Refuses tokens that may only read; else the offer itself is the permission.
pub(super) fn may_answer(caller: &Caller) -> Result<(), OwnershipError> {
    if caller.is_read_only() {
        return Err(OwnershipError::Denied(Denied {
            key: Key::TransferOwnership,
            because: Because::ReadOnlyToken,
        }));
    }
    Ok(())
}

/// The offer to the caller with what it changes for both, before he decides.
pub async fn look(
    tx: &mut impl Reads,
    caller: &Caller,
) -> Result<(Offer, Changes), OwnershipError> {
    let offer = sql::find(tx, caller.tenant()).await?;
    let offer = offer
        .filter(|offer| Some(offer.to) == caller.user())
        .ok_or(OwnershipError::Gone)?;
    let changes = between(tx, caller.tenant(), offer.to).await?;
    if changes.owner.id != offer.by {
        return Err(OwnershipError::Gone);
    }
    Ok((offer, changes))
}

/// Takes the ownership: the caller is the owner from now on, whoever offered it is an admin. Refused when the
/// offer is gone, when its maker is not the owner any more, and when the caller could not be the owner.
pub async fn accept(db: &Db, caller: &Caller, password: &str) -> Result<(), OwnershipError> {
    may_answer(caller)?;
    let tenant = caller.tenant();
    let user = caller.user().ok_or(OwnershipError::NotSignedIn)?;
    let mine = {
        let mut tx = db.read().await?;
        sql::find(&mut tx, tenant).await?
    };
    if mine.is_none_or(|offer| offer.to != user) {
        return Err(OwnershipError::Gone);
    }
    let proven = transfer::proven(db, tenant, user, password).await?;

    let mut tx = db.write().await?;
    let now = tx.now();
    let held = sql::lock(&mut tx, tenant).await?;
    let held = held
        .filter(|held| held.to == user && held.expires_at > now)
        .ok_or(OwnershipError::Gone)?;
    let (owner, candidate) = transfer::both(&mut tx, tenant, held.by, user).await?;
    let owner = owner.ok_or(OwnershipError::Gone)?;
    transfer::unchanged(&mut tx, tenant, user, &proven).await?;
    transfer::fits(&candidate, true)?;
    let reason = Reason::default();
    let events = transfer::change(&mut tx, tenant, (&owner, &candidate), &reason).await?;
    if let Some((to, account)) = recipient(&mut tx, tenant, &owner).await? {
        let mail = Mail::OwnershipChanged {
            account: account.name,
            owner: candidate.name,
            by_operator: false,
        };
        mail::enqueue_many(&mut tx, tenant, vec![(to, mail)]).await?;
    }
    let actor = Arc::clone(caller.actor());
    tx.commit(Audit::Lines { actor, events }).await?;
    Ok(())
}
