//! No escalation through roles (D16, P59): nobody gives by a role what he has not, and nobody changes the
//! roles of somebody who may do more.

use std::collections::{HashMap, HashSet};

use super::effect::lifted;
use super::standing::{Person, Rights, Standing};
use super::{Role, RoleError, RoleKey, sql};
use crate::authz::{
    Because, Caller, Denied, FieldAccess, FieldRules, Grants, Key, Level, SeatKind, Whereabouts,
    whereabouts,
};
use crate::ids::UserId;
use crate::store::{Reads, StoreError};
use crate::tenants;

fn outranked(key: Key) -> RoleError {
    RoleError::Denied(Denied {
        key,
        because: Because::Outranked,
    })
}

/// Refuses fields that somebody would see or change whom the caller's own roles keep from it.
fn may_lift(caller: &Caller, fields: &[(String, FieldAccess)]) -> Result<(), RoleError> {
    let own: &FieldRules = caller.fields();
    if fields.iter().any(|(field, access)| own.of(field) < *access) {
        return Err(outranked(Key::ViewRecords));
    }
    Ok(())
}

/// Refuses a role that gives what the caller has not, whoever gets it.
pub(super) fn may_hand(caller: &Caller, role: &Role) -> Result<(), RoleError> {
    caller.may_give(&role.grants)?;
    let own = caller.fields();
    let beyond = if role.is_set() {
        role.fields
            .iter()
            .any(|(field, access)| own.of(field) < access)
    } else {
        !own.lacks(&role.fields).is_empty()
    };
    if beyond {
        return Err(outranked(Key::ViewRecords));
    }
    Ok(())
}

/// Refuses what an edit adds to a role beyond the caller's own rights; taking away is always possible.
pub(super) fn may_edit(caller: &Caller, before: &Role, after: &Role) -> Result<(), RoleError> {
    caller.may_give(&added(&before.grants, &after.grants))?;
    let lifts = if after.is_set() {
        let more = |(field, access): &(&str, FieldAccess)| {
            before
                .fields
                .iter()
                .all(|(known, was)| known != *field || was < *access)
        };
        let fields = after.fields.iter().filter(more);
        fields
            .map(|(field, access)| (field.to_owned(), access))
            .collect()
    } else {
        lifted(&before.fields, &after.fields)
    };
    may_lift(caller, &lifts)
}

/// Refuses a newcomer who would have more than the caller by the role that nobody gives him: the account's
/// default, or that of his seat.
pub(crate) async fn may_begin(
    tx: &mut impl Reads,
    caller: &Caller,
    seat: SeatKind,
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin {
        return Ok(());
    }
    let tenant = caller.tenant();
    let key = match seat {
        SeatKind::Team => RoleKey::team_user(),
        SeatKind::Regular => {
            let word = tenants::default_role(tx, tenant).await?;
            word.parse().map_err(|_| RoleError::UnknownRole)?
        }
    };
    let role = sql::find(tx, tenant, &key).await?;
    may_hand(caller, &role.ok_or(RoleError::UnknownRole)?)
}

/// What goes further than before.
fn added(before: &Grants, after: &Grants) -> Grants {
    after.only(&before.lacks(after))
}

/// Refuses a change that concerns somebody who may do more than the caller.
pub(super) async fn may_touch(
    tx: &mut impl Reads,
    caller: &Caller,
    key: Key,
    concerned: &Standing,
) -> Result<(), RoleError> {
    let kept = kept_from(tx, caller, key, concerned).await?;
    let mut people = concerned.people.iter();
    match people.find_map(|(person, _)| kept.get(&person.user)) {
        Some(denied) => Err((*denied).into()),
        None => Ok(()),
    }
}

/// Those of the people who may do more than the caller, now or on a day to come. The same as [`Caller::outranks`] says
/// of each, whoever many they are.
pub(super) async fn above(
    tx: &mut impl Reads,
    caller: &Caller,
    concerned: &Standing,
) -> Result<HashSet<UserId>, StoreError> {
    let mut above = HashSet::new();
    if caller.level() >= Level::Admin {
        return Ok(above);
    }
    let mut apart: Vec<(UserId, &Grants)> = Vec::new();
    for (person, rights) in &concerned.people {
        // Nobody is above himself, and he is no measure for those who are like him.
        if caller.user() == Some(person.user) {
            continue;
        }
        if caller.falls_short_of(&rights.sample) {
            above.insert(person.user);
        } else if rights.grants.has_parts() {
            apart.push((person.user, &rights.grants));
        }
    }
    above.extend(elsewhere(tx, caller, &apart).await?);
    Ok(above)
}

