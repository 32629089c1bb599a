//! Moving a position with everything below it, shown before it is done.

use super::concerned::concerned;
use super::sight::{Sight, compare};
use super::sql;
use super::tree::{Position, Tree};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditPositions, Effect, Rehearsal, Scope};
use crate::ids::PositionId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError, WriteTx};

/// A move, as it was or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The position, where it goes.
    pub position: Position,
    /// The name of the position above before; none at the top.
    pub from: Option<String>,
    /// The name of the position above afterwards; none at the top.
    pub to: Option<String>,
    /// What it does to what people see.
    pub sight: Sight,
}

/// Why a position stays where it is.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such position.
    #[error("there is no such position")]
    Unknown,
    /// There is no such position to go below.
    #[error("there is no such position to go below")]
    ParentUnknown,
    /// A position goes not below itself or one that stands below it.
    #[error("the position stands above the one it should go below")]
    Circle,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for MoveError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::ParentUnknown => &problem::POSITION_UNKNOWN,
            Self::Circle => &problem::POSITION_CYCLE,
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

/// What a move would do. Nothing is written.
pub async fn preview_move(
    tx: &mut impl Reads,
    scope: &Scope<EditPositions>,
    id: PositionId,
    parent: Option<PositionId>,
) -> Result<Move, MoveError> {
    let tree = sql::tree(tx, scope.tenant()).await?;
    let superiors_see = sql::superiors_see(tx, scope.tenant()).await?;
    planned(&tree, id, parent, superiors_see)
}

fn planned(
    tree: &Tree,
    id: PositionId,
    parent: Option<PositionId>,
    superiors_see: bool,
) -> Result<Move, MoveError> {
    let position = tree.find(id).ok_or(MoveError::Unknown)?;
    let name = |parent: PositionId| tree.find(parent).map(|one| one.name.clone());
    let to = match parent {
        Some(parent) => Some(name(parent).ok_or(MoveError::ParentUnknown)?),
        None => None,
    };
    if parent.is_some_and(|parent| tree.is_circle(id, parent)) {
        return Err(MoveError::Circle);
    }
    Ok(Move {
        from: position.parent.and_then(name),
        to,
        sight: compare(tree, &tree.moved(id, parent), Some, superiors_see),
        position: Position {
            parent,
            ..position.clone()
        },
    })
}

/// Moves a position below another one or to the top, with everything below it. Where it stands already
/// nothing is written.
pub async fn relocate(
    db: &Db,
    caller: &Caller,
    id: PositionId,
    parent: Option<PositionId>,
    reason: &str,
) -> Result<Move, MoveError> {
    let scope = caller.scope::<EditPositions>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let (moved, event) = step(&mut tx, caller, id, parent, &reason).await?;
    if let Some(event) = event {
        tx.commit(Audit::by(&scope, event)).await?;
    }
    Ok(moved)
}

/// What a move would do, person by person (D7). Nothing is written, and what would be refused is refused.
pub async fn foretell_move(
    db: &Db,
    caller: &Caller,
    id: PositionId,
    parent: Option<PositionId>,
) -> Result<(Move, Effect), MoveError> {
    let tenant = caller.scope::<EditPositions>()?.tenant();
    let mut tx = db.write().await?;
    let mut places = vec![id];
    places.extend(parent);
    let people = concerned(&mut tx, tenant, &places).await?;
    let rehearsal = Rehearsal::of(&mut tx, tenant, people).await?;
    let (moved, _) = step(&mut tx, caller, id, parent, &Reason::default()).await?;
    let effect = rehearsal.end(&mut tx).await?;
    Ok((moved, effect))
}

async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    id: PositionId,
    parent: Option<PositionId>,
    reason: &Reason,
) -> Result<(Move, Option<Event>), MoveError> {
    let scope = caller.scope::<EditPositions>()?;
    caller.may_widen()?;
    let tenant = scope.tenant();
    sql::lock(tx, tenant).await?;
    caller.may_rearrange(tx, &[Some(id), parent]).await??;
    let tree = sql::tree(tx, tenant).await?;
    let superiors_see = sql::superiors_see(tx, tenant).await?;
    let moved = planned(&tree, id, parent, superiors_see)?;
    if tree.find(id).is_some_and(|before| before.parent == parent) {
        return Ok((moved, None));
    }
    sql::relocate(tx, tenant, id, parent).await?;
    let event = Event::new(EventKind::PositionMoved)
        .on(SubjectKind::Position, id, moved.position.name.clone())
        .change("position_above", moved.from.clone(), moved.to.clone())
        .detail("sight_gained", moved.sight.gain)
        .detail("sight_lost", moved.sight.lose)
        .reason(reason);
    Ok((moved, Some(event)))
}
