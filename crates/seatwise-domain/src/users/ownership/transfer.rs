//! The transfer itself, inside the transaction of whoever decides: one owner before, one owner after.

use super::{OwnershipError, changes, sql};
use crate::audit::{Event, EventKind, Reason, SubjectKind};
use crate::authn::Password;
use crate::authz::{Key, Level, SeatKind};
use crate::ids::{TenantId, UserId};
use crate::store::{Db, WriteTx};
use crate::users::{self, User, UserState};

/// Whether somebody can be the owner, and why not: an owner is somebody who can sign in.
pub(super) fn fits(user: &User, has_password: bool) -> Result<(), OwnershipError> {
    match user.state {
        UserState::Invited | UserState::Pending => return Err(OwnershipError::Pending),
        UserState::Frozen => return Err(OwnershipError::Frozen),
        UserState::Deactivated => return Err(OwnershipError::Deactivated),
        UserState::Anonymised => return Err(OwnershipError::Unknown),
        UserState::Active => {}
    }
    if user.service {
        return Err(OwnershipError::Service);
    }
    if user.seat_kind != SeatKind::Regular {
        return Err(OwnershipError::TeamSeat);
    }
    if user.level == Level::Owner {
        return Err(OwnershipError::IsOwner);
    }
    if !has_password {
        return Err(OwnershipError::NoPassword);
    }
    Ok(())
}

/// The hash that a typed password belongs to. It is compared outside of the transaction, which then asks
/// [`unchanged`].
pub(super) async fn proven(
    db: &Db,
    tenant: TenantId,
    user: UserId,
    typed: &str,
) -> Result<String, OwnershipError> {
    let hash = {
        let mut tx = db.read().await?;
        users::sql::password(&mut tx, tenant, user).await?
    };
    if !Password::typed(typed).matches(hash.clone()).await {
        return Err(OwnershipError::WrongPassword);
    }
    hash.ok_or(OwnershipError::WrongPassword)
}

/// Whether the password is still the one that was proven.
pub(super) async fn unchanged(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    proven: &str,
) -> Result<(), OwnershipError> {
    let hash = users::sql::password(tx, tenant, user).await?;
    if hash.as_deref() != Some(proven) {
        return Err(OwnershipError::WrongPassword);
    }
    Ok(())
}

/// Holds both sides until the commit, in the order of their ids: who is the owner, and who may be.
pub(super) async fn both(
    tx: &mut WriteTx,
    tenant: TenantId,
    owner: UserId,
    to: UserId,
) -> Result<(Option<User>, User), OwnershipError> {
    let mut ids = [owner, to];
    ids.sort_unstable();
    let mut people = users::sql::lock_many(tx, tenant, &ids).await?.into_iter();
    let (mut first, mut second) = (None, None);
    for user in people.by_ref() {
        if user.id == to {
            second = Some(user);
        } else {
            first = Some(user);
        }
    }
    let owner = first.filter(|user| user.level == Level::Owner);
    Ok((owner, second.ok_or(OwnershipError::Unknown)?))
}

fn words(keys: &[Key]) -> Vec<String> {
    keys.iter().map(|key| key.as_str().to_owned()).collect()
}

/// Changes both levels and tells the lines for the histories of both (P87).
pub(super) async fn change(
    tx: &mut WriteTx,
    tenant: TenantId,
    (owner, to): (&User, &User),
    reason: &Reason,
) -> Result<Vec<Event>, OwnershipError> {
    let gained = changes::gains(tx, tenant, to.id).await?;
    sql::set_level(tx, tenant, owner.id, Level::Admin).await?;
    sql::set_level(tx, tenant, to.id, Level::Owner).await?;
    sql::remove(tx, tenant).await?;
    let line = |user: &User, level: Level| {
        Event::new(EventKind::OwnershipTransferred)
            .on(SubjectKind::User, user.id, user.name.clone())
            .change("level", user.level.as_str(), level.as_str())
            .reason(reason)
    };
    Ok(vec![
        line(to, Level::Owner).detail("gained", words(&gained)),
        line(owner, Level::Admin).detail("lost", words(&changes::loses())),
    ])
}
