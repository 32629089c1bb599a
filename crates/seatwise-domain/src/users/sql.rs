//! Statements that read people.

use std::collections::HashMap;

use super::User;
use super::conflicts::{Conflict, of_holder};
use super::state::UserState;
use crate::args;
use crate::authz::{ActsFor, Scope, ViewUsers};
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, Sql, StoreError, WriteTx};

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
