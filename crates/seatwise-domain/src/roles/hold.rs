//! Giving roles and sets to people, also for a time, and taking them away (K2, P54).

use std::collections::HashMap;

use super::acts::Done;
use super::effect::{self, Effect, EffectLine};
use super::error::RoleError;
use super::key::RoleKey;
use super::standing::{Person, Standing};
use super::{Role, falling, guard, holder_sql, sql};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::{AssignRoles, Caller, Key, Level, SeatKind};
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::store::{Db, Reads, StoreError, WriteTx};

/// A role for people.
#[derive(Debug, Clone)]
pub struct Give {
    /// To whom; at most 500.
    pub users: Vec<UserId>,
    /// Which.
    pub role: RoleKey,
    /// From when on; at once without. What lies in the past counts at once, too, and is kept as it was said (P55).
    pub starts_at: Option<Timestamp>,
    /// Until when; for good without.
    pub expires_at: Option<Timestamp>,
    /// Why.
    pub reason: String,
}

/// A role less for somebody.
#[derive(Debug, Clone)]
pub struct Take {
    /// From whom.
    pub user: UserId,
    /// Which.
    pub role: RoleKey,
    /// Why.
    pub reason: String,
}

/// Gives a role or set, or other dates to one that somebody has: then he has it no more until it begins. Nobody gives what he has not (P59), and
/// nobody but an admin changes his own roles.
pub async fn give(db: &Db, caller: &Caller, give: &Give) -> Result<Effect, RoleError> {
    let scope = caller.scope::<AssignRoles>()?;
    let mut tx = db.write().await?;
    let done = give_step(&mut tx, caller, give).await?;
    if !done.events.is_empty() {
        tx.commit(Audit::all(&scope, done.events)).await?;
    }
    Ok(Effect::of(&done.lines))
}

/// Takes a role or set away; whoever has no other role then has the default one (P67).
pub async fn take(db: &Db, caller: &Caller, take: &Take) -> Result<Effect, RoleError> {
    let scope = caller.scope::<AssignRoles>()?;
    let mut tx = db.write().await?;
    let done = take_step(&mut tx, caller, take).await?;
    tx.commit(Audit::all(&scope, done.events)).await?;
    Ok(Effect::of(&done.lines))
}

/// Nobody but an admin changes his own roles.
pub(super) fn not_self(caller: &Caller, users: &[UserId]) -> Result<(), RoleError> {
    let own = caller.user().is_some_and(|own| users.contains(&own));
    if own && caller.level() < Level::Admin {
        return Err(RoleError::IsSelf);
    }
    Ok(())
}

/// Refuses a role or set that the caller may give to nobody, whoever it were.
pub(super) fn may_be_given(caller: &Caller, role: &Role) -> Result<(), RoleError> {
    caller.scope::<AssignRoles>()?;
    if role.key.is_of_team_seats() {
        return Err(RoleError::OfTeamSeats);
    }
    is_givable(caller, &role.key)?;
    guard::may_hand(caller, role)
}

/// Refuses a role or set that is none of those that the caller's own roles let him give (P64); it narrows taking, too.
pub(super) fn is_givable(caller: &Caller, role: &RoleKey) -> Result<(), RoleError> {
    if caller.grants().givable().includes(role.as_str()) {
        return Ok(());
    }
    Err(RoleError::NotGivable)
}

/// The role to be given, with what is asked of it and of the people.
async fn to_be_given(
    tx: &mut WriteTx,
    caller: &Caller,
    give: &Give,
) -> Result<(Role, Standing), RoleError> {
    let tenant = caller.tenant();
    let role = sql::lock(tx, tenant, &give.role).await?;
    let role = role.ok_or(RoleError::UnknownRole)?;
    let mut users = give.users.clone();
    users.sort_unstable();
    users.dedup();
    let days = [give.starts_at, give.expires_at];
    let standing = Standing::around(tx, tenant, &users, days).await?;
    if users.is_empty() || standing.each().count() != users.len() {
        return Err(RoleError::Unknown);
    }
    may_be_given(caller, &role)?;
    if give.expires_at.is_some_and(|until| until <= tx.now()) {
        return Err(RoleError::Past);
    }
    let dates = give.starts_at.zip(give.expires_at);
    if dates.is_some_and(|(from, until)| from >= until) {
        return Err(RoleError::BeginsTooLate);
    }
    let on_team_seat = |person: &Person| person.seat_kind == SeatKind::Team;
    if standing.each().any(|(person, _)| on_team_seat(person)) {
        return Err(RoleError::TeamSeat);
    }
    Ok((role, standing))
}

/// Step: gives without the commit.
pub(super) async fn give_step(
    tx: &mut WriteTx,
    caller: &Caller,
    give: &Give,
) -> Result<Done, RoleError> {
    caller.scope::<AssignRoles>()?;
    let reason = Reason::read(&give.reason)?;
    let (role, before) = to_be_given(tx, caller, give).await?;
    not_self(caller, &give.users)?;
    guard::may_touch(tx, caller, Key::AssignRoles, &before).await?;
    hand(tx, caller, give, (role, before), &reason).await
}

/// Step of adding a person: the role he begins with. He is nobody yet whom the caller could outrank.
pub(crate) async fn give_newcomer(
    tx: &mut WriteTx,
    caller: &Caller,
    give: &Give,
) -> Result<Vec<Event>, RoleError> {
    give_new(tx, caller, give, false).await
}

/// Step of an import: a role or set for people whom it brings, who are nobody yet, either.
pub(crate) async fn give_brought(
    tx: &mut WriteTx,
    caller: &Caller,
    give: &Give,
) -> Result<Vec<Event>, RoleError> {
    give_new(tx, caller, give, true).await
}

