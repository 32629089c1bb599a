//! The owner offers the account to somebody, who is told by mail and decides himself.

use super::{Offer, OwnershipError, sql, transfer};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::{Because, Caller, Denied, Key, TransferOwnership};
use crate::ids::UserId;
use crate::mail::{self, Mail};
use crate::store::{Db, Reads as _};
use crate::users::password::recipient;
use crate::users::{self};

/// For how many days an offer stands, unless its maker says otherwise.
pub const OFFER_DAYS: u32 = 7;
/// For how many days at most.
pub const OFFER_DAYS_MAX: u32 = 30;

/// What is offered to whom.
#[derive(Debug, Clone)]
pub struct OfferOwnership {
    /// To whom.
    pub to: UserId,
    /// For how many days; [`OFFER_DAYS`] without.
    pub days: Option<u32>,
    /// The owner's own password, since a forgotten open browser gives no account away.
    pub password: String,
    /// Why; the other one reads it, too.
    pub reason: String,
}

/// Offers the ownership. Nothing changes until it is taken; one offer is open at a time.
pub async fn offer(
    db: &Db,
    caller: &Caller,
    command: &OfferOwnership,
) -> Result<Offer, OwnershipError> {
    let scope = caller.scope::<TransferOwnership>()?;
    let reason = Reason::read(&command.reason)?;
    let days = command.days.unwrap_or(OFFER_DAYS);
    if days == 0 || days > OFFER_DAYS_MAX {
        return Err(OwnershipError::Days);
    }
    let by = scope.user().ok_or(OwnershipError::NotSignedIn)?;
    let tenant = scope.tenant();
    let proven = transfer::proven(db, tenant, by, &command.password).await?;

    let mut tx = db.write().await?;
    if let Some(held) = sql::lock(&mut tx, tenant).await? {
        if held.expires_at > tx.now() {
            return Err(OwnershipError::AlreadyOffered);
        }
        sql::remove(&mut tx, tenant).await?;
    }
    if command.to == by {
        return Err(OwnershipError::IsOwner);
    }
    let (owner, candidate) = transfer::both(&mut tx, tenant, by, command.to).await?;
    let owner = owner.ok_or(Denied {
        key: Key::TransferOwnership,
        because: Because::Level,
    })?;
    transfer::unchanged(&mut tx, tenant, by, &proven).await?;
    let password = users::sql::password(&mut tx, tenant, candidate.id).await?;
    transfer::fits(&candidate, password.is_some())?;
    let made = Offer {
        to: candidate.id,
        to_name: candidate.name.clone(),
        by,
        by_name: owner.name,
        reason: reason.words().map(str::to_owned),
        created_at: tx.now(),
        expires_at: tx.now().plus_days(i64::from(days)),
    };
    if !sql::insert(&mut tx, tenant, &made).await? {
        return Err(OwnershipError::AlreadyOffered);
    }
    if let Some((to, account)) = recipient(&mut tx, tenant, &candidate).await? {
        let mail = Mail::OwnershipOffered {
            account: account.name,
            slug: account.slug,
            offered_by: made.by_name.clone(),
            reason: made.reason.clone(),
            expires_at: made.expires_at,
        };
        mail::enqueue(&mut tx, &scope, &to, &mail).await?;
    }
    let event = Event::new(EventKind::OwnershipOffered)
        .on(SubjectKind::User, candidate.id, candidate.name)
        .detail("until", made.expires_at.to_string())
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(made)
}
