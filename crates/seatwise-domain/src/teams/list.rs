//! Reading teams.

use super::sql;
use crate::authz::{Scope, ViewUsers};
use crate::ids::{TeamId, UserId};
use crate::store::{Count, Cursor, Page, PageSize, Reads, StoreError};
use crate::text::name_key;

/// A team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
}

/// A team in the list of teams.
#[derive(Debug, Clone)]
pub struct TeamRow {
    /// The team.
    pub team: Team,
    /// How many people belong to it.
    pub members: u64,
    /// The names of those who lead it, in order.
    pub managers: Vec<String>,
}

/// A person's place in a team.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The team.
    pub team: Team,
    /// True when the person leads it.
    pub manager: bool,
}

/// All teams by name, at most 1,000.
pub async fn all(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
) -> Result<Vec<TeamRow>, StoreError> {
    let mut rows = sql::all(tx, scope.tenant()).await?;
    let managers = sql::managers(tx, scope.tenant()).await?;
    name_managers(&mut rows, &managers);
    Ok(rows)
}

fn name_managers(rows: &mut [TeamRow], managers: &[(TeamId, String)]) {
    for row in rows {
        row.managers = managers
            .iter()
            .filter(|(team, _)| *team == row.team.id)
            .map(|(_, name)| name.clone())
            .collect();
    }
}

/// A page of teams by name: three statements whatever the size.
pub async fn list(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<TeamRow>, StoreError> {
    let tenant = scope.tenant();
    let total = Count::exact(sql::count(tx, tenant).await?);
    let rows = sql::page(tx, tenant, cursor, size).await?;
    let mut page = Page::cut(rows, size, cursor, total, |row| {
        (name_key(&row.team.name), row.team.id.0)
    });
    let ids: Vec<TeamId> = page.items.iter().map(|row| row.team.id).collect();
    if !ids.is_empty() {
        let managers = sql::managers_of(tx, tenant, &ids).await?;
        name_managers(&mut page.items, &managers);
    }
    Ok(page)
}

/// One team; who belongs to it is [`crate::users::list`] with its id as the filter.
pub async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    team: TeamId,
) -> Result<Option<Team>, StoreError> {
    let name = sql::name(tx, scope.tenant(), team).await?;
    Ok(name.map(|name| Team { id: team, name }))
}

/// The teams of one person, by name.
pub async fn memberships(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Vec<Membership>, StoreError> {
    let mut found = sql::of_users(tx, scope.tenant(), &[user]).await?;
    Ok(found.remove(&user).unwrap_or_default())
}
