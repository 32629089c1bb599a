//! Reading roles: all of them with their people counted, one, and their names.

use super::error::RoleError;
use super::key::RoleKey;
use super::{Role, RoleKind, bring, guard, hold, sql};
use crate::authz::{AssignRoles, Because, Caller, Denied, Key, Level, Scope, SeatKind, ViewUsers};
use crate::clock::Timestamp;
use crate::ids::UserId;
use crate::store::{FromRow, Reader, Reads, StoreError};
use crate::tenants;

/// A role in the list of roles.
#[derive(Debug, Clone)]
pub struct RoleRow {
    /// The role.
    pub role: Role,
    /// How many people hold it who have not left, also those who have it by default (P67).
    pub members: u64,
    /// True for what those have who have no other.
    pub is_default: bool,
}

/// A role by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleName {
    /// Its key.
    pub key: RoleKey,
    /// What it is.
    pub kind: RoleKind,
    /// Its name; empty for the program's own.
    pub name: String,
}

impl FromRow for RoleName {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            key: row.word()?,
            kind: row.word()?,
            name: row.text()?,
        })
    }
}

/// How many people who have not left decide by their level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Levels {
    /// Owners: one.
    pub owners: u64,
    /// Admins who are not the owner.
    pub admins: u64,
    /// People who lead a team.
    pub managers: u64,
}

/// Refuses to show roles to those who neither edit nor give them, nor check what others may do.
pub fn may_look(caller: &Caller) -> Result<(), Denied> {
    let looking = [Key::AssignRoles, Key::EditRoles, Key::CheckAccess];
    if looking.into_iter().any(|key| caller.holds(key)) {
        return Ok(());
    }
    caller.allows(Key::AssignRoles)?;
    Err(Denied {
        key: Key::AssignRoles,
        because: Because::Level,
    })
}

/// All roles and sets: the program's own first, then by name.
pub async fn list(tx: &mut impl Reads, caller: &Caller) -> Result<Vec<RoleRow>, RoleError> {
    may_look(caller)?;
    let tenant = caller.tenant();
    let first = tenants::default_role(tx, tenant).await?;
    let mut counts = sql::counts(tx, tenant).await?;
    let mut rows: Vec<RoleRow> = sql::all(tx, tenant)
        .await?
        .into_iter()
        .map(|role| RoleRow {
            members: counts.remove(&role.key).unwrap_or_default(),
            is_default: role.key.as_str() == first,
            role,
        })
        .collect();
    rows.sort_by_key(|row| (row.role.is_set(), !row.role.key.is_built_in()));
    Ok(rows)
}

/// One role with its people counted.
pub async fn find(
    tx: &mut impl Reads,
    caller: &Caller,
    key: &RoleKey,
) -> Result<Option<RoleRow>, RoleError> {
    may_look(caller)?;
    let tenant = caller.tenant();
    let Some(role) = sql::find(tx, tenant, key).await? else {
        return Ok(None);
    };
    let first = tenants::default_role(tx, tenant).await?;
    let mut counts = sql::counts(tx, tenant).await?;
    Ok(Some(RoleRow {
        members: counts.remove(key).unwrap_or_default(),
        is_default: key.as_str() == first,
        role,
    }))
}

/// Somebody who will hold a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToCome {
    /// The person.
    pub user: UserId,
    /// His name.
    pub name: String,
    /// From when on.
    pub starts_at: Timestamp,
    /// Until when.
    pub expires_at: Option<Timestamp>,
}

impl FromRow for ToCome {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            user: row.id()?,
            name: row.text()?,
            starts_at: row.at()?,
            expires_at: row.at_opt()?,
        })
    }
}

/// Who has not left and will hold a role from a day on, the next first; 50 at most (P55).
pub async fn to_come(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    key: &RoleKey,
) -> Result<Vec<ToCome>, StoreError> {
    sql::to_come(tx, scope.tenant(), key).await
}

/// How many people decide by their level.
pub async fn levels(tx: &mut impl Reads, caller: &Caller) -> Result<Levels, RoleError> {
    may_look(caller)?;
    Ok(sql::levels(tx, caller.tenant()).await?)
}

/// The names of the roles and sets that the caller can give to somebody: those whose rights he has himself (P59), and
/// that his own roles let him give (P64), and by which that person administers nobody whom he does not, so that a choice
/// offers nothing that the act refuses (D4). `None` where the person is outside the caller's part, or may do more.
pub async fn givable(
    tx: &mut impl Reads,
    caller: &Caller,
    to: Option<UserId>,
) -> Result<Option<Vec<RoleName>>, RoleError> {
    let scope = caller.scope::<AssignRoles>()?;
    if let Some(user) = to
        && caller.touches(tx, Key::AssignRoles, user).await?.is_err()
    {
        return Ok(None);
    }
    let mut roles = sql::all(tx, scope.tenant()).await?;
    roles.retain(|role| hold::may_be_given(caller, role).is_ok());
    if let Some(user) = to.filter(|_| caller.level() < Level::Admin) {
        let takers = bring::takers(tx, caller, &[user]).await?;
        let taken = |role: &Role| {
            let taker = takers.get(&user);
            taker.is_none_or(|taker| taker.may_take(caller, &[role]).is_ok())
        };
        roles.retain(taken);
    }
    roles.sort_by_key(|role| (role.is_set(), !role.key.is_built_in()));
    let names = roles.into_iter().map(|role| RoleName {
        kind: role.kind,
        key: role.key,
        name: role.name,
    });
    Ok(Some(names.collect()))
}

/// The names of the roles and sets that a newcomer can begin with: those that the caller gives, and the default one,
/// which nobody has to give, if he has its rights himself.
pub async fn to_begin_with(
    tx: &mut impl Reads,
    caller: &Caller,
) -> Result<Vec<RoleName>, RoleError> {
    let mut names = givable(tx, caller, None).await?.unwrap_or_default();
    if let Some(first) = sql::default_name(tx, caller.tenant()).await?
        && names.iter().all(|name| name.key != first.key)
        && guard::may_begin(tx, caller, SeatKind::Regular)
            .await
            .is_ok()
    {
        names.push(first);
        names.sort_by_key(|role| (role.kind == RoleKind::Set, !role.key.is_built_in()));
    }
    Ok(names)
}

/// The names of all roles and sets, for filters.
pub async fn names(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
) -> Result<Vec<RoleName>, StoreError> {
    let mut names = sql::names(tx, scope.tenant()).await?;
    names.sort_by_key(|role| (role.kind == RoleKind::Set, !role.key.is_built_in()));
    Ok(names)
}
