//! Delegated administration (P64): the part of an account's people to which a permission about people goes. Every act
//! on a person asks [`Caller::touches`].

use std::collections::HashSet;

use super::below::is_below;
use super::caller::Caller;
use super::grants::Extent;
use super::permission::Key;
use super::scope::{Because, Denied};
use super::span::{Asked, Span};
use crate::args;
use crate::ids::{PositionId, TeamId, TenantId, UserId};
use crate::store::{Reads, Sql, StoreError};

const BATCH: usize = 500;

/// A part of an account's people: members of some teams, those below a position, or both; never the one himself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    user: UserId,
    extent: Extent,
    teams: Vec<TeamId>,
    below: Option<PositionId>,
}

/// Where nobody may bring a newcomer who administers a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Astray {
    /// None of the teams of the part.
    NoTeam,
    /// A team that is not one of the part.
    TeamOutside,
    /// No position below the one of whoever brings him.
    NoPosition,
}

impl Part {
    /// How far the permission goes: to teams, below a position, or both.
    pub const fn extent(&self) -> Extent {
        self.extent
    }

    /// The teams whose members are in it.
    pub fn teams(&self) -> &[TeamId] {
        &self.teams
    }

    /// The position below which everybody is in it.
    pub const fn below(&self) -> Option<PositionId> {
        self.below
    }

    /// The refusal of somebody outside.
    pub(crate) const fn refusal(&self, key: Key) -> Denied {
        Denied {
            key,
            because: Because::OutsidePart(self.extent),
        }
    }

    /// The same pieces that records are reached by.
    fn span(&self) -> Span {
        Span {
            teams: self.teams.clone(),
            below: self.below,
            ..Span::default()
        }
    }

    /// Adds that a column names one of its people, beginning with `and`.
    fn limit(&self, sql: Sql, tenant: TenantId, column: &'static str) -> Sql {
        self.span()
            .is_one_of(sql, tenant, column, Asked::OfMany)
            .push(" and ", args![])
            .push(column, args![])
            .push(" <> $?", args![self.user])
    }

    /// Those of the people who are in it; each call is one statement.
    async fn inside(
        &self,
        tx: &mut impl Reads,
        tenant: TenantId,
        users: &[UserId],
    ) -> Result<Vec<UserId>, StoreError> {
        // Another letter than the selects of people have, which stand inside.
        let sql = Sql::new("select o.id from users o")
            .push(" where o.tenant_id = $? and o.id in ", args![tenant])
            .list(users.iter().copied());
        let sql = self
            .limit(sql, tenant, "o.id")
            .push(" order by o.id limit $?", args![users.len()]);
        let rows = tx.rows(sql).await?;
        rows.iter().map(|row| row.reader().id()).collect()
    }

    /// Those of the people who are not in it; a statement for each batch of them.
    pub(super) async fn left_out(
        &self,
        tx: &mut impl Reads,
        tenant: TenantId,
        users: &[UserId],
    ) -> Result<HashSet<UserId>, StoreError> {
        let mut outside: HashSet<UserId> = users.iter().copied().collect();
        for users in users.chunks(BATCH) {
            for user in self.inside(tx, tenant, users).await? {
                outside.remove(&user);
            }
        }
        Ok(outside)
    }

    /// What is left of it without the members of a team.
    pub(super) fn without(&self, team: TeamId) -> Self {
        let mut part = self.clone();
        part.teams.retain(|own| *own != team);
        part
    }

    /// True when a position stands below the one that the part hangs at.
    pub(super) async fn has_position(
        &self,
        tx: &mut impl Reads,
        tenant: TenantId,
        position: PositionId,
    ) -> Result<bool, StoreError> {
        match self.below {
            Some(top) => is_below(tx, tenant, position, top).await,
            None => Ok(false),
        }
    }
}

