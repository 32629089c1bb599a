//! Statements over hand-overs.

use super::kept::KeptRow;
use super::{HandOver, Kind, State};
use crate::args;
use crate::authz::{AssignRecords, RecordScope};
use crate::ids::{EventId, RecordId, UserId};
use crate::stmt;
use crate::store::{COUNT_LIMIT, Cursor, PageSize, Reads, Sql, StoreError, WriteTx};

const ROW: &str = "select h.plan, h.done_to, h.until_id, h.id, h.kind, f.id, f.name, t.id, t.name, h.state, h.total, h.moved,
        h.kept, h.undo_of, h.undone_by, h.undo_until, c.id, c.name, h.created_at, h.finished_at
   from hand_overs h
   left join users f on f.tenant_id = h.tenant_id and f.id = h.from_id
   left join users t on t.tenant_id = h.tenant_id and t.id = h.to_id
   left join users c on c.tenant_id = h.tenant_id and c.id = h.created_by";

stmt!(
    INSERT = "insert into hand_overs (tenant_id, id, kind, from_id, to_id, plan, state, total, moved, kept, done_to,
                     until_id, undo_of, undo_until, created_by, created_at)
              values ($1, $2, $3, $4, $5, $6, 'running', $7, 0, $8, null, $9, $10, $11, $12, $13)",
    PROGRESS = "update hand_overs
                   set moved = $3, kept = $4, done_to = $5, state = $6, finished_at = $7
                 where tenant_id = $1 and id = $2",
    TAKE_BACK = "update hand_overs set undone_by = $3
                  where tenant_id = $1 and id = $2 and undone_by is null and state = 'done'",
    PERSON = "select id, name from users where tenant_id = $1 and id = $2",
    LAST_MOVED = "select record_id from record_history where tenant_id = $1 and event_id = $2
                   order by record_id desc limit 1"
);

/// A hand-over that begins.
pub(super) struct Beginning {
    pub(super) id: EventId,
    pub(super) kind: Kind,
    pub(super) from: Option<UserId>,
    pub(super) to: Option<UserId>,
    pub(super) plan: serde_json::Value,
    pub(super) total: u64,
    pub(super) kept: u64,
    pub(super) until: Option<RecordId>,
    pub(super) undo_of: Option<EventId>,
}

pub(super) async fn insert(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    begins: Beginning,
) -> Result<(), StoreError> {
    let now = tx.now();
    let kind = match begins.kind {
        Kind::HandOver => "hand_over",
        Kind::Undo => "undo",
    };
    let insert = INSERT.with(args![
        scope.tenant(),
        begins.id,
        kind,
        begins.from,
        begins.to,
        begins.plan,
        begins.total,
        begins.kept,
        begins.until,
        begins.undo_of,
        now.plus_days(super::UNDO_DAYS),
        scope.user(),
        now,
    ]);
    tx.run(insert).await.map(drop)
}

pub(super) async fn progress(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    hand_over: &HandOver,
) -> Result<(), StoreError> {
    let state = match hand_over.state {
        State::Running => "running",
        State::Done => "done",
    };
    let progress = PROGRESS.with(args![
        scope.tenant(),
        hand_over.id,
        hand_over.moved,
        hand_over.kept,
        hand_over.plan.done_to,
        state,
        hand_over.finished_at,
    ]);
    tx.run(progress).await.map(drop)
}

/// False when somebody else was faster.
pub(super) async fn take_back(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
    by: EventId,
) -> Result<bool, StoreError> {
    let taken = tx
        .run(TAKE_BACK.with(args![scope.tenant(), id, by]))
        .await?;
    Ok(taken == 1)
}

pub(super) async fn find(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
) -> Result<Option<HandOver>, StoreError> {
    let sql = Sql::new(ROW).push(
        " where h.tenant_id = $? and h.id = $?",
        args![scope.tenant(), id],
    );
    tx.find(sql).await
}

pub(super) async fn find_for_update(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
) -> Result<Option<HandOver>, StoreError> {
    let sql = Sql::new(ROW).push(
        " where h.tenant_id = $? and h.id = $? /*pg for update of h */",
        args![scope.tenant(), id],
    );
    tx.find(sql).await
}

pub(super) async fn of_leaver(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    user: UserId,
    limit: u32,
) -> Result<Vec<HandOver>, StoreError> {
    let sql = Sql::new(ROW).push(
        " where h.tenant_id = $? and h.from_id = $? order by h.id desc limit $?",
        args![scope.tenant(), user, limit],
    );
    tx.all(sql).await
}

pub(super) async fn person(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    user: UserId,
) -> Result<Option<(UserId, String)>, StoreError> {
    let row = tx.row(PERSON.with(args![scope.tenant(), user])).await?;
    let Some(row) = row else { return Ok(None) };
    let mut row = row.reader();
    Ok(Some((row.id()?, row.text()?)))
}

pub(super) async fn last_moved(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
) -> Result<Option<RecordId>, StoreError> {
    let row = tx.row(LAST_MOVED.with(args![scope.tenant(), id])).await?;
    row.map(|row| row.reader().id()).transpose()
}

/// Adds the condition "stays": not among what the undo moved, or, before an undo, touched since.
fn stays(sql: Sql, scope: &RecordScope<AssignRecords>, hand_over: &HandOver) -> Sql {
    let sql = scope.limit(sql).push(
        " and h.tenant_id = $? and h.event_id = $? and r.id = h.record_id",
        args![scope.tenant(), hand_over.id],
    );
    match hand_over.undone_by {
        Some(undo) => sql.push(
            " and not exists (select 1 from record_history d where d.tenant_id = h.tenant_id
                                and d.record_id = h.record_id and d.event_id = $?)",
            args![undo],
        ),
        None => sql.push(" and r.last_event_id <> $?", args![hand_over.id]),
    }
}

pub(super) async fn count_kept(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    hand_over: &HandOver,
) -> Result<u64, StoreError> {
    let sql = Sql::new("select count(*) from (select 1 from record_history h cross join records r");
    let sql = stays(sql, scope, hand_over);
    tx.number(sql.push(" limit $?) as found", args![COUNT_LIMIT + 1]))
        .await
}

pub(super) async fn kept(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    hand_over: &HandOver,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<KeptRow>, StoreError> {
    let before = hand_over
        .undone_by
        .map_or(uuid::Uuid::max(), uuid::Uuid::from);
    let sql = Sql::default().push(
        "select h.event_id, r.id, r.title, o.id, o.name, e.id, e.kind, e.actor_name, e.actor_kind, e.at, l.changes
           from record_history h cross join records r
           left join users o on o.tenant_id = r.tenant_id and o.id = r.owner_id
           join record_history l on l.tenant_id = r.tenant_id and l.record_id = r.id and l.event_id =
                (select x.event_id from record_history x
                  where x.tenant_id = r.tenant_id and x.record_id = r.id and x.event_id < $?
                  order by x.event_id desc limit 1)
           join audit_events e on e.tenant_id = l.tenant_id and e.id = l.event_id",
        args![before],
    );
    let mut sql = stays(sql, scope, hand_over);
    let back = cursor.is_some_and(|cursor| cursor.back);
    if let Some(cursor) = cursor {
        sql.add(
            if back {
                " and h.record_id > $?"
            } else {
                " and h.record_id < $?"
            },
            args![cursor.id],
        );
    }
    sql.add(
        if back {
            " order by h.record_id limit $?"
        } else {
            " order by h.record_id desc limit $?"
        },
        args![size.with_next()],
    );
    tx.all(sql).await
}
