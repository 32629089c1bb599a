//! Statements that move many leads at once; none of them runs per lead.

use crate::args;
use crate::authz::{AssignRecords, RecordScope};
use crate::ids::{EventId, RecordId, UserId};
use crate::records::LeadState;
use crate::records::transfer::{Batch, Picked};
use crate::stmt;
use crate::store::{Reads, Sql, StoreError, WriteTx};
use crate::tally;
use uuid::Uuid;

stmt!(
    CHANGED = "select r.owner_id, h.owner_after, r.state, count(*)
                 from record_history h cross join records r
                where h.tenant_id = $1 and h.event_id = $2 and h.record_id > $3 and h.record_id <= $4
                  and r.tenant_id = h.tenant_id and r.id = h.record_id
                  and r.owner_id is distinct from h.owner_after
                group by r.owner_id, h.owner_after, r.state",
    APPLY = "update records
                set owner_id = h.owner_after, updated_at = $1, last_event_id = $2
               from record_history h
              where records.tenant_id = $3 and h.tenant_id = $3 and h.event_id = $2
                and h.record_id > $4 and h.record_id <= $5 and records.id = h.record_id",
    FIRST_OWNER = "update records
                      set started_by = h.owner_after
                     from record_history h
                    where records.tenant_id = $1 and h.tenant_id = $1 and h.event_id = $2
                      and h.record_id > $3 and h.record_id <= $4
                      and h.owner_before is null and h.owner_after is not null
                      and records.id = h.record_id and records.started_by is null",
    NEVER_OWNED = "update records
                      set started_by = null
                     from record_history h
                    where records.tenant_id = $1 and h.tenant_id = $1 and h.event_id = $2
                      and h.record_id > $3 and h.record_id <= $4
                      and h.owner_before is not null and h.owner_after is null
                      and records.id = h.record_id and records.started_by = h.owner_before
                      and not exists (select 1 from record_history e
                                       where e.tenant_id = $1 and e.record_id = h.record_id and e.event_id < $5
                                         and e.owner_after is not null)"
);

fn picked(
    sql: Sql,
    scope: &RecordScope<AssignRecords>,
    picked: Picked<'_>,
    to: Option<UserId>,
) -> Sql {
    let sql = scope.limit(sql);
    let sql = match picked {
        Picked::Filter(filter) => filter.narrow(sql, scope),
        Picked::These(ids) => sql.push(" and r.id in ", args![]).list(ids.iter().copied()),
    };
    match to {
        Some(to) => sql.push(" and (r.owner_id is null or r.owner_id <> $?)", args![to]),
        None => sql.push(" and r.owner_id is not null", args![]),
    }
}

fn stretch(mut sql: Sql, after: Option<RecordId>, end: RecordId) -> Sql {
    if let Some(after) = after {
        sql.add(" and r.id > $?", args![after]);
    }
    sql.push(" and r.id <= $?", args![end])
}

async fn id(tx: &mut impl Reads, sql: Sql) -> Result<Option<RecordId>, StoreError> {
    let row = tx.row(sql).await?;
    row.map(|row| row.reader().id()).transpose()
}

pub(in crate::records) async fn existing(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    leads: &[RecordId],
) -> Result<u64, StoreError> {
    let sql = scope.limit(Sql::new("select count(*) from records r"));
    let sql = sql
        .push(" and r.id in ", args![])
        .list(leads.iter().copied());
    tx.number(sql).await
}

pub(in crate::records) async fn count_picked(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    which: Picked<'_>,
    to: Option<UserId>,
) -> Result<u64, StoreError> {
    let count = Sql::new("select count(*) from records r");
    tx.number(picked(count, scope, which, to)).await
}

pub(in crate::records) async fn last_picked(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    which: Picked<'_>,
    to: Option<UserId>,
) -> Result<Option<RecordId>, StoreError> {
    let sql = picked(Sql::new("select r.id from records r"), scope, which, to);
    id(tx, sql.push(" order by r.id desc limit 1", args![])).await
}

/// The last lead of a full batch; none when fewer are left.
pub(in crate::records) async fn border_of_picked(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    which: Picked<'_>,
    to: Option<UserId>,
    batch: Batch,
) -> Result<Option<RecordId>, StoreError> {
    let sql = picked(Sql::new("select r.id from records r"), scope, which, to);
    let sql = stretch(sql, batch.after, batch.until);
    let offset = batch.size.saturating_sub(1);
    id(
        tx,
        sql.push(" order by r.id limit 1 offset $?", args![offset]),
    )
    .await
}

/// Writes a line for each lead of the stretch that is about to move, and locks the leads.
pub(in crate::records) async fn note_picked(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    which: Picked<'_>,
    to: Option<UserId>,
    event: EventId,
    range: (Option<RecordId>, RecordId),
) -> Result<(), StoreError> {
    let insert = Sql::default().push(
        "insert into record_history (tenant_id, record_id, event_id, owner_before, owner_after)
         select r.tenant_id, r.id, $?, r.owner_id, $? from records r",
        args![event, to],
    );
    let sql = stretch(picked(insert, scope, which, to), range.0, range.1);
    let sql = sql.push(" order by r.id /*pg for update */", args![]);
    tx.run(sql).await.map(drop)
}

