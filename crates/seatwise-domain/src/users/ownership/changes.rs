//! What a transfer changes for both sides, shown before anybody decides (D7).

use super::{OwnershipError, sql, transfer};
use crate::authz::{Caller, Grants, Key, Level, TransferOwnership};
use crate::ids::{TenantId, UserId};
use crate::store::Reads;
use crate::users::{self, User};

/// What a transfer changes.
#[derive(Debug, Clone)]
pub struct Changes {
    /// Who is the owner now and would be an admin.
    pub owner: User,
    /// What he could not do any more.
    pub loses: Vec<Key>,
    /// Who would be the owner.
    pub candidate: User,
    /// What he could do more, or for all of the account.
    pub gains: Vec<Key>,
}

/// What a person would gain as the owner.
pub(super) async fn gains(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<Key>, OwnershipError> {
    let looked = Caller::looked_at(tx, tenant, user).await?;
    let (held, _) = looked.ok_or(OwnershipError::Unknown)?;
    Ok(held.held().lacks(&Grants::of_level(Level::Owner)))
}

/// What an owner loses who stays an admin.
pub(super) fn loses() -> Vec<Key> {
    Grants::of_level(Level::Admin).lacks(&Grants::of_level(Level::Owner))
}

/// What changes for both, or why this person cannot be the owner; writes nothing.
pub async fn preview(
    tx: &mut impl Reads,
    caller: &Caller,
    to: UserId,
) -> Result<Changes, OwnershipError> {
    let scope = caller.scope::<TransferOwnership>()?;
    between(tx, scope.tenant(), to).await
}

/// Step: what changes between the present owner and this person.
pub(super) async fn between(
    tx: &mut impl Reads,
    tenant: TenantId,
    to: UserId,
) -> Result<Changes, OwnershipError> {
    let owner = sql::owner(tx, tenant).await?;
    let owner = owner.ok_or(OwnershipError::Unknown)?;
    let owner = users::sql::by_id(tx, tenant, owner)
        .await?
        .ok_or(OwnershipError::Unknown)?;
    let candidate = users::sql::by_id(tx, tenant, to)
        .await?
        .ok_or(OwnershipError::Unknown)?;
    let password = users::sql::password(tx, tenant, to).await?;
    transfer::fits(&candidate, password.is_some())?;
    Ok(Changes {
        owner,
        loses: loses(),
        gains: gains(tx, tenant, to).await?,
        candidate,
    })
}
