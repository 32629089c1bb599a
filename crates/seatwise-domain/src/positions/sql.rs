//! Statements of positions.

use super::tree::{Position, Tree};
use crate::args;
use crate::ids::{PositionId, TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, Sql, StoreError, WriteTx};
use crate::text::name_key;

const BATCH: usize = 500;

stmt!(
    TREE = "select p.id, p.parent_id, p.name, coalesce(h.holders, 0), coalesce(h.lookers, 0)
              from positions p
              left join (select position_id, count(*) as holders,
                                cast(sum(case when level = 'user' and state <> 'deactivated' then 1 else 0 end)
                                     as bigint) as lookers
                           from users
                          where tenant_id = $1 and position_id is not null
                          group by position_id) h on h.position_id = p.id
             where p.tenant_id = $1
             order by p.name_key, p.id limit 2001",
    FIND = "select p.id, p.parent_id, p.name,
                   (select count(*) from users u where u.tenant_id = p.tenant_id and u.position_id = p.id),
                   cast(0 as bigint)
              from positions p where p.tenant_id = $1 and p.id = $2",
    NAMED = "select id from positions where tenant_id = $1 and name_key = $2",
    INSERT = "insert into positions (tenant_id, id, parent_id, name, name_key, created_at)
              values ($1, $2, $3, $4, $5, $6)",
    RENAME = "update positions set name = $3, name_key = $4 where tenant_id = $1 and id = $2",
    RELOCATE = "update positions set parent_id = $3 where tenant_id = $1 and id = $2",
    LIFT = "update positions set parent_id = $3 where tenant_id = $1 and parent_id = $2",
    REMOVE = "delete from positions where tenant_id = $1 and id = $2",
    LOCK_TO_REMOVE = "select id from positions where tenant_id = $1 and id = $2 /*pg for update */",
    HOLDERS = "select id, name from users where tenant_id = $1 and position_id = $2 order by id limit $3",
    PERSON = "select u.name, p.id, p.name from users u
                left join positions p on p.tenant_id = u.tenant_id and p.id = u.position_id
               where u.tenant_id = $1 and u.id = $2 and u.state <> 'anonymised'",
    HOLD = "update users set position_id = $3 where tenant_id = $1 and id = $2"
);

/// Lets one change of the tree after the other pass, so that two together make no circle and nobody is put
/// on a position that goes. Tables that refer to the account are not held up.
pub(crate) async fn lock(tx: &mut WriteTx, tenant: TenantId) -> Result<(), StoreError> {
    let sql = Sql::new("select t.id from tenants t")
        .push(" where t.id = $? /*pg for no key update */", args![tenant]);
    tx.row(sql).await.map(drop)
}

/// Whether the account lets superiors see what is below them.
pub(super) async fn superiors_see(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<bool, StoreError> {
    let sql =
        Sql::new("select t.superiors_see from tenants t").push(" where t.id = $?", args![tenant]);
    match tx.row(sql).await? {
        Some(row) => row.reader().bool(),
        None => Ok(false),
    }
}

pub(super) async fn tree(tx: &mut impl Reads, tenant: TenantId) -> Result<Tree, StoreError> {
    tx.all(TREE.with(args![tenant])).await.map(Tree::new)
}

pub(super) async fn find(
    tx: &mut impl Reads,
    tenant: TenantId,
    id: PositionId,
) -> Result<Option<Position>, StoreError> {
    tx.find(FIND.with(args![tenant, id])).await
}

/// Those of these people who hold the position.
pub(super) async fn among(
    tx: &mut impl Reads,
    tenant: TenantId,
    id: PositionId,
    users: &[UserId],
) -> Result<Vec<UserId>, StoreError> {
    let sql = Sql::new("select id from users")
        .push(
            " where tenant_id = $? and position_id = $? and id in ",
            args![tenant, id],
        )
        .list(users.iter().copied());
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// The position that has a name, in any spelling of it.
pub(super) async fn named(
    tx: &mut impl Reads,
    tenant: TenantId,
    name: &str,
) -> Result<Option<PositionId>, StoreError> {
    match tx.row(NAMED.with(args![tenant, name_key(name)])).await? {
        Some(row) => row.reader().id().map(Some),
        None => Ok(None),
    }
}

pub(super) async fn insert(
    tx: &mut WriteTx,
    tenant: TenantId,
    position: &Position,
) -> Result<(), StoreError> {
    let now = tx.now();
    let insert = INSERT.with(args![
        tenant,
        position.id,
        position.parent,
        position.name.as_str(),
        name_key(&position.name),
        now
    ]);
    tx.run(insert).await.map(drop)
}

pub(super) async fn rename(
    tx: &mut WriteTx,
    tenant: TenantId,
    id: PositionId,
    name: &str,
) -> Result<(), StoreError> {
    tx.run(RENAME.with(args![tenant, id, name, name_key(name)]))
        .await
        .map(drop)
}

pub(super) async fn relocate(
    tx: &mut WriteTx,
    tenant: TenantId,
    id: PositionId,
    parent: Option<PositionId>,
) -> Result<(), StoreError> {
    tx.run(RELOCATE.with(args![tenant, id, parent]))
        .await
        .map(drop)
}

/// True when the position is there; nothing is shared with it until the commit.
pub(super) async fn lock_to_remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    id: PositionId,
) -> Result<bool, StoreError> {
    let found = tx.row(LOCK_TO_REMOVE.with(args![tenant, id])).await?;
    Ok(found.is_some())
}

/// Puts those directly below a position where it was, and removes it.
pub(super) async fn remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    position: &Position,
) -> Result<(), StoreError> {
    tx.run(LIFT.with(args![tenant, position.id, position.parent]))
        .await?;
    tx.run(REMOVE.with(args![tenant, position.id]))
        .await
        .map(drop)
}

/// Gives all holders of a position another one, or none; tells who they are.
pub(super) async fn move_holders(
    tx: &mut WriteTx,
    tenant: TenantId,
    from: PositionId,
    to: Option<PositionId>,
) -> Result<Vec<(UserId, String)>, StoreError> {
    let mut moved = Vec::new();
    loop {
        let mut batch: Vec<(UserId, String)> = Vec::new();
        for row in &tx.rows(HOLDERS.with(args![tenant, from, BATCH])).await? {
            let mut row = row.reader();
            batch.push((row.id()?, row.text()?));
        }
        if batch.is_empty() {
            return Ok(moved);
        }
        let sql = Sql::new("update users")
            .push(
                " set position_id = $? where tenant_id = $? and id in ",
                args![to, tenant],
            )
            .list(batch.iter().map(|(id, _)| *id));
        tx.run(sql).await?;
        moved.append(&mut batch);
    }
}

/// A person's name, and the id and name of his position. Nothing for who was removed.
pub(super) async fn person(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<(String, Option<(PositionId, String)>)>, StoreError> {
    let Some(row) = tx.row(PERSON.with(args![tenant, user])).await? else {
        return Ok(None);
    };
    let mut row = row.reader();
    let name = row.text()?;
    let position = row.id_opt()?;
    Ok(Some((name, position.zip(row.text_opt()?))))
}

pub(super) async fn hold(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    position: Option<PositionId>,
) -> Result<(), StoreError> {
    tx.run(HOLD.with(args![tenant, user, position]))
        .await
        .map(drop)
}
