//! Statements of who holds which role.

use std::collections::HashMap;

use super::given::Given;
use super::held::Holder;
use super::key::RoleKey;
use super::list::RoleName;
use super::standing::Person;
use crate::args;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, Sql, StoreError, WriteTx};

const BATCH: usize = 500;

stmt!(TAKE_ONE = "delete from user_roles where tenant_id = $1 and user_id = $2 and role_key = $3");

/// Adds `and (...)` over `users u`: whoever holds the role, given or by default, as it decides when he acts.
pub(crate) fn limit_to_holders(sql: Sql, role: &RoleKey, now: Timestamp) -> Sql {
    if role.is_of_team_seats() {
        return sql.push(" and u.seat_kind = 'team'", args![]);
    }
    sql.push(
        " and u.seat_kind = 'regular'
          and (exists (select 1 from user_roles h
                        where h.tenant_id = u.tenant_id and h.user_id = u.id and h.role_key = $?
                          and (h.expires_at is null or h.expires_at > $?) and (h.starts_at is null or h.starts_at <= $?))
               or (u.level = 'user' and not u.service
                   and exists (select 1 from tenants t where t.id = u.tenant_id and t.default_role_key = $?)
                   and not exists (select 1 from user_roles h
                                     join roles r on r.tenant_id = h.tenant_id and r.role_key = h.role_key
                                    where h.tenant_id = u.tenant_id and h.user_id = u.id and r.kind = 'role'
                                      and (h.expires_at is null or h.expires_at > $?)
                                      and (h.starts_at is null or h.starts_at <= $?))))",
        args![role, now, now, role, now, now],
    )
}

