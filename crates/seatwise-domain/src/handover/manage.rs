//! "Manage their leads": handing over what a person owns, apart from a deactivation (N44).

use super::{HandOver, Plan, PlanError, Receiver, Stages, begin, sql};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{AssignRecords, Caller, Denied};
use crate::ids::{EventId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};

/// What is to be handed over, and why.
#[derive(Debug, Clone)]
pub struct HandOverCommand {
    /// Whose leads.
    pub from: UserId,
    /// Who gets them.
    pub to: Receiver,
    /// Which of them.
    pub stages: Stages,
    /// Why, in the person's words.
    pub reason: String,
    /// How many the person was told would move; another number refuses the act.
    pub expected: Option<u64>,
}

/// Why nothing was handed over.
#[derive(Debug, thiserror::Error)]
pub enum ManageError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person in the account.
    #[error("there is no such user")]
    NoSuchUser,
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
    /// The plan does not work.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ManageError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::Changed { .. } => &problem::CHANGED_MEANWHILE,
            Self::Reason(error) => error.problem(),
            Self::Plan(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Hands over the leads of a person, whatever state the person is in.
pub async fn manage(
    db: &Db,
    caller: &Caller,
    command: &HandOverCommand,
) -> Result<HandOver, ManageError> {
    let scope = caller.records::<AssignRecords>()?;
    let reason = Reason::read(&command.reason)?;
    let mut tx = db.write().await?;
    let from = sql::person(&mut tx, &scope, command.from).await?;
    let (_, name) = from.ok_or(ManageError::NoSuchUser)?;
    let plan = Plan {
        from: command.from,
        to: command.to,
        stages: command.stages.clone(),
    };
    let event: EventId = tx.id();
    let hand_over = begin(&mut tx, &scope, &plan, event).await?;
    let planned = hand_over.total;
    if let Some(expected) = command.expected
        && expected != planned
    {
        return Err(ManageError::Changed {
            expected,
            actual: planned,
        });
    }
    let line = made(&hand_over, (command.from, name), &reason);
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(hand_over)
}

/// The line of the audit log for leads that somebody hands over.
pub(crate) fn made(hand_over: &HandOver, from: (UserId, String), reason: &Reason) -> Event {
    line(EventKind::HandedOver, hand_over, reason).on(SubjectKind::User, from.0, from.1)
}

/// The line of the audit log for a hand-over, without its subject.
pub(super) fn line(kind: EventKind, hand_over: &HandOver, reason: &Reason) -> Event {
    let to = hand_over.to.as_ref();
    Event::new(kind)
        .with_id(hand_over.id)
        .detail("to", to.map(|person| person.name.clone()))
        .detail("to_id", to.map(|person| person.id.to_string()))
        .detail("leads", hand_over.total)
        .detail("kept", hand_over.kept)
        .reason(reason)
}
