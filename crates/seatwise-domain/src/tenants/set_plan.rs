//! The plan of an account, which the operator of the installation sets (decision 21).

use super::list::Account;
use super::plan::Plan;
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Because, Caller, Denied, EditAccount, Key, Principal};
use crate::problem::{ProblemKind, ToProblem};
use crate::store::{Db, StoreError};

/// Why the plan stays.
#[derive(Debug, thiserror::Error)]
pub enum SetPlanError {
    /// Nobody of the account chooses what it may use.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for SetPlanError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
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

/// Sets the plan. One without teams switches them off, since they would decide over access without being
/// part of it (N7); the teams themselves stay.
pub async fn set_plan(
    db: &Db,
    caller: &Caller,
    plan: Plan,
    reason: &str,
) -> Result<Account, SetPlanError> {
    let scope = caller.scope::<EditAccount>()?;
    if caller.principal() != Principal::Operator {
        return Err(SetPlanError::Denied(Denied {
            key: Key::EditAccount,
            because: Because::Level,
        }));
    }
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let before = sql::find(&mut tx, scope.tenant()).await?;
    let before = before.ok_or_else(|| StoreError::fault("the account of a scope is there"))?;
    let mut after = before.clone();
    after.plan = plan;
    after.teams_on = before.teams_on && plan.teams;
    if before.plan == plan {
        return Ok(before);
    }
    let mut event = Event::new(EventKind::AccountEdited)
        .on(SubjectKind::Account, after.id, after.name.clone())
        .change("plan", before.plan.key, plan.key)
        .reason(&reason);
    if before.teams_on != after.teams_on {
        event = event.change("teams_on", before.teams_on, after.teams_on);
    }
    sql::update(&mut tx, &after).await?;
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(after)
}
