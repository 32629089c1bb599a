//! Statements of groups.

use super::list::{Group, GroupRow};
use super::tree::Tree;
use crate::args;
use crate::ids::{GroupId, TenantId, UserId};
use crate::stmt;
use crate::store::{Cursor, PageSize, Reads, Sql, StoreError, WriteTx};
use crate::text::name_key;

const BATCH: usize = 500;

/// How many of those who would be in two visibility groups are named.
pub(super) const OVERLAP_TOLD: usize = 10;

stmt!(
    COUNT = "select count(*) from user_groups where tenant_id = $1",
    TREE = "select g.id, g.name, g.parent_id, g.visible, coalesce(m.members, 0)
              from user_groups g
              left join (select group_id, count(*) as members from group_members
                          where tenant_id = $1 group by group_id) m on m.group_id = g.id
             where g.tenant_id = $1
             order by g.name_key, g.id limit 2001",
    FIND = "select id, name, parent_id, visible from user_groups where tenant_id = $1 and id = $2",
    LOCK = "select id, name, parent_id, visible from user_groups
             where tenant_id = $1 and id = $2 /*pg for share */",
    LOCK_TO_REMOVE = "select id from user_groups where tenant_id = $1 and id = $2 /*pg for update */",
    NAMED = "select id from user_groups where tenant_id = $1 and name_key = $2",
    INSERT = "insert into user_groups (tenant_id, id, name, name_key, parent_id, visible, created_at)
              values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
    RENAME = "update user_groups set name = $3, name_key = $4 where tenant_id = $1 and id = $2",
    RELOCATE = "update user_groups set parent_id = $3 where tenant_id = $1 and id = $2",
    LIFT = "update user_groups set parent_id = $3 where tenant_id = $1 and parent_id = $2",
    REMOVE = "delete from user_groups where tenant_id = $1 and id = $2",
    MEMBERS = "select count(*) from group_members where tenant_id = $1 and group_id = $2",
    OF_USER = "select g.id, g.name, g.parent_id, g.visible from group_members m
                 join user_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
                where m.tenant_id = $1 and m.user_id = $2 order by g.name_key, g.id limit 1000",
    PERSON =
        "select name from users where tenant_id = $1 and id = $2 and state <> 'anonymised' /*pg for share */",
    INSERT_MEMBER = "insert into group_members (tenant_id, group_id, user_id, joined_at, sight)
                     select $1, g.id, $3, $4, g.visible from user_groups g where g.tenant_id = $1 and g.id = $2
                     on conflict do nothing",
    SET_SIGHT = "update group_members set sight = $3
                  where tenant_id = $1 and group_id = $2
                    and user_id in (select user_id from group_members
                                     where tenant_id = $1 and group_id = $2 and sight <> $3 order by user_id limit $4)",
    REMOVE_MEMBER =
        "delete from group_members where tenant_id = $1 and group_id = $2 and user_id = $3",
    EMPTY = "delete from group_members
              where tenant_id = $1 and group_id = $2
                and user_id in (select user_id from group_members
                                 where tenant_id = $1 and group_id = $2 order by user_id limit $3)"
);

/// Lets one change of the tree after the other pass, so that two together make no circle and nothing is put below a
/// group that goes. Tables that refer to the account are not held up.
pub(super) async fn lock_tree(tx: &mut WriteTx, tenant: TenantId) -> Result<(), StoreError> {
    let sql = Sql::new("select t.id from tenants t")
        .push(" where t.id = $? /*pg for no key update */", args![tenant]);
    tx.row(sql).await.map(drop)
}

pub(super) async fn tree(tx: &mut impl Reads, tenant: TenantId) -> Result<Tree, StoreError> {
    tx.all(TREE.with(args![tenant])).await.map(Tree::new)
}

