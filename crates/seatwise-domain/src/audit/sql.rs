//! Statements of the audit log. There is none that changes or removes a line (AB-173).

use super::event::Event;
use super::idempotency::KnownKey;
use super::list::{AuditFilter, Entry};
use crate::args;
use crate::authz::{Actor, Idempotency, Scope, ViewAudit};
use crate::ids::EventId;
use crate::stmt;
use crate::store::{Args, Cursor, PageSize, Reads, Sql, StoreError, Value, WriteTx};

const BATCH: usize = 500;

stmt!(
    CLAIM_KEY =
        "insert into idempotency_keys (tenant_id, principal, idem_key, body_hash, created_at)
                 values ($1, $2, $3, $4, $5) on conflict do nothing",
    FIND_KEY = "select body_hash from idempotency_keys
                 where tenant_id = $1 and principal = $2 and idem_key = $3",
    FIND_ANSWER = "select body_hash, answer from idempotency_keys
                    where tenant_id = $1 and principal = $2 and idem_key = $3",
    KEEP_ANSWER = "update idempotency_keys set answer = $4
                    where tenant_id = $1 and principal = $2 and idem_key = $3"
);

pub(super) async fn find_key(
    tx: &mut impl Reads,
    actor: &Actor,
    key: &str,
) -> Result<Option<KnownKey>, StoreError> {
    let principal = actor.id.unwrap_or_default();
    let row = tx
        .row(FIND_ANSWER.with(args![actor.tenant, principal, key]))
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let mut row = row.reader();
    Ok(Some(KnownKey {
        hash: row.bytes()?,
        answer: row.json_opt()?,
    }))
}

pub(super) async fn keep_answer(
    tx: &mut WriteTx,
    actor: &Actor,
    key: &str,
    answer: serde_json::Value,
) -> Result<(), StoreError> {
    let principal = actor.id.unwrap_or_default();
    tx.run(KEEP_ANSWER.with(args![actor.tenant, principal, key, answer]))
        .await
        .map(drop)
}

pub(super) async fn claim_key(
    tx: &mut WriteTx,
    actor: &Actor,
    key: &Idempotency,
) -> Result<(), StoreError> {
    let principal = actor.id.unwrap_or_default();
    let now = tx.now();
    let hash = key.body_hash.as_slice();
    let claim = CLAIM_KEY.with(args![actor.tenant, principal, key.key.as_str(), hash, now]);
    if tx.run(claim).await? == 1 {
        return Ok(());
    }
    let known = tx
        .row(FIND_KEY.with(args![actor.tenant, principal, key.key.as_str()]))
        .await?;
    match known {
        Some(row) if row.reader().bytes()? == hash => Err(StoreError::KeySeen),
        _ => Err(StoreError::KeyReused),
    }
}

pub(super) async fn insert(
    tx: &mut WriteTx,
    actor: &Actor,
    events: &[Event],
) -> Result<(), StoreError> {
    for alike in events.chunk_by(Event::is_like) {
        for events in alike.chunks(BATCH) {
            insert_alike(tx, actor, events).await?;
        }
    }
    Ok(())
}

/// Lines that differ in subject and values only: what they have in common is said once.
async fn insert_alike(tx: &mut WriteTx, actor: &Actor, events: &[Event]) -> Result<(), StoreError> {
    let Some(first) = events.first() else {
        return Ok(());
    };
    let mut rows: Vec<Args> = Vec::with_capacity(events.len());
    for event in events {
        let id: EventId = event.id.unwrap_or_else(|| tx.id());
        let subject = event.subject.as_ref();
        rows.push(args![
            id,
            subject.map(|(_, id, _)| *id),
            subject.map(|(_, _, name)| name),
            Value::json(&event.changes)?,
            Value::json(&event.detail)?,
        ]);
    }
    let insert = Sql::new("with v (id, subject_id, subject_name, changes, detail) as (values ")
        .rows(rows)
        .push(
            ") insert into audit_events (id, subject_id, subject_name, changes, detail, tenant_id, at, kind, source,
                      actor_kind, actor_id, actor_name, subject_kind, reason, request_id)
               select id, subject_id, subject_name, changes, detail, $?, $?, $?, $?, $?, $?, $?, $?, $?, $? from v",
            args![
                actor.tenant,
                tx.now(),
                first.kind.as_str(),
                actor.source.as_str(),
                actor.kind.as_str(),
                actor.id,
                actor.name.as_str(),
                first.subject.as_ref().map(|(kind, _, _)| kind.as_str()),
                first.reason.as_deref(),
                actor.request_id.as_deref(),
            ],
        );
    tx.run(insert).await.map(drop)
}

const COLUMNS: &str =
    "select id, at, kind, source, actor_kind, actor_id, actor_name, subject_kind, subject_id,
        subject_name, changes, detail, reason, request_id from audit_events";

pub(super) async fn list(
    tx: &mut impl Reads,
    scope: &Scope<ViewAudit>,
    filter: &AuditFilter,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<Entry>, StoreError> {
    let mut sql = Sql::new(COLUMNS).push(" where tenant_id = $?", args![scope.tenant()]);
    if let Some(actor) = filter.actor {
        sql.add(" and actor_id = $?", args![actor]);
    }
    if let Some(subject) = filter.subject {
        sql.add(" and subject_id = $?", args![subject]);
    }
    if let Some(kind) = filter.kind {
        sql.add(" and kind = $?", args![kind.as_str()]);
    }
    if let Some(from) = filter.from {
        sql.add(" and at >= $?", args![from]);
    }
    if let Some(until) = filter.until {
        sql.add(" and at < $?", args![until]);
    }
    let back = cursor.is_some_and(|cursor| cursor.back);
    if let Some(cursor) = cursor {
        sql.add(
            if back { " and id > $?" } else { " and id < $?" },
            args![cursor.id],
        );
    }
    sql.add(
        if back {
            " order by id"
        } else {
            " order by id desc"
        },
        args![],
    );
    sql.add(" limit $?", args![size.with_next()]);
    tx.all(sql).await
}

pub(super) async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewAudit>,
    id: EventId,
) -> Result<Option<Entry>, StoreError> {
    let sql = Sql::new(COLUMNS).push(
        " where tenant_id = $? and id = $?",
        args![scope.tenant(), id],
    );
    tx.find(sql).await
}
