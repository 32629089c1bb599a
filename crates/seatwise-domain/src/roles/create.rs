//! Making a role or permission set, from nothing or as a copy.

use super::draft::{self, Words};
use super::error::RoleError;
use super::guard;
use super::key::RoleKey;
use super::{DESCRIPTION_MAX, ROLES_MAX, Role, RoleKind, sql};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::{Caller, EditRoles, FieldRules, Grants, Scope};
use crate::ids::RoleId;
use crate::store::{Db, Reads as _, WriteTx};
use crate::text::{NAME_MAX, line, optional_line};

/// A role to be made.
#[derive(Debug, Clone, Default)]
pub struct NewRole {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// True for a permission set.
    pub set: bool,
    /// The role whose permissions and fields it begins with.
    pub copy_of: Option<RoleKey>,
    /// What is said beyond that.
    pub words: Words,
    /// Why.
    pub reason: String,
}

/// Makes a role. Whoever makes it can put into it what he has himself (P59).
pub async fn create(db: &Db, caller: &Caller, new: &NewRole) -> Result<Role, RoleError> {
    let scope = caller.scope::<EditRoles>()?;
    let mut tx = db.write().await?;
    let (role, event) = add(&mut tx, caller, &scope, new).await?;
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(role)
}

/// Step: makes a role; its line belongs into the commit.
pub(crate) async fn add(
    tx: &mut WriteTx,
    caller: &Caller,
    scope: &Scope<EditRoles>,
    new: &NewRole,
) -> Result<(Role, Event), RoleError> {
    let tenant = scope.tenant();
    let reason = Reason::read(&new.reason)?;
    let source = match &new.copy_of {
        Some(key) => Some(
            sql::find(tx, tenant, key)
                .await?
                .ok_or(RoleError::UnknownRole)?,
        ),
        None => None,
    };
    let id: RoleId = tx.id();
    let now = tx.now();
    let mut role = Role {
        key: id.into(),
        kind: if new.set {
            RoleKind::Set
        } else {
            RoleKind::Role
        },
        name: line(&new.name, NAME_MAX).map_err(RoleError::Name)?,
        description: description(&new.description)?,
        grants: source
            .as_ref()
            .map_or_else(Grants::default, |role| role.grants.clone()),
        fields: source
            .as_ref()
            .filter(|role| role.is_set() == new.set)
            .map_or_else(FieldRules::default, |role| role.fields.clone()),
        created_at: now,
        updated_at: now,
    };
    draft::apply(tx, caller, &mut role, &new.words).await?;
    guard::may_hand(caller, &role)?;
    if sql::number(tx, tenant).await? >= ROLES_MAX as u64 {
        return Err(RoleError::Full);
    }
    if !sql::insert(tx, tenant, &role, caller.user()).await? {
        return Err(RoleError::Taken);
    }
    let mut event = Event::new(EventKind::RoleCreated)
        .on(SubjectKind::Role, role.key.subject(), role.name.clone())
        .detail("kind", role.kind.as_str())
        .detail("grants", serde_json::json!(role.grants.words()))
        .reason(&reason);
    if !role.fields.is_free() {
        let rules: serde_json::Map<String, serde_json::Value> = role
            .fields
            .iter()
            .map(|(field, access)| (format!("rule.{field}"), access.as_str().into()))
            .collect();
        event = event.detail("fields", rules);
    }
    if let Some(keys) = role.grants.givable().keys() {
        event = event.detail("givable_roles", serde_json::json!(keys));
    }
    if let Some(source) = source {
        event = event.detail("copy_of", source.label());
    }
    Ok((role, event))
}

/// Reads what a role is for.
pub(super) fn description(text: &str) -> Result<String, RoleError> {
    let text = text.replace("\r\n", " ").replace('\n', " ");
    let read = optional_line(&text, DESCRIPTION_MAX).map_err(RoleError::Description)?;
    Ok(read.unwrap_or_default())
}
