//! Making positions.

use super::sql;
use super::tree::Position;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditPositions};
use crate::ids::PositionId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};
use crate::text::{NAME_MAX, TextError, line};

/// How many positions an account has at most.
pub const POSITIONS_MAX: usize = 2_000;

/// Why a position was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreatePositionError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// Another position has it.
    #[error("a position has this name already")]
    Taken,
    /// There is no such position to go below.
    #[error("there is no such position")]
    ParentUnknown,
    /// More than an account has.
    #[error("the account has {POSITIONS_MAX} positions already")]
    TooMany,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CreatePositionError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Taken => &problem::POSITION_NAME_TAKEN,
            Self::ParentUnknown => &problem::POSITION_UNKNOWN,
            Self::TooMany => &problem::POSITIONS_FULL,
            Self::Reason(error) => error.problem(),
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

/// Makes a position below another one, or at the top.
pub async fn create(
    db: &Db,
    caller: &Caller,
    name: &str,
    parent: Option<PositionId>,
    reason: &str,
) -> Result<Position, CreatePositionError> {
    let scope = caller.scope::<EditPositions>()?;
    caller.may_widen()?;
    let reason = Reason::read(reason)?;
    let name = line(name, NAME_MAX).map_err(CreatePositionError::Name)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    sql::lock(&mut tx, tenant).await?;
    let tree = sql::tree(&mut tx, tenant).await?;
    if tree.all().len() >= POSITIONS_MAX {
        return Err(CreatePositionError::TooMany);
    }
    let above = parent.map(|parent| tree.find(parent).ok_or(CreatePositionError::ParentUnknown));
    let above = above.transpose()?.map(|above| above.name.clone());
    if sql::named(&mut tx, tenant, &name).await?.is_some() {
        return Err(CreatePositionError::Taken);
    }
    let position = Position {
        id: tx.id(),
        parent,
        name,
        holders: 0,
        lookers: 0,
    };
    sql::insert(&mut tx, tenant, &position).await?;
    let nobody: Option<String> = None;
    let event = Event::new(EventKind::PositionCreated)
        .on(SubjectKind::Position, position.id, position.name.clone())
        .change("position_above", nobody, above)
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(position)
}
