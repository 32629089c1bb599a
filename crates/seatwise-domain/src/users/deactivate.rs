//! Deactivating a leaver: no more access, the seat free at once, and his leads handed over, put aside or left.

use super::{User, UserState, ownership, sql, write};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authn;
use crate::authn::link::{self, Purpose};
use crate::authz::{AssignRecords, Caller, DeactivateUsers, Denied, Key, Level};
use crate::handover::{self, HandOver, Plan, PlanError, Receiver, Stages};
use crate::ids::{EventId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads as _, StoreError};
use crate::{mail, seats};

/// The three choices for a leaver's leads (N40).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandOverChoice {
    /// (a) To another person (N41).
    To(UserId),
    /// (b) To the unassigned leads (N42).
    Unassign,
    /// (c) Nothing now (N43).
    Later,
}

/// Whom to deactivate, and what becomes of his leads.
#[derive(Debug, Clone)]
pub struct Deactivate {
    /// The leaver.
    pub user: UserId,
    /// What becomes of his leads.
    pub hand_over: HandOverChoice,
    /// Which of them move; won, lost and cancelled stay unless asked otherwise (N45).
    pub stages: Stages,
    /// Why.
    pub reason: String,
    /// How many leads the person was told would move; another number refuses the act.
    pub expected: Option<u64>,
}

/// What a deactivation did.
#[derive(Debug, Clone)]
pub struct Deactivated {
    /// The leaver.
    pub user: User,
    /// The hand-over, unless the choice was later.
    pub hand_over: Option<HandOver>,
    /// How many sessions ended.
    pub sessions: u64,
    /// The line of the audit log.
    pub event: EventId,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum DeactivateError {
    /// Not allowed (J1).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// The owner is first replaced as owner (N59).
    #[error("the owner cannot be deactivated")]
    IsOwner,
    /// Another admin must do it (P23).
    #[error("nobody deactivates himself")]
    IsSelf,
    /// He is deactivated already.
    #[error("the user is deactivated already")]
    Already,
    /// Leads came or went since the person looked.
    #[error("{actual} leads would move, not {expected}")]
    Changed {
        /// What the person was told.
        expected: u64,
        /// What it would be now.
        actual: u64,
    },
    /// The heir cannot own leads (N46), or the plan is wrong otherwise.
    #[error(transparent)]
    HandOver(#[from] PlanError),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for DeactivateError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::IsOwner => &problem::IS_OWNER,
            Self::IsSelf => &problem::IS_SELF,
            Self::Already => &problem::ALREADY_DEACTIVATED,
            Self::Changed { .. } => &problem::CHANGED_MEANWHILE,
            Self::HandOver(error) => error.problem(),
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::HandOver(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

impl User {
    /// The same person without access, or why not.
    pub(super) fn deactivated(
        mut self,
        now: crate::clock::Timestamp,
    ) -> Result<Self, DeactivateError> {
        match self.state {
            UserState::Deactivated | UserState::Anonymised => return Err(DeactivateError::Already),
            _ if self.level == Level::Owner => return Err(DeactivateError::IsOwner),
            UserState::Invited | UserState::Pending | UserState::Active | UserState::Frozen => {}
        }
        self.state = UserState::Deactivated;
        self.deactivated_at = Some(now);
        self.link_expires_at = None;
        Ok(self)
    }
}

/// Deactivates: ends sessions, tokens and links, frees the seat at once (N35), and hands the leads over as
/// chosen. All in one transaction; only a very large hand-over goes on as a job. No lead is deleted (N39).
pub async fn deactivate(
    db: &Db,
    caller: &Caller,
    command: &Deactivate,
) -> Result<Deactivated, DeactivateError> {
    let scope = caller.scope::<DeactivateUsers>()?;
    let reason = Reason::read(&command.reason)?;
    if caller.user() == Some(command.user) {
        return Err(DeactivateError::IsSelf);
    }
    let mut tx = db.write().await?;
    let tenant = scope.tenant();
    let before = sql::lock(&mut tx, tenant, command.user)
        .await?
        .ok_or(DeactivateError::NoSuchUser)?;
    caller
        .touches(&mut tx, Key::DeactivateUsers, command.user)
        .await??;
    let user = before.clone().deactivated(tx.now())?;
    write::set_state(&mut tx, tenant, &before, &user).await?;
    seats::release(&mut tx, &scope, user.id).await?;
    let sessions = authn::end_all(&mut tx, &scope, user.id, true).await?;
    for purpose in [Purpose::Activate, Purpose::Reset] {
        link::revoke(&mut tx, tenant, &[user.id], purpose).await?;
    }
    for kind in ["activation", "password-reset", "ownership-offered"] {
        mail::cancel_of_users(&mut tx, &scope, &[user.id], kind).await?;
    }
    let offered = ownership::forget(&mut tx, tenant, user.id).await?;
    let event: EventId = tx.id();
    let receiver = match command.hand_over {
        HandOverChoice::To(heir) => Some(Receiver::User(heir)),
        HandOverChoice::Unassign => Some(Receiver::Unassigned),
        HandOverChoice::Later => None,
    };
    let mut line = Event::new(EventKind::UserDeactivated)
        .with_id(event)
        .on(SubjectKind::User, user.id, user.name.clone())
        .change("state", before.state.as_str(), user.state.as_str())
        .detail("sessions", sessions)
        .reason(&reason);
    if offered {
        line = line.detail("offer_withdrawn", true);
    }
    let mut hand_over = None;
    if let Some(to) = receiver {
        let records = caller.records::<AssignRecords>()?;
        let plan = Plan {
            from: user.id,
            to,
            stages: command.stages.clone(),
        };
        let begun = handover::begin(&mut tx, &records, &plan, event).await?;
        if let Some(expected) = command.expected
            && expected != begun.total
        {
            return Err(DeactivateError::Changed {
                expected,
                actual: begun.total,
            });
        }
        line = line
            .detail("hand_over", "begun")
            .detail("leads", begun.total)
            .detail("kept", begun.kept);
        hand_over = Some(begun);
    } else {
        line = line.detail("hand_over", "later");
    }
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(Deactivated {
        user,
        hand_over,
        sessions,
        event,
    })
}
