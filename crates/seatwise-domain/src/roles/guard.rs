//! No escalation through roles (D16, P59): nobody gives by a role what he has not, and nobody changes the
//! roles of somebody who may do more.

use std::collections::HashMap;

use super::effect::lifted;
use super::given::{Span, gaps};
use super::standing::{Person, Rights, Standing};
use super::{Role, RoleError, RoleKey, RoleKind, sql};
use crate::authz::{
    Because, Caller, Denied, FieldAccess, FieldRules, Grants, Key, Level, SeatKind,
};
use crate::clock::Timestamp;
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

/// The times, from now on, in which somebody has the default role because no other counts.
fn by_default(person: &Person) -> Vec<Span> {
    if person.level > Level::User || person.service || person.seat_kind == SeatKind::Team {
        return Vec::new();
    }
    let roles = person.roles.iter();
    let roles = roles.filter(|given| given.role.kind == RoleKind::Role);
    gaps(roles, person.at)
}

/// Refuses a change by which somebody has the default role at a time at which he would not have had it, before a
/// role begins or after it ends, to those who could not give it to him now.
pub(super) async fn may_run_out(
    tx: &mut impl Reads,
    caller: &Caller,
    before: &Standing,
    after: &Standing,
) -> Result<(), RoleError> {
    let known = before.each();
    let known: HashMap<UserId, Vec<Span>> = known
        .map(|(person, _)| (person.user, by_default(person)))
        .collect();
    let within = |user: UserId, (from, until): Span| {
        let known = known.get(&user).into_iter().flatten();
        let mut known = known.filter(|span| span.0 <= from && until <= span.1);
        known.next().is_some()
    };
    let mut people = after.each();
    let falls = people.any(|(person, _)| {
        let spans = by_default(person).into_iter();
        let mut new = spans.filter(|span| !within(person.user, *span));
        new.next().is_some()
    });
    if falls {
        may_begin(tx, caller, SeatKind::Regular).await
    } else {
        Ok(())
    }
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

/// Those of the people on whom the caller may not act: who are outside his part, and who may do more than he, now or,
/// as far as more than an edit is concerned, on a day to come. The same as [`Caller::touches`] says of each, at the
/// price of a few looks.
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
    let now = tx.now();
    for sample in &concerned.samples {
        let looks = || concerned.people.iter();
        let found = looks().find(|(person, _)| (person.user, person.at) == *sample);
        let Some((_, rights)) = found else {
            continue;
        };
        let alike = looks().filter(|(_, other)| std::sync::Arc::ptr_eq(rights, other));
        let alike = alike.filter(|(person, _)| key != Key::EditUsers || person.at == now);
        // Those who administer a part have each another one.
        let apart = rights.sample.has_parts();
        let looked = caller.outranks_on(tx, key, *sample).await?;
        for (person, _) in alike {
            let said = if apart && looked.is_ok() {
                caller
                    .outranks_on(tx, key, (person.user, person.at))
                    .await?
            } else {
                looked
            };
            if let Err(denied) = said {
                kept.entry(person.user).or_insert(denied);
            }
        }
    }
    if let Some(part) = caller.part(key) {
        let people = concerned.each();
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
    let was: HashMap<(UserId, Timestamp), &Rights> = before
        .people
        .iter()
        .map(|(person, rights)| ((person.user, person.at), &**rights))
        .collect();
    let gain = |person: &Person, is: &Rights| {
        is.sample.has_parts()
            && was
                .get(&(person.user, person.at))
                .is_none_or(|was| !was.grants.lacks(&is.grants).is_empty())
    };
    let looks: Vec<(UserId, Timestamp)> = after
        .people
        .iter()
        .filter(|(person, is)| gain(person, is))
        .map(|(person, _)| (person.user, person.at))
        .collect();
    may_extend_on(tx, caller, &looks).await
}

/// Refuses people who administer others whom the caller does not.
pub(crate) async fn may_extend(
    tx: &mut impl Reads,
    caller: &Caller,
    users: &[UserId],
) -> Result<(), RoleError> {
    let now = tx.now();
    let looks: Vec<_> = users.iter().map(|user| (*user, now)).collect();
    may_extend_on(tx, caller, &looks).await
}

async fn may_extend_on(
    tx: &mut impl Reads,
    caller: &Caller,
    looks: &[(UserId, Timestamp)],
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin {
        return Ok(());
    }
    for (user, at) in looks {
        let looked = Caller::looked_at_on(tx, caller.tenant(), *user, *at).await?;
        if let Some((other, _)) = looked
            && caller.administers_less(tx, &other).await?
        {
            return Err(outranked(Key::AssignRoles));
        }
    }
    Ok(())
}

/// Refuses a change by which anybody gains what the caller has not, now or on a day on which something begins: also
/// what comes by falling back to the default role.
pub(super) fn may_raise(
    caller: &Caller,
    before: &Standing,
    after: &Standing,
) -> Result<(), RoleError> {
    if caller.level() >= Level::Admin {
        return Ok(());
    }
    let then: HashMap<(UserId, Timestamp), &Rights> = after
        .people
        .iter()
        .map(|(person, rights)| ((person.user, person.at), &**rights))
        .collect();
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
