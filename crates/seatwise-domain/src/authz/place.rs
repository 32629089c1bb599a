//! No way round a part (P64): whoever changes teams and positions decides who is administered by whom, so that he
//! needs for everybody what others have for their teams or for those below them.

use std::collections::HashSet;

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

    /// The position below which alone he gives positions; none where he is free, and where he gives none.
    pub fn top(&self) -> Option<PositionId> {
        let (_, part, _) = self.0.first().filter(|_| !self.is_shut())?;
        part.as_ref().and_then(Part::below)
    }

    /// The permissions to whose part somebody has to belong, before and after.
    pub fn keys(&self) -> impl Iterator<Item = (Key, Denied)> {
        self.0.iter().map(|(key, _, denied)| (*key, *denied))
    }

    /// The parts to which somebody has to belong, each of them once: mostly all permissions go equally far.
    fn parts(&self) -> Vec<&Part> {
        let mut parts = Vec::new();
        for part in self.0.iter().filter_map(|(_, part, _)| part.as_ref()) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts
    }
}

/// Where a caller may put somebody, so that no choice offers what the act refuses (D4).
#[derive(Debug)]
pub struct Room {
    teams: Option<Placing>,
    positions: Option<Placing>,
    refused: Option<Denied>,
}

impl Room {
    /// True when the person may be put into teams and taken out of them.
    pub const fn has_teams(&self) -> bool {
        self.teams.is_some()
    }

    /// True when it may be this team.
    pub fn takes(&self, team: TeamId) -> bool {
        let teams = self.teams.as_ref();
        teams.is_some_and(|placing| placing.takes(team).is_ok())
    }

    /// What bounds the positions that the person may be given; none where he may be given no other one.
    pub const fn positions(&self) -> Option<&Placing> {
        self.positions.as_ref()
    }

    /// Why the person is put nowhere, by somebody who may put others.
    pub fn refused(&self) -> Option<Denied> {
        let nowhere = self.teams.is_none() && self.positions.is_none();
        self.refused.filter(|_| nowhere)
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

    /// Where the caller may put a person.
    pub async fn room_for(&self, tx: &mut impl Reads, user: UserId) -> Result<Room, StoreError> {
        let mut room = Room {
            teams: None,
            positions: None,
            refused: self.may_widen().err(),
        };
        if room.refused.is_some() {
            return Ok(room);
        }
        if self.can(Key::EditTeams) {
            let placing = self.placing_in_teams(tx).await?;
            let kept = self.unplaced(tx, &placing, &[user]).await?;
            room.refused = placing.free().err();
            room.teams = kept.is_empty().then_some(placing);
        }
        if self.can(Key::EditPositions) {
            let placing = self.placing_at_positions(tx).await?;
            let kept = self.unplaced(tx, &placing, &[user]).await?;
            room.refused = room.refused.or(placing.free().err());
            room.positions = kept.is_empty().then_some(placing);
        }
        Ok(room)
    }

    /// Those of the people whom the caller may place nowhere.
    pub async fn unplaced(
        &self,
        tx: &mut impl Reads,
        placing: &Placing,
        users: &[UserId],
    ) -> Result<HashSet<UserId>, StoreError> {
        if placing.is_shut() {
            return Ok(users.iter().copied().collect());
        }
        let mut unplaced = HashSet::new();
        for part in placing.parts() {
            unplaced.extend(part.left_out(tx, self.tenant(), users).await?);
        }
        Ok(unplaced)
    }

    /// Those of the members of a team whom the caller may not take out of it, since they are not his, or would not be
    /// his any more: what [`Caller::may_regroup`] says before and after, told of many at once.
    pub async fn staying(
        &self,
        tx: &mut impl Reads,
        placing: &Placing,
        team: TeamId,
        users: &[UserId],
    ) -> Result<HashSet<UserId>, StoreError> {
        if placing.takes(team).is_err() {
            return Ok(users.iter().copied().collect());
        }
        let mut staying = HashSet::new();
        for part in placing.parts() {
            let left = part.without(team);
            staying.extend(left.left_out(tx, self.tenant(), users).await?);
        }
        Ok(staying)
    }

    /// Those of a person's teams out of which the caller may take him.
    pub async fn leavable(
        &self,
        tx: &mut impl Reads,
        room: &Room,
        (user, teams): (UserId, &[TeamId]),
    ) -> Result<HashSet<TeamId>, StoreError> {
        let mut leavable = HashSet::new();
        if let Some(placing) = &room.teams {
            for team in teams.iter().filter(|team| room.takes(**team)) {
                let staying = self.staying(tx, placing, *team, &[user]).await?;
                leavable.extend(staying.is_empty().then_some(*team));
            }
        }
        Ok(leavable)
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
