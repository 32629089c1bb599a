//! What a batch of people is judged with: who is there already, their teams, and what roles may be given.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::Field;
use super::judge::{Detail, Frame, Note, NoteCode, Reason};
use super::owners::holder;
use super::person::{Person, Refusal, because};
use super::role_cells::{Roles, refused};
use crate::authz::{
    Because, Caller, Denied, Extent, Grants, Key, Level, Placing, RunImports, Scope, SeatKind,
    Whereabouts,
};
use crate::ids::{TeamId, UserId};
use crate::roles::{self, Role, RoleKey, RoleKind, Taker};
use crate::store::{Reads, StoreError};
use crate::teams::{self, Membership, Team};
use crate::tenants::settings;
use crate::text::name_key;
use crate::users::{self, Conflict, User, conflicts};

/// What a batch is judged with.
pub(super) struct Known {
    pub conflicts: HashMap<String, Conflict>,
    pub teams: HashMap<String, Team>,
    users: HashMap<UserId, User>,
    members: HashMap<UserId, Vec<Membership>>,
    contact_allowed: bool,
    /// None where no column goes into roles: then they cost nothing.
    roles: Option<Roles>,
    /// People who are there, where their roles matter: they get some, or whoever imports is no admin.
    takers: HashMap<UserId, Taker>,
    placing: Placing,
    /// People who are there and whom whoever imports may put into no team (P64).
    elsewhere: HashSet<UserId>,
}

impl Known {
    pub(super) async fn find(
        tx: &mut impl Reads,
        (caller, scope): (&Caller, &Scope<RunImports>),
        frame: &Frame,
        people: &[&Person],
    ) -> Result<Self, StoreError> {
        let keys = people.iter().flat_map(|person| person.keys());
        let keys: Vec<String> = keys.map(str::to_owned).collect();
        let names: Vec<String> = people
            .iter()
            .filter_map(|person| person.team.clone())
            .collect();
        let conflicts = conflicts(tx, scope, &keys, true).await?;
        let holders: Vec<UserId> = conflicts.values().filter_map(holder).collect();
        // Whoever administers a part asks also what the default role would let a newcomer administer.
        let asked = frame.mapping.column(Field::Role).is_some() || caller.has_parts();
        let roles = if asked {
            Some(Roles::find(tx, caller).await?)
        } else {
            None
        };
        let placing = caller.placing_in_teams(tx).await?;
        let mut elsewhere = HashSet::new();
        for (key, _) in placing.keys() {
            elsewhere.extend(caller.outside(tx, key, &holders).await?);
        }
        let mut takers = HashMap::new();
        if frame.options.update && (roles.is_some() || caller.level() < Level::Admin) {
            let asks = |person: &&&Person| {
                caller.level() < Level::Admin || (roles.is_some() && person.roles.is_some())
            };
            let ids = people.iter().filter(asks);
            let ids = ids.filter_map(|person| conflicts.get(person.email.key()));
            let ids: Vec<UserId> = ids.filter_map(holder).collect();
            takers = roles::takers(tx, caller, &ids).await?;
        }
        Ok(Self {
            users: users::find_many(tx, scope, &holders).await?,
            teams: teams::find_by_names(tx, scope, &names).await?,
            members: teams::teams_of(tx, scope, &holders).await?,
            contact_allowed: settings(tx, scope.tenant()).await?.user_may_be_contact,
            roles,
            takers,
            placing,
            elsewhere,
            conflicts,
        })
    }

    /// The row names a team that the person does not belong to.
    pub(super) fn joins(&self, user: UserId, person: &Person) -> bool {
        let memberships = self
            .members
            .get(&user)
            .map(Vec::as_slice)
            .unwrap_or_default();
        person.team.as_ref().is_some_and(|team| {
            let key = name_key(team);
            memberships
                .iter()
                .all(|membership| name_key(&membership.team.name) != key)
        })
    }

    /// The person, or the name of whoever stands in the way.
    pub(super) fn other(&self, detail: Detail, user: UserId) -> Detail {
        let name = self.users.get(&user).map_or("", |user| user.name.as_str());
        detail.other(user, name)
    }

