//! The two roles that come with the program.

use super::RoleKind;
use super::key::RoleKey;
use super::sql;
use crate::ids::TenantId;
use crate::store::{StoreError, WriteTx};

/// Step of a new account: its "Sales" and its role of team seats.
pub async fn add_builtin(tx: &mut WriteTx, tenant: TenantId) -> Result<(), StoreError> {
    for key in [RoleKey::sales(), RoleKey::team_user()] {
        sql::insert_builtin(tx, tenant, &key, RoleKind::Role).await?;
    }
    Ok(())
}
