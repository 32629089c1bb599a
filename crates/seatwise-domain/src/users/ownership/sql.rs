//! Statements of the ownership: the one offer of an account, and who the owner is.

use super::Offer;
use crate::args;
use crate::authz::Level;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::records::Assignee;
use crate::stmt;
use crate::store::{FromRow, Reader, Reads, Sql, StoreError, WriteTx};
use crate::text::contains_pattern;

stmt!(
    FIND = "select o.to_id, t.name, o.offered_by, b.name, o.reason, o.created_at, o.expires_at
              from ownership_offers o
              join users t on t.tenant_id = o.tenant_id and t.id = o.to_id
              join users b on b.tenant_id = o.tenant_id and b.id = o.offered_by
             where o.tenant_id = $1 and o.expires_at > $2",
    LOCK = "select to_id, offered_by, expires_at from ownership_offers
             where tenant_id = $1 /*pg for update */",
    INSERT = "insert into ownership_offers (tenant_id, to_id, offered_by, reason, created_at, expires_at)
              values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    REMOVE = "delete from ownership_offers where tenant_id = $1",
    REMOVE_OF = "delete from ownership_offers where tenant_id = $1 and to_id = $2",
    OWNER = "select id from users where tenant_id = $1 and level = 'owner' order by id limit 1",
    SET_LEVEL = "update users set level = $3, updated_at = $4 where tenant_id = $1 and id = $2"
);

impl FromRow for Offer {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            to: row.id()?,
            to_name: row.text()?,
            by: row.id()?,
            by_name: row.text()?,
            reason: row.text_opt()?,
            created_at: row.at()?,
            expires_at: row.at()?,
        })
    }
}

/// An offer as an act holds it.
pub(super) struct Held {
    pub to: UserId,
    pub by: UserId,
    pub expires_at: Timestamp,
}

impl FromRow for Held {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            to: row.id()?,
            by: row.id()?,
            expires_at: row.at()?,
        })
    }
}

/// The offer that can be taken now.
pub(super) async fn find(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Option<Offer>, StoreError> {
    let now = tx.now();
    tx.find(FIND.with(args![tenant, now])).await
}

/// Holds the offer until the commit, also one whose time is over.
pub(super) async fn lock(tx: &mut WriteTx, tenant: TenantId) -> Result<Option<Held>, StoreError> {
    tx.find(LOCK.with(args![tenant])).await
}

/// Keeps an offer; false when there is one.
pub(super) async fn insert(
    tx: &mut WriteTx,
    tenant: TenantId,
    offer: &Offer,
) -> Result<bool, StoreError> {
    let insert = INSERT.with(args![
        tenant,
        offer.to,
        offer.by,
        offer.reason.as_deref(),
        offer.created_at,
        offer.expires_at,
    ]);
    Ok(tx.run(insert).await? == 1)
}

pub(super) async fn remove(tx: &mut WriteTx, tenant: TenantId) -> Result<bool, StoreError> {
    Ok(tx.run(REMOVE.with(args![tenant])).await? == 1)
}

/// Removes an offer to this person; false without one.
pub(super) async fn remove_of(
    tx: &mut WriteTx,
    tenant: TenantId,
    to: UserId,
) -> Result<bool, StoreError> {
    Ok(tx.run(REMOVE_OF.with(args![tenant, to])).await? == 1)
}

pub(super) async fn owner(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Option<UserId>, StoreError> {
    match tx.row(OWNER.with(args![tenant])).await? {
        Some(row) => row.reader().id().map(Some),
        None => Ok(None),
    }
}

pub(super) async fn set_level(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    level: Level,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(SET_LEVEL.with(args![tenant, user, level.as_str(), now]))
        .await
        .map(drop)
}

/// Narrows to whom the ownership can be offered, by a part of the name or address.
fn fit(sql: Sql, tenant: TenantId, search: &str) -> Sql {
    let mut sql = sql.push(
        " where u.tenant_id = $? and u.state_rank = 0 and u.state = 'active' and u.seat_kind = 'regular' and not u.service
            and u.level <> 'owner' and u.password_hash is not null",
        args![tenant],
    );
    let search = search.trim();
    if !search.is_empty() {
        sql.add(
            " and u.search_key like $? escape '\\'",
            args![contains_pattern(search)],
        );
    }
    sql
}

pub(super) async fn candidates(
    tx: &mut impl Reads,
    tenant: TenantId,
    search: &str,
    limit: u32,
) -> Result<Vec<Assignee>, StoreError> {
    let sql = fit(
        Sql::new("select u.id, u.name, u.state from users u"),
        tenant,
        search,
    );
    tx.all(sql.push(" order by u.name_key, u.id limit $?", args![limit]))
        .await
}

pub(super) async fn count_candidates(
    tx: &mut impl Reads,
    tenant: TenantId,
    search: &str,
    limit: u64,
) -> Result<u64, StoreError> {
    let sql = Sql::new("select count(*) from (select 1 from users u");
    let sql = fit(sql, tenant, search).push(" limit $?) as found", args![limit]);
    tx.number(sql).await
}
