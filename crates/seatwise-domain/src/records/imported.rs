//! Steps for imports: many leads per statement, found again by their external id.

use std::collections::HashMap;

use super::veil::{kept, veiled};
use super::{Credit, FieldError, Fields, Lead, LeadState, Minor, StageKey, draft, sql, stages};
use crate::authz::{FieldRules, RunImports, Scope};
use crate::clock::Timestamp;
use crate::ids::{EventId, ImportId, RecordId, UserId};
use crate::store::{FromRow, Reader, Reads, StoreError, WriteTx};

/// Rows per statement.
pub(super) const BATCH: usize = 500;

/// A lead as a row of a file says it. Make it whole first: for an update, from [`KnownLead::lead`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ImportedLead {
    /// What it is called.
    pub title: String,
    /// Who owns it; the import has asked whether the person may.
    pub owner: Option<UserId>,
    /// Where it stands.
    pub stage: StageKey,
    /// What the stage means.
    pub state: LeadState,
    /// What it is worth.
    pub value: Option<Minor>,
    /// When the work on it began.
    pub opened_on: Option<jiff::civil::Date>,
    /// When it was won, lost or cancelled.
    pub closed_on: Option<jiff::civil::Date>,
    /// What is to be done next.
    pub next_step: Option<String>,
    /// When.
    pub next_step_on: Option<jiff::civil::Date>,
    /// The person at the customer's.
    pub contact_name: Option<String>,
    /// That person's address.
    pub contact_email: Option<String>,
    /// Its id in the system it came from.
    pub external_id: Option<String>,
    /// Further fields.
    pub fields: Fields,
    /// Whom the statistics credit with it, for [`restore_batch`]; an import itself decides that by the rule.
    #[serde(default)]
    pub credit: Option<Credit>,
}

impl ImportedLead {
    /// Brings the texts into the form in which they are kept, by the rules that the form has, too.
    pub fn cleaned(mut self) -> Result<Self, FieldError> {
        self.title = draft::title(&self.title)?;
        self.value = draft::value(self.value)?;
        self.next_step = draft::line(self.next_step.as_deref())?;
        self.contact_name = draft::line(self.contact_name.as_deref())?;
        self.contact_email = draft::contact_email(self.contact_email.as_deref())?;
        self.external_id = draft::line(self.external_id.as_deref())?;
        self.fields = draft::fields(&self.fields)?;
        Ok(self)
    }
}

/// The lead as somebody with these rules sees it.
pub(crate) fn veiled_import(lead: ImportedLead, rules: &FieldRules) -> ImportedLead {
    veiled(lead, rules)
}

/// The row with what its importer may not change kept as it was before, or empty for a new lead; the name of the
/// first field that the row would change.
pub(crate) fn kept_import(
    wanted: ImportedLead,
    before: &ImportedLead,
    rules: &FieldRules,
) -> Result<ImportedLead, String> {
    kept(wanted, before, rules)
}

/// A lead that is there already.
#[derive(Debug, Clone)]
pub struct KnownLead {
    /// Its id.
    pub id: RecordId,
    /// The last change, to tell whether it was touched since.
    pub version: EventId,
    /// When it was made.
    pub made_at: Timestamp,
    /// Everything that an import can set.
    pub lead: ImportedLead,
}

impl FromRow for KnownLead {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let lead = Lead::from_row(row)?;
        let credit = Credit {
            started_by: row.id_opt()?,
            closed_by: row.id_opt()?,
        };
        Ok(Self {
            id: lead.row.id,
            version: lead.version,
            made_at: lead.created_at,
            lead: ImportedLead {
                title: lead.row.title,
                owner: lead.row.owner.map(|owner| owner.id),
                stage: lead.row.stage,
                state: lead.row.state,
                value: lead.row.value,
                opened_on: lead.row.opened_on,
                closed_on: lead.row.closed_on,
                next_step: lead.row.next_step,
                next_step_on: lead.row.next_step_on,
                contact_name: lead.row.contact_name,
                contact_email: lead.contact_email,
                external_id: lead.row.external_id,
                fields: lead.fields,
                credit: Some(credit),
            },
        })
    }
}

/// The leads with these external ids, 500 per statement.
pub async fn find_by_external(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    ids: &[&str],
) -> Result<HashMap<String, KnownLead>, StoreError> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(BATCH) {
        for known in sql::find_by_external(tx, scope, chunk).await? {
            if let Some(external) = known.lead.external_id.clone() {
                found.insert(external, known);
            }
        }
    }
    Ok(found)
}

/// Adds leads with one line of history each; gives their ids in the order of the rows.
pub async fn insert_batch(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    event: EventId,
    import: ImportId,
    leads: &[ImportedLead],
) -> Result<Vec<RecordId>, StoreError> {
    let today = stages::today(tx, scope).await?;
    let mut ids = Vec::with_capacity(leads.len());
    for chunk in leads.chunks(BATCH) {
        let rows: Vec<(RecordId, &ImportedLead)> =
            chunk.iter().map(|lead| (tx.id(), lead)).collect();
        sql::insert_imported(tx, scope, (event, import), &today, &rows).await?;
        ids.extend(rows.iter().map(|(id, _)| *id));
    }
    Ok(ids)
}

/// Gives leads the values of the rows, with one line of history each that says what changed. A lead
/// stands in a batch once at most.
pub async fn update_batch(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    event: EventId,
    changes: &[(&KnownLead, ImportedLead)],
) -> Result<(), StoreError> {
    updated(tx, scope, event, changes, Credits::ByRule).await
}

/// The same for the undo of an import: leads also get back whom the statistics credited with them.
pub async fn restore_batch(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    event: EventId,
    changes: &[(&KnownLead, ImportedLead)],
) -> Result<(), StoreError> {
    updated(tx, scope, event, changes, Credits::AsBefore).await
}

/// Whom the statistics credit with leads that are written anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Credits {
    /// Whoever owns one when its state changes.
    ByRule,
    /// Whom the rows name, where they name anybody.
    AsBefore,
}

async fn updated(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    event: EventId,
    changes: &[(&KnownLead, ImportedLead)],
    credits: Credits,
) -> Result<(), StoreError> {
    if changes.is_empty() {
        return Ok(());
    }
    let today = stages::today(tx, scope).await?;
    for chunk in changes.chunks(BATCH) {
        sql::update_imported(tx, scope, event, (&today, credits), chunk).await?;
    }
    Ok(())
}

/// Which of the leads nobody touched since the import made them: those that [`remove_untouched`] would remove.
pub async fn untouched(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    event: EventId,
    leads: &[RecordId],
) -> Result<Vec<RecordId>, StoreError> {
    let mut found = Vec::with_capacity(leads.len());
    for chunk in leads.chunks(BATCH) {
        found.extend(sql::untouched(tx, scope, event, chunk).await?);
    }
    Ok(found)
}

/// Removes those of the leads that nobody touched since the import made them, with their history; gives
/// the ids of the removed ones. For the undo of an import only.
pub async fn remove_untouched(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    event: EventId,
    leads: &[RecordId],
) -> Result<Vec<RecordId>, StoreError> {
    let mut removed = Vec::with_capacity(leads.len());
    for chunk in leads.chunks(BATCH) {
        let untouched = sql::untouched_locked(tx, scope, event, chunk).await?;
        if !untouched.is_empty() {
            sql::remove(tx, scope, &untouched).await?;
        }
        removed.extend(untouched);
    }
    Ok(removed)
}
