//! Who belongs to a team, and who leads it.

use std::collections::HashMap;

use super::list::Membership;
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditTeams};
use crate::ids::{TeamId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};

/// Why the members of a team were not changed.
#[derive(Debug, thiserror::Error)]
pub enum MembersError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such team, or no such person.
    #[error("there is no such team or person")]
    Unknown,
    /// Whoever has left leads no team.
    #[error("a deactivated user leads no team")]
    LeaderGone,
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
            Self::LeaderGone => &problem::LEADER_GONE,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Adds people to a team, or changes whether they lead it. The log says it of the team and of each person
/// for whom something changed, so that his own history shows it (J16).
pub async fn add_members(
    db: &Db,
    caller: &Caller,
    team: TeamId,
    users: &[UserId],
    manager: bool,
    reason: &str,
) -> Result<(), MembersError> {
    let scope = caller.scope::<EditTeams>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let events = add_step(&mut tx, caller, (team, manager), users, &reason).await?;
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(())
}

/// Step: adds without the commit. `manager` says whether they lead it.
pub(crate) async fn add_step(
    tx: &mut WriteTx,
    caller: &Caller,
    (team, manager): (TeamId, bool),
    users: &[UserId],
    reason: &Reason,
) -> Result<Vec<Event>, MembersError> {
    let scope = caller.scope::<EditTeams>()?;
    caller.may_widen()?;
    let tenant = scope.tenant();
    let name = sql::name(tx, tenant, team)
        .await?
        .ok_or(MembersError::Unknown)?;
    let people = sql::joining(tx, tenant, users).await?;
    if people.len() != users.len() {
        return Err(MembersError::Unknown);
    }
    caller.may_regroup(tx, team, users).await??;
    if manager {
        caller.may_make_managers()?;
    }
    if manager && sql::any_gone(tx, tenant, users).await? {
        return Err(MembersError::LeaderGone);
    }
    let before = sql::of_users(tx, tenant, users).await?;
    let rows: Vec<_> = users.iter().map(|user| (team, *user, manager)).collect();
    sql::insert_members(tx, tenant, &rows).await?;
    let event = Event::new(EventKind::TeamMembersChanged)
        .on(SubjectKind::Team, team, name)
        .detail(
            "added",
            users.iter().map(ToString::to_string).collect::<Vec<_>>(),
        )
        .detail("manager", manager)
        .reason(reason);
    let mut events = vec![event];
    let after = sql::of_users(tx, tenant, users).await?;
    for (user, person) in people {
        events.extend(moved(user, person, (&before, &after), reason));
    }
    Ok(events)
}

/// Takes a person out of a team. The log says it of the team and of the person.
pub async fn remove_member(
    db: &Db,
    caller: &Caller,
    team: TeamId,
    user: UserId,
    reason: &str,
) -> Result<(), MembersError> {
    let scope = caller.scope::<EditTeams>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let events = remove_step(&mut tx, caller, team, user, &reason).await?;
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(())
}

/// Step: takes somebody out without the commit.
pub(crate) async fn remove_step(
    tx: &mut WriteTx,
    caller: &Caller,
    team: TeamId,
    user: UserId,
    reason: &Reason,
) -> Result<Vec<Event>, MembersError> {
    let scope = caller.scope::<EditTeams>()?;
    caller.may_widen()?;
    let tenant = scope.tenant();
    let name = sql::name(tx, tenant, team)
        .await?
        .ok_or(MembersError::Unknown)?;
    let before = sql::of_users(tx, tenant, &[user]).await?;
    caller.may_regroup(tx, team, &[user]).await??;
    if !sql::remove_member(tx, tenant, team, user).await? {
        return Err(MembersError::Unknown);
    }
    caller.may_regroup(tx, team, &[user]).await??;
    let event = Event::new(EventKind::TeamMembersChanged)
        .on(SubjectKind::Team, team, name)
        .detail("removed", user.to_string())
        .reason(reason);
    let mut events = vec![event];
    let after = sql::of_users(tx, tenant, &[user]).await?;
    for (user, person) in sql::user_names(tx, tenant, &[user]).await? {
        events.extend(moved(user, person, (&before, &after), reason));
    }
    Ok(events)
}

type Places = HashMap<UserId, Vec<Membership>>;

/// The line for the person's own history: his teams before and after, and which of them he leads.
fn moved(
    user: UserId,
    name: String,
    (before, after): (&Places, &Places),
    reason: &Reason,
) -> Option<Event> {
    let names = |places: &Places, led: bool| -> Vec<String> {
        let places = places.get(&user).map(Vec::as_slice).unwrap_or_default();
        places
            .iter()
            .filter(|place| place.manager || !led)
            .map(|place| place.team.name.clone())
            .collect()
    };
    let mut event = Event::new(EventKind::TeamsChanged)
        .on(SubjectKind::User, user, name)
        .reason(reason);
    for (field, led) in [("teams", false), ("teams_led", true)] {
        let (before, after) = (names(before, led), names(after, led));
        if before != after {
            event = event.change(field, before, after);
        }
    }
    (!event.is_empty()).then_some(event)
}