/// Whoever holds the role, given or by default; not people who were removed for good.
pub(super) async fn holding(
    tx: &mut impl Reads,
    tenant: TenantId,
    role: &RoleKey,
) -> Result<Vec<UserId>, StoreError> {
    let now = tx.now();
    let sql = Sql::new("select u.id from users u").push(
        " where u.tenant_id = $? and u.state <> 'anonymised'",
        args![tenant],
    );
    let rows = tx
        .rows(limit_to_holders(sql, role, now).push(" order by u.id", args![]))
        .await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// Everybody to whom the role was given from a day on that is still to come.
pub(super) async fn to_hold(
    tx: &mut impl Reads,
    tenant: TenantId,
    role: &RoleKey,
) -> Result<Vec<UserId>, StoreError> {
    let now = tx.now();
    let sql = Sql::new("select h.user_id from user_roles h").push(
        " where h.tenant_id = $? and h.role_key = $? and h.starts_at > $? order by h.user_id",
        args![tenant, role, now],
    );
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// Everybody to whom a role was given until a day that is still to come.
pub(super) async fn holding_for_a_time(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<UserId>, StoreError> {
    let now = tx.now();
    let sql = Sql::new(
        "select distinct h.user_id
           from user_roles h join roles r on r.tenant_id = h.tenant_id and r.role_key = h.role_key",
    )
    .push(
        " where h.tenant_id = $? and r.kind = 'role' and h.expires_at > $? order by h.user_id",
        args![tenant, now],
    );
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// Everybody to whom the role was given, also for a time that is over or to come.
pub(super) async fn given_to(
    tx: &mut impl Reads,
    tenant: TenantId,
    role: &RoleKey,
) -> Result<Vec<UserId>, StoreError> {
    let sql = Sql::new("select h.user_id from user_roles h").push(
        " where h.tenant_id = $? and h.role_key = $? order by h.user_id",
        args![tenant, role],
    );
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// These people as roles see them; unknown ids are left out.
pub(super) async fn people(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<Vec<Person>, StoreError> {
    let now = tx.now();
    let mut found = Vec::with_capacity(users.len());
    for users in users.chunks(BATCH) {
        let sql = Sql::new(
            "select u.id, u.name, u.level, u.seat_kind, u.service, u.position_id is not null, u.state_rank = 0,
                    exists (select 1 from team_members m
                             where m.tenant_id = u.tenant_id and m.user_id = u.id and m.manager)
               from users u",
        )
        .push(" where u.tenant_id = $? and u.state <> 'anonymised' and u.id in ", args![tenant])
        .list(users.iter().copied())
        .push(" order by u.name_key, u.id", args![]);
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            found.push(Person {
                user: row.id()?,
                name: row.text()?,
                level: row.word()?,
                seat_kind: row.word()?,
                service: row.bool()?,
                placed: row.bool()?,
                present: row.bool()?,
                leads: row.bool()?,
                roles: Vec::new(),
                at: now,
            });
        }
    }
    Ok(found)
}

/// What was given to these people and has not ended, by name: what is in force, and what begins later.
pub(super) async fn given(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<Given>>, StoreError> {
    let now = tx.now();
    let mut found: HashMap<UserId, Vec<Given>> = HashMap::new();
    for users in users.chunks(BATCH) {
        let sql = Sql::new(
            "select h.user_id, r.role_key, r.kind, r.name, h.starts_at, h.expires_at
               from user_roles h join roles r on r.tenant_id = h.tenant_id and r.role_key = h.role_key",
        )
        .push(
            " where h.tenant_id = $? and (h.expires_at is null or h.expires_at > $?) and h.user_id in ",
            args![tenant, now],
        )
        .list(users.iter().copied())
        .push(" order by r.name_key, r.role_key", args![]);
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let user: UserId = row.id()?;
            let role = RoleName {
                key: row.word()?,
                kind: row.word()?,
                name: row.text()?,
            };
            let given = Given {
                role,
                from: row.at_opt()?,
                until: row.at_opt()?,
            };
            found.entry(user).or_default().push(given);
        }
    }
    Ok(found)
}

/// These people with what was given to them: two statements for a page.
pub(super) async fn holders(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<Vec<Holder>, StoreError> {
    let mut given = given(tx, tenant, users).await?;
    let mut found = Vec::with_capacity(users.len());
    for users in users.chunks(BATCH) {
        let sql = Sql::new("select u.id, u.level, u.seat_kind, u.service from users u")
            .push(" where u.tenant_id = $? and u.id in ", args![tenant])
            .list(users.iter().copied());
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let user: UserId = row.id()?;
            found.push(Holder {
                level: row.word()?,
                seat_kind: row.word()?,
                service: row.bool()?,
                roles: given.remove(&user).unwrap_or_default(),
            });
        }
    }
    Ok(found)
}

/// Gives a role to people, or other dates to those who have it. What begins later is told on its day.
pub(super) async fn give(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
    role: &RoleKey,
    (starts_at, expires_at, by): (Option<Timestamp>, Option<Timestamp>, Option<UserId>),
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        let now = tx.now();
        let began = starts_at.is_none_or(|from| from <= now);
        let rows = users
            .iter()
            .map(|user| args![tenant, *user, role, starts_at, expires_at, began, by, now]);
        let sql = Sql::new(
            "insert into user_roles (tenant_id, user_id, role_key, starts_at, expires_at, began, granted_by,
                    granted_at) values ",
        )
        .rows(rows)
        .push(
            " on conflict (tenant_id, user_id, role_key) do update
                 set starts_at = excluded.starts_at, expires_at = excluded.expires_at, began = excluded.began,
                     granted_by = excluded.granted_by, granted_at = excluded.granted_at",
            args![],
        );
        tx.run(sql).await?;
    }
    Ok(())
}

/// Takes a role from somebody; false when it was not given to him.
pub(super) async fn take_one(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    role: &RoleKey,
) -> Result<bool, StoreError> {
    Ok(tx.run(TAKE_ONE.with(args![tenant, user, role])).await? == 1)
}

/// Takes a role from people.
pub(super) async fn take_from(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
    role: &RoleKey,
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        let sql = Sql::new("delete from user_roles")
            .push(
                " where tenant_id = $? and role_key = $? and user_id in ",
                args![tenant, role],
            )
            .list(users.iter().copied());
        tx.run(sql).await?;
    }
    Ok(())
}

/// Takes everything from people, because they are removed.
pub(super) async fn take_everything(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        let sql = Sql::new("delete from user_roles")
            .push(" where tenant_id = $? and user_id in ", args![tenant])
            .list(users.iter().copied());
        tx.run(sql).await?;
    }
    Ok(())
}
