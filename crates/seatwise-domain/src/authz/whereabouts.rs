//! Who administers people whom a caller does not (P64): two with one role belong to different teams and hold different
//! positions. Asked of many at the price of two statements.

use std::collections::HashMap;

use super::below::below;
use super::caller::Caller;
use super::grants::{Extent, Grants};
use super::permission::Key;
use crate::args;
use crate::ids::{PositionId, TeamId, UserId};
use crate::store::{Reads, Sql, StoreError};

const BATCH: usize = 500;

/// Where somebody is, of which his part of the people is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Whereabouts {
    /// The teams that he belongs to.
    teams: Vec<TeamId>,
    position: Option<PositionId>,
    /// His position stands below the one of the caller who asked.
    below: bool,
}

impl Whereabouts {
    /// Of somebody who holds no position.
    pub(crate) fn in_teams(teams: Vec<TeamId>) -> Self {
        Self {
            teams,
            ..Self::default()
        }
    }
}

/// Where these people are, as a caller sees it.
pub(crate) async fn whereabouts(
    tx: &mut impl Reads,
    caller: &Caller,
    users: &[UserId],
) -> Result<HashMap<UserId, Whereabouts>, StoreError> {
    let tenant = caller.tenant();
    let mut found: HashMap<UserId, Whereabouts> = HashMap::new();
    for users in users.chunks(BATCH) {
        let sql = Sql::new("select m.user_id, m.team_id from team_members m")
            .push(" where m.tenant_id = $? and m.user_id in ", args![tenant])
            .list(users.iter().copied());
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let user = row.id()?;
            found.entry(user).or_default().teams.push(row.id()?);
        }
        let sql = Sql::new("select u.id, u.position_id, ");
        let sql = match caller.identity().and_then(|of| of.position) {
            Some(top) => below(sql.push("u.position_id in", args![]), tenant, top),
            None => sql.push("false", args![]),
        };
        let sql = sql
            .push(
                " from users u where u.tenant_id = $? and u.position_id is not null and u.id in ",
                args![tenant],
            )
            .list(users.iter().copied());
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let there = found.entry(row.id()?).or_default();
            there.position = Some(row.id()?);
            there.below = row.bool()?;
        }
    }
    Ok(found)
}

impl Caller {
    /// True when somebody who has these rights there administers people whom this caller does not, though both are
    /// said to go as far; of rights that go further [`Caller::may_give`] tells.
    pub(crate) fn administers_less(&self, grants: &Grants, there: &Whereabouts) -> bool {
        let teams_on = self.identity().is_some_and(|of| of.teams_on);
        let less = |key: &Key| {
            let extent = grants.extent(*key);
            let Some(mine) = self.part(*key).filter(|_| !extent.has(Extent::ALL)) else {
                return false;
            };
            let by_team = teams_on && extent.has(Extent::TEAM);
            let by_position = extent.has(Extent::SUBORDINATES) && there.position.is_some();
            let mut teams = there.teams.iter();
            (by_team && teams.any(|team| !mine.teams().contains(team)))
                || (by_position
                    && (mine.below().is_none() || !(there.below || there.position == mine.below())))
        };
        Key::ALL.iter().any(less)
    }
}
