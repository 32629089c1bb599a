//! Statements of roles.

use std::collections::HashMap;

use super::key::RoleKey;
use super::list::{Levels, RoleName, ToCome};
use super::{Role, RoleKind};
use crate::args;
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, StoreError, WriteTx};
use crate::text::name_key;

stmt!(
    ALL = "select role_key, kind, name, description, grants, fields, givable, created_at, updated_at
             from roles where tenant_id = $1 order by name_key, role_key limit 500",
    FIND = "select role_key, kind, name, description, grants, fields, givable, created_at, updated_at
              from roles where tenant_id = $1 and role_key = $2",
    LOCK = "select role_key, kind, name, description, grants, fields, givable, created_at, updated_at
              from roles where tenant_id = $1 and role_key = $2 /*pg for update */",
    NAMES = "select role_key, kind, name from roles where tenant_id = $1 order by name_key, role_key limit 500",
    DEFAULT_NAME = "select r.role_key, r.kind, r.name
                      from tenants t join roles r on r.tenant_id = t.id and r.role_key = t.default_role_key
                     where t.id = $1",
    NAMED = "select role_key from roles where tenant_id = $1 and name_key = $2",
    NUMBER = "select count(*) from roles where tenant_id = $1",
    INSERT = "insert into roles (tenant_id, role_key, kind, name, name_key, description, grants, fields,
                     givable, created_by, created_at, updated_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) on conflict do nothing",
    UPDATE = "update roles set name = $3, name_key = $4, description = $5, grants = $6, fields = $7, givable = $8,
                     updated_at = $9
               where tenant_id = $1 and role_key = $2",
    LISTING = "select role_key, kind, name, description, grants, fields, givable, created_at, updated_at
                 from roles where tenant_id = $1 and givable is not null order by role_key limit 500 /*pg for update */",
    RELIST = "update roles set givable = $3, updated_at = $4 where tenant_id = $1 and role_key = $2",
    DELETE = "delete from roles where tenant_id = $1 and role_key = $2",
    COUNTS = "select m.role_key, count(*)
                from (select h.role_key
                        from user_roles h
                        join users u on u.tenant_id = h.tenant_id and u.id = h.user_id
                       where h.tenant_id = $1 and u.state_rank = 0 and u.seat_kind = 'regular'
                         and (h.expires_at is null or h.expires_at > $2)
                         and (h.starts_at is null or h.starts_at <= $2)
                      union all
                      select case when u.seat_kind = 'team' then 'team-user' else t.default_role_key end
                        from users u join tenants t on t.id = u.tenant_id
                       where u.tenant_id = $1 and u.state_rank = 0
                         and (u.seat_kind = 'team'
                              or (u.level = 'user' and not u.service
                                  and not exists (select 1 from user_roles h
                                                    join roles r on r.tenant_id = h.tenant_id and r.role_key = h.role_key
                                                   where h.tenant_id = u.tenant_id and h.user_id = u.id
                                                     and r.kind = 'role'
                                                     and (h.expires_at is null or h.expires_at > $2)
                                                     and (h.starts_at is null or h.starts_at <= $2))))) m
               group by m.role_key",
    TO_COME = "select u.id, u.name, h.starts_at, h.expires_at
                 from user_roles h join users u on u.tenant_id = h.tenant_id and u.id = h.user_id
                where h.tenant_id = $1 and h.role_key = $2 and h.starts_at > $3 and u.state_rank = 0
                  and u.seat_kind = 'regular'
                order by h.starts_at, u.id limit 50",
    LEVELS = "select level, count(*) from users where tenant_id = $1 and state_rank = 0 group by level",
    MANAGERS = "select count(distinct m.user_id)
                  from team_members m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
                 where m.tenant_id = $1 and m.manager and u.state_rank = 0",
    LEAD_FIELDS = "select field_key from lead_fields where tenant_id = $1 order by position, field_key limit 500"
);

pub(super) async fn all(tx: &mut impl Reads, tenant: TenantId) -> Result<Vec<Role>, StoreError> {
    tx.all(ALL.with(args![tenant])).await
}

pub(super) async fn find(
    tx: &mut impl Reads,
    tenant: TenantId,
    key: &RoleKey,
) -> Result<Option<Role>, StoreError> {
    tx.find(FIND.with(args![tenant, key])).await
}

/// A role whose row nobody else changes until the commit.
pub(super) async fn lock(
    tx: &mut WriteTx,
    tenant: TenantId,
    key: &RoleKey,
) -> Result<Option<Role>, StoreError> {
    tx.find(LOCK.with(args![tenant, key])).await
}

