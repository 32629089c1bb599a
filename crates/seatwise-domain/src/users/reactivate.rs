//! Bringing somebody back: the same person with his data, on a free seat (N53, K24).

use super::{User, UserState, sql, write};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, Key, ReactivateUsers};
use crate::ids::UserId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::seats::{self, NoFreeSeat};
use crate::store::{Db, StoreError};

/// Why nobody was brought back.
#[derive(Debug, thiserror::Error)]
pub enum ReactivateError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// He is not deactivated.
    #[error("the user is not deactivated")]
    NotDeactivated,
    /// All seats are taken (N54).
    #[error(transparent)]
    NoFreeSeat(#[from] NoFreeSeat),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ReactivateError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::NotDeactivated => &problem::NOT_DEACTIVATED,
            Self::NoFreeSeat(error) => error.problem(),
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::NoFreeSeat(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Brings a deactivated person back. Who never signed in waits again: pending with a password (K13),
/// invited without. Old sessions, tokens and
/// links stay dead (AB-139); the password is the old one.
pub async fn reactivate(
    db: &Db,
    caller: &Caller,
    user: UserId,
    reason: &str,
) -> Result<User, ReactivateError> {
    let scope = caller.scope::<ReactivateUsers>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let tenant = scope.tenant();
    let before = sql::lock(&mut tx, tenant, user)
        .await?
        .ok_or(ReactivateError::NoSuchUser)?;
    if before.state != UserState::Deactivated {
        return Err(ReactivateError::NotDeactivated);
    }
    caller
        .touches(&mut tx, Key::ReactivateUsers, user)
        .await??;
    let mut after = before.clone();
    after.state = if before.activated_at.is_some() {
        UserState::Active
    } else if sql::password(&mut tx, tenant, user).await?.is_some() {
        UserState::Pending
    } else {
        UserState::Invited
    };
    after.deactivated_at = None;
    // A program's account takes none (P65).
    if !before.service {
        seats::take(&mut tx, &scope, user, before.seat_kind).await??;
    }
    write::set_state(&mut tx, tenant, &before, &after).await?;
    let event = Event::new(EventKind::UserReactivated)
        .on(SubjectKind::User, user, after.name.clone())
        .change("state", before.state.as_str(), after.state.as_str())
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(after)
}
