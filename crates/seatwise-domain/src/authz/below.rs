//! The positions below another one, at any depth: one select for whoever asks.

use crate::args;
use crate::ids::{PositionId, TenantId};
use crate::store::{Reads, Sql, StoreError};

/// Adds the select of the positions below this one, in parentheses. SQLite joins in the order of a cross join: the
/// other way round each step would walk all positions of the account.
pub(super) fn below(sql: Sql, tenant: TenantId, position: PositionId) -> Sql {
    sql.push(
        " (
            with recursive below(id) as (
                select p.id from positions p where p.tenant_id = $? and p.parent_id = $?
                union
                select p.id from below b cross join positions p where p.tenant_id = $? and p.parent_id = b.id)
            select id from below)",
        args![tenant, position, tenant],
    )
}

/// Adds that a position stands above the one in a column, at any depth, with its parentheses. The way up is short,
/// where [`below`] finds everything below: for a statement that asks it of one person.
pub(super) fn above(sql: Sql, tenant: TenantId, position: PositionId, column: &'static str) -> Sql {
    sql.push(
        "$? in (
            with recursive above(id) as (
                select p.parent_id from positions p where p.tenant_id = $? and p.id = ",
        args![position, tenant],
    )
    .push(column, args![])
    .push(
        "
                union
                select p.parent_id from above b cross join positions p where p.tenant_id = $? and p.id = b.id)
            select id from above)",
        args![tenant],
    )
}

/// True when a position stands below another one.
pub(super) async fn is_below(
    tx: &mut impl Reads,
    tenant: TenantId,
    position: PositionId,
    top: PositionId,
) -> Result<bool, StoreError> {
    let sql = Sql::new("select count(*) from positions o").push(
        " where o.tenant_id = $? and o.id = $? and o.id in",
        args![tenant, position],
    );
    Ok(tx.number(below(sql, tenant, top)).await? > 0)
}
