//! Removing a group: first what ends with it, then the removal.

use super::concerned::concerned;
use super::list::Group;
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditGroups, Effect, Party, Rehearsal, Scope};
use crate::ids::GroupId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::sharing::{self, Uses};
use crate::store::{Db, Reads, StoreError, WriteTx};

/// What ends with a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The group.
    pub group: Group,
    /// How many belong to it.
    pub members: u64,
    /// The name of the group above, to which those below move up; none at the top.
    pub up_to: Option<String>,
    /// How many groups stand directly below it.
    pub children: u64,
    /// What it stands for in sharing.
    pub uses: Uses,
}

impl Removal {
    /// How many people see each other's leads because of it.
    pub const fn seeing(&self) -> u64 {
        if self.group.visible { self.members } else { 0 }
    }

    /// True when nobody sees less without it.
    pub const fn is_unused(&self) -> bool {
        self.uses.is_none() && self.seeing() == 0
    }
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
    /// Leads are shared with it, rules name it or its members see each other's leads, and nobody said that this may end.
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
                ("seeing", removal.seeing().to_string()),
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
    let tree = sql::tree(tx, scope.tenant()).await?;
    let Some(found) = tree.find(group) else {
        return Ok(None);
    };
    let above = found.parent.and_then(|parent| tree.find(parent));
    Ok(Some(Removal {
        group: found.clone(),
        members: sql::count_members(tx, scope.tenant(), group).await?,
        up_to: above.map(|above| above.name.clone()),
        children: tree.children(group),
        uses: sharing::uses(tx, scope, Party::Group(group)).await?,
    }))
}

/// Whether a group goes although it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfUsed {
    /// It stays, and the error tells what it is used for.
    Refuse,
    /// The shares, the rules and the sight of each other's leads end with it.
    EndThem,
}

/// Removes a group with its members, shares and rules. Those below it move up to the group above, whose members go on
/// seeing what theirs own.
pub async fn remove(
    db: &Db,
    caller: &Caller,
    group: GroupId,
    if_used: IfUsed,
    reason: &str,
) -> Result<Removal, RemoveGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let removal = step(&mut tx, caller, group, if_used).await?;
    let event = Event::new(EventKind::GroupRemoved)
        .on(SubjectKind::Group, group, removal.group.name.clone())
        .detail("members", removal.members)
        .detail("shares", removal.uses.shares)
        .detail("rules", removal.uses.rules)
        .detail("groups_below", removal.children)
        .reason(&reason);
    let event = match &removal.up_to {
        Some(above) => event.detail("up_to", above.as_str()),
        None => event,
    };
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(removal)
}

/// What a removal would do, person by person (D7). Nothing is written, and what would be refused is refused.
pub async fn foretell_removal(
    db: &Db,
    caller: &Caller,
    group: GroupId,
) -> Result<(Removal, Effect), RemoveGroupError> {
    let tenant = caller.scope::<EditGroups>()?.tenant();
    let mut tx = db.write().await?;
    let people = concerned(&mut tx, tenant, group, None).await?;
    let rehearsal = Rehearsal::of(&mut tx, tenant, people).await?;
    let removal = step(&mut tx, caller, group, IfUsed::EndThem).await?;
    let effect = rehearsal.end(&mut tx).await?;
    Ok((removal, effect))
}

async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    group: GroupId,
    if_used: IfUsed,
) -> Result<Removal, RemoveGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    caller.may_widen()?;
    let tenant = scope.tenant();
    sql::lock_tree(tx, tenant).await?;
    if !sql::lock_to_remove(tx, tenant, group).await? {
        return Err(RemoveGroupError::Unknown);
    }
    let removal = preview(tx, &scope, group).await?;
    let removal = removal.ok_or(RemoveGroupError::Unknown)?;
    if !removal.is_unused() && if_used == IfUsed::Refuse {
        return Err(RemoveGroupError::InUse(Box::new(removal)));
    }
    sharing::forget(tx, tenant, Party::Group(group)).await?;
    sql::remove(tx, tenant, &removal.group).await?;
    Ok(removal)
}
