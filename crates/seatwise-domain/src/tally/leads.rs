//! How many leads each person owns in each state. Leads without an owner stand under the account's own id.
//!
//! Whoever moves many leads would keep others waiting for these few lines, and two who move leads of the same people
//! in turns would wait for each other. So a transaction collects its changes, and writes them as the last thing it
//! does, in the order of their keys.

use crate::ids::{TenantId, UserId};
use crate::store::{Sql, StoreError, WriteTx};

/// Step: notes that an owner has so many leads more in a state, or fewer. A reader of the same transaction does not
/// see it.
pub(crate) fn changed(
    tx: &mut WriteTx,
    tenant: TenantId,
    owner: Option<UserId>,
    state: &'static str,
    by: i64,
) {
    tx.sums()
        .add((tenant.into(), key(tenant, owner), state), by);
}

/// Under which id the leads of an owner are counted.
pub(crate) fn key(tenant: TenantId, owner: Option<UserId>) -> uuid::Uuid {
    owner.map_or_else(|| tenant.into(), Into::into)
}

/// Writes what the transaction collected.
pub(crate) async fn write(tx: &mut WriteTx) -> Result<(), StoreError> {
    let changed = tx.sums().take();
    for lines in changed.chunks(LINES) {
        let rows = lines
            .iter()
            .map(|((tenant, owner, state), by)| crate::args![*tenant, *owner, *state, *by]);
        let add =
            Sql::new("insert into record_tallies (tenant_id, owner_id, state, number) values ")
                .rows(rows)
                .push(
                    " on conflict (tenant_id, owner_id, state)
                  do update set number = record_tallies.number + excluded.number",
                    crate::args![],
                );
        tx.run(add).await?;
    }
    Ok(())
}

/// In one statement.
const LINES: usize = 500;
