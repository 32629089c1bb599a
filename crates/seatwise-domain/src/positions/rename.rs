//! Giving a position another name.

use super::sql;
use super::tree::Position;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditPositions};
use crate::ids::PositionId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};
use crate::text::{NAME_MAX, TextError, line};

/// Why a position keeps its name.
#[derive(Debug, thiserror::Error)]
pub enum RenamePositionError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such position.
    #[error("there is no such position")]
    Unknown,
    /// Empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// Another position has it.
    #[error("a position has this name already")]
    Taken,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RenamePositionError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Taken => &problem::POSITION_NAME_TAKEN,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Gives a position another name; another spelling of its own one counts as another.
pub async fn rename(
    db: &Db,
    caller: &Caller,
    id: PositionId,
    name: &str,
) -> Result<Position, RenamePositionError> {
    let scope = caller.scope::<EditPositions>()?;
    caller.may_widen()?;
    let name = line(name, NAME_MAX).map_err(RenamePositionError::Name)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    sql::lock(&mut tx, tenant).await?;
    let before = sql::find(&mut tx, tenant, id).await?;
    let before = before.ok_or(RenamePositionError::Unknown)?;
    if before.name == name {
        return Ok(before);
    }
    let holder = sql::named(&mut tx, tenant, &name).await?;
    if holder.is_some_and(|holder| holder != id) {
        return Err(RenamePositionError::Taken);
    }
    sql::rename(&mut tx, tenant, id, &name).await?;
    let event = Event::new(EventKind::PositionRenamed)
        .on(SubjectKind::Position, id, name.clone())
        .change("name", before.name.as_str(), name.as_str());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(Position { name, ..before })
}