    /// Who has the address already and shall take the values of the row, if the import updates.
    pub(super) fn holder(
        &self,
        person: &Person,
        update: bool,
        notes: &mut Vec<Note>,
    ) -> Result<Option<&User>, Refusal> {
        let detail = Detail::value(Field::Email, person.email.as_str());
        let Some(conflict) = self.conflicts.get(person.email.key()) else {
            return Ok(None);
        };
        let (reason, user) = match conflict {
            Conflict::Contact if self.contact_allowed => {
                notes.push(Note {
                    code: NoteCode::AlsoContact,
                    field: Some(Field::Email),
                    value: String::new(),
                });
                return Ok(None);
            }
            Conflict::Contact => return Err(because(Reason::AlreadyContact, detail)),
            Conflict::Alias(user) => {
                return Err(because(Reason::AliasOf, self.other(detail, *user)));
            }
            Conflict::Deactivated(user) => {
                return Err(because(Reason::DeactivatedUser, self.other(detail, *user)));
            }
            Conflict::Pending(user) => (Reason::AlreadyInvited, user),
            Conflict::Taken(user) => (Reason::AlreadyUser, user),
        };
        match self.users.get(user) {
            Some(user) if update => Ok(Some(user)),
            _ => Err(because(reason, self.other(detail, *user))),
        }
    }

    /// Refuses to change somebody outside the part of whoever imports (P64), or who may do more than he, and anybody
    /// where he may not edit people at all, as an edit by hand does (D16).
    pub(super) fn may_edit(&self, user: &User) -> Result<(), Refusal> {
        let taker = self.takers.get(&user.id);
        match taker.and_then(|taker| taker.edited) {
            Some(denied) => {
                let detail = Detail::default().other(user.id, &user.name);
                Err(because(kept(&denied), detail))
            }
            None => Ok(()),
        }
    }

    /// The team that the row names, if it is there already.
    fn team(&self, person: &Person) -> Option<TeamId> {
        let team = person.team.as_deref()?;
        self.teams.get(&name_key(team)).map(|team| team.id)
    }

    /// Refuses a newcomer who would not come into the part of whoever imports, or who would come into a team of others
    /// and see there what he does not see: the same as an invitation asks.
    pub(super) fn lands(&self, caller: &Caller, person: &Person) -> Result<(), Refusal> {
        let team = self.team(person);
        let named = person.team.as_deref().unwrap_or_default();
        let outside = || because(Reason::TeamOutside, Detail::value(Field::Team, named));
        let own = team.is_some_and(|team| caller.facts().teams.contains(&team));
        if person.team.is_some() && !own && caller.may_widen().is_err() {
            return Err(outside());
        }
        let Some(part) = caller.part(Key::InviteUsers) else {
            return Ok(());
        };
        if !part.extent().has(Extent::TEAM) {
            return Err(because(Reason::NewcomerUnplaced, Detail::default()));
        }
        match team {
            Some(team) if part.teams().contains(&team) => Ok(()),
            None if person.team.is_none() => {
                Err(because(Reason::NewcomerOutside, Detail::default()))
            }
            _ => Err(outside()),
        }
    }

    /// Refuses to put somebody who is there into a team, where a change of its members by hand would be refused.
    pub(super) fn may_join(
        &self,
        caller: &Caller,
        person: &Person,
        user: &User,
    ) -> Result<(), Refusal> {
        let team = self.team(person);
        let taken = match team {
            Some(team) => self.placing.takes(team).is_ok(),
            None => self.placing.is_free(),
        };
        if !caller.can(Key::EditTeams) || caller.may_widen().is_err() || !taken {
            let named = person.team.as_deref().unwrap_or_default();
            return Err(because(
                Reason::TeamOutside,
                Detail::value(Field::Team, named),
            ));
        }
        if self.elsewhere.contains(&user.id) {
            let detail = Detail::default().other(user.id, &user.name);
            return Err(because(Reason::PersonOutside, detail));
        }
        Ok(())
    }

    /// Where a newcomer will be. A team that the file makes is in nobody's part yet.
    fn there(&self, person: &Person) -> Whereabouts {
        let made = TeamId(Uuid::nil());
        let named = person.team.as_ref();
        let team = named.map(|_| self.team(person).unwrap_or(made));
        Whereabouts::in_teams(team.into_iter().collect())
    }

    /// True for the default role, which nobody has to give.
    fn is_first(&self, role: &Role) -> bool {
        let roles = self.roles.as_ref();
        roles.is_some_and(|roles| roles.offers.first == role.key)
    }

