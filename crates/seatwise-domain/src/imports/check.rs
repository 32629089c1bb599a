//! The dry run: a verdict for each row, and nothing else is written.

use super::judge::Frame;
use super::kind::Kind;
use super::leads::Leads;
use super::users::People;
use super::veil::veiled;
use super::{BATCH, Import, ImportKind, ImportState, MappingError, Totals, rows_sql, sql};
use crate::audit::Audit;
use crate::authz::{Caller, Denied, RunImports, Scope};
use crate::ids::ImportId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::seats;
use crate::store::{Db, StoreError};

/// Batches that are judged before their verdicts are kept: fewer commits, and short ones.
const KEPT_AT_ONCE: usize = 2_000;

/// Why there is no dry run.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such import.
    #[error("there is no such import")]
    NoSuchImport,
    /// It runs already, or is done.
    #[error("the import is past this step")]
    TooLate,
    /// Somebody changed the mapping meanwhile.
    #[error("the mapping was changed meanwhile")]
    ChangedMeanwhile,
    /// No row could be read with the mapping.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CheckError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchImport => &problem::NOT_FOUND,
            Self::TooLate => &problem::IMPORT_STATE,
            Self::ChangedMeanwhile => &problem::CHANGED_MEANWHILE,
            Self::Mapping(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Mapping(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Gives each row the verdict that a run would give it now. Can be repeated; a run needs one.
pub async fn check(db: &Db, caller: &Caller, id: ImportId) -> Result<Import, CheckError> {
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.read().await?;
    let mut import = sql::find(&mut tx, scope.tenant(), id)
        .await?
        .ok_or(CheckError::NoSuchImport)?;
    if !before_run(&import) {
        return Err(CheckError::TooLate);
    }
    import
        .mapping
        .validate(import.kind, import.shape.columns.len())?;
    import.totals = Totals::default();
    if import.kind == ImportKind::Users {
        import.totals.free_seats =
            Some(seats::free(&mut tx, &scope, import.options.seat_kind).await?);
    }
    drop(tx);
    match import.kind {
        ImportKind::Users => judge_all::<People>(db, caller, &scope, &mut import).await?,
        ImportKind::Leads => judge_all::<Leads>(db, caller, &scope, &mut import).await?,
    }
    import.state = ImportState::Checked;
    let mut tx = db.write().await?;
    unchanged(&mut tx, &scope, &import).await?;
    sql::save_state(&mut tx, scope.tenant(), &import).await?;
    tx.commit(Audit::Housekeeping).await?;
    Ok(veiled(import, &scope))
}

fn before_run(import: &Import) -> bool {
    matches!(
        import.state,
        ImportState::Uploaded | ImportState::Mapped | ImportState::Checked
    )
}

pub(super) fn frame(import: &Import) -> Frame {
    Frame {
        mapping: import.mapping.clone(),
        options: import.options.clone(),
        columns: import.shape.columns.clone(),
    }
}

async fn judge_all<K: Kind>(
    db: &Db,
    caller: &Caller,
    scope: &Scope<RunImports>,
    import: &mut Import,
) -> Result<(), CheckError> {
    let mut kind = K::new(frame(import));
    let mut after = 0;
    loop {
        let mut judged = Vec::with_capacity(KEPT_AT_ONCE);
        let mut tx = db.read().await?;
        while judged.len() < KEPT_AT_ONCE {
            let rows =
                rows_sql::rows_after(&mut tx, scope.tenant(), import.id, after, BATCH).await?;
            let Some(last) = rows.last() else { break };
            after = last.number;
            judged.extend(kind.judge(&mut tx, caller, scope, &rows).await?);
        }
        drop(tx);
        if judged.is_empty() {
            return Ok(());
        }
        for row in &judged {
            import
                .totals
                .add(row.verdict, row.reason, !row.detail.notes.is_empty());
        }
        let mut tx = db.write().await?;
        unchanged(&mut tx, scope, import).await?;
        for batch in judged.chunks(BATCH) {
            rows_sql::save_verdicts(&mut tx, scope.tenant(), import.id, batch).await?;
        }
        tx.commit(Audit::Housekeeping).await?;
    }
}

/// Another admin may have changed the mapping, or started the run.
async fn unchanged(
    tx: &mut crate::store::WriteTx,
    scope: &Scope<RunImports>,
    import: &Import,
) -> Result<(), CheckError> {
    let now = sql::lock(tx, scope.tenant(), import.id)
        .await?
        .ok_or(CheckError::NoSuchImport)?;
    if !before_run(&now) {
        return Err(CheckError::TooLate);
    }
    if now.mapping != import.mapping || now.options != import.options {
        return Err(CheckError::ChangedMeanwhile);
    }
    Ok(())
}
