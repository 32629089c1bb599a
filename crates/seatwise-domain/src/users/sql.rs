//! Statements that read people.

use std::collections::HashMap;

use super::User;
use super::conflicts::{Conflict, of_holder};
use super::list::{ListFilter, Sort, StateView, UserRow};
use super::state::UserState;
use crate::args;
use crate::authz::{ActsFor, Scope, ViewUsers};
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::roles::limit_to_holders;
use crate::stmt;
use crate::store::{COUNT_LIMIT, Cursor, PageSize, Reads, Sql, StoreError, WriteTx};
use crate::text::contains_pattern;

const BATCH: usize = 500;

stmt!(
    FIND = "select id, state, level, seat_kind, service, name, email, login, phone, gender, job_title, language,
                   time_zone, started_on, picture_etag, import_id, created_at, updated_at, mailed_at,
                   link_expires_at, activated_at, deactivated_at, last_seen_at
              from users where tenant_id = $1 and id = $2",
    LOCK = "select id, state, level, seat_kind, service, name, email, login, phone, gender, job_title, language,
                   time_zone, started_on, picture_etag, import_id, created_at, updated_at, mailed_at,
                   link_expires_at, activated_at, deactivated_at, last_seen_at
              from users where tenant_id = $1 and id = $2 /*pg for update */",
    PASSWORD = "select password_hash from users where tenant_id = $1 and id = $2",
    PASSWORD_AT = "select password_at from users
                    where tenant_id = $1 and id = $2 and password_hash is not null",
    NAMES = "select kind, shown from sign_in_names where tenant_id = $1 and user_id = $2
              order by kind, shown limit 100"
);

pub(super) const COLUMNS: &str =
    "select id, state, level, seat_kind, service, name, email, login, phone, gender, job_title, language,
        time_zone, started_on, picture_etag, import_id, created_at, updated_at, mailed_at,
        link_expires_at, activated_at, deactivated_at, last_seen_at from users u";

/// One person.
pub async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Option<User>, StoreError> {
    by_id(tx, scope.tenant(), user).await
}

/// People by id, keyed by it; unknown ids are left out.
pub async fn find_many(
    tx: &mut impl Reads,
    scope: &impl ActsFor,
    users: &[UserId],
) -> Result<HashMap<UserId, User>, StoreError> {
    let mut found = HashMap::with_capacity(users.len());
    for users in users.chunks(BATCH) {
        let sql = Sql::new(COLUMNS)
            .push(
                " where u.tenant_id = $? and u.id in ",
                args![scope.tenant()],
            )
            .list(users.iter().copied());
        for user in tx.all::<User>(sql).await? {
            found.insert(user.id, user);
        }
    }
    Ok(found)
}

pub(super) async fn by_id(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<User>, StoreError> {
    tx.find(FIND.with(args![tenant, user])).await
}

pub(super) async fn lock(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<User>, StoreError> {
    tx.find(LOCK.with(args![tenant, user])).await
}

/// Locks many people in the order of their ids, so that two transactions never wait for each other.
pub(super) async fn lock_many(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<Vec<User>, StoreError> {
    let mut found = Vec::with_capacity(users.len());
    for users in users.chunks(BATCH) {
        let sql = Sql::new(COLUMNS)
            .push(" where u.tenant_id = $? and u.id in ", args![tenant])
            .list(users.iter().copied())
            .push(" order by u.id /*pg for update */", args![]);
        found.extend(tx.all::<User>(sql).await?);
    }
    Ok(found)
}

pub(super) async fn password(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<String>, StoreError> {
    match tx.row(PASSWORD.with(args![tenant, user])).await? {
        Some(row) => row.reader().text_opt(),
        None => Ok(None),
    }
}

/// When the password was chosen; `None` without one.
pub(super) async fn password_at(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<Timestamp>, StoreError> {
    match tx.row(PASSWORD_AT.with(args![tenant, user])).await? {
        Some(row) => row.reader().at_opt(),
        None => Ok(None),
    }
}

/// The aliases of people, as typed; of at most [`crate::store::PageSize`] people at once.
pub(super) async fn aliases_of(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<String>>, StoreError> {
    let mut found: HashMap<UserId, Vec<String>> = HashMap::new();
    for users in users.chunks(BATCH) {
        let sql = Sql::new("select user_id, shown from sign_in_names")
            .push(
                " where tenant_id = $? and kind = 'alias' and user_id in ",
                args![tenant],
            )
            .list(users.iter().copied())
            .push(" order by user_id, shown limit 10000", args![]);
        for row in tx.rows(sql).await? {
            let mut row = row.reader();
            found.entry(row.id()?).or_default().push(row.text()?);
        }
    }
    Ok(found)
}

pub(super) async fn names(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<(String, String)>, StoreError> {
    let rows = tx.rows(NAMES.with(args![tenant, user])).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.text()?, row.text()?))
        })
        .collect()
}

pub(super) async fn conflicts(
    tx: &mut impl Reads,
    tenant: TenantId,
    keys: &[String],
    contacts_too: bool,
) -> Result<HashMap<String, Conflict>, StoreError> {
    let mut found = HashMap::new();
    for keys in keys.chunks(BATCH) {
        let sql = Sql::new(
            "select n.name_key, n.user_id, n.kind, u.state from sign_in_names n
               join users u on u.tenant_id = n.tenant_id and u.id = n.user_id",
        )
        .push(" where n.tenant_id = $? and n.name_key in ", args![tenant])
        .list(keys.iter());
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let key = row.text()?;
            let user: UserId = row.id()?;
            let kind = row.text()?;
            let state: UserState = row.word()?;
            found.insert(key, of_holder(user, state, &kind));
        }
        if contacts_too {
            let sql = Sql::new("select distinct contact_key from records")
                .push(" where tenant_id = $? and contact_key in ", args![tenant])
                .list(keys.iter());
            for row in &tx.rows(sql).await? {
                found
                    .entry(row.reader().text()?)
                    .or_insert(Conflict::Contact);
            }
        }
    }
    Ok(found)
}

fn narrow(mut sql: Sql, tenant: TenantId, filter: &ListFilter, now: Timestamp) -> Sql {
    sql.add(" where u.tenant_id = $?", args![tenant]);
    match filter.view {
        StateView::All if filter.hide_inactive => sql.add(" and u.state_rank = 0", args![]),
        StateView::All => sql.add(" and u.state <> 'anonymised'", args![]),
        StateView::Active => sql.add(" and u.state = 'active'", args![]),
        StateView::Pending => sql.add(" and u.state in ('invited', 'pending')", args![]),
        StateView::Frozen => sql.add(" and u.state = 'frozen'", args![]),
        StateView::Deactivated => sql.add(" and u.state = 'deactivated'", args![]),
        StateView::Removed => sql.add(" and u.state = 'anonymised'", args![]),
    }
    if filter.link_expired {
        sql.add(
            " and u.state = 'pending' and u.link_expires_at < $?",
            args![now],
        );
    }
    if let Some(level) = filter.level {
        sql.add(" and u.level = $?", args![level.as_str()]);
    }
    if let Some(kind) = filter.seat_kind {
        sql.add(
            " and u.seat_kind = $? and not u.service",
            args![kind.as_str()],
        );
    }
    if let Some(service) = filter.service {
        sql.add(" and u.service = $?", args![service]);
    }
    if let Some(role) = &filter.role {
        sql = limit_to_holders(sql, role, now);
    }
    if let Some(import) = filter.import {
        sql.add(" and u.import_id = $?", args![import]);
    }
    if let Some(team) = filter.team {
        sql.add(
            " and exists (select 1 from team_members m
                           where m.tenant_id = u.tenant_id and m.user_id = u.id and m.team_id = $?)",
            args![team],
        );
    }
    if let Some(group) = filter.group {
        sql.add(
            " and exists (select 1 from group_members g
                           where g.tenant_id = u.tenant_id and g.user_id = u.id and g.group_id = $?)",
            args![group],
        );
    }
    if let Some(position) = filter.position {
        sql.add(" and u.position_id = $?", args![position]);
    }
    if let Some(query) = filter
        .query
        .as_deref()
        .map(str::trim)
        .filter(|query| !query.is_empty())
    {
        if let Ok(id) = query.parse::<UserId>() {
            sql.add(" and u.id = $?", args![id]);
        } else {
            let pattern = contains_pattern(query);
            sql.add(
                " and (u.search_key like $? escape '\\'
                       or exists (select 1 from sign_in_names n
                                   where n.tenant_id = u.tenant_id and n.user_id = u.id and n.kind = 'alias'
                                     and n.name_key like $? escape '\\'))",
                args![pattern.clone(), pattern],
            );
        }
    }
    sql
}

