//! Which position somebody holds.

use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditPositions};
use crate::ids::{PositionId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};

/// Why somebody's position stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum HoldError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// There is no such position.
    #[error("there is no such position")]
    PositionUnknown,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for HoldError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::PositionUnknown => &problem::POSITION_UNKNOWN,
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

/// Gives a person a position, or none. Whatever the seat and state: who has left sees nothing anyway, and has
/// his place again when he comes back.
pub async fn hold(
    db: &Db,
    caller: &Caller,
    user: UserId,
    position: Option<PositionId>,
    reason: &str,
) -> Result<(), HoldError> {
    let scope = caller.scope::<EditPositions>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    if let Some(event) = hold_step(&mut tx, caller, user, position, &reason).await? {
        tx.commit(Audit::by(&scope, event)).await?;
    }
    Ok(())
}

/// Step: changes it without the commit; nothing when he holds it already.
pub(crate) async fn hold_step(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    position: Option<PositionId>,
    reason: &Reason,
) -> Result<Option<Event>, HoldError> {
    caller.scope::<EditPositions>()?;
    caller.may_widen()?;
    sql::lock(tx, caller.tenant()).await?;
    caller.may_reposition(tx, position, user).await??;
    let event = put(tx, caller, user, position, reason).await?;
    caller.may_reposition(tx, position, user).await??;
    Ok(event)
}

/// Step of an invitation: the position that somebody begins with. Whoever may invite him there has been asked.
pub(crate) async fn hold_at_first(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    position: PositionId,
    reason: &Reason,
) -> Result<Option<Event>, HoldError> {
    sql::lock(tx, caller.tenant()).await?;
    put(tx, caller, user, Some(position), reason).await
}

async fn put(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    position: Option<PositionId>,
    reason: &Reason,
) -> Result<Option<Event>, HoldError> {
    let tenant = caller.tenant();
    let person = sql::person(tx, tenant, user).await?;
    let (name, before) = person.ok_or(HoldError::NoSuchUser)?;
    let after = match position {
        Some(id) => {
            let found = sql::find(tx, tenant, id).await?;
            Some(found.ok_or(HoldError::PositionUnknown)?)
        }
        None => None,
    };
    if before.as_ref().map(|(id, _)| *id) == position {
        return Ok(None);
    }
    sql::hold(tx, tenant, user, position).await?;
    let event = Event::new(EventKind::PositionChanged)
        .on(SubjectKind::User, user, name)
        .change(
            "position",
            before.map(|(_, name)| name),
            after.map(|position| position.name),
        )
        .reason(reason);
    Ok(Some(event))
}
