//! No escalation (D16, D17, P59, P60): nobody gives what he has not, and nobody changes the rights or the way
//! in of somebody who may do more.

use super::caller::Caller;
use super::grants::{Extent, Grants};
use super::permission::{Key, Level};
use super::scope::{Because, Denied};
use crate::clock::Timestamp;
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
    /// Refuses an act on somebody who may do more than the caller, or the same for more people. Nobody outranks
    /// owner and admins but the owner, whose own rights every act guards by itself. Acts ask
    /// [`Caller::touches`], which asks this, too.
    pub async fn outranks(
        &self,
        tx: &mut impl Reads,
        key: Key,
        user: UserId,
    ) -> Result<Result<(), Denied>, StoreError> {
        let now = tx.now();
        self.outranks_on(tx, key, (user, now)).await
    }

    /// The same at a moment: with the roles that count then (P55).
    pub async fn outranks_on(
        &self,
        tx: &mut impl Reads,
        key: Key,
        (user, at): (UserId, Timestamp),
    ) -> Result<Result<(), Denied>, StoreError> {
        if self.level() >= Level::Admin || self.user() == Some(user) {
            return Ok(Ok(()));
        }
        let Some((other, _)) = Self::looked_at_on(tx, self.tenant(), user, at).await? else {
            return Ok(Ok(()));
        };
        let beyond = other.level() > self.level()
            || !self.lacks(&other).is_empty()
            || self.administers_less(tx, &other).await?;
        Ok(if beyond {
            Err(Denied {
                key,
                because: Because::Outranked,
            })
        } else {
            Ok(())
        })
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
