//! Who belongs to a group.

use super::concerned::{by_rules, seers};
use super::list::Group;
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditGroups, Effect, Rehearsal, Scope};
use crate::ids::{GroupId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};

/// Why the members of a group were not changed.
#[derive(Debug, thiserror::Error)]
pub enum MembersError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such group, or no such person.
    #[error("there is no such group or person")]
    Unknown,
    /// Nobody is in two visibility groups.
    #[error("the person is in the visibility group {group} already")]
    Elsewhere {
        /// The person's name.
        person: String,
        /// The name of the group that the person is in.
        group: String,
    },
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for MembersError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::Elsewhere { .. } => &problem::VISIBILITY_GROUP_ALREADY,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Elsewhere { person, group } => {
                vec![("person", person.clone()), ("group", group.clone())]
            }
            _ => Vec::new(),
        }
    }
}

/// Takes somebody into a group. Who belongs to it already stays, and nothing is written.
pub async fn add_member(
    db: &Db,
    caller: &Caller,
    group: GroupId,
    user: UserId,
    reason: &str,
) -> Result<(), MembersError> {
    let (scope, reason) = (allowed(caller)?, Reason::read(reason)?);
    let mut tx = db.write().await?;
    let events = add_step(&mut tx, caller, group, user, &reason).await?;
    if !events.is_empty() {
        tx.commit(Audit::all(&scope, events)).await?;
    }
    Ok(())
}

/// Step: takes somebody in without the commit; nothing for who belongs to it already.
pub(crate) async fn add_step(
    tx: &mut WriteTx,
    caller: &Caller,
    group: GroupId,
    user: UserId,
    reason: &Reason,
) -> Result<Vec<Event>, MembersError> {
    let scope = allowed(caller)?;
    let before = places(tx, &scope, group, user).await?;
    if !sql::insert_member(tx, scope.tenant(), group, user).await? {
        // Asked again, since somebody else may have been faster.
        let now = sql::of_user(tx, scope.tenant(), user).await?;
        let elsewhere = now.iter().find(|own| own.visible);
        return match elsewhere {
            Some(own) if now.iter().all(|own| own.id != group) => Err(MembersError::Elsewhere {
                person: before.person,
                group: own.name.clone(),
            }),
            _ => Ok(Vec::new()),
        };
    }
    told(tx, &scope, before, "added", reason).await
}

/// Takes somebody out of a group.
pub async fn remove_member(
    db: &Db,
    caller: &Caller,
    group: GroupId,
    user: UserId,
    reason: &str,
) -> Result<(), MembersError> {
    let (scope, reason) = (allowed(caller)?, Reason::read(reason)?);
    let mut tx = db.write().await?;
    let events = remove_step(&mut tx, caller, group, user, &reason).await?;
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(())
}

/// Step: takes somebody out without the commit.
pub(crate) async fn remove_step(
    tx: &mut WriteTx,
    caller: &Caller,
    group: GroupId,
    user: UserId,
    reason: &Reason,
) -> Result<Vec<Event>, MembersError> {
    let scope = allowed(caller)?;
    let before = places(tx, &scope, group, user).await?;
    if !sql::remove_member(tx, scope.tenant(), group, user).await? {
        return Err(MembersError::Unknown);
    }
    told(tx, &scope, before, "removed", reason).await
}

/// What becomes of a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// It begins.
    Joins,
    /// It ends.
    Leaves,
}

/// What it would do that somebody joins or leaves a group, person by person (D7). Nothing is written, and what would be
/// refused is refused.
pub async fn foretell_member(
    db: &Db,
    caller: &Caller,
    group: GroupId,
    user: UserId,
    becomes: Membership,
) -> Result<Effect, MembersError> {
    let tenant = allowed(caller)?.tenant();
    let mut tx = db.write().await?;
    let mut people = vec![user];
    people.extend(seers(&mut tx, tenant, &[group]).await?);
    people.extend(by_rules(&mut tx, tenant).await?);
    let rehearsal = Rehearsal::of(&mut tx, tenant, people).await?;
    let reason = Reason::default();
    match becomes {
        Membership::Joins => add_step(&mut tx, caller, group, user, &reason).await?,
        Membership::Leaves => remove_step(&mut tx, caller, group, user, &reason).await?,
    };
    Ok(rehearsal.end(&mut tx).await?)
}

fn allowed(caller: &Caller) -> Result<Scope<EditGroups>, MembersError> {
    let scope = caller.scope::<EditGroups>()?;
    caller.may_widen()?;
    Ok(scope)
}

struct Before {
    group: Group,
    user: UserId,
    person: String,
    groups: Vec<Group>,
}

async fn places(
    tx: &mut WriteTx,
    scope: &Scope<EditGroups>,
    group: GroupId,
    user: UserId,
) -> Result<Before, MembersError> {
    let tenant = scope.tenant();
    let group = sql::lock(tx, tenant, group).await?;
    let group = group.ok_or(MembersError::Unknown)?;
    let person = sql::person(tx, tenant, user).await?;
    Ok(Before {
        group,
        user,
        person: person.ok_or(MembersError::Unknown)?,
        groups: sql::of_user(tx, tenant, user).await?,
    })
}

/// The log says it of the group and of the person, so that his own history shows it (J16).
async fn told(
    tx: &mut WriteTx,
    scope: &Scope<EditGroups>,
    before: Before,
    what: &str,
    reason: &Reason,
) -> Result<Vec<Event>, MembersError> {
    let names = |groups: &[Group]| -> Vec<String> {
        groups.iter().map(|group| group.name.clone()).collect()
    };
    let after = sql::of_user(tx, scope.tenant(), before.user).await?;
    let of_group = Event::new(EventKind::GroupMembersChanged)
        .on(SubjectKind::Group, before.group.id, before.group.name)
        .detail(what, vec![before.user.to_string()])
        .reason(reason);
    let of_person = Event::new(EventKind::GroupsChanged)
        .on(SubjectKind::User, before.user, before.person)
        .change("groups", names(&before.groups), names(&after))
        .reason(reason);
    Ok(vec![of_group, of_person])
}
