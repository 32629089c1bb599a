//! Statements that make and change single leads.

use serde_json::Value as Json;

use crate::args;
use crate::authz::{CreateRecords, EditRecords, NoteRecords, RecordScope};
use crate::clock::day_number;
use crate::ids::{EventId, RecordId, TenantId};
use crate::records::create::Fresh;
use crate::records::credit::{self, Today, month_number};
use crate::records::{Fields, Lead, Note};
use crate::stmt;
use crate::store::{Reads as _, StoreError, Value, WriteTx};
use crate::{tally, text};

stmt!(
    INSERT = "insert into records (tenant_id, id, title, title_key, owner_id, stage_key, state, value_minor, opened_on,
                     closed_on, next_step, next_step_on, contact_name, contact_email, contact_key, external_id,
                     fields, notes, created_by, created_at, updated_at, last_event_id,
                     started_by, started_day, started_month, closed_by, closed_day, closed_month)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, $18, $19, $19, $20,
                      $5, $21, $22, $23, $24, $25)",
    SAVE = "update records
               set title = $3, title_key = $4, stage_key = $5, state = $6, value_minor = $7, opened_on = $8,
                   closed_on = $9, next_step = $10, next_step_on = $11, contact_name = $12, contact_email = $13,
                   contact_key = $14, fields = $15, updated_at = $16, last_event_id = $17,
                   started_day = $18, started_month = $19,
                   closed_by = case when $6 = 'open' then null when state = $6 then closed_by else owner_id end,
                   closed_day = case when $6 = 'open' then null
                                     else coalesce($20, case when state = $6 then closed_day end, $22) end,
                   closed_month = case when $6 = 'open' then null
                                       else coalesce($21, case when state = $6 then closed_month end, $23) end
             where tenant_id = $1 and id = $2",
    HISTORY = "insert into record_history (tenant_id, record_id, event_id, owner_before, owner_after, changes)
               values ($1, $2, $3, $4, $5, $6)",
    INSERT_NOTE = "insert into notes (tenant_id, id, record_id, author_id, text, created_at)
                   values ($1, $2, $3, $4, $5, $6)",
    TOUCH = "update records set notes = notes + 1, updated_at = $3, last_event_id = $4
              where tenant_id = $1 and id = $2"
);

pub(super) fn fields_json(fields: &Fields) -> Json {
    Json::Object(
        fields
            .iter()
            .map(|(key, value)| (key.clone(), Json::from(value.as_str())))
            .collect(),
    )
}

pub(super) fn contact_key(email: Option<&String>) -> Option<String> {
    email.map(|email| text::email_key(email))
}

pub(in crate::records) async fn insert(
    tx: &mut WriteTx,
    scope: &RecordScope<CreateRecords>,
    fresh: &Fresh,
) -> Result<(), StoreError> {
    let (lead, now) = (&fresh.lead, tx.now());
    let state = fresh.stage.state;
    let started = credit::started(lead.opened_on, now, &fresh.today);
    let closed = credit::closed(state, lead.closed_on, &fresh.today);
    let insert = INSERT.with(args![
        scope.tenant(),
        fresh.id,
        lead.title.as_str(),
        text::name_key(&lead.title),
        fresh.owner,
        &fresh.stage.key,
        fresh.stage.state.as_str(),
        lead.value,
        lead.opened_on,
        lead.closed_on,
        lead.next_step.clone(),
        lead.next_step_on,
        lead.contact_name.clone(),
        lead.contact_email.clone(),
        contact_key(lead.contact_email.as_ref()),
        lead.external_id.clone(),
        fields_json(&lead.fields),
        fresh.created_by,
        now,
        fresh.event,
        day_number(started),
        month_number(started),
        fresh.owner.filter(|_| state.is_closed()),
        closed.map(day_number),
        closed.map(month_number),
    ]);
    tx.run(insert).await?;
    let none: Option<Json> = None;
    let line = args![
        scope.tenant(),
        fresh.id,
        fresh.event,
        None::<uuid::Uuid>,
        fresh.owner,
        none
    ];
    tx.run(HISTORY.with(line)).await?;
    tally::leads::changed(tx, scope.tenant(), fresh.owner, state.as_str(), 1);
    Ok(())
}

pub(in crate::records) async fn save(
    tx: &mut WriteTx,
    scope: &RecordScope<EditRecords>,
    (before, lead): (&Lead, &Lead),
    today: &Today,
    changes: Value,
) -> Result<(), StoreError> {
    let row = &lead.row;
    let started = credit::started(row.opened_on, lead.created_at, today);
    let save = SAVE.with(args![
        scope.tenant(),
        row.id,
        row.title.as_str(),
        text::name_key(&row.title),
        &row.stage,
        row.state.as_str(),
        row.value,
        row.opened_on,
        row.closed_on,
        row.next_step.clone(),
        row.next_step_on,
        row.contact_name.clone(),
        lead.contact_email.clone(),
        contact_key(lead.contact_email.as_ref()),
        fields_json(&lead.fields),
        row.updated_at,
        lead.version,
        day_number(started),
        month_number(started),
        row.closed_on.map(day_number),
        row.closed_on.map(month_number),
        day_number(today.date),
        month_number(today.date),
    ]);
    tx.run(save).await?;
    let nobody: Option<uuid::Uuid> = None;
    let line = args![
        scope.tenant(),
        row.id,
        lead.version,
        nobody,
        nobody,
        changes
    ];
    tx.run(HISTORY.with(line)).await?;
    for (row, by) in [(&before.row, -1), (row, 1)] {
        let owner = row.owner.as_ref().map(|owner| owner.id);
        tally::leads::changed(tx, scope.tenant(), owner, row.state.as_str(), by);
    }
    Ok(())
}

pub(in crate::records) async fn insert_note(
    tx: &mut WriteTx,
    scope: &RecordScope<NoteRecords>,
    record: RecordId,
    note: &Note,
    event: EventId,
) -> Result<(), StoreError> {
    let (tenant, now) = (scope.tenant(), tx.now());
    let insert = INSERT_NOTE.with(args![
        tenant,
        note.id,
        record,
        note.author,
        note.text.as_str(),
        now
    ]);
    tx.run(insert).await?;
    tx.run(TOUCH.with(args![tenant, record, now, event]))
        .await?;
    let nobody: Option<uuid::Uuid> = None;
    let none: Option<Json> = None;
    let line = args![tenant, record, event, nobody, nobody, none];
    tx.run(HISTORY.with(line)).await.map(drop)
}

/// A line of history that changes nothing of the lead.
pub(in crate::records) async fn insert_act(
    tx: &mut WriteTx,
    tenant: TenantId,
    record: RecordId,
    event: EventId,
    changes: Value,
) -> Result<(), StoreError> {
    let nobody: Option<uuid::Uuid> = None;
    let line = args![tenant, record, event, nobody, nobody, changes];
    tx.run(HISTORY.with(line)).await.map(drop)
}
