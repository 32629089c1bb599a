//! Why nothing was changed about a service user.

use crate::audit::ReasonTooLong;
use crate::authn::TokenError;
use crate::authz::Denied;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::roles::RoleError;
use crate::store::StoreError;
use crate::text::TextError;

/// Why nothing was changed about a service user.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// Not allowed, or beyond the caller's own rights (P59).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The name of the user.
    #[error("the name: {0}")]
    Name(TextError),
    /// A token is not possible as it was asked for.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The role was not given.
    #[error(transparent)]
    Role(#[from] RoleError),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// People make their tokens themselves.
    #[error("the user is a person")]
    IsPerson,
    /// Deactivated or removed.
    #[error("the user has no access at present")]
    NotActive,
    /// There is no such token.
    #[error("there is no such token")]
    NoSuchToken,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ServiceError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Token(error) => error.problem(),
            Self::Role(error) => error.problem(),
            Self::NoSuchUser | Self::NoSuchToken => &problem::NOT_FOUND,
            Self::IsPerson => &problem::NOT_A_SERVICE_USER,
            Self::NotActive => &problem::NOT_ACTIVE,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Role(error) => error.values(),
            _ => Vec::new(),
        }
    }
}
