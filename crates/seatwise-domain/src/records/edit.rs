//! Changing a lead: everything but its owner, which is a matter of assigning.

use serde::Deserialize;
use serde_json::Value as Json;

use super::veil::{FieldLocked, kept, veiled};
use super::{FieldError, Fields, Lead, Minor, Patch, StageKey, draft, sql, stages};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditRecords};
use crate::ids::{EventId, RecordId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads as _, StoreError};

/// What shall change; everything else stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LeadChange {
    /// What it is called.
    pub title: Option<String>,
    /// Where it stands. A closed stage sets the day of closing, an open one clears it.
    pub stage: Option<StageKey>,
    /// What it is worth.
    pub value: Patch<Minor>,
    /// When the work on it began.
    pub opened_on: Patch<jiff::civil::Date>,
    /// When it was closed.
    pub closed_on: Patch<jiff::civil::Date>,
    /// What is to be done next.
    pub next_step: Patch<String>,
    /// When.
    pub next_step_on: Patch<jiff::civil::Date>,
    /// The person at the customer's.
    pub contact_name: Patch<String>,
    /// That person's address.
    pub contact_email: Patch<String>,
    /// Further fields that change; an empty text clears one.
    pub fields: Fields,
    /// The version the change was made on; a newer one refuses the change.
    pub version: Option<EventId>,
}

/// Why a lead was not changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// None within reach.
    #[error("there is no such lead")]
    NoSuchLead,
    /// A field is wrong.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// A role keeps the field from the caller.
    #[error(transparent)]
    Locked(#[from] FieldLocked),
    /// The stage does not exist in this account.
    #[error("there is no such stage")]
    StageUnknown,
    /// Somebody else changed it in between.
    #[error("the lead was changed meanwhile")]
    ChangedMeanwhile,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for EditError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchLead => &problem::NOT_FOUND,
            Self::Field(error) => error.problem(),
            Self::Locked(error) => error.problem(),
            Self::StageUnknown => &problem::STAGE_UNKNOWN,
            Self::ChangedMeanwhile => &problem::CHANGED_MEANWHILE,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Locked(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Changes a lead within reach. A change that changes nothing leaves no trace.
pub async fn edit(
    db: &Db,
    caller: &Caller,
    id: RecordId,
    change: &LeadChange,
) -> Result<Lead, EditError> {
    let scope = caller.records::<EditRecords>()?;
    let mut tx = db.write().await?;
    let before = sql::find_for_update(&mut tx, &scope, id).await?;
    let before = before.ok_or(EditError::NoSuchLead)?;
    if change.version.is_some_and(|seen| seen != before.version) {
        return Err(EditError::ChangedMeanwhile);
    }
    let rules = scope.fields();
    let wanted = changed(&veiled(before.clone(), rules), change)?;
    let mut after = kept(wanted, &before, rules).map_err(|field| FieldLocked::of(caller, field))?;
    let today = stages::today(&mut tx, &scope).await?;
    if let Some(key) = &change.stage
        && *key != before.row.stage
    {
        let stage = stages::stage(&mut tx, &scope, key).await?;
        let stage = stage.ok_or(EditError::StageUnknown)?;
        after.row.stage = stage.key;
        after.row.state = stage.state;
        if !stage.state.is_closed() {
            after.row.closed_on = None;
        } else if change.closed_on == Patch::Keep || !rules.edits("closed_on") {
            after.row.closed_on = after.row.closed_on.or(Some(today.date));
        }
    }
    let event = differences(&before, &after);
    if event.is_empty() {
        return Ok(veiled(before, rules));
    }
    let number: EventId = tx.id();
    after.version = number;
    after.row.updated_at = tx.now();
    let changes = event.changes_json()?;
    sql::save(&mut tx, &scope, (&before, &after), &today, changes).await?;
    tx.commit(Audit::by(&scope, event.with_id(number))).await?;
    Ok(veiled(after, scope.fields()))
}

fn changed(before: &Lead, change: &LeadChange) -> Result<Lead, FieldError> {
    let mut lead = before.clone();
    let change = change.clone();
    if let Some(title) = &change.title {
        lead.row.title = draft::title(title)?;
    }
    let row = &mut lead.row;
    row.value = draft::value(change.value.apply(row.value))?;
    row.opened_on = change.opened_on.apply(row.opened_on);
    row.closed_on = change.closed_on.apply(row.closed_on);
    row.next_step = draft::line(change.next_step.apply(row.next_step.take()).as_deref())?;
    row.next_step_on = change.next_step_on.apply(row.next_step_on);
    row.contact_name = draft::line(
        change
            .contact_name
            .apply(row.contact_name.take())
            .as_deref(),
    )?;
    let email = change.contact_email.apply(lead.contact_email.take());
    lead.contact_email = draft::contact_email(email.as_deref())?;
    lead.fields.extend(change.fields);
    lead.fields = draft::fields(&lead.fields)?;
    Ok(lead)
}

fn differences(before: &Lead, after: &Lead) -> Event {
    let mut event = Event::new(EventKind::LeadEdited).on(
        SubjectKind::Lead,
        before.row.id,
        before.row.title.clone(),
    );
    let day = |date: Option<jiff::civil::Date>| Json::from(date.map(|date| date.to_string()));
    let amount = |value: Option<Minor>| Json::from(value.map(|value| value.0));
    let text = |text: &Option<String>| Json::from(text.clone());
    let (old, new) = (&before.row, &after.row);
    let pairs = [
        (
            "title",
            Json::from(old.title.as_str()),
            Json::from(new.title.as_str()),
        ),
        (
            "stage",
            Json::from(old.stage.as_str()),
            Json::from(new.stage.as_str()),
        ),
        ("value", amount(old.value), amount(new.value)),
        ("opened_on", day(old.opened_on), day(new.opened_on)),
        ("closed_on", day(old.closed_on), day(new.closed_on)),
        ("next_step", text(&old.next_step), text(&new.next_step)),
        ("next_step_on", day(old.next_step_on), day(new.next_step_on)),
        (
            "contact_name",
            text(&old.contact_name),
            text(&new.contact_name),
        ),
        (
            "contact_email",
            text(&before.contact_email),
            text(&after.contact_email),
        ),
    ];
    for (field, old, new) in pairs {
        if old != new {
            event = event.change(field, old, new);
        }
    }
    let keys: std::collections::BTreeSet<&String> =
        before.fields.keys().chain(after.fields.keys()).collect();
    for key in keys {
        let (old, new) = (before.fields.get(key), after.fields.get(key));
        if old != new {
            let name = format!("fields.{key}");
            event = event.change(&name, old.cloned(), new.cloned());
        }
    }
    event
}
