//! What a move consists of, and why it is not done.

use crate::audit::ReasonTooLong;
use crate::authz::Denied;
use crate::groups;
use crate::ids::{GroupId, PositionId, TeamId, UserId};
use crate::positions::HoldError;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::roles::{RoleError, RoleKey};
use crate::store::StoreError;
use crate::teams;

/// Where somebody goes, and what he gives up. What is not named stays.
#[derive(Debug, Clone, Default)]
pub struct Move {
    /// The teams that he joins, and whether he leads them.
    pub join: Vec<(TeamId, bool)>,
    /// The teams that he leaves; one that he also joins he does not leave.
    pub leave: Vec<TeamId>,
    /// The position that he holds from then on; `Some(None)` for none.
    pub position: Option<Option<PositionId>>,
    /// Roles and permission sets that he gives up.
    pub give_up: Vec<RoleKey>,
    /// The groups that he leaves.
    pub leave_groups: Vec<GroupId>,
    /// Why.
    pub reason: String,
}

impl Move {
    /// A step into one team.
    pub fn into_team(team: TeamId, leads: bool) -> Self {
        Self {
            join: vec![(team, leads)],
            ..Self::default()
        }
    }

    /// A step out of one team.
    pub fn out_of_team(team: TeamId) -> Self {
        Self {
            leave: vec![team],
            ..Self::default()
        }
    }

    /// Another position, or none.
    pub fn onto(position: Option<PositionId>) -> Self {
        Self {
            position: Some(position),
            ..Self::default()
        }
    }

    /// The teams that it touches.
    pub(super) fn teams(&self) -> Vec<TeamId> {
        let joined = self.join.iter().map(|(team, _)| *team);
        joined.chain(self.leave.iter().copied()).collect()
    }

    /// The teams that he really leaves.
    pub(super) fn left(&self) -> impl Iterator<Item = TeamId> {
        let joins = |team: &TeamId| self.join.iter().any(|(joined, _)| joined == team);
        self.leave.iter().copied().filter(move |team| !joins(team))
    }

    /// True when it asks for nothing.
    pub fn is_nothing(&self) -> bool {
        self.join.is_empty()
            && self.leave.is_empty()
            && self.position.is_none()
            && self.give_up.is_empty()
            && self.leave_groups.is_empty()
    }
}

/// Why nobody moved.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    Unknown(UserId),
    /// It asks for nothing.
    #[error("the move changes nothing")]
    Nothing,
    /// A team refused.
    #[error(transparent)]
    Team(#[from] teams::MembersError),
    /// A group refused.
    #[error(transparent)]
    Group(#[from] groups::MembersError),
    /// The position refused.
    #[error(transparent)]
    Position(#[from] HoldError),
    /// A role refused.
    #[error(transparent)]
    Role(#[from] RoleError),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl MoveError {
    fn cause(&self) -> Option<&dyn ToProblem> {
        match self {
            Self::Denied(error) => Some(error),
            Self::Team(error) => Some(error),
            Self::Group(error) => Some(error),
            Self::Position(error) => Some(error),
            Self::Role(error) => Some(error),
            Self::Reason(error) => Some(error),
            Self::Store(error) => Some(error),
            Self::Unknown(_) | Self::Nothing => None,
        }
    }
}

impl ToProblem for MoveError {
    fn problem(&self) -> &'static ProblemKind {
        match self.cause() {
            Some(cause) => cause.problem(),
            None if matches!(self, Self::Nothing) => &problem::MOVE_NOTHING,
            None => &problem::NOT_FOUND,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.cause().map(ToProblem::values).unwrap_or_default()
    }
}
