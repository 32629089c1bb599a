//! No escalation (D16, D17, P59, P60): nobody gives what he has not, and nobody changes the rights or the way
//! in of somebody who may do more.

use super::caller::Caller;
use super::grants::{Extent, Grants};
use super::permission::{Key, Level};
use super::scope::{Because, Denied};
use super::turns::turns;
use super::whereabouts::whereabouts;
use crate::ids::UserId;
use crate::store::{Reads, StoreError};

/// What teams, groups, positions and sharing rules give: whoever decides over them must reach as far himself.
const SEEN: [Key; 4] = [
    Key::ViewRecords,
    Key::EditRecords,
    Key::NoteRecords,
    Key::ViewStatistics,
];

impl Caller {
    /// Refuses an act on somebody who may do more than the caller, or the same for more people, now or on a day to
    /// come: whoever changes his way in today has it then. Nobody outranks owner and admins but the owner, whose own
    /// rights every act guards by itself. Acts ask [`Caller::touches`], which asks this, too.
    pub async fn outranks(
        &self,
        tx: &mut impl Reads,
        key: Key,
        user: UserId,
    ) -> Result<Result<(), Denied>, StoreError> {
        if self.level() >= Level::Admin || self.user() == Some(user) {
            return Ok(Ok(()));
        }
        let tenant = self.tenant();
        let days = turns(tx, tenant, &[user]).await?.remove(&user);
        let there = whereabouts(tx, self, &[user]).await?.remove(&user);
        let there = there.unwrap_or_default();
        let now = tx.now();
        for day in std::iter::once(now).chain(days.unwrap_or_default()) {
            let Some((other, _)) = Self::looked_at_on(tx, tenant, user, day).await? else {
                break;
            };
            if self.falls_short_of(&other) || self.administers_less(&other.held(), &there) {
                return Ok(Err(Denied {
                    key,
                    because: Because::Outranked,
                }));
            }
        }
        Ok(Ok(()))
    }

    /// True when the other is of a higher level or may do something that this caller may not.
    pub(crate) fn falls_short_of(&self, other: &Self) -> bool {
        other.level() > self.level() || !self.lacks(other).is_empty()
    }

    /// Refuses to give somebody what the caller has not (P59); the error names the first permission.
    pub fn may_give(&self, grants: &Grants) -> Result<(), Denied> {
        match self.held().lacks(grants).first() {
            Some(key) => Err(Denied {
                key: *key,
                because: Because::Outranked,
            }),
            None => Ok(()),
        }
    }

    /// Refuses to decide over who sees whose leads to those who do not see all of them, since they could let
    /// themselves see more.
    pub fn may_widen(&self) -> Result<(), Denied> {
        let narrow = |key: &&Key| !self.grants().extent(**key).has(Extent::ALL);
        match SEEN.iter().find(narrow) {
            Some(key) => Err(Denied {
                key: *key,
                because: Because::Outranked,
            }),
            None => Ok(()),
        }
    }

    /// Refuses to let somebody lead a team to those who may not do everywhere what leading gives.
    pub fn may_make_managers(&self) -> Result<(), Denied> {
        let given = Grants::team_manager();
        let narrow = |key: &&Key| given.has(**key) && !self.grants().extent(**key).has(Extent::ALL);
        match Key::ALL.iter().find(narrow) {
            Some(key) => Err(Denied {
                key: *key,
                because: Because::Outranked,
            }),
            None => Ok(()),
        }
    }
}
