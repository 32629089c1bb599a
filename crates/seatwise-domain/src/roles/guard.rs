//! No escalation through roles (D16, P59): nobody gives by a role what he has not, and nobody changes the
//! roles of somebody who may do more.

use std::collections::{HashMap, HashSet};

use super::effect::lifted;
use super::standing::{Person, Rights, Standing};
use super::{Role, RoleError, RoleKey, RoleKind, sql};
use crate::authz::{
    Because, Caller, Denied, FieldAccess, FieldRules, Grants, Key, Level, SeatKind,
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

/// True for whoever will not fall back to the default role by the passing of time.
fn is_settled(person: &Person) -> bool {
    let mut roles = person.roles.iter();
    person.level > Level::User
        || person.service
        || person.seat_kind == SeatKind::Team
        || roles.any(|(role, until)| role.kind == RoleKind::Role && until.is_none())
}

/// Refuses a change after which somebody has roles for a time only, so that he falls back to the default role
/// when they end, to those who could not give it to him now.
pub(super) async fn may_run_out(
    tx: &mut impl Reads,
    caller: &Caller,
    before: &Standing,
    after: &Standing,
) -> Result<(), RoleError> {
    let settled = |standing: &Standing| -> HashSet<UserId> {
        let people = standing.people.iter().map(|(person, _)| person);
        people
            .filter(|person| is_settled(person))
            .map(|person| person.user)
            .collect()
    };
    if settled(before).is_subset(&settled(after)) {
        return Ok(());
    }
    may_begin(tx, caller, SeatKind::Regular).await
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

/// Those of the people on whom the caller may not act: who are outside his part, and who may do more than he. The
/// same as [`Caller::touches`] says of each, at the price of a few looks.
pub(super) async fn kept_from(
    tx: &mut impl Reads,
    caller: &Caller,
    key: Key,
    concerned: &Standing,
) -> Result<HashMap<UserId, Denied>, StoreError> {
    let mut kept = HashMap::new();
    if caller.level() >= Level::Admin {
        return Ok(kept);
    }
    for user in &concerned.samples {
        let mut alike = concerned.people.iter();
        let Some((_, rights)) = alike.find(|(person, _)| person.user == *user) else {
            continue;
        };
        let alike = concerned.people.iter();
        let alike = alike.filter(|(_, other)| std::sync::Arc::ptr_eq(rights, other));
        // Those who administer a part have each another one.
        let apart = rights.sample.has_parts();
        let looked = caller.outranks(tx, key, *user).await?;
        for (person, _) in alike {
            let said = if apart && looked.is_ok() {
                caller.outranks(tx, key, person.user).await?
            } else {
                looked
            };
            if let Err(denied) = said {
                kept.insert(person.user, denied);
            }
        }
    }
    if let Some(part) = caller.part(key) {
        let people = concerned.people.iter();
        let users: Vec<UserId> = people.map(|(person, _)| person.user).collect();
        for user in caller.outside(tx, key, &users).await? {
            kept.insert(user, part.refusal(key));
        }
    }
    Ok(kept)
}

/// Refuses a change by which anybody administers people whom the caller does not: the words of a role are the same for
/// all of its holders, but not their teams and positions (P64).
pub(super) async fn may_part(
    tx: &mut impl Reads,
    caller: &Caller,
    before: &Standing,
    after: &Standing,
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin {
        return Ok(());
    }
    let was: HashMap<UserId, &Rights> = before
        .people
        .iter()
        .map(|(person, rights)| (person.user, &**rights))
        .collect();
    let gain = |person: &Person, is: &Rights| {
        is.sample.has_parts()
            && was
                .get(&person.user)
                .is_none_or(|was| !was.grants.lacks(&is.grants).is_empty())
    };
    let users: Vec<UserId> = after
        .people
        .iter()
        .filter(|(person, is)| gain(person, is))
        .map(|(person, _)| person.user)
        .collect();
    may_extend(tx, caller, &users).await
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
    for user in users {
        let looked = Caller::looked_at(tx, caller.tenant(), *user).await?;
        if let Some((other, _)) = looked
            && caller.administers_less(tx, &other).await?
        {
            return Err(outranked(Key::AssignRoles));
        }
    }
    Ok(())
}

/// Refuses a change by which anybody gains what the caller has not: also what comes by falling back to the
/// default role.
pub(super) fn may_raise(
    caller: &Caller,
    before: &Standing,
    after: &Standing,
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin {
        return Ok(());
    }
    let now: HashMap<UserId, &Rights> = after
        .people
        .iter()
        .map(|(person, rights)| (person.user, &**rights))
        .collect();
    for (person, was) in &before.people {
        let Some(is) = now.get(&person.user) else {
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
