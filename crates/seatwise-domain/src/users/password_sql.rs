//! Statements behind forgotten passwords.

use crate::args;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, StoreError};

stmt!(
    BY_ADDRESS = "select u.tenant_id, u.id from sign_in_names n
                    join users u on u.tenant_id = n.tenant_id and u.id = n.user_id
                   where n.name_key = $1 and n.kind <> 'login'
                     and (u.state = 'active' or (u.state = 'pending' and u.password_hash is not null))
                   order by u.tenant_id, u.id limit 20",
    RESET_ASKED_SINCE = "select count(*) from mails
                          where tenant_id = $1 and user_id = $2 and kind = 'password-reset'
                            and created_at > $3"
);

/// The people an address belongs to, in all accounts; for a forgotten password.
pub(super) async fn by_address(
    tx: &mut impl Reads,
    key: &str,
) -> Result<Vec<(TenantId, UserId)>, StoreError> {
    let rows = tx.rows(BY_ADDRESS.with(args![key])).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.id()?, row.id()?))
        })
        .collect()
}

pub(super) async fn reset_asked_since(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
    since: Timestamp,
) -> Result<u64, StoreError> {
    tx.number(RESET_ASKED_SINCE.with(args![tenant, user, since]))
        .await
}
