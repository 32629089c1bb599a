//! Why the ownership stays where it is.

use super::OFFER_DAYS_MAX;
use crate::audit::ReasonTooLong;
use crate::authz::Denied;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::seats::NoFreeSeat;
use crate::store::StoreError;

/// Why the ownership stays where it is.
#[derive(Debug, thiserror::Error)]
pub enum OwnershipError {
    /// It is not the caller's to give, or a token may only read.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Only a person offers and takes it.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The password that was typed to prove who it is.
    #[error("the current password is wrong")]
    WrongPassword,
    /// There is no such person.
    #[error("there is no such user")]
    Unknown,
    /// He is the owner already.
    #[error("the user is the owner already")]
    IsOwner,
    /// Invited or pending: he never signed in.
    #[error("the user has not signed in yet")]
    Pending,
    /// Suspended.
    #[error("the user is suspended")]
    Frozen,
    /// Has left.
    #[error("the user is deactivated")]
    Deactivated,
    /// A team seat gives nothing to administer with.
    #[error("an owner needs a regular seat")]
    TeamSeat,
    /// A program's account owns nothing (P65).
    #[error("a service user owns nothing")]
    Service,
    /// He could not sign in.
    #[error("the user has no password at present")]
    NoPassword,
    /// No seat of the right kind is free for him.
    #[error(transparent)]
    NoFreeSeat(#[from] NoFreeSeat),
    /// Somebody is asked already.
    #[error("the ownership is offered to somebody already")]
    AlreadyOffered,
    /// Withdrawn, taken, out of time, or its maker is not the owner any more.
    #[error("the offer is not open any more")]
    Gone,
    /// Not one to [`OFFER_DAYS_MAX`].
    #[error("not a possible number of days")]
    Days,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for OwnershipError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NotSignedIn => &problem::SIGN_IN_NEEDED,
            Self::WrongPassword => &problem::PASSWORD_WRONG,
            Self::Unknown => &problem::NEW_OWNER_UNKNOWN,
            Self::IsOwner => &problem::NEW_OWNER_IS_OWNER,
            Self::Pending => &problem::NEW_OWNER_PENDING,
            Self::Frozen => &problem::NEW_OWNER_SUSPENDED,
            Self::Deactivated => &problem::NEW_OWNER_DEACTIVATED,
            Self::TeamSeat => &problem::NEW_OWNER_NEEDS_SEAT,
            Self::Service => &problem::NEW_OWNER_IS_SERVICE,
            Self::NoPassword => &problem::NEW_OWNER_WITHOUT_PASSWORD,
            Self::NoFreeSeat(error) => error.problem(),
            Self::AlreadyOffered => &problem::OWNERSHIP_OFFERED,
            Self::Gone => &problem::OWNERSHIP_OFFER_GONE,
            Self::Days => &problem::OFFER_DAYS_INVALID,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::NoFreeSeat(error) => error.values(),
            Self::Days => vec![("max", OFFER_DAYS_MAX.to_string())],
            _ => Vec::new(),
        }
    }
}
