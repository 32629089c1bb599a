//! Whom a change of groups can concern.

use super::sql;
use crate::authz::{TOLD, everybody};
use crate::ids::{GroupId, TenantId, UserId};
use crate::sharing;
use crate::store::{Reads, StoreError};

/// Those who belong to a group, to one above or below it, or to where it goes and above; where rules of sharing name
/// groups, everybody else after them. One more than [`TOLD`] at most.
pub(super) async fn concerned(
    tx: &mut impl Reads,
    tenant: TenantId,
    group: GroupId,
    goes_below: Option<GroupId>,
) -> Result<Vec<UserId>, StoreError> {
    let tree = sql::tree(tx, tenant).await?;
    let mut places = tree.branch(group);
    places.extend(tree.above(group));
    if let Some(parent) = goes_below {
        places.push(parent);
        places.extend(tree.above(parent));
    }
    let mut found = people(tx, tenant, places).await?;
    found.extend(by_rules(tx, tenant).await?);
    Ok(found)
}

/// Everybody, where rules of sharing can name groups.
pub(super) async fn by_rules(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<UserId>, StoreError> {
    if sharing::has_rules(tx, tenant).await? {
        return everybody(tx, tenant).await;
    }
    Ok(Vec::new())
}

/// Those who see what the members of these groups own, because they belong to one of them or to one above.
pub(crate) async fn seers(
    tx: &mut impl Reads,
    tenant: TenantId,
    groups: &[GroupId],
) -> Result<Vec<UserId>, StoreError> {
    if groups.is_empty() {
        return Ok(Vec::new());
    }
    let tree = sql::tree(tx, tenant).await?;
    let seen = groups.iter().filter_map(|id| tree.find(*id));
    let mut places = Vec::new();
    for group in seen.filter(|group| group.visible) {
        places.push(group.id);
        places.extend(tree.above(group.id));
    }
    people(tx, tenant, places).await
}

async fn people(
    tx: &mut impl Reads,
    tenant: TenantId,
    mut groups: Vec<GroupId>,
) -> Result<Vec<UserId>, StoreError> {
    groups.sort_unstable();
    groups.dedup();
    if groups.is_empty() {
        return Ok(Vec::new());
    }
    sql::people(tx, tenant, &groups, TOLD + 1).await
}
