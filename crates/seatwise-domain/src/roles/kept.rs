//! On whom of a page of people somebody may act, so that no list offers what the act refuses (D4, P64).

use std::collections::HashSet;

use super::guard;
use super::standing::Standing;
use crate::authz::{Caller, Key, Level};
use crate::ids::UserId;
use crate::store::{Reads, StoreError};

/// On whom of some people the caller may not act, and whom he may not place. For admins it is empty and costs nothing.
#[derive(Debug, Default)]
pub struct Kept {
    outside: Vec<(Key, HashSet<UserId>)>,
    teams: HashSet<UserId>,
    positions: HashSet<UserId>,
}

impl Kept {
    /// True when the act behind a permission is not refused because of the person: as [`Caller::touches`] says.
    pub fn lets(&self, key: Key, user: UserId) -> bool {
        let mut outside = self.outside.iter();
        outside.all(|(known, kept)| *known != key || !kept.contains(&user))
    }

    /// True when the caller may put the person into teams, or take him out of some.
    pub fn regroups(&self, user: UserId) -> bool {
        !self.teams.contains(&user)
    }

    /// True when the caller may give the person another position.
    pub fn repositions(&self, user: UserId) -> bool {
        !self.positions.contains(&user)
    }
}

/// Looks at people by the questions that every act asks, at the price of each kind of people and not of each person.
pub async fn kept(
    tx: &mut impl Reads,
    caller: &Caller,
    users: &[UserId],
) -> Result<Kept, StoreError> {
    if caller.level() >= Level::Admin {
        return Ok(Kept::default());
    }
    let mut kept = Kept::default();
    let standing = Standing::of(tx, caller.tenant(), users).await?;
    let above = guard::above(tx, caller, &standing).await?;
    for key in Key::ALL.iter().filter(|key| key.has_part()) {
        if caller.can(*key) {
            let mut found = above.clone();
            found.extend(caller.outside(tx, *key, users).await?);
            kept.outside.push((*key, found));
        }
    }
    if caller.can(Key::EditTeams) {
        let placing = caller.placing_in_teams(tx).await?;
        kept.teams = caller.unplaced(tx, &placing, users).await?;
    }
    if caller.can(Key::EditPositions) {
        let placing = caller.placing_at_positions(tx).await?;
        kept.positions = caller.unplaced(tx, &placing, users).await?;
    }
    Ok(kept)
}
