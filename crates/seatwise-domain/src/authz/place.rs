//! No way round a part (P64): whoever changes teams and positions decides who is administered by whom, so that he
//! needs for everybody what others have for their teams or for those below them.

use super::caller::Caller;
use super::grants::Extent;
use super::part::Part;
use super::permission::{Key, Level};
use super::scope::{Because, Denied};
use super::sql;
use crate::ids::{PositionId, TeamId, UserId};
use crate::store::{Reads, StoreError};

/// What keeps a caller from placing people: the permissions that roles of the account limit to teams, or to those
/// below a position, and that he has not for everybody.
#[derive(Debug)]
pub struct Placing(Vec<(Key, Option<Part>, Denied)>);

impl Placing {
    /// True when he may place anybody anywhere.
    pub const fn is_free(&self) -> bool {
        self.0.is_empty()
    }

    /// True when he may place nobody at all.
    pub fn is_shut(&self) -> bool {
        self.0.iter().any(|(_, part, _)| part.is_none())
    }

    /// Refuses everything that a bound caller could do.
    fn free(&self) -> Result<(), Denied> {
        match self.0.first() {
            Some((_, _, denied)) => Err(*denied),
            None => Ok(()),
        }
    }

    /// Refuses a team that is not one of his own wherever he is bound.
    pub fn takes(&self, team: TeamId) -> Result<(), Denied> {
        for (_, part, denied) in &self.0 {
            let own = part
                .as_ref()
                .is_some_and(|part| part.teams().contains(&team));
            if !own {
                return Err(*denied);
            }
        }
        Ok(())
    }

    /// The permissions to whose part somebody has to belong, before and after.
    pub fn keys(&self) -> impl Iterator<Item = (Key, Denied)> {
        self.0.iter().map(|(key, _, denied)| (*key, *denied))
    }
}

impl Caller {
    async fn placing(&self, tx: &mut impl Reads, by: Extent) -> Result<Placing, StoreError> {
        if self.level() >= Level::Admin {
            return Ok(Placing(Vec::new()));
        }
        let limited = sql::limited(tx, self.tenant(), by).await?;
        let bound = limited
            .into_iter()
            .filter(|key| !self.grants().extent(*key).has(Extent::ALL));
        let bound = bound.map(|key| {
            let part = self.part(key);
            let because = Because::Outranked;
            let denied = part.as_ref().map(|part| part.refusal(key));
            let denied = denied.unwrap_or(Denied { key, because });
            (key, part.filter(|part| part.extent().has(by)), denied)
        });
        Ok(Placing(bound.collect()))
    }

    /// What keeps the caller from putting people into teams.
    pub async fn placing_in_teams(&self, tx: &mut impl Reads) -> Result<Placing, StoreError> {
        self.placing(tx, Extent::TEAM).await
    }

    /// What keeps the caller from giving people positions.
    pub async fn placing_at_positions(&self, tx: &mut impl Reads) -> Result<Placing, StoreError> {
        self.placing(tx, Extent::SUBORDINATES).await
    }

    /// Refuses to change who belongs to a team, unless the people are the caller's and the team is his. Asked before
    /// and after: nobody is moved out of a part, either.
    pub async fn may_regroup(
        &self,
        tx: &mut impl Reads,
        team: TeamId,
        users: &[UserId],
    ) -> Result<Result<(), Denied>, StoreError> {
        let placing = self.placing_in_teams(tx).await?;
        if let Err(denied) = placing.takes(team) {
            return Ok(Err(denied));
        }
        self.keeps(tx, &placing, users).await
    }

    /// Refuses to change who holds a position, unless the person is the caller's and the position stands below his.
    /// Asked before and after.
    pub async fn may_reposition(
        &self,
        tx: &mut impl Reads,
        position: Option<PositionId>,
        user: UserId,
    ) -> Result<Result<(), Denied>, StoreError> {
        let placing = self.placing(tx, Extent::SUBORDINATES).await?;
        if let Err(denied) = self
            .holds_positions(tx, &placing, position.as_slice())
            .await?
        {
            return Ok(Err(denied));
        }
        self.keeps(tx, &placing, &[user]).await
    }

    /// Refuses to change the tree of positions but below the caller's own.
    pub async fn may_rearrange(
        &self,
        tx: &mut impl Reads,
        positions: &[Option<PositionId>],
    ) -> Result<Result<(), Denied>, StoreError> {
        let placing = self.placing(tx, Extent::SUBORDINATES).await?;
        let named: Vec<PositionId> = positions.iter().copied().flatten().collect();
        if named.len() < positions.len()
            && let Err(denied) = placing.free()
        {
            return Ok(Err(denied));
        }
        self.holds_positions(tx, &placing, &named).await
    }

    /// Refuses to switch teams on or off where that decides who is administered by whom.
    pub async fn may_switch_teams(
        &self,
        tx: &mut impl Reads,
    ) -> Result<Result<(), Denied>, StoreError> {
        Ok(self.placing_in_teams(tx).await?.free())
    }

    async fn holds_positions(
        &self,
        tx: &mut impl Reads,
        placing: &Placing,
        positions: &[PositionId],
    ) -> Result<Result<(), Denied>, StoreError> {
        for (_, part, denied) in &placing.0 {
            let Some(part) = part else {
                return Ok(Err(*denied));
            };
            for position in positions {
                if !part.has_position(tx, self.tenant(), *position).await? {
                    return Ok(Err(*denied));
                }
            }
        }
        Ok(Ok(()))
    }

    async fn keeps(
        &self,
        tx: &mut impl Reads,
        placing: &Placing,
        users: &[UserId],
    ) -> Result<Result<(), Denied>, StoreError> {
        for (key, denied) in placing.keys() {
            if !self.outside(tx, key, users).await?.is_empty() {
                return Ok(Err(denied));
            }
        }
        Ok(Ok(()))
    }
}
