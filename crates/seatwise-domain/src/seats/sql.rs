//! Statements of the seat ledger.

use super::ledger::KindOverview;
use crate::args;
use crate::authz::SeatKind;
use crate::ids::{SeatId, TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, Sql, StoreError, WriteTx};

const BATCH: usize = 500;

stmt!(
    HELD = "select id from seats where tenant_id = $1 and user_id = $2 and kind = $3",
    OF_USER = "select id from seats where tenant_id = $1 and user_id = $2",
    LOCK_FREE = "select id from seats where tenant_id = $1 and kind = $2 and user_id is null
                  order by id limit $3 /*pg for update */",
    GIVE_ONE = "update seats set user_id = $3, taken_at = $4 where tenant_id = $1 and id = $2",
    FREE = "select count(*) from (select 1 from seats where tenant_id = $1 and kind = $2 and user_id is null limit $3)
                as found",
    OVERVIEW = "select s.kind, count(*), count(s.user_id),
                       sum(case when u.state in ('invited', 'pending') then 1 else 0 end),
                       sum(case when s.user_id is null and s.released_at is not null then 1 else 0 end)
                  from seats s left join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
                 where s.tenant_id = $1 group by s.kind",
    LOCK_ALL = "select id from seats where tenant_id = $1 and kind = $2 and user_id is null
                 order by released_at is null, id desc /*pg for update */",
    BOUGHT = "select count(*) from seats where tenant_id = $1 and kind = $2",
    CHANGED = "insert into seat_changes (tenant_id, at, id, kind, bought, used) values ($1, $2, $3, $4, $5, $6)"
);

/// Keeps what an act did to the seats of a kind, for [`super::history`].
async fn changed(
    tx: &mut WriteTx,
    tenant: TenantId,
    kind: SeatKind,
    (bought, used): (i64, i64),
) -> Result<(), StoreError> {
    if (bought, used) == (0, 0) {
        return Ok(());
    }
    let (now, id) = (tx.now(), tx.id::<uuid::Uuid>());
    let line = args![tenant, now, id, kind.as_str(), bought, used];
    tx.run(CHANGED.with(line)).await.map(drop)
}

