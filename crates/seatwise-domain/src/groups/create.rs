//! Making groups.

use super::list::Group;
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditGroups};
use crate::ids::GroupId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};
use crate::text::{NAME_MAX, TextError, line};

/// How many groups an account has at most.
pub const GROUPS_MAX: usize = 2_000;

/// A group to be made.
#[derive(Debug, Clone, Default)]
pub struct NewGroup {
    /// Its name.
    pub name: String,
    /// Below which one; none for the top.
    pub parent: Option<GroupId>,
    /// Whether its members see each other's leads; without a word as the group above, and at the top they do not.
    pub visible: Option<bool>,
    /// Why, in the person's words.
    pub reason: String,
}

/// Why a group was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateGroupError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// Another group has it.
    #[error("a group has this name already")]
    Taken,
    /// There is no such group to go below.
    #[error("there is no such group to go below")]
    ParentUnknown,
    /// Below another group its kind counts.
    #[error("the group above is of the other kind")]
    KindAbove,
    /// More than an account has.
    #[error("the account has {GROUPS_MAX} groups already")]
    TooMany,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CreateGroupError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Taken => &problem::GROUP_NAME_TAKEN,
            Self::ParentUnknown => &problem::GROUP_UNKNOWN,
            Self::KindAbove => &problem::GROUP_KIND_ABOVE,
            Self::TooMany => &problem::GROUPS_FULL,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Makes an ordinary group at the top.
pub async fn create(db: &Db, caller: &Caller, name: &str) -> Result<Group, CreateGroupError> {
    let new = NewGroup {
        name: name.to_owned(),
        ..NewGroup::default()
    };
    create_within(db, caller, &new).await
}

/// Makes a group. A visibility group, and any below another one, is made by those alone who see everything.
pub async fn create_within(
    db: &Db,
    caller: &Caller,
    new: &NewGroup,
) -> Result<Group, CreateGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    if new.parent.is_some() || new.visible == Some(true) {
        caller.may_widen()?;
    }
    let reason = Reason::read(&new.reason)?;
    let name = line(&new.name, NAME_MAX).map_err(CreateGroupError::Name)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    sql::lock_tree(&mut tx, tenant).await?;
    let tree = sql::tree(&mut tx, tenant).await?;
    let above = match new.parent {
        Some(parent) => Some(tree.find(parent).ok_or(CreateGroupError::ParentUnknown)?),
        None => None,
    };
    let kind = above.map(|above| above.visible);
    if kind.is_some() && new.visible.is_some() && kind != new.visible {
        return Err(CreateGroupError::KindAbove);
    }
    if tree.len() >= GROUPS_MAX {
        return Err(CreateGroupError::TooMany);
    }
    let group = Group {
        id: tx.id(),
        name,
        parent: new.parent,
        visible: kind.or(new.visible).unwrap_or_default(),
    };
    if !sql::insert(&mut tx, tenant, &group).await? {
        return Err(CreateGroupError::Taken);
    }
    let mut event = Event::new(EventKind::GroupCreated)
        .on(SubjectKind::Group, group.id, group.name.clone())
        .reason(&reason);
    let nothing: Option<String> = None;
    if let Some(above) = above {
        event = event.change("group_above", nothing.clone(), above.name.as_str());
    }
    if group.visible {
        event = event.change("group_kind", nothing, group.kind());
    }
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(group)
}
