//! The admin matches columns and chooses options.

use super::{Import, ImportState, Mapping, MappingError, Options, sql};
use crate::audit::Audit;
use crate::authz::{Caller, Denied, RunImports};
use crate::ids::ImportId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};

/// Why the choice is not taken.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such import.
    #[error("there is no such import")]
    NoSuchImport,
    /// It runs already, or is done.
    #[error("the import is past this step")]
    TooLate,
    /// No row could be read that way.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for MapError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchImport => &problem::NOT_FOUND,
            Self::TooLate => &problem::IMPORT_STATE,
            Self::Mapping(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Mapping(error) => error.values(),
            Self::NoSuchImport | Self::TooLate | Self::Store(_) => Vec::new(),
        }
    }
}

/// Keeps the mapping and the options; verdicts of an earlier dry run no longer hold.
pub async fn map(
    db: &Db,
    caller: &Caller,
    id: ImportId,
    mapping: &Mapping,
    options: &Options,
) -> Result<Import, MapError> {
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.write().await?;
    let mut import = sql::lock(&mut tx, scope.tenant(), id)
        .await?
        .ok_or(MapError::NoSuchImport)?;
    if !matches!(
        import.state,
        ImportState::Uploaded | ImportState::Mapped | ImportState::Checked
    ) {
        return Err(MapError::TooLate);
    }
    mapping.validate(import.kind, import.shape.columns.len())?;
    import.mapping = mapping.clone();
    import.options = options.clone();
    import.state = ImportState::Mapped;
    sql::save_mapping(&mut tx, scope.tenant(), &import).await?;
    // A draft of an import; what counts is logged when it runs.
    tx.commit(Audit::Housekeeping).await?;
    Ok(import)
}
