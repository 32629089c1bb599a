//! Changing what a role says, shown in people before it is saved (D7).

use super::acts::Done;
use super::create::description;
use super::draft::{self, Words};
use super::effect::{self, Effect};
use super::error::RoleError;
use super::guard;
use super::key::RoleKey;
use super::list::RoleName;
use super::standing::Standing;
use super::{Role, falling, holder_sql, sql};
use crate::audit::{Audit, Change, Event, EventKind, Reason, SubjectKind};
use crate::authz::{Caller, EditRoles, Extent, Givable, Key};
use crate::clock::Timestamp;
use crate::store::{Db, Reads as _, WriteTx};
use crate::tenants;
use crate::text::{NAME_MAX, line};

/// What to change in a role; what is not named stays.
#[derive(Debug, Clone, Default)]
pub struct RoleEdit {
    /// Another name.
    pub name: Option<String>,
    /// Another description.
    pub description: Option<String>,
    /// What is said of permissions and fields.
    pub words: Words,
    /// `updated_at` of what the editor saw; another value refuses.
    pub seen: Option<Timestamp>,
    /// Why.
    pub reason: String,
}

/// A role after an edit.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The role.
    pub role: Role,
    /// Who gained and who lost what.
    pub effect: Effect,
    /// What changed in it.
    pub changes: Vec<Change>,
}

/// Saves an edit; whoever holds the role feels it at the next click. The log says it of the role and of each
/// person whose rights changed (P87).
pub async fn edit(
    db: &Db,
    caller: &Caller,
    key: &RoleKey,
    command: &RoleEdit,
) -> Result<Edited, RoleError> {
    let scope = caller.scope::<EditRoles>()?;
    let mut tx = db.write().await?;
    let done = step(&mut tx, caller, key, command).await?;
    let edited = Edited {
        effect: Effect::of(&done.lines),
        role: done.role,
        changes: done.changes,
    };
    if !done.events.is_empty() {
        tx.commit(Audit::all(&scope, done.events)).await?;
    }
    Ok(edited)
}

/// Step: the edit without its commit.
pub(super) async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    key: &RoleKey,
    command: &RoleEdit,
) -> Result<Done, RoleError> {
    let scope = caller.scope::<EditRoles>()?;
    let tenant = scope.tenant();
    let reason = Reason::read(&command.reason)?;
    let before = sql::lock(tx, tenant, key).await?;
    let before = before.ok_or(RoleError::Unknown)?;
    if command.seen.is_some_and(|seen| seen != before.updated_at) {
        return Err(RoleError::ChangedMeanwhile);
    }
    let mut after = before.clone();
    if let Some(name) = &command.name {
        after.name = line(name, NAME_MAX).map_err(RoleError::Name)?;
    }
    if let Some(text) = &command.description {
        after.description = description(text)?;
    }
    draft::apply(tx, caller, &mut after, &command.words).await?;
    let mut changes = changes(&before, &after);
    let (old, new) = (before.grants.givable(), after.grants.givable());
    if old != new {
        let names = sql::names(tx, tenant).await?;
        changes.push(Change {
            field: "givable_roles".to_owned(),
            before: givable_names(old, &names, None),
            after: givable_names(new, &names, None),
        });
    }
    if changes.is_empty() {
        return Ok(Done::nothing(before));
    }
    if !before.is_editable() || (before.key.is_built_in() && before.name != after.name) {
        return Err(RoleError::BuiltIn);
    }
    guard::may_edit(caller, &before, &after)?;
    if before.name != after.name {
        let holder = sql::named(tx, tenant, &after.name).await?;
        if holder.is_some_and(|holder| holder != after.key) {
            return Err(RoleError::Taken);
        }
    }
    let mut holders = holder_sql::holding(tx, tenant, key).await?;
    holders.extend(holder_sql::to_hold(tx, tenant, key).await?);
    let mut people = holders.clone();
    if tenants::default_role(tx, tenant).await? == key.as_str() {
        people.extend(falling::falling(tx, tenant).await?);
    }
    people.sort_unstable();
    people.dedup();
    let standing = Standing::of(tx, tenant, &people).await?;
    let concerned = falling::concerned(&standing, &holders);
    guard::may_touch(tx, caller, Key::EditRoles, &concerned).await?;
    sql::update(tx, tenant, &after).await?;
    after.updated_at = tx.now();
    let then = standing.again(tx, tenant).await?;
    guard::may_part(tx, caller, &standing, &then).await?;
    let lines = effect::lines(&standing, &then);
    let mut event = Event::new(EventKind::RoleEdited)
        .on(SubjectKind::Role, after.key.subject(), after.label())
        .reason(&reason);
    for change in &changes {
        event = event.change(&change.field, change.before.clone(), change.after.clone());
    }
    let mut events = vec![event];
    events.extend(effect::told(&lines, after.label(), &reason));
    Ok(Done {
        role: after,
        later: standing.later(),
        lines,
        changes,
        events,
    })
}

/// The names of the roles that may be given, for the log: `any`, or a list. `gone` is one that was just deleted.
pub(super) fn givable_names(
    givable: &Givable,
    names: &[RoleName],
    gone: Option<&Role>,
) -> serde_json::Value {
    let Some(keys) = givable.keys() else {
        return "any".into();
    };
    let label = |key: &String| {
        let known = names.iter().find(|name| name.key.as_str() == key);
        let known = known.filter(|name| !name.name.is_empty());
        match (known, gone) {
            (Some(name), _) => name.name.clone(),
            (None, Some(gone)) if gone.key.as_str() == key => gone.label().to_owned(),
            _ => key.clone(),
        }
    };
    keys.iter().map(label).collect()
}

/// What differs, field by field: a permission by its own word, a field of leads as `rule.` and its name.
fn changes(before: &Role, after: &Role) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut differ = |field: String, before: &str, after: &str| {
        if before != after {
            changes.push(Change {
                field,
                before: before.into(),
                after: after.into(),
            });
        }
    };
    differ("name".to_owned(), &before.name, &after.name);
    differ(
        "description".to_owned(),
        &before.description,
        &after.description,
    );
    let word = |extent: Extent| extent.word().unwrap_or("none");
    for key in Key::ALL {
        let (old, new) = (before.grants.extent(*key), after.grants.extent(*key));
        differ(key.as_str().to_owned(), word(old), word(new));
    }
    let both = before.fields.iter().chain(after.fields.iter());
    let mut fields: Vec<&str> = both.map(|(field, _)| field).collect();
    fields.sort_unstable();
    fields.dedup();
    let said = |role: &Role, field: &str| -> &'static str {
        let rules = role.fields.iter().find(|(name, _)| *name == field);
        match rules {
            Some((_, access)) => access.as_str(),
            None if role.is_set() => "hidden",
            None => "edit",
        }
    };
    for field in fields {
        differ(
            format!("rule.{field}"),
            said(before, field),
            said(after, field),
        );
    }
    changes
}
