//! Statements of service users.

use crate::args;
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Reads as _, StoreError, WriteTx};
use crate::text::name_key;
use crate::users::UserState;
use crate::users::write::search_key;

stmt!(
    INSERT = "insert into users (tenant_id, id, state, level, seat_kind, service, name, name_key, search_key,
                     state_rank, created_by, created_at, updated_at, activated_at)
              values ($1, $2, $3, 'user', 'regular', true, $4, $5, $6, $7, $8, $9, $9, $9)"
);

/// Adds a service user. It has no name to sign in with and no password.
pub(super) async fn insert(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    name: &str,
    by: Option<UserId>,
) -> Result<(), StoreError> {
    let now = tx.now();
    let insert = INSERT.with(args![
        tenant,
        user,
        UserState::Active.as_str(),
        name,
        name_key(name),
        search_key(name, None, None),
        UserState::Active.rank(),
        by,
        now,
    ]);
    tx.run(insert).await.map(drop)
}
