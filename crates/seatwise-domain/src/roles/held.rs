//! What somebody holds: roles and sets in force and to come, with their dates.

use super::given::Given;
use super::key::RoleKey;
use super::list::RoleName;
use super::{RoleKind, holder_sql, sql};
use crate::authz::{Level, Scope, SeatKind, ViewUsers};
use crate::clock::Timestamp;
use crate::ids::UserId;
use crate::store::{Reads, StoreError};

/// A role or set that somebody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Which.
    pub role: RoleName,
    /// True when it is held because nothing else was given, or with the seat (P67).
    pub by_default: bool,
    /// From when on; at once without (P55).
    pub starts_at: Option<Timestamp>,
    /// Until when.
    pub expires_at: Option<Timestamp>,
    /// False for what begins later: it gives nothing yet.
    pub in_force: bool,
}

/// A person as the roles see him.
pub(crate) struct Holder {
    pub level: Level,
    pub seat_kind: SeatKind,
    pub service: bool,
    pub roles: Vec<Given>,
}

/// What one person holds, and what he will from a day on.
pub async fn held_by(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Vec<Holding>, StoreError> {
    let tenant = scope.tenant();
    let first = sql::default_name(tx, tenant).await?;
    let holders = holder_sql::holders(tx, tenant, &[user]).await?;
    let held = holders.into_iter().next();
    let now = tx.now();
    Ok(held.map_or_else(Vec::new, |holder| holdings(holder, first.as_ref(), now)))
}

/// What somebody holds, the same as decides when he acts, if `first` is the account's default role; it is his until
/// another counts. An admin holds everything without a role, so that only what was given to him is named.
pub(crate) fn holdings(holder: Holder, first: Option<&RoleName>, now: Timestamp) -> Vec<Holding> {
    let by_default = |role: RoleName| Holding {
        role,
        by_default: true,
        starts_at: None,
        expires_at: None,
        in_force: true,
    };
    if holder.seat_kind == SeatKind::Team {
        let key = RoleKey::team_user();
        return vec![by_default(RoleName {
            key,
            kind: RoleKind::Role,
            name: String::new(),
        })];
    }
    let roleless = holder
        .roles
        .iter()
        .filter(|given| given.counts_at(now))
        .all(|given| given.role.kind == RoleKind::Set);
    let mut held: Vec<Holding> = Vec::new();
    if roleless
        && holder.level == Level::User
        && !holder.service
        && let Some(first) = first
    {
        held.push(by_default(first.clone()));
    }
    held.extend(holder.roles.into_iter().map(|given| Holding {
        in_force: given.counts_at(now),
        role: given.role,
        by_default: false,
        starts_at: given.from,
        expires_at: given.until,
    }));
    held.sort_by(|a, b| {
        (a.role.kind == RoleKind::Set, &a.role.name)
            .cmp(&(b.role.kind == RoleKind::Set, &b.role.name))
    });
    held
}
