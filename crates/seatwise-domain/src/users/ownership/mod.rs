//! Ownership of the account: the owner offers it, somebody takes it; nobody is made owner against his will, and
//! the account is never without one (N59, N60, D17).

mod accept;
mod appoint;
mod candidates;
mod changes;
mod decline;
mod error;
mod offer;
mod sql;
mod transfer;
mod withdraw;

pub use accept::{accept, look};
pub use appoint::{Appoint, appoint, would_appoint};
pub use candidates::candidates;
pub use changes::{Changes, preview};
pub use decline::decline;
pub use error::OwnershipError;
pub use offer::{OFFER_DAYS, OFFER_DAYS_MAX, OfferOwnership, offer};
pub use withdraw::withdraw;

use crate::authz::Caller;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::store::{Reads, StoreError, WriteTx};

/// An offer that waits for its answer; an account has one at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// To whom.
    pub to: UserId,
    /// What he is called.
    pub to_name: String,
    /// Who offers.
    pub by: UserId,
    /// What that one is called.
    pub by_name: String,
    /// Why.
    pub reason: Option<String>,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when it can be taken.
    pub expires_at: Timestamp,
}

/// The open offer, for those whom it concerns: who made it and who may take it.
pub async fn open_offer(tx: &mut impl Reads, caller: &Caller) -> Result<Option<Offer>, StoreError> {
    let Some(user) = caller.user() else {
        return Ok(None);
    };
    let offer = sql::find(tx, caller.tenant()).await?;
    Ok(offer.filter(|offer| [offer.to, offer.by].contains(&user)))
}

/// Who the owner is, for those who administer the account.
pub async fn owner(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Option<super::User>, StoreError> {
    match sql::owner(tx, tenant).await? {
        Some(owner) => super::sql::by_id(tx, tenant, owner).await,
        None => Ok(None),
    }
}

/// Step of a deactivation: an offer to somebody who leaves is none any more. True when there was one.
pub(super) async fn forget(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
) -> Result<bool, StoreError> {
    sql::remove_of(tx, tenant, user).await
}