/// Those who administer by their rights people whom the caller does not: the words of a role are the same for all of
/// its holders, but not their teams and positions (P64).
async fn elsewhere(
    tx: &mut impl Reads,
    caller: &Caller,
    people: &[(UserId, &Grants)],
) -> Result<HashSet<UserId>, StoreError> {
    let users: HashSet<UserId> = people.iter().map(|(user, _)| *user).collect();
    let users: Vec<UserId> = users.into_iter().collect();
    let places = whereabouts(tx, caller, &users).await?;
    let nowhere = Whereabouts::default();
    let less = |user: &UserId, grants: &Grants| {
        caller.administers_less(grants, places.get(user).unwrap_or(&nowhere))
    };
    let found = people.iter().filter(|(user, grants)| less(user, grants));
    Ok(found.map(|(user, _)| *user).collect())
}

/// Those of the people on whom the caller may not act: who are outside his part, and who may do more than he. The same
/// as [`Caller::touches`] says of each.
pub(super) async fn kept_from(
    tx: &mut impl Reads,
    caller: &Caller,
    key: Key,
    concerned: &Standing,
) -> Result<HashMap<UserId, Denied>, StoreError> {
    let above = above(tx, caller, concerned).await?.into_iter();
    let because = Because::Outranked;
    let above = above.map(|user| (user, Denied { key, because }));
    let mut kept: HashMap<UserId, Denied> = above.collect();
    if let Some(part) = caller.part(key) {
        let people = concerned.people.iter();
        let users: HashSet<UserId> = people.map(|(person, _)| person.user).collect();
        let users: Vec<UserId> = users.into_iter().collect();
        for user in caller.outside(tx, key, &users).await? {
            kept.insert(user, part.refusal(key));
        }
    }
    Ok(kept)
}

/// True where somebody gains something and administers a part of the people.
fn gains_part(was: Option<&Rights>, is: &Grants) -> bool {
    is.has_parts() && was.is_none_or(|was| !was.grants.lacks(is).is_empty())
}

/// Refuses a change by which anybody administers people whom the caller does not (P64), now or on a day to come.
pub(super) async fn may_part(
    tx: &mut impl Reads,
    caller: &Caller,
    before: &Standing,
    after: &Standing,
) -> Result<(), RoleError> {
    let was = before.looks();
    let gain = |person: &Person, is: &Rights| {
        let was = was.get(&(person.user, person.at));
        gains_part(was.copied(), &is.grants)
    };
    let people = after.people.iter();
    let people = people.filter(|(person, is)| gain(person, is));
    let people: Vec<_> = people
        .map(|(person, is)| (person.user, &is.grants))
        .collect();
    may_reach(tx, caller, &people).await
}

/// The same for one who gains by what is not given to him yet.
pub(super) fn may_part_there(
    caller: &Caller,
    was: &Rights,
    is: &Grants,
    there: &Whereabouts,
) -> Result<(), RoleError> {
    if gains_part(Some(was), is) && caller.administers_less(is, there) {
        return Err(outranked(Key::AssignRoles));
    }
    Ok(())
}

/// Refuses people who administer others whom the caller does not.
pub(crate) async fn may_extend(
    tx: &mut impl Reads,
    caller: &Caller,
    users: &[UserId],
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin {
        return Ok(());
    }
    let standing = Standing::of(tx, caller.tenant(), users).await?;
    let people = standing.people.iter();
    let people: Vec<_> = people
        .map(|(person, is)| (person.user, &is.grants))
        .collect();
    may_reach(tx, caller, &people).await
}

async fn may_reach(
    tx: &mut impl Reads,
    caller: &Caller,
    people: &[(UserId, &Grants)],
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin || elsewhere(tx, caller, people).await?.is_empty() {
        return Ok(());
    }
    Err(outranked(Key::AssignRoles))
}

/// Refuses a change by which anybody gains what the caller has not, now or on a day on which something begins or ends:
/// also what comes by falling back to the default role.
pub(super) fn may_raise(
    caller: &Caller,
    before: &Standing,
    after: &Standing,
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin {
        return Ok(());
    }
    let then = after.looks();
    for (person, was) in &before.people {
        let Some(is) = then.get(&(person.user, person.at)) else {
            continue;
        };
        may_gain(caller, was, (&is.grants, &is.fields))?;
    }
    Ok(())
}

/// Refuses what somebody would gain beyond the caller's own rights.
pub(super) fn may_gain(
    caller: &Caller,
    was: &Rights,
    (grants, fields): (&Grants, &FieldRules),
) -> Result<(), RoleError> {
    caller.may_give(&added(&was.grants, grants))?;
    may_lift(caller, &lifted(&was.fields, fields))
}
