//! Statements that read leads.

use std::collections::HashMap;

use super::{tallied, walks};
use crate::args;
use crate::authz::{CreateRecords, ExportRecords, RecordAction, RecordScope, ViewRecords};
use crate::ids::{RecordId, UserId};
use crate::records::filter::{LeadFilter, OwnerFilter, Sort};
use crate::records::list::CameFrom;
use crate::records::{HistoryLine, Lead, LeadRow, Note, StageKey};
use crate::stmt;
use crate::store::{COUNT_LIMIT, Cursor, PageSize, ReadTx, Reads, Sql, StoreError, WriteTx};

/// The columns of a line of the list, in the order in which a [`LeadRow`] reads them.
macro_rules! row_columns {
    () => {
        "select r.id, r.title, r.owner_id, u.name, u.state, u.deactivated_at, r.stage_key, r.state, r.value_minor,
        r.opened_on, r.closed_on, r.next_step, r.next_step_on, r.contact_name, r.external_id, r.notes, r.updated_at"
    };
}

pub(super) const ROW: &str = concat!(
    row_columns!(),
    " from records r left join users u on u.tenant_id = r.tenant_id and u.id = r.owner_id"
);

const LEAD: &str = concat!(
    row_columns!(),
    ", r.contact_email, r.fields, r.created_by, r.created_at, r.last_event_id, r.import_id
   from records r left join users u on u.tenant_id = r.tenant_id and u.id = r.owner_id"
);

stmt!(
    NOTES = "select n.id, n.author_id, u.name, n.text, n.created_at
               from notes n left join users u on u.tenant_id = n.tenant_id and u.id = n.author_id
              where n.tenant_id = $1 and n.record_id = $2 and n.id < $3
              order by n.id desc limit $4",
    NOTES_BACK = "select n.id, n.author_id, u.name, n.text, n.created_at
               from notes n left join users u on u.tenant_id = n.tenant_id and u.id = n.author_id
              where n.tenant_id = $1 and n.record_id = $2 and n.id > $3
              order by n.id limit $4",
    EXTERNAL = "select 1 from records where tenant_id = $1 and external_id = $2"
);

/// A page of leads. Where the reach ends at some owners, the newest come owner by owner, so that an owner without
/// leads costs nothing.
pub(in crate::records) async fn list(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    sort: Sort,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<LeadRow>, StoreError> {
    let Some(people) = people(scope, filter).filter(|_| sort == Sort::Newest) else {
        return straight(tx, scope, filter, sort, cursor, size).await;
    };
    // Counting a superior's thousands costs more than the page: the rest only where the newest do not fill it.
    let mut number = walks::number(tx, people.clone(), walks::BUSY).await?;
    if let Some(rows) = walks::looked(tx, scope, filter, number, cursor, size).await? {
        return Ok(rows);
    }
    if number > walks::BUSY {
        number = walks::number(tx, people.clone(), walks::MOST).await?;
    }
    if number > walks::MOST {
        return straight(tx, scope, filter, sort, cursor, size).await;
    }
    walks::list(tx, scope, filter, people, cursor, size).await
}

/// A select of the people whose leads are asked for, where those are neither everybody's nor one person's.
pub(super) fn people(scope: &RecordScope<ViewRecords>, filter: &LeadFilter) -> Option<Sql> {
    match filter.owner {
        OwnerFilter::Left => {
            let left = Sql::new("select u.id from users u").push(
                " where u.tenant_id = $? and u.state_rank = 1 and u.state = 'deactivated'",
                args![scope.tenant()],
            );
            Some(scope.limit_people(left, "u.id"))
        }
        OwnerFilter::Anyone => scope.people(),
        _ => None,
    }
}

/// One statement over all leads within reach.
async fn straight(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    sort: Sort,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<LeadRow>, StoreError> {
    let sql = filter.narrow(scope.limit(Sql::new(ROW)), scope);
    let sql = sort
        .page(sql, cursor)
        .push(" limit $?", args![size.with_next()]);
    tx.all(sql).await
}

pub(super) fn ids<T: From<uuid::Uuid>>(rows: Vec<crate::store::Row>) -> Result<Vec<T>, StoreError> {
    rows.iter().map(|row| row.reader().id()).collect()
}

pub(in crate::records) async fn count(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
) -> Result<u64, StoreError> {
    if let Some(number) = tallied::count(tx, scope, filter).await? {
        return Ok(number);
    }
    let sql = scope.limit(Sql::new("select count(*) from (select 1 from records r"));
    let sql = filter.narrow(sql, scope);
    tx.number(sql.push(" limit $?) as found", args![COUNT_LIMIT + 1]))
        .await
}

pub(in crate::records) async fn count_and_sum(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
) -> Result<(u64, i64), StoreError> {
    let sql = scope.limit(Sql::new(
        "select count(*), cast(coalesce(sum(value_minor), 0) as bigint) from (select r.value_minor from records r",
    ));
    let sql = filter.narrow(sql, scope);
    let sql = sql.push(" limit $?) as found", args![COUNT_LIMIT + 1]);
    match tx.row(sql).await? {
        Some(row) => {
            let mut row = row.reader();
            Ok((row.count()?, row.int()?))
        }
        None => Ok((0, 0)),
    }
}

pub(in crate::records) async fn counts_of_user<A: RecordAction>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    user: UserId,
) -> Result<HashMap<StageKey, (u64, i64)>, StoreError> {
    let sql = scope.limit(Sql::new(
        "select r.stage_key, count(*), cast(coalesce(sum(r.value_minor), 0) as bigint) from records r",
    ));
    let sql = sql.push(" and r.owner_id = $? group by r.stage_key", args![user]);
    let mut found = HashMap::new();
    for row in tx.rows(sql).await? {
        let mut row = row.reader();
        found.insert(row.word()?, (row.count()?, row.int()?));
    }
    Ok(found)
}

pub(in crate::records) async fn open_of(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
    users: &[UserId],
) -> Result<HashMap<UserId, u64>, StoreError> {
    if let Some(found) = tallied::open_of(tx, scope, users).await? {
        return Ok(found);
    }
    let sql = scope.limit(Sql::new("select r.owner_id, count(*) from records r"));
    let sql = sql
        .push(" and r.state = 'open' and r.owner_id in ", args![])
        .list(users.iter().copied())
        .push(" group by r.owner_id", args![]);
    let mut found = HashMap::new();
    for row in tx.rows(sql).await? {
        let mut row = row.reader();
        found.insert(row.id()?, row.count()?);
    }
    Ok(found)
}

pub(in crate::records) async fn find<A: RecordAction>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    id: RecordId,
) -> Result<Option<Lead>, StoreError> {
    let sql = scope.limit_one(Sql::new(LEAD));
    tx.find(sql.push(" and r.id = $?", args![id])).await
}

