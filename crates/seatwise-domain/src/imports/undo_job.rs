//! The job of an undo: each row ends as reversed, kept or failed, in the transaction that does it.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::judge::{Detail, Reason, Verdict};
use super::rows_sql::{self, MadeRow};
use super::sql;
use super::{BATCH, Import, ImportKind, ImportState};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, RunImports, Scope};
use crate::ids::{EventId, ImportId, RecordId, UserId};
use crate::jobs::{self, Enqueue, Job, JobContext, JobError, Next};
use crate::records::{ImportedLead, KnownLead, find_by_external, remove_untouched, restore_batch};
use crate::store::{Reads, StoreError, WriteTx};
use crate::users::{self, KeptWhy};

/// Rows that never ran and are left out in one transaction.
const LEFT_OUT: u32 = 5_000;

/// The job of an undo.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UndoImport {
    /// The import.
    pub import: ImportId,
    /// The line of the audit log under which it is undone.
    pub event: EventId,
    /// The last row that the run came to, when it stopped; none when it came to its end.
    #[serde(default)]
    pub ran_to: Option<u32>,
}

/// Step: lets a job undo the import.
pub(super) async fn enqueue(
    tx: &mut WriteTx,
    caller: &Caller,
    job: &UndoImport,
) -> Result<(), StoreError> {
    let how = Enqueue {
        at: None,
        dedup_key: Some(format!("import-undo:{}", job.import)),
    };
    jobs::enqueue(tx, caller, job, how).await.map(drop)
}

impl Job for UndoImport {
    const KIND: &'static str = "imports.undo";

    async fn run(&self, context: &JobContext) -> Result<Next, JobError> {
        if let Some(ran_to) = self.ran_to {
            self.leave_out(context, ran_to).await?;
        }
        // Rows that are done have another verdict; a step that begins again passes over them once.
        let mut after = 0;
        while !context.stop.is_cancelled() {
            let caller = context.caller().await?;
            let scope = caller.scope::<RunImports>()?;
            let mut tx = context.db.write().await?;
            context.fence(&mut tx).await?;
            let import = sql::lock(&mut tx, scope.tenant(), self.import).await?;
            let Some(mut import) = import.filter(|import| import.state == ImportState::Undoing)
            else {
                return Ok(Next::Done);
            };
            let span = (after, self.ran_to.unwrap_or(u32::MAX));
            let rows = rows_sql::made_rows(&mut tx, scope.tenant(), import.id, span, BATCH).await?;
            let Some(last) = rows.last() else {
                if let Some(ran_to) = self.ran_to {
                    let ran = u64::from(ran_to.saturating_sub(import.shape.header_row));
                    import.totals.add_not_run(import.rows_total - ran);
                }
                import.state = ImportState::Undone;
                sql::save_end(&mut tx, scope.tenant(), &import).await?;
                let line = Event::new(EventKind::ImportUndoFinished)
                    .on(SubjectKind::Import, import.id, &import.file_name)
                    .detail("reversed", import.totals.of(Verdict::Reversed))
                    .detail("kept", import.totals.of(Verdict::Kept))
                    .detail("failed", import.totals.of(Verdict::Failed));
                tx.commit(Audit::by(&scope, line)).await?;
                return Ok(Next::Done);
            };
            after = last.number;
            let events = take_back(&mut tx, &scope, &mut import, self.event, &rows).await?;
            import.rows_done += rows.len() as u64;
            sql::save_state(&mut tx, scope.tenant(), &import).await?;
            let audit = if events.is_empty() {
                Audit::Housekeeping
            } else {
                Audit::all(&scope, events)
            };
            tx.commit(audit).await?;
        }
        Ok(Next::Again)
    }
}

impl UndoImport {
    /// Takes back what the dry run said about rows that the run never came to. Doing it again changes nothing.
    async fn leave_out(&self, context: &JobContext, ran_to: u32) -> Result<(), JobError> {
        let mut after = ran_to;
        loop {
            let scope = context.caller().await?.scope::<RunImports>()?;
            let mut tx = context.db.write().await?;
            context.fence(&mut tx).await?;
            let last = rows_sql::last_row(&mut tx, scope.tenant(), self.import).await?;
            if u64::from(after) >= last {
                return Ok(());
            }
            let span = (after, after.saturating_add(LEFT_OUT));
            rows_sql::not_run(&mut tx, scope.tenant(), self.import, span).await?;
            tx.commit(Audit::Housekeeping).await?;
            after = span.1;
        }
    }
}

type Undone = (u32, Verdict, Option<Reason>, Detail);

