//! Statements of what begins and what ends, by the dates with which it was given.

use crate::args;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, Row, StoreError, WriteTx};

const BATCH: usize = 500;

stmt!(
    ENDED = "select h.user_id, u.name, h.role_key, r.name, h.expires_at
               from user_roles h
               join users u on u.tenant_id = h.tenant_id and u.id = h.user_id
               join roles r on r.tenant_id = h.tenant_id and r.role_key = h.role_key
              where h.tenant_id = $1 and h.began and h.expires_at <= $2
              order by h.user_id, h.role_key limit $3 /*pg for update of h */",
    TAKE_ENDED = "delete from user_roles where tenant_id = $1 and (user_id, role_key) in
                  (select user_id, role_key from user_roles
                    where tenant_id = $1 and began and expires_at <= $2 order by user_id, role_key limit $3)",
    BEGUN = "select h.user_id, u.name, h.role_key, r.name, h.starts_at
               from user_roles h
               join users u on u.tenant_id = h.tenant_id and u.id = h.user_id
               join roles r on r.tenant_id = h.tenant_id and r.role_key = h.role_key
              where h.tenant_id = $1 and not h.began and h.starts_at <= $2
              order by h.user_id, h.role_key limit $3 /*pg for update of h */",
    NOTE_BEGUN = "update user_roles set began = true where tenant_id = $1 and (user_id, role_key) in
                  (select user_id, role_key from user_roles
                    where tenant_id = $1 and not began and starts_at <= $2 order by user_id, role_key limit $3)"
);

/// A role or set that somebody holds, on the day on which it begins or ends.
pub(super) struct Turn {
    pub user: UserId,
    pub name: String,
    pub role: String,
    pub on: Timestamp,
}

/// Takes what has ended from people, a batch of it; tells what it was. That it began is told before.
pub(super) async fn take_ended(
    tx: &mut WriteTx,
    tenant: TenantId,
) -> Result<Vec<Turn>, StoreError> {
    let now = tx.now();
    let ended = turns(&tx.rows(ENDED.with(args![tenant, now, BATCH])).await?)?;
    if !ended.is_empty() {
        tx.run(TAKE_ENDED.with(args![tenant, now, BATCH])).await?;
    }
    Ok(ended)
}

/// Notes what has begun, a batch of it; tells what it was.
pub(super) async fn take_note_of_begun(
    tx: &mut WriteTx,
    tenant: TenantId,
) -> Result<Vec<Turn>, StoreError> {
    let now = tx.now();
    let begun = turns(&tx.rows(BEGUN.with(args![tenant, now, BATCH])).await?)?;
    if !begun.is_empty() {
        tx.run(NOTE_BEGUN.with(args![tenant, now, BATCH])).await?;
    }
    Ok(begun)
}

fn turns(rows: &[Row]) -> Result<Vec<Turn>, StoreError> {
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            let (user, name) = (row.id()?, row.text()?);
            let (key, label): (String, String) = (row.text()?, row.text()?);
            Ok(Turn {
                user,
                name,
                role: if label.is_empty() { key } else { label },
                on: row.at()?,
            })
        })
        .collect()
}