pub(in crate::records) async fn find_for_update<A: RecordAction>(
    tx: &mut WriteTx,
    scope: &RecordScope<A>,
    id: RecordId,
) -> Result<Option<Lead>, StoreError> {
    let sql = scope.limit_one(Sql::new(LEAD));
    let sql = sql.push(" and r.id = $? /*pg for update of r */", args![id]);
    tx.find(sql).await
}

pub(in crate::records) async fn external_taken(
    tx: &mut WriteTx,
    scope: &RecordScope<CreateRecords>,
    external: &str,
) -> Result<bool, StoreError> {
    let found = tx
        .row(EXTERNAL.with(args![scope.tenant(), external]))
        .await?;
    Ok(found.is_some())
}

pub(in crate::records) async fn export(
    tx: &mut impl Reads,
    scope: &RecordScope<ExportRecords>,
    filter: &LeadFilter,
    after: Option<RecordId>,
    limit: u32,
) -> Result<Vec<Lead>, StoreError> {
    let mut sql = filter.narrow(scope.limit(Sql::new(LEAD)), scope);
    if let Some(after) = after {
        sql.add(" and r.id > $?", args![after]);
    }
    tx.all(sql.push(" order by r.id limit $?", args![limit]))
        .await
}

pub(in crate::records) async fn notes(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    id: RecordId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<Note>, StoreError> {
    let from = cursor.map_or(uuid::Uuid::max(), |cursor| cursor.id);
    let args = args![scope.tenant(), id, from, size.with_next()];
    if cursor.is_some_and(|cursor| cursor.back) {
        return tx.all(NOTES_BACK.with(args)).await;
    }
    tx.all(NOTES.with(args)).await
}

pub(in crate::records) async fn history(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    id: RecordId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<HistoryLine>, StoreError> {
    let back = cursor.is_some_and(|cursor| cursor.back);
    let mut sql = scope.limit_one(Sql::new(
        "select h.event_id, e.at, e.kind, e.actor_name, e.actor_kind, e.source, b.id, b.name, a.id, a.name, h.changes, e.reason
           from records r
           join record_history h on h.tenant_id = r.tenant_id and h.record_id = r.id
           join audit_events e on e.tenant_id = h.tenant_id and e.id = h.event_id
           left join users b on b.tenant_id = h.tenant_id and b.id = h.owner_before
           left join users a on a.tenant_id = h.tenant_id and a.id = h.owner_after",
    ));
    sql.add(" and r.id = $?", args![id]);
    if let Some(cursor) = cursor {
        sql.add(
            if back {
                " and h.event_id > $?"
            } else {
                " and h.event_id < $?"
            },
            args![cursor.id],
        );
    }
    sql.add(
        if back {
            " order by h.event_id limit $?"
        } else {
            " order by h.event_id desc limit $?"
        },
        args![size.with_next()],
    );
    tx.all(sql).await
}

pub(in crate::records) async fn came_from(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    ids: &[RecordId],
) -> Result<Vec<(RecordId, CameFrom)>, StoreError> {
    let sql = scope.limit_each(Sql::new(
        "select r.id, h.owner_before, u.name, h.event_id, e.at
           from records r
           join record_history h on h.tenant_id = r.tenant_id and h.record_id = r.id
           join users u on u.tenant_id = h.tenant_id and u.id = h.owner_before
           join audit_events e on e.tenant_id = h.tenant_id and e.id = h.event_id",
    ));
    let sql = sql
        .push(" and h.owner_after is null and r.id in ", args![])
        .list(ids.iter().copied())
        .push(" order by h.event_id", args![]);
    tx.all(sql).await
}
