//! Hand-overs: many leads change hands in one act that can be seen, finished after a kill, and undone.

mod assign;
mod begin;
mod kept;
mod manage;
mod preview;
mod resume;
mod run;
mod show;
mod sql;
mod undo;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::ids::{EventId, RecordId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records::{LeadFilter, Person, Refusal, StageKey};
use crate::store::{FromRow, Reader, StoreError};

pub use assign::{Assign, AssignError, Which, assign};
pub use begin::begin;
pub(crate) use begin::{check, finish};
pub use kept::{Kept, KeptBecause, kept};
pub(crate) use manage::made;
pub use manage::{HandOverCommand, ManageError, manage};
pub use preview::{Preview, StageEffect, preview};
pub use resume::{has_stopped, resume};
pub use run::Run;
pub use show::{list_of_leaver, show};
pub use undo::{UndoError, Undoable, undo};
pub(crate) use undo::{may_take_back, undo_step};

/// A hand-over is undone for so many days (D2).
pub const UNDO_DAYS: i64 = 30;
/// Leads that are moved in one transaction; what is beyond goes on as a job.
pub const BATCH: u32 = 2_000;

/// Who gets the leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Receiver {
    /// A person (N41).
    User(UserId),
    /// Nobody: the leads wait in the unassigned inbox (N42).
    Unassigned,
}

impl Receiver {
    /// The owner that the leads get.
    pub fn user(self) -> Option<UserId> {
        match self {
            Self::User(user) => Some(user),
            Self::Unassigned => None,
        }
    }
}

/// Which of somebody's leads move, by their stage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stages {
    /// Those in open stages; won, lost and cancelled ones stay with the leaver, and so do the figures
    /// (N45). This is what the product recommends.
    #[default]
    Open,
    /// All.
    All,
    /// Those in these stages.
    These(Vec<StageKey>),
}

/// What is to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Whose leads.
    pub from: UserId,
    /// Who gets them.
    pub to: Receiver,
    /// Which of them.
    pub stages: Stages,
}

/// Why a hand-over does not begin.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The receiver is the leaver.
    #[error("the receiver is the person who hands over")]
    ToLeaver,
    /// The receiver may not own leads.
    #[error(transparent)]
    Receiver(#[from] Refusal),
    /// A stage does not exist in this account.
    #[error("there is no such stage")]
    StageUnknown,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for PlanError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::ToLeaver => &problem::HEIR_IS_LEAVER,
            Self::Receiver(refusal) => refusal.problem(),
            Self::StageUnknown => &problem::STAGE_UNKNOWN,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Whether it moved leads to somebody or took that back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Leads went to a receiver.
    HandOver,
    /// Leads went back to their former owners.
    Undo,
}

/// How a hand-over stands: what is not done is never shown as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A job is at it.
    Running,
    /// Everything that was to move has moved.
    Done,
}

/// A hand-over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Its id; also the line of the audit log that began it.
    pub id: EventId,
    /// Whether it is an undo.
    pub kind: Kind,
    /// Whose leads; none if they had several owners.
    pub from: Option<Person>,
    /// Who got them; none for the unassigned inbox. For an undo: who had got them.
    pub to: Option<Person>,
    /// How it stands.
    pub state: State,
    /// How many leads were to move.
    pub total: u64,
    /// How many have moved.
    pub moved: u64,
    /// How many stay: left out by their stage, or, for an undo, because they were touched.
    pub kept: u64,
    /// The hand-over that it takes back.
    pub undo_of: Option<EventId>,
    /// The undo that took it back.
    pub undone_by: Option<EventId>,
    /// Until when it can be undone.
    pub undo_until: Timestamp,
    /// Who did it.
    pub created_by: Option<Person>,
    /// When.
    pub created_at: Timestamp,
    /// When the last lead had moved.
    pub finished_at: Option<Timestamp>,
    pub(crate) plan: Walk,
}

/// How the leads are found again when a job goes on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Walk {
    /// What a hand-over looks for; an undo follows the history instead.
    pub(crate) filter: Option<LeadFilter>,
    /// Named leads; few enough to be moved at once, so that no job ever looks for them.
    #[serde(skip)]
    pub(crate) these: Option<Vec<RecordId>>,
    /// The last lead that was looked at.
    #[serde(skip)]
    pub(crate) done_to: Option<RecordId>,
    /// The last lead of the walk.
    #[serde(skip)]
    pub(crate) until: Option<RecordId>,
}

impl FromRow for HandOver {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let mut plan: Walk = row.json_as()?;
        plan.done_to = row.id_opt()?;
        plan.until = row.id_opt()?;
        Ok(Self {
            plan,
            id: row.id()?,
            kind: if row.text()? == "undo" {
                Kind::Undo
            } else {
                Kind::HandOver
            },
            from: Person::read(row)?,
            to: Person::read(row)?,
            state: if row.text()? == "running" {
                State::Running
            } else {
                State::Done
            },
            total: row.count()?,
            moved: row.count()?,
            kept: row.count()?,
            undo_of: row.id_opt()?,
            undone_by: row.id_opt()?,
            undo_until: row.at()?,
            created_by: Person::read(row)?,
            created_at: row.at()?,
            finished_at: row.at_opt()?,
        })
    }
}
