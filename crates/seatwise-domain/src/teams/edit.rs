//! Making teams.

use std::collections::HashMap;

use super::list::{Membership, Team};
use super::sql;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditTeams, RunImports, Scope};
use crate::ids::UserId;
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