    /// Refuses a role by which a newcomer would administer people of his team whom whoever imports does not, also the
    /// default one, and any role where that one gives none to the people of the team.
    fn may_have(
        &self,
        caller: &Caller,
        person: &Person,
        named: &[&Role],
        cell: &str,
    ) -> Result<(), Refusal> {
        let detail = || Detail::value(Field::Role, cell);
        if let Some(part) = caller.part(Key::AssignRoles)
            && named.iter().any(|role| !self.is_first(role))
            && !self
                .team(person)
                .is_some_and(|team| part.teams().contains(&team))
        {
            return Err(because(Reason::RolesNotYours, detail()));
        }
        let there = self.there(person);
        let mut grants = Grants::default();
        for role in named {
            grants.merge(&role.grants);
        }
        if caller.administers_less(&grants, &there) {
            return Err(because(Reason::RoleBeyond, detail()));
        }
        let first = self.roles.as_ref().filter(|_| !has_role(named));
        if let Some(first) = first.and_then(|roles| roles.of_key(&roles.offers.first)) {
            grants.merge(&first.grants);
            if caller.administers_less(&grants, &there) {
                let detail = detail().other(&first.key, &first.name);
                return Err(because(Reason::RoleDefaultBeyond, detail));
            }
        }
        Ok(())
    }

    /// The roles that the row gives to a newcomer; the default one is had without being given.
    pub(super) fn begins(
        &self,
        caller: &Caller,
        person: &Person,
        seat: SeatKind,
    ) -> Result<Vec<&Role>, Refusal> {
        let Some(roles) = &self.roles else {
            return Ok(Vec::new());
        };
        let cell = person.roles.as_deref().unwrap_or_default();
        let mut named = roles.read_or_none(cell)?;
        if seat == SeatKind::Team {
            if named.is_empty() {
                return Ok(named);
            }
            let detail = Detail::value(Field::Role, cell);
            return Err(because(Reason::RoleNeedsSeat, detail));
        }
        self.may_have(caller, person, &named, cell)?;
        let first = &roles.offers.first;
        if has_other(&named, first) {
            for role in &named {
                roles.may_be_given(role, cell)?;
            }
            return Ok(named);
        }
        named.retain(|role| role.key != *first);
        if roles.offers.begins {
            return Ok(named);
        }
        let name = roles.of_key(first).map_or("", |role| role.name.as_str());
        let detail = Detail::value(Field::Role, cell);
        Err(because(
            Reason::RoleDefaultBeyond,
            detail.other(first, name),
        ))
    }

    /// The roles that the row gives to somebody who is there; whatever he holds stays.
    pub(super) fn gains(
        &self,
        caller: &Caller,
        person: &Person,
        user: &User,
    ) -> Result<Vec<&Role>, Refusal> {
        let (Some(roles), Some(cell)) = (&self.roles, &person.roles) else {
            return Ok(Vec::new());
        };
        let mut named = roles.read(cell, false)?;
        let Some(taker) = self.takers.get(&user.id) else {
            return Ok(Vec::new());
        };
        named.retain(|role| !taker.holds(&role.key));
        let first = &roles.offers.first;
        if taker.has_default() && !has_other(&named, first) {
            named.retain(|role| role.key != *first);
        }
        if named.is_empty() {
            return Ok(named);
        }
        // A team that he joins by the row is one of whoever imports: it gives him no wider part.
        taker.may_take(caller, &named).map_err(|error| {
            let (reason, detail) = refused(&error, cell);
            let reason = match reason {
                Reason::RoleBeyond if taker.given.is_some() => Reason::PersonBeyond,
                reason => reason,
            };
            (reason, Box::new(self.other(*detail, user.id)))
        })?;
        Ok(named)
    }
}

/// Why somebody is not changed, in the words of imports.
const fn kept(denied: &Denied) -> Reason {
    match denied.because {
        Because::OutsidePart(_) => Reason::PersonOutside,
        Because::Outranked => Reason::PersonBeyond,
        Because::Level | Because::Licence | Because::ReadOnlyToken => Reason::EditsNotYours,
    }
}

/// Whether a role is among them, and not only sets.
fn has_role(named: &[&Role]) -> bool {
    named.iter().any(|role| role.kind == RoleKind::Role)
}

/// Whether a role is among them that takes the place of the default one.
fn has_other(named: &[&Role], first: &RoleKey) -> bool {
    let mut roles = named.iter().filter(|role| role.kind == RoleKind::Role);
    roles.any(|role| role.key != *first)
}
