//! Roles that a file gives to many people: what would be refused is known before anything is written, by the
//! questions that giving asks itself.

use std::collections::HashMap;
use std::sync::Arc;

use super::error::RoleError;
use super::key::RoleKey;
use super::standing::{Person, Rights, Standing};
use super::{Role, RoleKind, guard, hold, sql};
use crate::authz::{
    AssignRoles, Caller, Denied, HeldRole, Key, Level, SeatKind, Supposition, Whereabouts,
    whereabouts,
};
use crate::ids::UserId;
use crate::store::{Reads, StoreError};
use crate::tenants;

/// A role or set of the account, and what keeps the caller from giving it.
pub(crate) struct Offer {
    pub role: Role,
    pub refused: Option<RoleError>,
}

/// What the caller could give.
pub(crate) struct Offers {
    /// All roles and sets, by name.
    pub all: Vec<Offer>,
    /// The role of those who have no other.
    pub first: RoleKey,
    /// Whether newcomers may have that role without anybody giving it.
    pub begins: bool,
    /// The caller gives roles at all.
    pub gives: bool,
}

/// What the caller could give, told by the questions that [`super::give`] and an invitation ask.
pub(crate) async fn offers(tx: &mut impl Reads, caller: &Caller) -> Result<Offers, StoreError> {
    let tenant = caller.tenant();
    let first = tenants::default_role(tx, tenant).await?;
    let begins = match guard::may_begin(tx, caller, SeatKind::Regular).await {
        Ok(()) => true,
        Err(RoleError::Store(error)) => return Err(error),
        Err(_) => false,
    };
    let all = sql::all(tx, tenant).await?.into_iter();
    Ok(Offers {
        all: all
            .map(|role| Offer {
                refused: hold::may_be_given(caller, &role).err(),
                role,
            })
            .collect(),
        first: first
            .parse()
            .map_err(|_| StoreError::fault("the default role has a key"))?,
        begins,
        gives: caller.scope::<AssignRoles>().is_ok(),
    })
}

/// Somebody who is there already.
pub(crate) struct Taker {
    person: Person,
    /// What he may do, now and on the days to come.
    looks: Vec<Arc<Rights>>,
    there: Whereabouts,
    /// What keeps the caller from editing him, as an edit by hand would say it.
    pub(crate) edited: Option<Denied>,
    /// What keeps the caller from giving him anything.
    pub(crate) given: Option<Denied>,
}

/// These people with what they hold. For admins two statements; for others a few more for each kind of people.
pub(crate) async fn takers(
    tx: &mut impl Reads,
    caller: &Caller,
    users: &[UserId],
) -> Result<HashMap<UserId, Taker>, StoreError> {
    let standing = Standing::of(tx, caller.tenant(), users).await?;
    let mut editing = guard::kept_from(tx, caller, Key::EditUsers, &standing).await?;
    let mut giving = guard::kept_from(tx, caller, Key::AssignRoles, &standing).await?;
    // Whoever runs imports adds people, and edits those who are there by another permission.
    let edits = caller.allows(Key::EditUsers).err();
    let mut places = if caller.level() >= Level::Admin {
        HashMap::new()
    } else {
        whereabouts(tx, caller, users).await?
    };
    let mut takers: HashMap<UserId, Taker> = HashMap::new();
    for (person, rights) in standing.people {
        let user = person.user;
        // The first look at somebody is the one at him now.
        let taker = takers.entry(user).or_insert_with(|| Taker {
            edited: edits.or_else(|| editing.remove(&user)),
            given: giving.remove(&user),
            there: places.remove(&user).unwrap_or_default(),
            looks: Vec::new(),
            person,
        });
        taker.looks.push(rights);
    }
    Ok(takers)
}

impl Taker {
    /// Whether the person holds it, also for a time, or will from a day on: what was agreed stays as it was agreed.
    pub(crate) fn holds(&self, role: &RoleKey) -> bool {
        let mut held = self.person.roles.iter();
        held.any(|held| held.role.key == *role)
    }

    /// True for somebody who has the default role because nobody gave him another.
    pub(crate) fn has_default(&self) -> bool {
        let held = self.person.roles.iter();
        let mut held = held.filter(|held| held.counts_at(self.person.at));
        self.person.level == Level::User
            && !self.person.service
            && held.all(|held| held.role.kind == RoleKind::Set)
    }

    /// Refuses roles that [`super::give`] would refuse for this person.
    pub(crate) fn may_take(&self, caller: &Caller, roles: &[&Role]) -> Result<(), RoleError> {
        if self.person.seat_kind == SeatKind::Team {
            return Err(RoleError::TeamSeat);
        }
        hold::not_self(caller, &[self.person.user])?;
        if let Some(denied) = self.given {
            return Err(denied.into());
        }
        if caller.level() >= Level::Admin {
            return Ok(());
        }
        let holds = roles.iter().map(|role| Supposition::Holds(held(role)));
        let holds: Vec<Supposition> = holds.collect();
        for was in &self.looks {
            let then = was.sample.supposing(&holds);
            let is = then.held();
            guard::may_gain(caller, was, (&is, then.fields()))?;
            guard::may_part_there(caller, was, &is, &self.there)?;
        }
        Ok(())
    }
}

fn held(role: &Role) -> HeldRole {
    HeldRole {
        key: role.key.to_string(),
        name: role.name.clone(),
        set: role.is_set(),
        by_default: false,
        expires_at: None,
        grants: role.grants.clone(),
        fields: role.fields.clone(),
    }
}
