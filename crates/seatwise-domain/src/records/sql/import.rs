//! Statements of imports: up to 500 leads each.

use std::collections::HashMap;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::read::ids;
use super::write::{contact_key, fields_json};
use crate::args;
use crate::authz::{RunImports, Scope};
use crate::clock::day_number;
use crate::ids::{EventId, ImportId, RecordId, UserId};
use crate::records::credit::{self, Today, month_number};
use crate::records::imported::Credits;
use crate::records::{ImportedLead, KnownLead, LeadState, Minor};
use crate::store::{Args, Reads, Sql, StoreError, WriteTx};
use crate::{tally, text};

const KNOWN: &str = "select r.id, r.title, r.owner_id, u.name, u.state, u.deactivated_at, r.stage_key, r.state, r.value_minor,
        r.opened_on, r.closed_on, r.next_step, r.next_step_on, r.contact_name, r.external_id, r.notes, r.updated_at,
        r.contact_email, r.fields, r.created_by, r.created_at, r.last_event_id, r.import_id, r.started_by, r.closed_by
   from records r left join users u on u.tenant_id = r.tenant_id and u.id = r.owner_id";

pub(in crate::records) async fn find_by_external(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    external: &[&str],
) -> Result<Vec<KnownLead>, StoreError> {
    let sql = Sql::new(KNOWN)
        .push(
            " where r.tenant_id = $? and r.external_id in ",
            args![scope.tenant()],
        )
        .list(external.iter().copied());
    tx.all(sql).await
}

/// The columns that an import sets, in the order of both statements below.
fn values(lead: &ImportedLead) -> Args {
    args![
        lead.title.as_str(),
        text::name_key(&lead.title),
        lead.owner,
        &lead.stage,
        lead.state.as_str(),
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
    ]
}

pub(in crate::records) async fn insert_imported(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    (event, import): (EventId, ImportId),
    today: &Today,
    rows: &[(RecordId, &ImportedLead)],
) -> Result<(), StoreError> {
    let (tenant, now) = (scope.tenant(), tx.now());
    let by = scope.user();
    let insert = Sql::new(
        "insert into records (tenant_id, id, title, title_key, owner_id, stage_key, state, value_minor, opened_on,
                closed_on, next_step, next_step_on, contact_name, contact_email, contact_key, external_id,
                fields, notes, created_by, created_at, updated_at, last_event_id, import_id,
                started_by, started_day, started_month, closed_by, closed_day, closed_month)
         values ",
    );
    let values = rows.iter().map(|(id, lead)| {
        let mut row = args![tenant, *id];
        row.extend(values(lead));
        row.extend(args![0_i64, by, now, now, event, import]);
        let started = credit::started(lead.opened_on, now, today);
        let closed = credit::closed(lead.state, lead.closed_on, today);
        row.extend(args![
            lead.owner,
            day_number(started),
            month_number(started),
            lead.owner.filter(|_| closed.is_some()),
            closed.map(day_number),
            closed.map(month_number),
        ]);
        row
    });
    tx.run(insert.rows(values)).await?;
    let nobody: Option<Uuid> = None;
    let lines = rows
        .iter()
        .map(|(id, lead)| args![tenant, *id, event, nobody, lead.owner, None::<Json>]);
    tx.run(history().rows(lines)).await?;
    for (_, lead) in rows {
        tally::leads::changed(tx, tenant, lead.owner, lead.state.as_str(), 1);
    }
    Ok(())
}

fn history() -> Sql {
    Sql::new(
        "insert into record_history (tenant_id, record_id, event_id, owner_before, owner_after, changes)
         values ",
    )
}

pub(in crate::records) async fn update_imported(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    event: EventId,
    (today, credits): (&Today, Credits),
    changes: &[(&KnownLead, ImportedLead)],
) -> Result<(), StoreError> {
    let (tenant, now) = (scope.tenant(), tx.now());
    note_tallies(tx, scope, changes).await?;
    let rows = changes.iter().map(|(known, lead)| {
        let mut row = args![known.id];
        row.extend(values(lead));
        let named = lead.credit.filter(|_| credits == Credits::AsBefore);
        let started = credit::started(lead.opened_on, known.made_at, today);
        row.extend(args![
            named.is_some(),
            named.and_then(|credit| credit.started_by),
            named.and_then(|credit| credit.closed_by),
            day_number(started),
            month_number(started),
            lead.closed_on.map(day_number),
            lead.closed_on.map(month_number),
        ]);
        row
    });
    let update = Sql::new(
        "with v (id, title, title_key, owner_id, stage_key, state, value_minor, opened_on, closed_on, next_step,
                 next_step_on, contact_name, contact_email, contact_key, external_id, fields, credited, started_by,
                 closed_by, started_day, started_month, closed_day, closed_month) as (values ",
    );
    let update = update.rows(rows).push(
        ") update records
              set title = v.title, title_key = v.title_key, owner_id = v.owner_id, stage_key = v.stage_key,
                  state = v.state, value_minor = v.value_minor, opened_on = v.opened_on, closed_on = v.closed_on,
                  next_step = v.next_step, next_step_on = v.next_step_on, contact_name = v.contact_name,
                  contact_email = v.contact_email, contact_key = v.contact_key, external_id = v.external_id,
                  fields = v.fields, updated_at = $?, last_event_id = $?,
                  started_by = case when v.credited then v.started_by else coalesce(records.started_by, v.owner_id) end,
                  started_day = v.started_day, started_month = v.started_month,
                  closed_by = case when v.credited then v.closed_by
                                   when v.state = 'open' then null
                                   when records.state = v.state then records.closed_by
                                   else v.owner_id end,
                  closed_day = case when v.state = 'open' then null
                                    else coalesce(v.closed_day,
                                                  case when records.state = v.state then records.closed_day end, $?) end,
                  closed_month = case when v.state = 'open' then null
                                      else coalesce(v.closed_month,
                                                    case when records.state = v.state then records.closed_month end, $?) end
             from v
            where records.tenant_id = $? and records.id = v.id and records.id in (select id from v)",
        args![
            now,
            event,
            day_number(today.date),
            month_number(today.date),
            tenant
        ],
    );
    tx.run(update).await?;
    let lines = changes.iter().map(|(known, lead)| {
        let nobody: (Option<UserId>, Option<UserId>) = (None, None);
        let (before, after) = if known.lead.owner == lead.owner {
            nobody
        } else {
            (known.lead.owner, lead.owner)
        };
        args![
            tenant,
            known.id,
            event,
            before,
            after,
            differences(&known.lead, lead)
        ]
    });
    tx.run(history().rows(lines)).await.map(drop)
}