impl Caller {
    /// The part of the people to which a permission goes; none where it goes to everybody, or to nobody.
    pub fn part(&self, key: Key) -> Option<Part> {
        let of = self.identity()?;
        let extent = self.grants().extent(key);
        if !key.has_part() || !extent.any() || extent.has(Extent::ALL) {
            return None;
        }
        let by_teams = of.teams_on && extent.has(Extent::TEAM);
        Some(Part {
            user: of.user,
            extent,
            teams: if by_teams {
                self.facts().teams.clone()
            } else {
                Vec::new()
            },
            below: of.position.filter(|_| extent.has(Extent::SUBORDINATES)),
        })
    }

    /// True for somebody who administers people, but not all of them.
    pub fn has_parts(&self) -> bool {
        Key::ALL.iter().any(|key| self.part(*key).is_some())
    }

    /// Those of the people to whom a permission about people does not go; nobody for whom it goes to everybody, and
    /// for whom it goes nowhere: that is refused before.
    pub async fn outside(
        &self,
        tx: &mut impl Reads,
        key: Key,
        users: &[UserId],
    ) -> Result<HashSet<UserId>, StoreError> {
        match self.part(key) {
            Some(part) => part.left_out(tx, self.tenant(), users).await,
            None => Ok(HashSet::new()),
        }
    }

    /// Refuses somebody to whom a permission about people does not go.
    pub async fn reaches(
        &self,
        tx: &mut impl Reads,
        key: Key,
        user: UserId,
    ) -> Result<Result<(), Denied>, StoreError> {
        let Some(part) = self.part(key) else {
            return Ok(Ok(()));
        };
        let found = part.inside(tx, self.tenant(), &[user]).await?;
        Ok(if found.is_empty() {
            Err(part.refusal(key))
        } else {
            Ok(())
        })
    }

    /// Refuses an act on somebody who is outside the caller's part (P64), or who may do more than he, today or on a day
    /// to come (P60): the one question of every act on a person.
    pub async fn touches(
        &self,
        tx: &mut impl Reads,
        key: Key,
        user: UserId,
    ) -> Result<Result<(), Denied>, StoreError> {
        match self.reaches(tx, key, user).await? {
            Ok(()) => self.outranks(tx, key, user).await,
            refused => Ok(refused),
        }
    }

    /// How many people a permission goes to, of those who are here; none where it is no part.
    pub async fn size_of_part(
        &self,
        tx: &mut impl Reads,
        key: Key,
    ) -> Result<Option<u64>, StoreError> {
        let Some(part) = self.part(key) else {
            return Ok(None);
        };
        let sql = Sql::new("select count(*) from users o").push(
            " where o.tenant_id = $? and o.state_rank = 0",
            args![self.tenant()],
        );
        let sql = part.limit(sql, self.tenant(), "o.id");
        tx.number(sql).await.map(Some)
    }

    /// Refuses a newcomer who would not come into the part of the people to which the caller invites: into one of
    /// its teams and no other, or to a position below his.
    pub async fn lands(
        &self,
        tx: &mut impl Reads,
        teams: &[TeamId],
        position: Option<PositionId>,
    ) -> Result<Result<(), Astray>, StoreError> {
        let Some(part) = self.part(Key::InviteUsers) else {
            return Ok(Ok(()));
        };
        let by_teams = part.extent.has(Extent::TEAM);
        if by_teams && teams.iter().any(|team| !part.teams.contains(team)) {
            return Ok(Err(Astray::TeamOutside));
        }
        let below = match position {
            Some(position) => part.has_position(tx, self.tenant(), position).await?,
            None => false,
        };
        Ok(if below || (by_teams && !teams.is_empty()) {
            Ok(())
        } else if by_teams {
            Err(Astray::NoTeam)
        } else {
            Err(Astray::NoPosition)
        })
    }

    /// True when the position stands below the one of a caller who invites people there.
    pub async fn invites_to(
        &self,
        tx: &mut impl Reads,
        position: PositionId,
    ) -> Result<bool, StoreError> {
        match self.part(Key::InviteUsers) {
            Some(part) => part.has_position(tx, self.tenant(), position).await,
            None => Ok(false),
        }
    }
}
