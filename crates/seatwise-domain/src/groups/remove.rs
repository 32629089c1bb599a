//! Removing a group: first what ends with it, then the removal.

use super::list::Group;
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditGroups, Party, Scope};
use crate::ids::GroupId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::sharing::{self, Uses};
use crate::store::{Db, Reads, StoreError};

/// What ends with a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The group.
    pub group: Group,
    /// How many belong to it.
    pub members: u64,
    /// What it stands for in sharing.
    pub uses: Uses,
}

/// Why a group stays.
#[derive(Debug, thiserror::Error)]
pub enum RemoveGroupError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such group.
    #[error("there is no such group")]
    Unknown,
    /// Leads are shared with it or rules name it, and nobody said that this may end.
    #[error("the group is used by {} shares and {} rules", .0.uses.shares, .0.uses.rules)]
    InUse(Box<Removal>),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RemoveGroupError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::InUse(_) => &problem::GROUP_IN_USE,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::InUse(removal) => vec![
                ("shares", removal.uses.shares.to_string()),
                ("rules", removal.uses.rules.to_string()),
                ("people", removal.uses.people.to_string()),
            ],
            _ => Vec::new(),
        }
    }
}

/// What would end with a group.
pub async fn preview(
    tx: &mut impl Reads,
    scope: &Scope<EditGroups>,
    group: GroupId,
) -> Result<Option<Removal>, StoreError> {
    let Some(name) = sql::name(tx, scope.tenant(), group).await? else {
        return Ok(None);
    };
    Ok(Some(Removal {
        group: Group { id: group, name },
        members: sql::count_members(tx, scope.tenant(), group).await?,
        uses: sharing::uses(tx, scope, Party::Group(group)).await?,
    }))
}

/// Whether a group goes although it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfUsed {
    /// It stays, and the error tells what it is used for.
    Refuse,
    /// The shares and rules end with it.
    EndThem,
}

/// Removes a group with its members, shares and rules.
pub async fn remove(
    db: &Db,
    caller: &Caller,
    group: GroupId,
    if_used: IfUsed,
    reason: &str,
) -> Result<Removal, RemoveGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    caller.may_widen()?;
    let reason = Reason::read(reason)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    if sql::lock_to_remove(&mut tx, tenant, group).await?.is_none() {
        return Err(RemoveGroupError::Unknown);
    }
    let removal = preview(&mut tx, &scope, group).await?;
    let removal = removal.ok_or(RemoveGroupError::Unknown)?;
    if !removal.uses.is_none() && if_used == IfUsed::Refuse {
        return Err(RemoveGroupError::InUse(Box::new(removal)));
    }
    sharing::forget(&mut tx, scope.tenant(), Party::Group(group)).await?;
    sql::remove(&mut tx, tenant, group).await?;
    let event = Event::new(EventKind::GroupRemoved)
        .on(SubjectKind::Group, group, removal.group.name.clone())
        .detail("members", removal.members)
        .detail("shares", removal.uses.shares)
        .detail("rules", removal.uses.rules)
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(removal)
}
