//! Deleting a role: whoever had no other has the default role from then on (P67).

use super::acts::Done;
use super::effect::{self, Effect};
use super::error::RoleError;
use super::hold::roles_changed;
use super::key::RoleKey;
use super::standing::Standing;
use super::{edit, falling, guard, holder_sql, sql};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::{Caller, EditRoles, Key};
use crate::store::{Db, WriteTx};
use crate::tenants;

/// Deletes a role or set; gives who gained and who lost what by it. The log says it of the role and of
/// everybody who held it.
pub async fn delete(
    db: &Db,
    caller: &Caller,
    key: &RoleKey,
    reason: &str,
) -> Result<Effect, RoleError> {
    let scope = caller.scope::<EditRoles>()?;
    let mut tx = db.write().await?;
    let done = step(&mut tx, caller, key, reason).await?;
    tx.commit(Audit::all(&scope, done.events)).await?;
    Ok(Effect::of(&done.lines))
}

/// Step: the deletion without its commit.
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
    if key.is_built_in() {
        return Err(RoleError::BuiltIn);
    }
    if tenants::default_role(tx, tenant).await? == key.as_str() {
        return Err(RoleError::IsDefault);
    }
    let people = holder_sql::given_to(tx, tenant, key).await?;
    let before = Standing::of(tx, tenant, &people).await?;
    guard::may_touch(tx, caller, Key::EditRoles, &before).await?;
    holder_sql::take_from(tx, tenant, &people, key).await?;
    let listing = sql::unlist(tx, tenant, key).await?;
    sql::delete(tx, tenant, key).await?;
    let after = before.again(tx, tenant).await?;
    guard::may_raise(caller, &before, &after)?;
    falling::may_run_out(tx, caller, &before, &after).await?;
    guard::may_part(tx, caller, &before, &after).await?;
    let lines = effect::lines(&before, &after);
    let event = Event::new(EventKind::RoleDeleted)
        .on(SubjectKind::Role, key.subject(), role.label())
        .detail("members", people.len())
        .detail("grants", serde_json::json!(role.grants.words()))
        .reason(&reason);
    let mut events = vec![event];
    let names = sql::names(tx, tenant).await?;
    events.extend(listing.into_iter().map(|list| {
        let before = list.grants.givable();
        let told = |list| edit::givable_names(list, &names, Some(&role));
        Event::new(EventKind::RoleEdited)
            .on(SubjectKind::Role, list.key.subject(), list.label())
            .change(
                "givable_roles",
                told(before),
                told(&before.without(key.as_str())),
            )
            .reason(&reason)
    }));
    events.extend(roles_changed(&before, &after, &lines, None, &reason));
    Ok(Done {
        role,
        later: before.later(),
        lines,
        changes: Vec::new(),
        events,
    })
}
