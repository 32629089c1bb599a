//! Who has the default role because nothing else counts (P67): at times also somebody who has another one today.

use std::collections::{HashMap, HashSet};

use super::error::RoleError;
use super::given::{Span, gaps};
use super::standing::{Person, Standing};
use super::{RoleKind, guard, holder_sql};
use crate::authz::{Caller, Level, SeatKind};
use crate::ids::{TenantId, UserId};
use crate::store::{Reads, StoreError};

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
/// Of others [`guard::may_touch`] and [`guard::may_raise`] say as much already; of himself, whom nobody is above, only
/// this does: who deletes his own role may have the same by another until that is taken.
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
        guard::may_begin(tx, caller, SeatKind::Regular).await
    } else {
        Ok(())
    }
}

/// Those whom a change of the default role concerns, at the moments at which it does: who has one of the roles that
/// change is concerned always, and whoever falls back to the default one as long as nothing else counts. What he may
/// do before that is not what changes.
pub(super) fn concerned(standing: &Standing, holders: &[UserId]) -> Standing {
    let holders: HashSet<UserId> = holders.iter().copied().collect();
    standing.only(|person| holders.contains(&person.user) || has_nothing_else(person))
}

fn has_nothing_else(person: &Person) -> bool {
    let mut spans = by_default(person).into_iter();
    spans.any(|(from, until)| from <= person.at && person.at < until)
}

/// Whoever has a role that ends, and the default one from then on if nothing changes.
pub(super) async fn falling(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<UserId>, StoreError> {
    let users = holder_sql::holding_for_a_time(tx, tenant).await?;
    let mut given = holder_sql::given(tx, tenant, &users).await?;
    let mut people = holder_sql::people(tx, tenant, &users).await?;
    people.retain_mut(|person| {
        person.roles = given.remove(&person.user).unwrap_or_default();
        !by_default(person).is_empty()
    });
    Ok(people.into_iter().map(|person| person.user).collect())
}
