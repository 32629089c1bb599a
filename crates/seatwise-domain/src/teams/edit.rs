//! Making teams and changing who belongs to them.

use std::collections::HashMap;

use super::list::{Membership, Team};
use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditTeams, RunImports, Scope};
use crate::ids::{TeamId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError, WriteTx};
use crate::text::{NAME_MAX, TextError, line, name_key};

/// Why a team was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateTeamError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// Another team has it.
    #[error("a team has this name already")]
    Taken,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CreateTeamError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Taken => &problem::TEAM_NAME_TAKEN,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Makes a team.
pub async fn create(db: &Db, caller: &Caller, name: &str) -> Result<Team, CreateTeamError> {
    let scope = caller.scope::<EditTeams>()?;
    let name = line(name, NAME_MAX).map_err(CreateTeamError::Name)?;
    let mut tx = db.write().await?;
    let team = Team { id: tx.id(), name };
    if sql::insert(&mut tx, scope.tenant(), std::slice::from_ref(&team)).await? == 0 {
        return Err(CreateTeamError::Taken);
    }
    let event =
        Event::new(EventKind::TeamCreated).on(SubjectKind::Team, team.id, team.name.clone());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(team)
}

/// The teams with these names, by folded name; for dry runs.
pub async fn find_by_names(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    names: &[String],
) -> Result<HashMap<String, Team>, StoreError> {
    sql::by_names(tx, scope.tenant(), names).await
}

/// The teams of these people; for imports.
pub async fn teams_of(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<Membership>>, StoreError> {
    sql::of_users(tx, scope.tenant(), users).await
}

/// Step of an import: finds the teams with these names and makes the missing ones if asked. The answer is
/// keyed by folded name; the events belong into the import's commit.
pub async fn ensure(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    names: &[String],
    make_missing: bool,
) -> Result<(HashMap<String, Team>, Vec<Event>), StoreError> {
    let mut known = sql::by_names(tx, scope.tenant(), names).await?;
    let mut events = Vec::new();
    if make_missing {
        let mut missing: HashMap<String, Team> = HashMap::new();
        for name in names {
            let key = name_key(name);
            if let Ok(name) = line(name, NAME_MAX)
                && !known.contains_key(&key)
            {
                missing
                    .entry(key)
                    .or_insert_with(|| Team { id: tx.id(), name });
            }
        }
        let mut made: Vec<Team> = missing.values().cloned().collect();
        made.sort_by_key(|team| team.id);
        sql::insert(tx, scope.tenant(), &made).await?;
        for team in made {
            events.push(Event::new(EventKind::TeamCreated).on(
                SubjectKind::Team,
                team.id,
                team.name,
            ));
        }
        known.extend(missing);
    }
    Ok((known, events))
}

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
    caller.may_widen()?;
    let reason = &Reason::read(reason)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    let name = sql::name(&mut tx, tenant, team)
        .await?
        .ok_or(MembersError::Unknown)?;
    let people = sql::user_names(&mut tx, tenant, users).await?;
    if people.len() != users.len() {
        return Err(MembersError::Unknown);
    }
    if manager {
        caller.may_make_managers()?;
    }
    if manager && sql::any_gone(&mut tx, tenant, users).await? {
        return Err(MembersError::LeaderGone);
    }
    let before = sql::of_users(&mut tx, tenant, users).await?;
    let rows: Vec<_> = users.iter().map(|user| (team, *user, manager)).collect();
    sql::insert_members(&mut tx, tenant, &rows).await?;
    let event = Event::new(EventKind::TeamMembersChanged)
        .on(SubjectKind::Team, team, name)
        .detail(
            "added",
            users.iter().map(ToString::to_string).collect::<Vec<_>>(),
        )
        .detail("manager", manager)
        .reason(reason);
    let mut events = vec![event];
    let after = sql::of_users(&mut tx, tenant, users).await?;
    for (user, person) in people {
        events.extend(moved(user, person, (&before, &after), reason));
    }
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(())
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
    caller.may_widen()?;
    let reason = &Reason::read(reason)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    let name = sql::name(&mut tx, tenant, team)
        .await?
        .ok_or(MembersError::Unknown)?;
    let before = sql::of_users(&mut tx, tenant, &[user]).await?;
    if !sql::remove_member(&mut tx, tenant, team, user).await? {
        return Err(MembersError::Unknown);
    }
    let event = Event::new(EventKind::TeamMembersChanged)
        .on(SubjectKind::Team, team, name)
        .detail("removed", user.to_string())
        .reason(reason);
    let mut events = vec![event];
    let after = sql::of_users(&mut tx, tenant, &[user]).await?;
    for (user, person) in sql::user_names(&mut tx, tenant, &[user]).await? {
        events.extend(moved(user, person, (&before, &after), reason));
    }
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(())
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