/// Takes rows back and keeps what became of each.
pub(super) async fn take_back(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    import: &mut Import,
    event: EventId,
    rows: &[MadeRow],
) -> Result<Vec<Event>, StoreError> {
    let (undone, events) = match import.kind {
        ImportKind::Users => people(tx, scope, rows).await?,
        ImportKind::Leads => (leads(tx, scope, import, event, rows).await?, Vec::new()),
    };
    for row in rows {
        if let Some(count) = import.totals.verdicts.get_mut(row.verdict.as_str()) {
            *count = count.saturating_sub(1);
        }
    }
    for (_, verdict, reason, _) in &undone {
        import.totals.add(*verdict, *reason, false);
    }
    rows_sql::save_undone(tx, scope.tenant(), import.id, &undone).await?;
    Ok(events)
}

fn kept(number: u32, reason: Reason) -> Undone {
    (number, reason.verdict(), Some(reason), Detail::default())
}

fn reversed(number: u32) -> Undone {
    (number, Verdict::Reversed, None, Detail::default())
}

/// The words of imports for why somebody stays.
pub(super) const fn reason_of(why: KeptWhy) -> Reason {
    match why {
        KeptWhy::SignedIn => Reason::HasActed,
        KeptWhy::HasWork => Reason::HasWork,
        KeptWhy::Changed => Reason::ChangedSince,
    }
}

async fn people(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    rows: &[MadeRow],
) -> Result<(Vec<Undone>, Vec<Event>), StoreError> {
    let made: Vec<UserId> = rows
        .iter()
        .filter(|row| row.verdict == Verdict::Create)
        .map(|row| UserId(row.subject))
        .collect();
    let (gone, stay) = users::remove_unused(tx, scope, &made).await?;
    let events = gone
        .iter()
        .map(|user| {
            Event::new(EventKind::UserRemoved)
                .on(SubjectKind::User, user.id, user.name.clone())
                .change("email", user.email.clone(), serde_json::Value::Null)
        })
        .collect();
    let gone: HashSet<Uuid> = gone.iter().map(|user| user.id.0).collect();
    let stay: HashMap<Uuid, Reason> = stay
        .iter()
        .map(|kept| (kept.user.0, reason_of(kept.why)))
        .collect();
    let undone = rows
        .iter()
        .map(|row| {
            if row.verdict == Verdict::Update {
                kept(row.number, Reason::UpdateStays)
            } else if gone.contains(&row.subject) {
                reversed(row.number)
            } else {
                kept(
                    row.number,
                    stay.get(&row.subject).copied().unwrap_or(Reason::GoneSince),
                )
            }
        })
        .collect();
    Ok((undone, events))
}

async fn leads(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    import: &Import,
    event: EventId,
    rows: &[MadeRow],
) -> Result<Vec<Undone>, StoreError> {
    let run = import
        .event
        .ok_or_else(|| StoreError::fault("an import that ran has an event"))?;
    let made: Vec<RecordId> = rows
        .iter()
        .filter(|row| row.verdict == Verdict::Create)
        .map(|row| RecordId(row.subject))
        .collect();
    let mut gone: HashSet<Uuid> = remove_untouched(tx, scope, run, &made)
        .await?
        .into_iter()
        .map(|id| id.0)
        .collect();
    gone.extend(restore(tx, scope, (run, event), rows).await?);
    Ok(rows
        .iter()
        .map(|row| {
            if gone.contains(&row.subject) {
                reversed(row.number)
            } else {
                kept(row.number, Reason::ChangedSince)
            }
        })
        .collect())
}

/// Gives updated leads their values of before, unless somebody touched them since; answers which.
async fn restore(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    (run, event): (EventId, EventId),
    rows: &[MadeRow],
) -> Result<Vec<Uuid>, StoreError> {
    let changes = restorable(tx, scope, run, rows).await?;
    let changes: Vec<_> = changes
        .iter()
        .map(|(known, before)| (known, before.clone()))
        .collect();
    restore_batch(tx, scope, event, &changes).await?;
    Ok(changes.iter().map(|(known, _)| known.id.0).collect())
}

/// Leads that the run updated and nobody touched since, with their values of before.
pub(super) async fn restorable(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    run: EventId,
    rows: &[MadeRow],
) -> Result<Vec<(KnownLead, ImportedLead)>, StoreError> {
    let mut before: HashMap<Uuid, ImportedLead> = HashMap::new();
    for row in rows.iter().filter(|row| row.verdict == Verdict::Update) {
        if let Some(lead) = row.before.clone() {
            let lead =
                serde_json::from_value(lead).map_err(|error| StoreError::Fault(Box::new(error)))?;
            before.insert(row.subject, lead);
        }
    }
    let externals: Vec<&str> = before
        .values()
        .filter_map(|lead| lead.external_id.as_deref())
        .collect();
    let known = find_by_external(tx, scope, &externals).await?;
    Ok(known
        .into_values()
        .filter(|known| known.version == run)
        .filter_map(|known| before.remove(&known.id.0).map(|lead| (known, lead)))
        .collect())
}
