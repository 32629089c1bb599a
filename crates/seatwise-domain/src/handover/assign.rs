//! Giving leads to somebody, one or many, from any list: undoable like every hand-over (P7).

use super::begin::{check_receiver, plan_json, start};
use super::manage::line;
use super::sql::Beginning;
use super::{HandOver, Kind, PlanError, Receiver, Walk};
use crate::audit::{Audit, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{AssignRecords, Caller, Denied, RecordScope};
use crate::ids::{EventId, RecordId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records::{self, Context, Lead, LeadFilter, OwnerFilter, Picked};
use crate::store::{Db, StoreError, WriteTx};

/// Named leads in one act.
pub const IDS_MAX: usize = 500;

/// Which leads.
#[derive(Debug, Clone)]
pub enum Which {
    /// These, 500 at most.
    These(Vec<RecordId>),
    /// All that a filter finds.
    All {
        /// The filter.
        filter: LeadFilter,
        /// How many the person was told would change their owner; another number refuses the act.
        expected: u64,
    },
}

/// Who gets which leads.
#[derive(Debug, Clone)]
pub struct Assign {
    /// Which leads.
    pub which: Which,
    /// Who gets them.
    pub to: Receiver,
    /// Why, in the person's words.
    pub reason: String,
}

/// Why nothing was assigned.
#[derive(Debug, thiserror::Error)]
pub enum AssignError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// One of the named leads is not within reach.
    #[error("there is no such lead")]
    NoSuchLead,
    /// More named leads than one act takes.
    #[error("more than 500 leads were named")]
    TooMany,
    /// Leads came or went since the person looked.
    #[error("{actual} leads would change their owner, not {expected}")]
    Changed {
        /// What the person was told.
        expected: u64,
        /// What it would be now.
        actual: u64,
    },
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The receiver may not own leads.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for AssignError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchLead => &problem::NOT_FOUND,
            Self::TooMany => &problem::TOO_LARGE,
            Self::Changed { .. } => &problem::CHANGED_MEANWHILE,
            Self::Reason(error) => error.problem(),
            Self::Plan(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Assigns leads. Those that the receiver owns already stay as they are. Leads are picked one by one here, so
/// that somebody who is pending gets none unless the account says so (K15).
pub async fn assign(db: &Db, caller: &Caller, command: &Assign) -> Result<HandOver, AssignError> {
    let scope = caller.records::<AssignRecords>()?;
    let reason = Reason::read(&command.reason)?;
    let mut tx = db.write().await?;
    check_receiver(&mut tx, &scope, command.to, Context::Picker).await?;
    let walk = walk(&mut tx, &scope, &command.which).await?;
    let single = single(&mut tx, &scope, &walk).await?;
    let to = command.to.user();
    let (total, until) = records::picked_until(&mut tx, &scope, walk.picked()?, to).await?;
    if let Which::All { expected, .. } = command.which
        && expected != total
    {
        return Err(AssignError::Changed {
            expected,
            actual: total,
        });
    }
    let from = walk.filter.as_ref().and_then(|filter| match filter.owner {
        OwnerFilter::User(user) => Some(user),
        _ => None,
    });
    let begins = Beginning {
        id: tx.id(),
        kind: Kind::HandOver,
        from,
        to,
        plan: plan_json(&walk)?,
        total,
        kept: 0,
        until,
        undo_of: None,
    };
    let event: EventId = begins.id;
    let hand_over = start(&mut tx, &scope, begins, walk).await?;
    let mut line = line(EventKind::LeadsAssigned, &hand_over, &reason);
    debug_assert_eq!(event, hand_over.id, "a hand-over has the id of its line");
    if let Some(lead) = single {
        let before = lead.row.owner.map(|owner| owner.name);
        let after = hand_over.to.as_ref().map(|person| person.name.clone());
        line =
            line.change("owner", before, after)
                .on(SubjectKind::Lead, lead.row.id, lead.row.title);
    } else if let Some(from) = &hand_over.from {
        line = line.on(SubjectKind::User, from.id, from.name.clone());
    }
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(hand_over)
}

async fn walk(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    which: &Which,
) -> Result<Walk, AssignError> {
    match which {
        Which::All { filter, .. } => Ok(Walk {
            filter: Some(filter.settled(scope.user())),
            ..Walk::default()
        }),
        Which::These(ids) => {
            let mut ids = ids.clone();
            ids.sort_unstable();
            ids.dedup();
            if ids.len() > IDS_MAX {
                return Err(AssignError::TooMany);
            }
            if records::existing(tx, scope, &ids).await? != ids.len() as u64 {
                return Err(AssignError::NoSuchLead);
            }
            Ok(Walk {
                these: Some(ids),
                ..Walk::default()
            })
        }
    }
}

async fn single(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    walk: &Walk,
) -> Result<Option<Lead>, StoreError> {
    match walk.these.as_deref() {
        Some([id]) => records::find(tx, scope, *id).await,
        _ => Ok(None),
    }
}

impl Walk {
    /// The leads that the walk passes.
    pub(super) fn picked(&self) -> Result<Picked<'_>, StoreError> {
        match (&self.these, &self.filter) {
            (Some(ids), _) => Ok(Picked::These(ids)),
            (None, Some(filter)) => Ok(Picked::Filter(filter)),
            (None, None) => Err(StoreError::fault("a hand-over that looks for nothing")),
        }
    }
}
