//! Removing a position: those below it and those who hold it move up (P12).

use super::concerned::concerned;
use super::sight::{Sight, compare};
use super::sql;
use super::tree::{Position, Tree};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditPositions, Effect, Party, Rehearsal, Scope};
use crate::ids::PositionId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::sharing::{self, Uses};
use crate::store::{Db, Reads, StoreError, WriteTx};

/// What the removal of a position does, or would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The position, with how many hold it: they get the one above, or none.
    pub position: Position,
    /// The name of the position above, to which everything moves; none at the top.
    pub up_to: Option<String>,
    /// How many positions stand directly below it.
    pub children: u64,
    /// What it stands for in sharing, which ends.
    pub uses: Uses,
    /// What it does to what people see.
    pub sight: Sight,
}

/// Why a position stays.
#[derive(Debug, thiserror::Error)]
pub enum RemovePositionError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such position.
    #[error("there is no such position")]
    Unknown,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RemovePositionError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
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

/// What the removal would do. Nothing is written.
pub async fn preview_removal(
    tx: &mut impl Reads,
    scope: &Scope<EditPositions>,
    id: PositionId,
) -> Result<Option<Removal>, StoreError> {
    let tree = sql::tree(tx, scope.tenant()).await?;
    planned(tx, scope, &tree, id).await
}

async fn planned(
    tx: &mut impl Reads,
    scope: &Scope<EditPositions>,
    tree: &Tree,
    id: PositionId,
) -> Result<Option<Removal>, StoreError> {
    let Some(position) = tree.find(id) else {
        return Ok(None);
    };
    let superiors_see = sql::superiors_see(tx, scope.tenant()).await?;
    let place = |one: PositionId| {
        if one == id {
            position.parent
        } else {
            Some(one)
        }
    };
    let below = tree.all().iter().filter(|one| one.parent == Some(id));
    let above = position.parent.and_then(|parent| tree.find(parent));
    Ok(Some(Removal {
        up_to: above.map(|above| above.name.clone()),
        children: below.count() as u64,
        uses: sharing::uses(tx, scope, Party::Position(id)).await?,
        sight: compare(tree, &tree.without(id), place, superiors_see),
        position: position.clone(),
    }))
}

/// Removes a position. Those below it and those who hold it move up to the one above; at the top the holders
/// have none any more. Shares and rules that name it end. The log says it of the position and of each holder.
pub async fn remove(
    db: &Db,
    caller: &Caller,
    id: PositionId,
    reason: &str,
) -> Result<Removal, RemovePositionError> {
    let scope = caller.scope::<EditPositions>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let (removal, events) = step(&mut tx, caller, id, &reason).await?;
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(removal)
}

/// What the removal would do, person by person (D7). Nothing is written, and what would be refused is refused.
pub async fn foretell_removal(
    db: &Db,
    caller: &Caller,
    id: PositionId,
) -> Result<(Removal, Effect), RemovePositionError> {
    let tenant = caller.scope::<EditPositions>()?.tenant();
    let mut tx = db.write().await?;
    let people = concerned(&mut tx, tenant, &[id]).await?;
    let rehearsal = Rehearsal::of(&mut tx, tenant, people).await?;
    let (removal, _) = step(&mut tx, caller, id, &Reason::default()).await?;
    let effect = rehearsal.end(&mut tx).await?;
    Ok((removal, effect))
}

async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    id: PositionId,
    reason: &Reason,
) -> Result<(Removal, Vec<Event>), RemovePositionError> {
    let scope = caller.scope::<EditPositions>()?;
    caller.may_widen()?;
    let tenant = scope.tenant();
    sql::lock(tx, tenant).await?;
    if !sql::lock_to_remove(tx, tenant, id).await? {
        return Err(RemovePositionError::Unknown);
    }
    let tree = sql::tree(tx, tenant).await?;
    let removal = planned(tx, &scope, &tree, id).await?;
    let removal = removal.ok_or(RemovePositionError::Unknown)?;
    let position = &removal.position;
    caller
        .may_rearrange(tx, &[Some(id), position.parent])
        .await??;
    sharing::forget(tx, tenant, Party::Position(id)).await?;
    let holders = sql::move_holders(tx, tenant, id, position.parent).await?;
    sql::remove(tx, tenant, position).await?;
    let event = Event::new(EventKind::PositionRemoved)
        .on(SubjectKind::Position, id, position.name.clone())
        .detail("up_to", removal.up_to.clone())
        .detail("holders", holders.len())
        .detail("positions_below", removal.children)
        .detail("shares", removal.uses.shares)
        .detail("rules", removal.uses.rules)
        .detail("sight_gained", removal.sight.gain)
        .detail("sight_lost", removal.sight.lose)
        .reason(reason);
    let mut events = vec![event];
    events.extend(holders.into_iter().map(|(user, name)| {
        Event::new(EventKind::PositionChanged)
            .on(SubjectKind::User, user, name)
            .change("position", position.name.as_str(), removal.up_to.clone())
            .reason(reason)
    }));
    Ok((removal, events))
}