/// One page of groups by name, and one row more.
pub(super) async fn page(
    tx: &mut impl Reads,
    tenant: TenantId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<GroupRow>, StoreError> {
    let mut sql = Sql::new(
        "select g.id, g.name, g.parent_id, g.visible, (select count(*) from group_members m
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
    tx.all(sql).await
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
    tx.all(OF_USER.with(args![tenant, user])).await
}

pub(super) async fn find(
    tx: &mut impl Reads,
    tenant: TenantId,
    group: GroupId,
) -> Result<Option<Group>, StoreError> {
    tx.find(FIND.with(args![tenant, group])).await
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

/// Those who belong to one of these groups and have not left, by id.
pub(super) async fn people(
    tx: &mut impl Reads,
    tenant: TenantId,
    groups: &[GroupId],
    limit: usize,
) -> Result<Vec<UserId>, StoreError> {
    let sql = Sql::new("select u.id from users u")
        .push(
            " where u.tenant_id = $? and u.state <> 'deactivated' and u.id in (
              select g.user_id from group_members g where g.tenant_id = $? and g.group_id in ",
            args![tenant, tenant],
        )
        .list(groups.iter().copied())
        .push(") order by u.id limit $?", args![limit]);
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// A group that stays, and of its kind, until the commit.
pub(super) async fn lock(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
) -> Result<Option<Group>, StoreError> {
    tx.find(LOCK.with(args![tenant, group])).await
}

/// True when the group is there; nobody else joins or shares with it until the commit.
pub(super) async fn lock_to_remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
) -> Result<bool, StoreError> {
    let found = tx.row(LOCK_TO_REMOVE.with(args![tenant, group])).await?;
    Ok(found.is_some())
}

/// The name of a person who was not removed, and is not until the commit.
pub(super) async fn person(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<String>, StoreError> {
    match tx.row(PERSON.with(args![tenant, user])).await? {
        Some(row) => row.reader().text().map(Some),
        None => Ok(None),
    }
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
    let insert = INSERT.with(args![
        tenant,
        group.id,
        group.name.as_str(),
        name_key(&group.name),
        group.parent,
        group.visible,
        now
    ]);
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

/// Puts a group where it says.
pub(super) async fn relocate(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: &Group,
) -> Result<(), StoreError> {
    tx.run(RELOCATE.with(args![tenant, group.id, group.parent]))
        .await
        .map(drop)
}

/// Gives groups a kind; their memberships follow by [`set_sight`].
pub(super) async fn set_kind(
    tx: &mut WriteTx,
    tenant: TenantId,
    groups: &[GroupId],
    visible: bool,
) -> Result<(), StoreError> {
    let sql = Sql::new("update user_groups")
        .push(
            " set visible = $? where tenant_id = $? and id in ",
            args![visible, tenant],
        )
        .list(groups.iter().copied());
    tx.run(sql).await.map(drop)
}

/// Writes the kind of a group into its memberships.
pub(super) async fn set_sight(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: GroupId,
    visible: bool,
) -> Result<(), StoreError> {
    let set = || SET_SIGHT.with(args![tenant, group, visible, BATCH]);
    while tx.run(set()).await? > 0 {}
    Ok(())
}

/// Those who belong to one of these groups and to another one that is or becomes a visibility group, each once with the
/// name of that group; [`OVERLAP_TOLD`] and one more at most.
pub(super) async fn in_two(
    tx: &mut WriteTx,
    tenant: TenantId,
    groups: &[GroupId],
) -> Result<Vec<(String, String)>, StoreError> {
    let sql = Sql::new("select u.name, min(g.name) from group_members m")
        .push(
            " join group_members o on o.tenant_id = m.tenant_id and o.user_id = m.user_id and o.group_id <> m.group_id
              join user_groups g on g.tenant_id = o.tenant_id and g.id = o.group_id
              join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
             where m.tenant_id = $? and g.visible and m.group_id in ",
            args![tenant],
        )
        .list(groups.iter().copied())
        .push(
            " group by u.id, u.name, u.name_key order by u.name_key, u.id limit $?",
            args![OVERLAP_TOLD + 1],
        );
    let rows = tx.rows(sql).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.text()?, row.text()?))
        })
        .collect()
}

/// Removes a group with its members; those directly below it move up to where it was.
pub(super) async fn remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    group: &Group,
) -> Result<(), StoreError> {
    while tx.run(EMPTY.with(args![tenant, group.id, BATCH])).await? > 0 {}
    tx.run(LIFT.with(args![tenant, group.id, group.parent]))
        .await?;
    tx.run(REMOVE.with(args![tenant, group.id])).await.map(drop)
}

/// The only way into a group; the membership has the group's kind. False for who belongs to it already, and for who is
/// in another visibility group.
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