pub(super) async fn list(
    tx: &mut impl Reads,
    tenant: TenantId,
    filter: &ListFilter,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<UserRow>, StoreError> {
    let mut sql = narrow(Sql::new(COLUMNS), tenant, filter, tx.now());
    let back = cursor.is_some_and(|cursor| cursor.back);
    match filter.sort {
        Sort::Name => {
            if let Some(cursor) = cursor {
                let (rank, key) = cursor.key.split_once('|').unwrap_or(("0", ""));
                let rank: i64 = rank.parse().unwrap_or_default();
                sql.add(
                    if back {
                        " and (u.state_rank, u.name_key, u.id) < ($?, $?, $?)"
                    } else {
                        " and (u.state_rank, u.name_key, u.id) > ($?, $?, $?)"
                    },
                    args![rank, key, cursor.id],
                );
            }
            sql.add(
                if back {
                    " order by u.state_rank desc, u.name_key desc, u.id desc"
                } else {
                    " order by u.state_rank, u.name_key, u.id"
                },
                args![],
            );
        }
        Sort::Newest => {
            if let Some(cursor) = cursor {
                sql.add(
                    if back {
                        " and u.id > $?"
                    } else {
                        " and u.id < $?"
                    },
                    args![cursor.id],
                );
            }
            sql.add(
                if back {
                    " order by u.id"
                } else {
                    " order by u.id desc"
                },
                args![],
            );
        }
    }
    sql.add(" limit $?", args![size.with_next()]);
    let users: Vec<User> = tx.all(sql).await?;
    Ok(users.into_iter().map(UserRow::new).collect())
}

pub(super) async fn count(
    tx: &mut impl Reads,
    tenant: TenantId,
    filter: &ListFilter,
) -> Result<u64, StoreError> {
    let limit = i64::try_from(COUNT_LIMIT + 1).unwrap_or(i64::MAX);
    let sql = narrow(
        Sql::new("select count(*) from (select 1 from users u"),
        tenant,
        filter,
        tx.now(),
    )
    .push(" limit $?) counted", args![limit]);
    tx.number(sql).await
}

/// How many open leads those of these people have who own any lead.
pub(super) async fn open_leads(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<HashMap<UserId, u64>, StoreError> {
    if users.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = Sql::new(
        "select u.id, (select count(*) from records r
                        where r.tenant_id = u.tenant_id and r.owner_id = u.id and r.state = 'open')
           from users u",
    )
    .push(
        " where exists (select 1 from records r where r.tenant_id = u.tenant_id and r.owner_id = u.id)
            and u.tenant_id = $? and u.id in ",
        args![tenant],
    )
    .list(users.iter().copied());
    let rows = tx.rows(sql).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.id()?, row.count()?))
        })
        .collect()
}