async fn give_new(
    tx: &mut WriteTx,
    caller: &Caller,
    give: &Give,
    with_sets: bool,
) -> Result<Vec<Event>, RoleError> {
    caller.scope::<AssignRoles>()?;
    let reason = Reason::read(&give.reason)?;
    let found = to_be_given(tx, caller, give).await?;
    if found.0.is_set() && !with_sets {
        return Err(RoleError::IsSet);
    }
    if let Some(part) = caller.part(Key::AssignRoles)
        && !caller
            .outside(tx, Key::AssignRoles, &give.users)
            .await?
            .is_empty()
    {
        return Err(part.refusal(Key::AssignRoles).into());
    }
    Ok(hand(tx, caller, give, found, &reason).await?.events)
}

/// Step of an import or of a move taken back: a role or set more for people who were there, without the commit.
pub(crate) async fn give_more(
    tx: &mut WriteTx,
    caller: &Caller,
    give: &Give,
) -> Result<Vec<Event>, RoleError> {
    Ok(give_step(tx, caller, give).await?.events)
}

async fn hand(
    tx: &mut WriteTx,
    caller: &Caller,
    give: &Give,
    (role, before): (Role, Standing),
    reason: &Reason,
) -> Result<Done, RoleError> {
    let tenant = caller.tenant();
    let (from, until) = (give.starts_at, give.expires_at);
    let has = |person: &Person| {
        let mut held = person.roles.iter();
        held.any(|held| held.role.key == role.key && (held.from, held.until) == (from, until))
    };
    let without = before.each().filter(|(person, _)| !has(person));
    let users: Vec<UserId> = without.map(|(person, _)| person.user).collect();
    if users.is_empty() {
        return Ok(Done::nothing(role));
    }
    let by = caller.user();
    holder_sql::give(tx, tenant, &users, &role.key, (from, until, by)).await?;
    let after = before.again(tx, tenant).await?;
    guard::may_raise(caller, &before, &after)?;
    falling::may_run_out(tx, caller, &before, &after).await?;
    guard::may_part(tx, caller, &before, &after).await?;
    let lines = effect::lines(&before, &after);
    let events = roles_changed(&before, &after, &lines, Some((&role, give)), reason);
    Ok(Done {
        role,
        later: before.later(),
        lines,
        changes: Vec::new(),
        events,
    })
}

/// Step: takes without the commit.
pub(super) async fn take_step(
    tx: &mut WriteTx,
    caller: &Caller,
    take: &Take,
) -> Result<Done, RoleError> {
    let scope = caller.scope::<AssignRoles>()?;
    let tenant = scope.tenant();
    let reason = Reason::read(&take.reason)?;
    let role = sql::lock(tx, tenant, &take.role).await?;
    let role = role.ok_or(RoleError::Unknown)?;
    let before = Standing::of(tx, tenant, &[take.user]).await?;
    if before.people.is_empty() {
        return Err(RoleError::Unknown);
    }
    not_self(caller, &[take.user])?;
    guard::may_touch(tx, caller, Key::AssignRoles, &before).await?;
    is_givable(caller, &take.role)?;
    if !holder_sql::take_one(tx, tenant, take.user, &take.role).await? {
        return Err(RoleError::Unknown);
    }
    let after = before.again(tx, tenant).await?;
    guard::may_raise(caller, &before, &after)?;
    falling::may_run_out(tx, caller, &before, &after).await?;
    guard::may_part(tx, caller, &before, &after).await?;
    let lines = effect::lines(&before, &after);
    let events = roles_changed(&before, &after, &lines, None, &reason);
    Ok(Done {
        role,
        later: before.later(),
        lines,
        changes: Vec::new(),
        events,
    })
}

/// Step of a move: takes a role or set away without the commit.
pub(crate) async fn take_away(
    tx: &mut WriteTx,
    caller: &Caller,
    take: &Take,
) -> Result<Vec<Event>, RoleError> {
    Ok(take_step(tx, caller, take).await?.events)
}

/// Step: takes everything from people who are removed.
pub(crate) async fn take_all(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<(), StoreError> {
    holder_sql::take_everything(tx, tenant, users).await
}

/// A line for the history of each person whose roles changed: the roles before and after, from and until when, and
/// what he may do more or less by it (P87).
pub(super) fn roles_changed(
    before: &Standing,
    after: &Standing,
    lines: &[(EffectLine, bool)],
    given: Option<(&Role, &Give)>,
    reason: &Reason,
) -> Vec<Event> {
    let names = |person: &Person| -> Vec<String> {
        let held = person.roles.iter();
        held.map(|held| {
            if held.role.name.is_empty() {
                held.role.key.to_string()
            } else {
                held.role.name.clone()
            }
        })
        .collect()
    };
    let now: HashMap<UserId, &Person> = after
        .each()
        .map(|(person, _)| (person.user, person))
        .collect();
    let effects: HashMap<UserId, &EffectLine> =
        lines.iter().map(|(line, _)| (line.user, line)).collect();
    let mut events = Vec::new();
    for (person, _) in before.each() {
        let Some(is) = now.get(&person.user) else {
            continue;
        };
        if person.roles == is.roles {
            continue;
        }
        let mut event = Event::new(EventKind::RolesChanged)
            .on(SubjectKind::User, person.user, person.name.clone())
            .change("roles", names(person), names(is))
            .reason(reason);
        if let Some((role, give)) = given {
            event = event.detail("role", role.label());
            for (name, date) in [("from", give.starts_at), ("until", give.expires_at)] {
                if let Some(date) = date {
                    event = event.detail(name, date.to_string());
                }
            }
        }
        if let Some(line) = effects.get(&person.user) {
            event = line.tell(event);
        }
        events.push(event);
    }
    events
}
