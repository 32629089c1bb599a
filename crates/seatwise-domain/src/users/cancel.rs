//! Taking an invitation back: the link dies at once, the seat is free, the person is gone (P70).

use super::remove::{Kept, remove_step};
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, DeactivateUsers, Denied, Key};
use crate::ids::UserId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};

/// Why the invitation stands.
#[derive(Debug, thiserror::Error)]
pub enum CancelInvitationError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// He has signed in before; deactivate him instead.
    #[error("the user is not waiting for his first sign-in")]
    NotPending,
    /// Something is his already; deactivate him instead.
    #[error("the user has left traces")]
    InUse(Kept),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CancelInvitationError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::NotPending => &problem::NOT_PENDING,
            Self::InUse(_) => &problem::ONLY_BLOCKING,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Takes an invitation back and removes the person, who has never acted (decision 4). Business data stay.
pub async fn cancel_invitation(
    db: &Db,
    caller: &Caller,
    user: UserId,
    reason: &str,
) -> Result<(), CancelInvitationError> {
    let scope = caller.scope::<DeactivateUsers>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let found = sql::lock(&mut tx, scope.tenant(), user)
        .await?
        .ok_or(CancelInvitationError::NoSuchUser)?;
    if !found.state.is_waiting() {
        return Err(CancelInvitationError::NotPending);
    }
    caller
        .touches(&mut tx, Key::DeactivateUsers, user)
        .await??;
    let (_, kept) = remove_step(&mut tx, &scope, &[user]).await?;
    if let Some(kept) = kept.into_iter().next() {
        return Err(CancelInvitationError::InUse(kept));
    }
    let event = Event::new(EventKind::InvitationCancelled)
        .on(SubjectKind::User, user, found.name)
        .change("state", found.state.as_str(), serde_json::Value::Null)
        .detail("email", found.email)
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
