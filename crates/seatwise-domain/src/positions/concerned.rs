//! Whom a change of the tree can concern.

use super::sql;
use crate::args;
use crate::authz::{TOLD, everybody};
use crate::ids::{PositionId, TenantId, UserId};
use crate::sharing;
use crate::store::{Reads, Sql, StoreError};

/// Those who hold one of these positions or stand above one; where rules of sharing name positions, everybody
/// else after them. One more than [`TOLD`] at most.
pub(super) async fn concerned(
    tx: &mut impl Reads,
    tenant: TenantId,
    positions: &[PositionId],
) -> Result<Vec<UserId>, StoreError> {
    let mut found = above(tx, tenant, positions).await?;
    if sharing::has_rules(tx, tenant).await? {
        found.extend(everybody(tx, tenant).await?);
    }
    Ok(found)
}

/// Those who hold one of these positions or stand above one.
pub(crate) async fn above(
    tx: &mut impl Reads,
    tenant: TenantId,
    positions: &[PositionId],
) -> Result<Vec<UserId>, StoreError> {
    let tree = sql::tree(tx, tenant).await?;
    let mut places: Vec<PositionId> = positions.to_vec();
    for position in positions {
        places.extend(tree.above(*position));
    }
    places.sort_unstable();
    places.dedup();
    holders(tx, tenant, &places).await
}

/// The position that somebody holds.
pub(crate) async fn held_by(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<PositionId>, StoreError> {
    let found = sql::person(tx, tenant, user).await?;
    Ok(found.and_then(|(_, position)| position).map(|(id, _)| id))
}

async fn holders(
    tx: &mut impl Reads,
    tenant: TenantId,
    places: &[PositionId],
) -> Result<Vec<UserId>, StoreError> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("select u.id from users u")
        .push(
            " where u.tenant_id = $? and u.state <> 'deactivated' and u.position_id in ",
            args![tenant],
        )
        .list(places.iter().copied())
        .push(" order by u.id limit $?", args![TOLD + 1]);
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}
