//! Giving a team another name.

use super::list::Team;
use super::sql;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditTeams};
use crate::ids::TeamId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};
use crate::text::{NAME_MAX, TextError, line};

/// Why a team keeps its name.
#[derive(Debug, thiserror::Error)]
pub enum RenameTeamError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such team.
    #[error("there is no such team")]
    Unknown,
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

impl ToProblem for RenameTeamError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Taken => &problem::TEAM_NAME_TAKEN,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Gives a team another name; another spelling of its own one counts as another.
pub async fn rename(
    db: &Db,
    caller: &Caller,
    team: TeamId,
    name: &str,
) -> Result<Team, RenameTeamError> {
    let scope = caller.scope::<EditTeams>()?;
    let name = line(name, NAME_MAX).map_err(RenameTeamError::Name)?;
    let mut tx = db.write().await?;
    let before = sql::name(&mut tx, scope.tenant(), team)
        .await?
        .ok_or(RenameTeamError::Unknown)?;
    let team = Team { id: team, name };
    if before == team.name {
        return Ok(team);
    }
    let holder = sql::named(&mut tx, scope.tenant(), &team.name).await?;
    if holder.is_some_and(|holder| holder != team.id) {
        return Err(RenameTeamError::Taken);
    }
    sql::rename(&mut tx, scope.tenant(), &team).await?;
    let event = Event::new(EventKind::TeamRenamed)
        .on(SubjectKind::Team, team.id, team.name.clone())
        .change("name", before, team.name.as_str());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(team)
}