/// Notes which owners will have more leads and which fewer. The leads are locked: what was read of them before may be
/// an older state than the one that is counted.
async fn note_tallies(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    changes: &[(&KnownLead, ImportedLead)],
) -> Result<(), StoreError> {
    let tenant = scope.tenant();
    let sql = Sql::new("select id, owner_id, state from records")
        .push(" where tenant_id = $? and id in ", args![tenant])
        .list(changes.iter().map(|(known, _)| known.id))
        .push(" order by id /*pg for update */", args![]);
    let after: HashMap<RecordId, &ImportedLead> = changes
        .iter()
        .map(|(known, lead)| (known.id, lead))
        .collect();
    for row in &tx.rows(sql).await? {
        let mut row = row.reader();
        let (id, owner, state): (RecordId, Option<UserId>, LeadState) =
            (row.id()?, row.id_opt()?, row.word()?);
        if let Some(lead) = after.get(&id) {
            tally::leads::changed(tx, tenant, owner, state.as_str(), -1);
            tally::leads::changed(tx, tenant, lead.owner, lead.state.as_str(), 1);
        }
    }
    Ok(())
}

fn differences(before: &ImportedLead, after: &ImportedLead) -> Json {
    let day = |date: Option<jiff::civil::Date>| Json::from(date.map(|date| date.to_string()));
    let amount = |value: Option<Minor>| Json::from(value.map(|value| value.0));
    let text = |text: &Option<String>| Json::from(text.clone());
    let pairs = [
        (
            "title",
            Json::from(before.title.as_str()),
            Json::from(after.title.as_str()),
        ),
        (
            "stage",
            Json::from(before.stage.as_str()),
            Json::from(after.stage.as_str()),
        ),
        ("value", amount(before.value), amount(after.value)),
        ("opened_on", day(before.opened_on), day(after.opened_on)),
        ("closed_on", day(before.closed_on), day(after.closed_on)),
        ("next_step", text(&before.next_step), text(&after.next_step)),
        (
            "next_step_on",
            day(before.next_step_on),
            day(after.next_step_on),
        ),
        (
            "contact_name",
            text(&before.contact_name),
            text(&after.contact_name),
        ),
        (
            "contact_email",
            text(&before.contact_email),
            text(&after.contact_email),
        ),
        (
            "fields",
            fields_json(&before.fields),
            fields_json(&after.fields),
        ),
    ];
    pairs
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| json!({ "field": field, "before": before, "after": after }))
        .collect()
}

pub(in crate::records) async fn untouched(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    event: EventId,
    leads: &[RecordId],
) -> Result<Vec<RecordId>, StoreError> {
    ids(tx.rows(select_untouched(scope, event, leads)).await?)
}

/// The same, so that nobody touches them until the end of the transaction.
pub(in crate::records) async fn untouched_locked(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    event: EventId,
    leads: &[RecordId],
) -> Result<Vec<RecordId>, StoreError> {
    let sql = select_untouched(scope, event, leads).push(" /*pg for update */", args![]);
    ids(tx.rows(sql).await?)
}

fn select_untouched(scope: &Scope<RunImports>, event: EventId, leads: &[RecordId]) -> Sql {
    Sql::new("select id from records")
        .push(
            " where tenant_id = $? and last_event_id = $? and id in ",
            args![scope.tenant(), event],
        )
        .list(leads.iter().copied())
        .push(" order by id", args![])
}

pub(in crate::records) async fn remove(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    leads: &[RecordId],
) -> Result<(), StoreError> {
    let gone = Sql::new("select owner_id, state, count(*) from records")
        .push(" where tenant_id = $? and id in ", args![scope.tenant()])
        .list(leads.iter().copied())
        .push(" group by owner_id, state", args![]);
    for row in &tx.rows(gone).await? {
        let mut row = row.reader();
        let (owner, state, number): (Option<UserId>, LeadState, i64) =
            (row.id_opt()?, row.word()?, row.int()?);
        tally::leads::changed(tx, scope.tenant(), owner, state.as_str(), -number);
    }
    let statements = [
        "delete from record_history where tenant_id = $? and record_id in ",
        "delete from notes where tenant_id = $? and record_id in ",
        "delete from record_shares where tenant_id = $? and record_id in ",
        "delete from records where tenant_id = $? and id in ",
    ];
    for statement in statements {
        let sql = Sql::default().push(statement, args![scope.tenant()]);
        tx.run(sql.list(leads.iter().copied())).await?;
    }
    Ok(())
}
