//! Making groups and giving them another name.

use super::list::Group;
use super::sql;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditGroups};
use crate::ids::GroupId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};
use crate::text::{NAME_MAX, TextError, line};

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
            Self::Store(error) => error.problem(),
        }
    }
}

/// Makes a group.
pub async fn create(db: &Db, caller: &Caller, name: &str) -> Result<Group, CreateGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    let name = line(name, NAME_MAX).map_err(CreateGroupError::Name)?;
    let mut tx = db.write().await?;
    let group = Group { id: tx.id(), name };
    if !sql::insert(&mut tx, scope.tenant(), &group).await? {
        return Err(CreateGroupError::Taken);
    }
    let event =
        Event::new(EventKind::GroupCreated).on(SubjectKind::Group, group.id, group.name.clone());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(group)
}

/// Why a group keeps its name.
#[derive(Debug, thiserror::Error)]
pub enum RenameGroupError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such group.
    #[error("there is no such group")]
    Unknown,
    /// Empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// Another group has it.
    #[error("a group has this name already")]
    Taken,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RenameGroupError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Taken => &problem::GROUP_NAME_TAKEN,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Gives a group another name; another spelling of its own one counts as another.
pub async fn rename(
    db: &Db,
    caller: &Caller,
    group: GroupId,
    name: &str,
) -> Result<Group, RenameGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    let name = line(name, NAME_MAX).map_err(RenameGroupError::Name)?;
    let mut tx = db.write().await?;
    let before = sql::name(&mut tx, scope.tenant(), group)
        .await?
        .ok_or(RenameGroupError::Unknown)?;
    let group = Group { id: group, name };
    if before == group.name {
        return Ok(group);
    }
    let holder = sql::named(&mut tx, scope.tenant(), &group.name).await?;
    if holder.is_some_and(|holder| holder != group.id) {
        return Err(RenameGroupError::Taken);
    }
    sql::rename(&mut tx, scope.tenant(), &group).await?;
    let event = Event::new(EventKind::GroupRenamed)
        .on(SubjectKind::Group, group.id, group.name.clone())
        .change("name", before, group.name.as_str());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(group)
}
