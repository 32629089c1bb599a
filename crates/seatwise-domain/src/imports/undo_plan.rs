//! What an undo would do, before it is done: the review step of the page and of the command line.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::judge::Reason;
use super::rows_sql::{self, MadeRow};
use super::undo::{ROWS_AT_ONCE, UndoError, Which, ran_to, undoable};
use super::undo_job::{reason_of, restorable};
use super::{BATCH, Import, ImportKind, Verdict, list};
use crate::authz::{RunImports, Scope};
use crate::ids::{ImportId, RecordId, UserId};
use crate::records;
use crate::store::{Reads, StoreError};
use crate::users;

/// What would become of the rows that an import took.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoPlan {
    /// Rows that would be as if they had never come.
    pub reversed: u64,
    /// Rows that would stay, by the word of the reason.
    pub kept: BTreeMap<&'static str, u64>,
}

impl UndoPlan {
    /// Rows that would stay.
    pub fn stays(&self) -> u64 {
        self.kept.values().sum()
    }

    fn add(&mut self, stays: Option<Reason>) {
        match stays {
            None => self.reversed += 1,
            Some(reason) => *self.kept.entry(reason.as_str()).or_default() += 1,
        }
    }
}

/// Tells what an undo would take back and what would stay, by the same questions that the undo asks.
pub async fn plan_undo(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
    which: &Which,
) -> Result<UndoPlan, UndoError> {
    let import = list::find(tx, scope, import)
        .await?
        .ok_or(UndoError::NoSuchImport)?;
    undoable(&import, which, tx.now())?;
    let mut plan = UndoPlan::default();
    match which {
        Which::Rows(numbers) if numbers.len() > ROWS_AT_ONCE => return Err(UndoError::TooMany),
        Which::Rows(numbers) => {
            let rows = rows_sql::made_among(tx, scope.tenant(), import.id, numbers).await?;
            judge(tx, scope, &import, &rows, &mut plan).await?;
        }
        Which::All => {
            let mut after = 0;
            let until = ran_to(&import).unwrap_or(u32::MAX);
            loop {
                let span = (after, until);
                let rows = rows_sql::made_rows(tx, scope.tenant(), import.id, span, BATCH).await?;
                let Some(last) = rows.last() else { break };
                after = last.number;
                judge(tx, scope, &import, &rows, &mut plan).await?;
            }
        }
    }
    Ok(plan)
}

async fn judge(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: &Import,
    rows: &[MadeRow],
    plan: &mut UndoPlan,
) -> Result<(), StoreError> {
    let made = rows
        .iter()
        .filter(|row| row.verdict == Verdict::Create)
        .map(|row| row.subject);
    match import.kind {
        ImportKind::Users => {
            let made: Vec<UserId> = made.map(UserId).collect();
            let known = users::would_remove(tx, scope, &made).await?;
            for row in rows {
                plan.add(if row.verdict == Verdict::Update {
                    Some(Reason::UpdateStays)
                } else {
                    match known.get(&UserId(row.subject)) {
                        Some(why) => why.map(reason_of),
                        None => Some(Reason::GoneSince),
                    }
                });
            }
        }
        ImportKind::Leads => {
            let run = import
                .event
                .ok_or_else(|| StoreError::fault("an import that ran has an event"))?;
            let made: Vec<RecordId> = made.map(RecordId).collect();
            let gone = records::untouched(tx, scope, run, &made).await?;
            let mut back: HashSet<Uuid> = gone.into_iter().map(|id| id.0).collect();
            let restored = restorable(tx, scope, run, rows).await?;
            back.extend(restored.iter().map(|(known, _)| known.id.0));
            for row in rows {
                let stays = !back.contains(&row.subject);
                plan.add(stays.then_some(Reason::ChangedSince));
            }
        }
    }
    Ok(())
}
