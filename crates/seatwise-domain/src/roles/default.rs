//! Which role those have who have no other (P67).

use super::acts::Done;
use super::effect::{self, Effect};
use super::error::RoleError;
use super::key::RoleKey;
use super::standing::Standing;
use super::{falling, guard, holder_sql, sql};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::{Caller, EditRoles, Key};
use crate::store::{Db, WriteTx};
use crate::tenants;

/// Makes a role the account's default: for newcomers, and for everybody without a role of his own.
pub async fn make_default(
    db: &Db,
    caller: &Caller,
    key: &RoleKey,
    reason: &str,
) -> Result<Effect, RoleError> {
    let scope = caller.scope::<EditRoles>()?;
    let mut tx = db.write().await?;
    let done = step(&mut tx, caller, key, reason).await?;
    if !done.events.is_empty() {
        tx.commit(Audit::all(&scope, done.events)).await?;
    }
    Ok(Effect::of(&done.lines))
}

/// Step: the change without its commit.
pub(super) async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    key: &RoleKey,
    reason: &str,
) -> Result<Done, RoleError> {
    let scope = caller.scope::<EditRoles>()?;
    let tenant = scope.tenant();
    let reason = Reason::read(reason)?;
    let role = sql::lock(tx, tenant, key).await?;
    let role = role.ok_or(RoleError::Unknown)?;
    if role.is_set() {
        return Err(RoleError::IsSet);
    }
    if key.is_of_team_seats() {
        return Err(RoleError::OfTeamSeats);
    }
    let old = tenants::default_role(tx, tenant).await?;
    if old == key.as_str() {
        return Ok(Done::nothing(role));
    }
    guard::may_hand(caller, &role)?;
    let before_name = sql::default_name(tx, tenant).await?;
    let holders = match &before_name {
        Some(name) => holder_sql::holding(tx, tenant, &name.key).await?,
        None => Vec::new(),
    };
    let mut people = falling::falling(tx, tenant).await?;
    people.extend(&holders);
    people.sort_unstable();
    people.dedup();
    let before = Standing::of(tx, tenant, &people).await?;
    let concerned = falling::concerned(&before, &holders);
    guard::may_touch(tx, caller, Key::EditRoles, &concerned).await?;
    tenants::set_default_role(tx, tenant, key.as_str()).await?;
    let after = before.again(tx, tenant).await?;
    guard::may_raise(caller, &before, &after)?;
    guard::may_part(tx, caller, &before, &after).await?;
    let lines = effect::lines(&before, &after);
    let label = before_name.map_or(old, |name| {
        if name.name.is_empty() {
            name.key.to_string()
        } else {
            name.name
        }
    });
    let event = Event::new(EventKind::RoleMadeDefault)
        .on(SubjectKind::Role, key.subject(), role.label())
        .change("default_role", label, role.label())
        .reason(&reason);
    let mut events = vec![event];
    events.extend(effect::told(&lines, role.label(), &reason));
    Ok(Done {
        role,
        later: before.later(),
        lines,
        changes: Vec::new(),
        events,
    })
}
