//! What a move changed about a person, piece by piece: what it takes back later.

use serde::{Deserialize, Serialize};

use crate::authz::{Scope, ViewUsers};
use crate::clock::Timestamp;
use crate::groups::{self, Group};
use crate::ids::{GroupId, PositionId, TeamId, UserId};
use crate::positions;
use crate::roles::{self, Holding, RoleKey};
use crate::store::{Reads, StoreError};
use crate::teams::{self, Membership};

/// What somebody is in a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// A member.
    Member,
    /// The one who leads it.
    Manager,
}

impl Part {
    /// What the flag of a membership says.
    pub const fn of(manager: bool) -> Self {
        if manager { Self::Manager } else { Self::Member }
    }

    /// True for who leads.
    pub const fn leads(self) -> bool {
        matches!(self, Self::Manager)
    }
}

/// A position by id and by its name at the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The position.
    pub id: PositionId,
    /// What it was called.
    pub name: String,
}

/// One thing that a move changed, with names of the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Piece {
    /// A team that he joined or left, or leads no more or from then on.
    Team {
        /// The team.
        id: TeamId,
        /// What it was called.
        name: String,
        /// What he was in it; nothing for who was not in it.
        before: Option<Part>,
        /// What he is in it by the move.
        after: Option<Part>,
    },
    /// The position.
    Position {
        /// The one before; none for who held none.
        before: Option<Place>,
        /// The one that the move gave.
        after: Option<Place>,
    },
    /// A group that he left.
    Group {
        /// The group.
        id: GroupId,
        /// What it was called.
        name: String,
    },
    /// A role or set that he gave up.
    Role {
        /// Which.
        key: RoleKey,
        /// What it was called; empty for the program's own.
        name: String,
        /// From when on he held it or would have; at once without.
        #[serde(default)]
        from: Option<Timestamp>,
        /// Until when he would have held it; for good without.
        until: Option<Timestamp>,
    },
}

impl Piece {
    /// The team that it is about.
    pub(super) const fn team(&self) -> Option<TeamId> {
        match self {
            Self::Team { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The group that it is about.
    pub(super) const fn group(&self) -> Option<GroupId> {
        match self {
            Self::Group { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The day to come on which it begins, of a role.
    pub(super) fn begins_after(&self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Role { from, .. } => from.filter(|from| *from > now),
            _ => None,
        }
    }

    /// The field under which the log names it.
    pub(super) const fn field(&self) -> &'static str {
        match self {
            Self::Team { .. } => "teams",
            Self::Position { .. } => "position",
            Self::Group { .. } => "groups",
            Self::Role { .. } => "roles",
        }
    }

    /// What the log calls it: of a position the one that an undo gives back, and of the program's own roles the key.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Role { key, name, .. } if name.is_empty() => key.as_str(),
            Self::Team { name, .. } | Self::Group { name, .. } | Self::Role { name, .. } => name,
            Self::Position { before, after } => {
                let place = before.as_ref().or(after.as_ref());
                place.map_or("", |place| place.name.as_str())
            }
        }
    }
}

/// What somebody is and holds, as far as a move touches it.
pub(super) struct Held {
    pub teams: Vec<Membership>,
    pub position: Option<Place>,
    pub groups: Vec<Group>,
    pub roles: Vec<Holding>,
}

/// Whether roles are looked at: only a move that ends some touches them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Roles {
    Included,
    LeftOut,
}

impl Roles {
    /// Looked at when one is concerned.
    pub(super) const fn when(concerned: bool) -> Self {
        if concerned {
            Self::Included
        } else {
            Self::LeftOut
        }
    }
}

impl Held {
    pub(super) async fn of(
        tx: &mut impl Reads,
        scope: &Scope<ViewUsers>,
        (user, looks): (UserId, Roles),
    ) -> Result<Self, StoreError> {
        let position = positions::of_user(tx, scope, user).await?;
        let mut roles = match looks {
            Roles::Included => roles::held_by(tx, scope, user).await?,
            Roles::LeftOut => Vec::new(),
        };
        roles.retain(|held| !held.by_default);
        Ok(Self {
            teams: teams::memberships(tx, scope, user).await?,
            position: position.map(|(id, name)| Place { id, name }),
            groups: groups::of_user(tx, scope, user).await?,
            roles,
        })
    }

    /// What he is in a team.
    pub(super) fn part(&self, team: TeamId) -> Option<Part> {
        let place = self.teams.iter().find(|place| place.team.id == team)?;
        Some(Part::of(place.manager))
    }

    pub(super) fn holds(&self, role: &RoleKey) -> bool {
        self.roles.iter().any(|held| held.role.key == *role)
    }

    pub(super) fn belongs_to(&self, group: GroupId) -> bool {
        self.groups.iter().any(|own| own.id == group)
    }

    /// True for who is in a visibility group.
    pub(super) fn is_seen(&self) -> bool {
        self.groups.iter().any(|own| own.visible)
    }

    /// The position by its id.
    pub(super) fn stands_at(&self) -> Option<PositionId> {
        self.position.as_ref().map(|place| place.id)
    }

    /// What is different afterwards.
    pub(super) fn changed_to(self, after: &Self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let known = |team: TeamId| self.teams.iter().any(|place| place.team.id == team);
        let joined = after.teams.iter().filter(|place| !known(place.team.id));
        for place in self.teams.iter().chain(joined) {
            let (id, name) = (place.team.id, place.team.name.clone());
            let (before, after) = (self.part(id), after.part(id));
            if before != after {
                pieces.push(Piece::Team {
                    id,
                    name,
                    before,
                    after,
                });
            }
        }
        if self.stands_at() != after.stands_at() {
            pieces.push(Piece::Position {
                before: self.position,
                after: after.position.clone(),
            });
        }
        let left = self
            .groups
            .into_iter()
            .filter(|group| !after.belongs_to(group.id));
        pieces.extend(left.map(|group| Piece::Group {
            id: group.id,
            name: group.name,
        }));
        let given_up = self
            .roles
            .into_iter()
            .filter(|held| !after.holds(&held.role.key));
        pieces.extend(given_up.map(|held| Piece::Role {
            key: held.role.key,
            name: held.role.name,
            from: held.starts_at,
            until: held.expires_at,
        }));
        pieces
    }
}