pub(in crate::records) async fn border_of_moved(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
    batch: Batch,
) -> Result<Option<RecordId>, StoreError> {
    let mut sql = Sql::new("select h.record_id from record_history h").push(
        " where h.tenant_id = $? and h.event_id = $?",
        args![scope.tenant(), of],
    );
    if let Some(after) = batch.after {
        sql.add(" and h.record_id > $?", args![after]);
    }
    let offset = batch.size.saturating_sub(1);
    let end = args![batch.until, offset];
    sql.add(
        " and h.record_id <= $? order by h.record_id limit 1 offset $?",
        end,
    );
    id(tx, sql).await
}

/// Adds the condition "goes back": nobody touched it since the event moved it, and the former owner still exists.
fn untouched(sql: Sql, scope: &RecordScope<AssignRecords>, of: EventId) -> Sql {
    sql.push(
        " and h.tenant_id = $? and h.event_id = $? and r.id = h.record_id and r.last_event_id = $?
          and (h.owner_before is null or exists (select 1 from users u where u.tenant_id = h.tenant_id
                 and u.id = h.owner_before and u.state <> 'anonymised'))",
        args![scope.tenant(), of, of],
    )
}

const COUNT_MOVED: &str = "select count(*) from record_history h cross join records r";

/// How many leads of the whole account would go back.
pub(in crate::records) async fn count_untouched(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
) -> Result<u64, StoreError> {
    let sql = Sql::new(COUNT_MOVED).push(" where r.tenant_id = $?", args![scope.tenant()]);
    tx.number(untouched(sql, scope, of)).await
}

/// How many of them are within reach.
pub(in crate::records) async fn count_untouched_within(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
) -> Result<u64, StoreError> {
    let sql = scope.limit(Sql::new(COUNT_MOVED));
    tx.number(untouched(sql, scope, of)).await
}

/// Writes a line for each lead of the stretch that goes back. `cross join` keeps SQLite from walking all
/// leads first.
pub(in crate::records) async fn note_untouched(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
    event: EventId,
    range: (Option<RecordId>, RecordId),
) -> Result<(), StoreError> {
    let insert = Sql::default().push(
        "insert into record_history (tenant_id, record_id, event_id, owner_before, owner_after)
         select r.tenant_id, r.id, $?, r.owner_id, h.owner_before
           from record_history h cross join records r",
        args![event],
    );
    let sql = untouched(scope.limit(insert), scope, of);
    let sql = stretch(sql, range.0, range.1);
    // The stretch of the history as well, so that its index serves.
    let after = range.0.map_or_else(Uuid::nil, Uuid::from);
    let sql = sql.push(
        " and h.record_id > $? and h.record_id <= $? order by h.record_id /*pg for update of r */",
        args![after, range.1],
    );
    tx.run(sql).await.map(drop)
}

/// What a stretch of leads that changes hands is like.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::records) struct Applied {
    /// How many leads have the owner that their line names.
    pub(in crate::records) moved: u64,
    /// Whether some of them had no owner before.
    pub(in crate::records) found_owner: bool,
    /// Whether some of them have none now.
    pub(in crate::records) lost_owner: bool,
}

/// Gives each lead of the stretch the owner that its line of history names.
pub(in crate::records) async fn apply_history(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    event: EventId,
    range: (Option<RecordId>, RecordId),
) -> Result<Applied, StoreError> {
    let after = range.0.map_or_else(Uuid::nil, Uuid::from);
    let (now, tenant) = (tx.now(), scope.tenant());
    let mut applied = Applied::default();
    let changed = CHANGED.with(args![tenant, event, after, range.1]);
    for row in &tx.rows(changed).await? {
        let mut row = row.reader();
        let (from, to): (Option<UserId>, Option<UserId>) = (row.id_opt()?, row.id_opt()?);
        let (state, number): (LeadState, i64) = (row.word()?, row.int()?);
        applied.found_owner |= from.is_none();
        applied.lost_owner |= to.is_none();
        tally::leads::changed(tx, tenant, from, state.as_str(), -number);
        tally::leads::changed(tx, tenant, to, state.as_str(), number);
    }
    let apply = APPLY.with(args![now, event, tenant, after, range.1]);
    applied.moved = tx.run(apply).await?;
    Ok(applied)
}

/// Credits whoever gets a lead of the stretch that nobody had before with having it first.
pub(in crate::records) async fn credit_first_owner(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    event: EventId,
    range: (Option<RecordId>, RecordId),
) -> Result<(), StoreError> {
    let after = range.0.map_or_else(Uuid::nil, Uuid::from);
    let credit = FIRST_OWNER.with(args![scope.tenant(), event, after, range.1]);
    tx.run(credit).await.map(drop)
}

/// Takes that credit back where the undone event had given it.
pub(in crate::records) async fn uncredit_first_owner(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    of: EventId,
    event: EventId,
    range: (Option<RecordId>, RecordId),
) -> Result<(), StoreError> {
    let after = range.0.map_or_else(Uuid::nil, Uuid::from);
    let uncredit = NEVER_OWNED.with(args![scope.tenant(), event, after, range.1, of]);
    tx.run(uncredit).await.map(drop)
}
