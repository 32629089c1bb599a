//! Statements of groups.

use super::list::{Group, GroupRow};
use crate::args;
use crate::ids::{GroupId, TenantId, UserId};
use crate::stmt;
use crate::store::{Cursor, PageSize, Reads, Sql, StoreError, WriteTx};
use crate::text::name_key;

const BATCH: usize = 500;

stmt!(
    COUNT = "select count(*) from user_groups where tenant_id = $1",
    NAME = "select name from user_groups where tenant_id = $1 and id = $2",
    LOCK = "select name from user_groups where tenant_id = $1 and id = $2 /*pg for share */",
    LOCK_TO_REMOVE =
        "select name from user_groups where tenant_id = $1 and id = $2 /*pg for update */",
    NAMED = "select id from user_groups where tenant_id = $1 and name_key = $2",
    INSERT = "insert into user_groups (tenant_id, id, name, name_key, created_at) values ($1, $2, $3, $4, $5)
              on conflict do nothing",
    RENAME = "update user_groups set name = $3, name_key = $4 where tenant_id = $1 and id = $2",
    REMOVE = "delete from user_groups where tenant_id = $1 and id = $2",
    MEMBERS = "select count(*) from group_members where tenant_id = $1 and group_id = $2",
    OF_USER = "select g.id, g.name from group_members m
                 join user_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
                where m.tenant_id = $1 and m.user_id = $2 order by g.name_key, g.id limit 1000",
    PERSON =
        "select name from users where tenant_id = $1 and id = $2 and state <> 'anonymised' /*pg for share */",
    INSERT_MEMBER = "insert into group_members (tenant_id, group_id, user_id, joined_at)
                     values ($1, $2, $3, $4) on conflict do nothing",
    REMOVE_MEMBER =
        "delete from group_members where tenant_id = $1 and group_id = $2 and user_id = $3",
    EMPTY = "delete from group_members
              where tenant_id = $1 and group_id = $2
                and user_id in (select user_id from group_members
                                 where tenant_id = $1 and group_id = $2 order by user_id limit $3)"
);

/// One page of groups by name, and one row more.
pub(super) async fn page(
    tx: &mut impl Reads,
    tenant: TenantId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<GroupRow>, StoreError> {
    let mut sql = Sql::new(
        "select g.id, g.name, (select count(*) from group_members m
                                where m.tenant_id = g.tenant_id and m.group_id = g.id)
           from user_groups g",
    )
    .push(" where g.tenant_id = $?", args![tenant]);
    let back = cursor.is_some_and(|cursor| cursor.back);
    if let Some(cursor) = cursor {
        sql.add(
            if back {
                " and (g.name_key, g.id) < ($?, $?)"
            } else {
                " and (g.name_key, g.id) > ($?, $?)"
            },
            args![cursor.key.as_str(), cursor.id],
        );
    }
    sql.add(
        if back {
            " order by g.name_key desc, g.id desc limit $?"
        } else {
            " order by g.name_key, g.id limit $?"
        },
        args![size.with_next()],
    );
    let rows = tx.rows(sql).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok(GroupRow {
                group: Group {
                    id: row.id()?,
                    name: row.text()?,
                },
                members: row.count()?,
            })
        })
        .collect()
}

pub(super) async fn count(tx: &mut impl Reads, tenant: TenantId) -> Result<u64, StoreError> {
    tx.number(COUNT.with(args![tenant])).await
}

pub(super) async fn count_members(
    tx: &mut impl Reads,
    tenant: TenantId,
    group: GroupId,
) -> Result<u64, StoreError> {
    tx.number(MEMBERS.with(args![tenant, group])).await
}

pub(super) async fn of_user(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<Group>, StoreError> {
    let rows = tx.rows(OF_USER.with(args![tenant, user])).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok(Group {
                id: row.id()?,
                name: row.text()?,
            })
        })
        .collect()
}

async fn text(
    tx: &mut impl Reads,
    query: crate::store::Query,
) -> Result<Option<String>, StoreError> {
    match tx.row(query).await? {
        Some(row) => row.reader().text().map(Some),
        None => Ok(None),
    }
}

pub(super) async fn name(
    tx: &mut impl Reads,
    tenant: TenantId,
    group: GroupId,
) -> Result<Option<String>, StoreError> {
    text(tx, NAME.with(args![tenant, group])).await
}

/// Those of these people who belong to the group.
pub(super) async fn among(
    tx: &mut impl Reads,
    tenant: TenantId,
    group: GroupId,
    users: &[UserId],
) -> Result<Vec<UserId>, StoreError> {
    let sql = Sql::new("select user_id from group_members")
        .push(
            " where tenant_id = $? and group_id = $? and user_id in ",
            args![tenant, group],
        )
        .list(users.iter().copied());
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// The name of a group that stays until the commit.
pub(super) async fn lock(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
) -> Result<Option<String>, StoreError> {
    text(tx, LOCK.with(args![tenant, group])).await
}

/// The name of a group that nobody else joins or shares with until the commit.
pub(super) async fn lock_to_remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
) -> Result<Option<String>, StoreError> {
    text(tx, LOCK_TO_REMOVE.with(args![tenant, group])).await
}

/// The name of a person who was not removed, and is not until the commit.
pub(super) async fn person(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<String>, StoreError> {
    text(tx, PERSON.with(args![tenant, user])).await
}

/// The group that has a name, in any spelling of it.
pub(super) async fn named(
    tx: &mut impl Reads,
    tenant: TenantId,
    name: &str,
) -> Result<Option<GroupId>, StoreError> {
    match tx.row(NAMED.with(args![tenant, name_key(name)])).await? {
        Some(row) => row.reader().id().map(Some),
        None => Ok(None),
    }
}

/// False when another group has the name.
pub(super) async fn insert(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: &Group,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let (name, key) = (group.name.as_str(), name_key(&group.name));
    let insert = INSERT.with(args![tenant, group.id, name, key, now]);
    Ok(tx.run(insert).await? == 1)
}

pub(super) async fn rename(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: &Group,
) -> Result<(), StoreError> {
    let (name, key) = (group.name.as_str(), name_key(&group.name));
    tx.run(RENAME.with(args![tenant, group.id, name, key]))
        .await
        .map(drop)
}

/// Removes a group with its members.
pub(super) async fn remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
) -> Result<(), StoreError> {
    while tx.run(EMPTY.with(args![tenant, group, BATCH])).await? > 0 {}
    tx.run(REMOVE.with(args![tenant, group])).await.map(drop)
}

/// False for who belongs to it already.
pub(super) async fn insert_member(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
    user: UserId,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let insert = INSERT_MEMBER.with(args![tenant, group, user, now]);
    Ok(tx.run(insert).await? == 1)
}

pub(super) async fn remove_member(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
    user: UserId,
) -> Result<bool, StoreError> {
    let remove = REMOVE_MEMBER.with(args![tenant, group, user]);
    Ok(tx.run(remove).await? == 1)
}

/// Takes people out of all their groups, because they are removed.
pub(crate) async fn remove_members(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        let sql = Sql::new("delete from group_members")
            .push(" where tenant_id = $? and user_id in ", args![tenant])
            .list(users.iter().copied());
        tx.run(sql).await?;
    }
    Ok(())
}
