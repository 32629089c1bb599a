//! Why nothing was changed about roles and who holds them.

use super::draft::DraftError;
use crate::audit::ReasonTooLong;
use crate::authz::Denied;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::StoreError;
use crate::text::TextError;

/// Why nothing was changed about roles and who holds them.
#[derive(Debug, thiserror::Error)]
pub enum RoleError {
    /// Not allowed, or beyond the caller's own rights (P59).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such role, or no such person, or he does not hold it.
    #[error("there is no such role or person")]
    Unknown,
    /// The role that was named to be given, copied or chosen is not there.
    #[error("an unknown role")]
    UnknownRole,
    /// The name is empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// The description is too long or unprintable.
    #[error("the description: {0}")]
    Description(TextError),
    /// Another role has the name.
    #[error("a role has this name already")]
    Taken,
    /// The account has as many as it can have.
    #[error("there are {} roles already", super::ROLES_MAX)]
    Full,
    /// What comes with the program is neither renamed nor deleted, and "Sales" stays as it is.
    #[error("the role comes with the program")]
    BuiltIn,
    /// The default role is not deleted: its people would have none.
    #[error("the role is the account's default")]
    IsDefault,
    /// A permission set is nobody's only role.
    #[error("a permission set cannot be the default role")]
    IsSet,
    /// The role of team seats comes with the seat and is not given.
    #[error("the role belongs to team seats")]
    OfTeamSeats,
    /// A team seat has a role of its own, and no room for others.
    #[error("a team seat has no other roles")]
    TeamSeat,
    /// The roles of whoever gives or takes say which roles that may be, and this is none of them (P64).
    #[error("the role is not one that the caller may give")]
    NotGivable,
    /// Nobody changes his own roles.
    #[error("nobody changes his own roles")]
    IsSelf,
    /// The end lies in the past.
    #[error("the end lies in the past")]
    Past,
    /// It would begin when it is over.
    #[error("the begin does not lie before the end")]
    BeginsTooLate,
    /// A permission or field, or what is said of it, is not possible.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// Somebody else changed the role since the form was opened.
    #[error("the role was changed meanwhile")]
    ChangedMeanwhile,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RoleError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::UnknownRole => &problem::ROLE_UNKNOWN,
            Self::Name(_) => &problem::ROLE_NAME_INVALID,
            Self::Description(_) => &problem::ROLE_DESCRIPTION_INVALID,
            Self::Taken => &problem::ROLE_NAME_TAKEN,
            Self::Full => &problem::ROLE_LIMIT,
            Self::BuiltIn => &problem::ROLE_BUILT_IN,
            Self::IsDefault => &problem::ROLE_IS_DEFAULT,
            Self::IsSet => &problem::ROLE_IS_SET,
            Self::OfTeamSeats => &problem::ROLE_OF_TEAM_SEATS,
            Self::TeamSeat => &problem::ROLE_NEEDS_SEAT,
            Self::NotGivable => &problem::ROLE_NOT_GIVABLE,
            Self::IsSelf => &problem::IS_SELF,
            Self::Past => &problem::ROLE_EXPIRY_PAST,
            Self::BeginsTooLate => &problem::ROLE_BEGINS_LATE,
            Self::Draft(error) => error.problem(),
            Self::ChangedMeanwhile => &problem::CHANGED_MEANWHILE,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Draft(error) => error.values(),
            _ => Vec::new(),
        }
    }
}