pub(super) async fn names(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<RoleName>, StoreError> {
    tx.all(NAMES.with(args![tenant])).await
}

pub(super) async fn default_name(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Option<RoleName>, StoreError> {
    tx.find(DEFAULT_NAME.with(args![tenant])).await
}

/// The role that has a name, in any spelling of it.
pub(super) async fn named(
    tx: &mut impl Reads,
    tenant: TenantId,
    name: &str,
) -> Result<Option<RoleKey>, StoreError> {
    match tx.row(NAMED.with(args![tenant, name_key(name)])).await? {
        Some(row) => row.reader().word().map(Some),
        None => Ok(None),
    }
}

pub(super) async fn number(tx: &mut impl Reads, tenant: TenantId) -> Result<u64, StoreError> {
    tx.number(NUMBER.with(args![tenant])).await
}

fn json(value: impl serde::Serialize) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(value).map_err(|error| StoreError::Fault(Box::new(error)))
}

/// Adds a role; false when another has its name.
pub(super) async fn insert(
    tx: &mut WriteTx,
    tenant: TenantId,
    role: &Role,
    by: Option<UserId>,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let insert = INSERT.with(args![
        tenant,
        &role.key,
        role.kind.as_str(),
        role.name.as_str(),
        name_key(&role.name),
        role.description.as_str(),
        json(role.grants.words())?,
        json(&role.fields)?,
        role.grants.givable().column(),
        by,
        now,
    ]);
    Ok(tx.run(insert).await? == 1)
}

pub(super) async fn insert_builtin(
    tx: &mut WriteTx,
    tenant: TenantId,
    key: &RoleKey,
    kind: RoleKind,
) -> Result<(), StoreError> {
    let now = tx.now();
    let nothing: Option<serde_json::Value> = None;
    let nobody: Option<UserId> = None;
    let insert = INSERT.with(args![
        tenant,
        key,
        kind.as_str(),
        "",
        key.as_str(),
        "",
        nothing.clone(),
        nothing.clone(),
        nothing,
        nobody,
        now,
    ]);
    tx.run(insert).await.map(drop)
}

pub(super) async fn update(
    tx: &mut WriteTx,
    tenant: TenantId,
    role: &Role,
) -> Result<(), StoreError> {
    let now = tx.now();
    let folded = if role.key.is_built_in() {
        role.key.to_string()
    } else {
        name_key(&role.name)
    };
    let update = UPDATE.with(args![
        tenant,
        &role.key,
        role.name.as_str(),
        folded,
        role.description.as_str(),
        json(role.grants.words())?,
        json(&role.fields)?,
        role.grants.givable().column(),
        now,
    ]);
    tx.run(update).await.map(drop)
}

/// Takes a role out of the lists of those that others may give; tells which lists had it. An empty list stays one.
pub(super) async fn unlist(
    tx: &mut WriteTx,
    tenant: TenantId,
    key: &RoleKey,
) -> Result<Vec<Role>, StoreError> {
    let now = tx.now();
    let mut listing: Vec<Role> = tx.all(LISTING.with(args![tenant])).await?;
    listing.retain(|role| {
        let keys = role.grants.givable().keys();
        role.key != *key && keys.is_some_and(|keys| keys.contains(key.as_str()))
    });
    for role in &listing {
        let left = role.grants.givable().without(key.as_str()).column();
        tx.run(RELIST.with(args![tenant, &role.key, left, now]))
            .await?;
    }
    Ok(listing)
}

pub(super) async fn delete(
    tx: &mut WriteTx,
    tenant: TenantId,
    key: &RoleKey,
) -> Result<(), StoreError> {
    tx.run(DELETE.with(args![tenant, key])).await.map(drop)
}

pub(super) async fn counts(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<HashMap<RoleKey, u64>, StoreError> {
    let now = tx.now();
    let rows = tx.rows(COUNTS.with(args![tenant, now])).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.word()?, row.count()?))
        })
        .collect()
}

pub(super) async fn to_come(
    tx: &mut impl Reads,
    tenant: TenantId,
    key: &RoleKey,
) -> Result<Vec<ToCome>, StoreError> {
    let now = tx.now();
    tx.all(TO_COME.with(args![tenant, key, now])).await
}

pub(super) async fn levels(tx: &mut impl Reads, tenant: TenantId) -> Result<Levels, StoreError> {
    let mut levels = Levels {
        managers: tx.number(MANAGERS.with(args![tenant])).await?,
        ..Levels::default()
    };
    for row in &tx.rows(LEVELS.with(args![tenant])).await? {
        let mut row = row.reader();
        match row.text()?.as_str() {
            "owner" => levels.owners = row.count()?,
            "admin" => levels.admins = row.count()?,
            _ => {}
        }
    }
    Ok(levels)
}

pub(super) async fn lead_fields(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<String>, StoreError> {
    let rows = tx.rows(LEAD_FIELDS.with(args![tenant])).await?;
    rows.iter().map(|row| row.reader().text()).collect()
}