/// A number of seats as something that is added or, below zero, taken away.
fn signed(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

pub(super) async fn held(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    kind: SeatKind,
) -> Result<Option<SeatId>, StoreError> {
    match tx
        .row(HELD.with(args![tenant, user, kind.as_str()]))
        .await?
    {
        Some(row) => row.reader().id().map(Some),
        None => Ok(None),
    }
}

pub(super) async fn of_user(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<SeatId>, StoreError> {
    match tx.row(OF_USER.with(args![tenant, user])).await? {
        Some(row) => row.reader().id().map(Some),
        None => Ok(None),
    }
}

pub(super) async fn lock_free(
    tx: &mut WriteTx,
    tenant: TenantId,
    kind: SeatKind,
    number: usize,
) -> Result<Vec<SeatId>, StoreError> {
    let rows = tx
        .rows(LOCK_FREE.with(args![tenant, kind.as_str(), number]))
        .await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

pub(super) async fn give(
    tx: &mut WriteTx,
    tenant: TenantId,
    kind: SeatKind,
    taken: &[(UserId, SeatId)],
) -> Result<(), StoreError> {
    let now = tx.now();
    changed(tx, tenant, kind, (0, signed(taken.len()))).await?;
    if let [(user, seat)] = taken {
        return tx
            .run(GIVE_ONE.with(args![tenant, *seat, *user, now]))
            .await
            .map(drop);
    }
    for taken in taken.chunks(BATCH).filter(|taken| !taken.is_empty()) {
        // The seats are there and locked, so the insert always comes to the update: it looks each one up by its key,
        // where `update .. from` lets a planner walk all seats of the account.
        let sql = Sql::new("with given (seat_id, user_id) as (values ")
            .rows(taken.iter().map(|(user, seat)| args![*seat, *user]))
            .push(
                ") insert into seats (tenant_id, id, user_id, kind, bought_at, taken_at)
                   select $?, seat_id, user_id, 'regular', $?, $? from given where true
                       on conflict (tenant_id, id) do update
                      set user_id = excluded.user_id, taken_at = excluded.taken_at",
                args![tenant, now, now],
            );
        tx.run(sql).await?;
    }
    Ok(())
}

/// Frees the seats that these people have. Tells how many.
pub(super) async fn release(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<u64, StoreError> {
    let mut released = 0;
    for users in users.chunks(BATCH) {
        for (kind, number) in held_by(tx, tenant, users).await? {
            changed(tx, tenant, kind, (0, -number)).await?;
        }
        let sql = Sql::new("update seats")
            .push(
                " set user_id = null, taken_at = null, released_at = $? where tenant_id = $? and user_id in ",
                args![tx.now(), tenant],
            )
            .list(users.iter().copied());
        released += tx.run(sql).await?;
    }
    Ok(released)
}

async fn held_by(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<Vec<(SeatKind, i64)>, StoreError> {
    let sql = Sql::new("select kind, count(*) from seats")
        .push(" where tenant_id = $? and user_id in ", args![tenant])
        .list(users.iter().copied())
        .push(" group by kind", args![]);
    let rows = tx.rows(sql).await?;
    let kinds = rows.iter().map(|row| {
        let mut row = row.reader();
        Ok((row.word()?, row.int()?))
    });
    kinds.collect()
}

pub(super) async fn free(
    tx: &mut impl Reads,
    tenant: TenantId,
    kind: SeatKind,
    most: u64,
) -> Result<u64, StoreError> {
    tx.number(FREE.with(args![tenant, kind.as_str(), most]))
        .await
}

pub(super) async fn overview(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<KindOverview>, StoreError> {
    let rows = tx.rows(OVERVIEW.with(args![tenant])).await?;
    let mut kinds: Vec<KindOverview> = SeatKind::ALL
        .into_iter()
        .map(|kind| KindOverview {
            kind,
            bought: 0,
            used: 0,
            pending: 0,
            released: 0,
            free: 0,
        })
        .collect();
    for row in &rows {
        let mut row = row.reader();
        let kind: SeatKind = row.word()?;
        let (bought, used, pending, released) =
            (row.count()?, row.count()?, row.count()?, row.count()?);
        if let Some(line) = kinds.iter_mut().find(|line| line.kind == kind) {
            *line = KindOverview {
                kind,
                bought,
                used,
                pending,
                released,
                free: bought - used,
            };
        }
    }
    Ok(kinds)
}

pub(super) async fn bought(
    tx: &mut WriteTx,
    tenant: TenantId,
    kind: SeatKind,
) -> Result<u64, StoreError> {
    tx.number(BOUGHT.with(args![tenant, kind.as_str()])).await
}

pub(crate) async fn add(
    tx: &mut WriteTx,
    tenant: TenantId,
    kind: SeatKind,
    number: u64,
) -> Result<(), StoreError> {
    changed(tx, tenant, kind, (signed(number), 0)).await?;
    let mut left = usize::try_from(number).unwrap_or(usize::MAX);
    while left > 0 {
        let now = tx.now();
        let batch = left.min(BATCH);
        let rows: Vec<_> = (0..batch)
            .map(|_| args![tenant, tx.id::<SeatId>(), kind.as_str(), now])
            .collect();
        tx.run(Sql::new("insert into seats (tenant_id, id, kind, bought_at) values ").rows(rows))
            .await?;
        left -= batch;
    }
    Ok(())
}

/// Removes free seats; the ones nobody ever held go first. Tells how many there were to remove.
pub(super) async fn remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    kind: SeatKind,
    number: u64,
) -> Result<u64, StoreError> {
    let rows = tx.rows(LOCK_ALL.with(args![tenant, kind.as_str()])).await?;
    let wanted = usize::try_from(number).unwrap_or(usize::MAX);
    let mut ids: Vec<SeatId> = Vec::with_capacity(rows.len());
    for row in rows.iter().rev().take(wanted) {
        ids.push(row.reader().id()?);
    }
    for ids in ids.chunks(BATCH) {
        let sql = Sql::new("delete from seats")
            .push(
                " where tenant_id = $? and user_id is null and id in ",
                args![tenant],
            )
            .list(ids.iter().copied());
        tx.run(sql).await?;
    }
    changed(tx, tenant, kind, (-signed(ids.len()), 0)).await?;
    Ok(ids.len() as u64)
}
