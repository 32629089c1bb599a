//! All leads of a filter, batch by batch, so that a large account needs little memory.

use super::veil::{OWN, veiled};
use super::{Field, Lead, LeadFilter, fields, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, ExportRecords, RecordScope};
use crate::ids::RecordId;
use crate::problem::{ProblemKind, ToProblem};
use crate::store::{Db, StoreError};

/// Leads per batch.
const BATCH: u32 = 500;

/// Why nothing is exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ExportError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Store(_) => Vec::new(),
        }
    }
}

/// An export under way.
#[derive(Debug)]
pub struct Export {
    db: Db,
    scope: RecordScope<ExportRecords>,
    filter: LeadFilter,
    after: Option<RecordId>,
    done: bool,
}

/// Begins an export, oldest lead first, and writes it into the audit log.
pub async fn export(
    db: &Db,
    caller: &Caller,
    filter: &LeadFilter,
    format: &str,
) -> Result<Export, ExportError> {
    let scope = caller.records::<ExportRecords>()?;
    let filter = filter.settled(scope.user());
    let tx = db.write().await?;
    let account = caller.identity().map_or("", |identity| &identity.account);
    let words =
        serde_json::to_value(&filter).map_err(|error| StoreError::Fault(Box::new(error)))?;
    let event = Event::new(EventKind::LeadsExported)
        .on(SubjectKind::Account, caller.tenant(), account)
        .detail("format", format)
        .detail("filter", words);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(Export {
        db: db.clone(),
        scope,
        filter,
        after: None,
        done: false,
    })
}

impl Export {
    /// The next leads; empty at the end.
    pub async fn next_batch(&mut self) -> Result<Vec<Lead>, StoreError> {
        if self.done {
            return Ok(Vec::new());
        }
        let mut tx = self.db.read().await?;
        let batch = sql::export(&mut tx, &self.scope, &self.filter, self.after, BATCH).await?;
        self.done = batch.len() < BATCH as usize;
        self.after = batch.last().map(|lead| lead.row.id);
        let rules = self.scope.fields();
        Ok(batch.into_iter().map(|lead| veiled(lead, rules)).collect())
    }

    /// Whether the file has a column for the field; there is none for what is hidden.
    pub fn shows(&self, field: &str) -> bool {
        !self.scope.fields().hides(field)
    }

    /// The account's own fields that the file has a column for, in their order.
    pub async fn own_fields(&self) -> Result<Vec<Field>, StoreError> {
        let mut tx = self.db.read().await?;
        let mut own = fields(&mut tx, &self.scope).await?;
        own.retain(|field| self.shows(&[OWN, field.key.as_str()].concat()));
        Ok(own)
    }
}
