//! What a move consists of, and why it is not done.

use crate::audit::ReasonTooLong;
use crate::authz::Denied;
use crate::groups;
use crate::handover::{Plan, PlanError, Receiver, Stages};
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
    /// Who gets the leads that he held so far; they stay with him without (P61).
    pub hand_on: Option<HandOn>,
    /// Why.
    pub reason: String,
}

/// Who gets the leads of somebody who moves, and which of them.
#[derive(Debug, Clone)]
pub struct HandOn {
    /// Who gets them.
    pub to: Receiver,
    /// Which of them; won, lost and cancelled ones stay unless asked otherwise (N45).
    pub stages: Stages,
    /// How many leads were announced to move; another number refuses the whole move.
    pub expected: Option<u64>,
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

    /// What is to be handed over, if anything is.
    pub(super) fn plan(&self, user: UserId) -> Option<Plan> {
        self.hand_on.as_ref().map(|hand_on| Plan {
            from: user,
            to: hand_on.to,
            stages: hand_on.stages.clone(),
        })
    }

    /// True when it asks for nothing. Leads alone are handed over without a move.
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
    /// Nobody gets the leads: the receiver may not own them, or the plan is wrong otherwise.
    #[error(transparent)]
    HandOver(#[from] PlanError),
    /// Leads came or went since the person looked.
    #[error("{actual} leads would move, not {expected}")]
    Changed {
        /// What the person was told.
        expected: u64,
        /// What it would be now.
        actual: u64,
    },
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
            Self::HandOver(error) => Some(error),
            Self::Reason(error) => Some(error),
            Self::Store(error) => Some(error),
            Self::Unknown(_) | Self::Nothing | Self::Changed { .. } => None,
        }
    }
}

impl ToProblem for MoveError {
    fn problem(&self) -> &'static ProblemKind {
        match (self, self.cause()) {
            (_, Some(cause)) => cause.problem(),
            (Self::Nothing, None) => &problem::MOVE_NOTHING,
            (Self::Changed { .. }, None) => &problem::CHANGED_MEANWHILE,
            (_, None) => &problem::NOT_FOUND,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.cause().map(ToProblem::values).unwrap_or_default()
    }
}
