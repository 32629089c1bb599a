//! Reach compiled to SQL: the pieces that list, refuse and explain are the same.

use std::sync::Arc;

use super::facts::Party;
use crate::args;
use crate::ids::{PositionId, TeamId, TenantId, UserId};
use crate::store::{Sql, Value};

/// To which records a permission reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// All of the account, unassigned ones too.
    All,
    /// Those that one of the branches finds; no branch, no record.
    Some(Arc<Span>),
}

/// The branches of a reach that ends somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// Those of this person: the one who asks.
    pub own: Option<UserId>,
    /// Those of the members of these teams (N14, N20).
    pub teams: Vec<TeamId>,
    /// Those of everybody below this position (P50, P58).
    pub below: Option<PositionId>,
    /// Those that rules share: what these parties own.
    pub rules: Vec<Party>,
    /// Single records that are shared with one of these: the person, teams, groups, position.
    pub grantees: Vec<uuid::Uuid>,
    /// Only shares that let people edit count.
    pub to_edit: bool,
}

/// Why a record is within reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Branch {
    /// The person owns it.
    Own,
    /// A member of one of the person's teams owns it.
    Teams,
    /// Somebody below the person's position owns it.
    Below,
    /// A rule shares what its owner owns.
    Rules,
    /// The record itself is shared.
    Share,
}

impl Branch {
    /// All branches, in the order in which they are told.
    pub const ALL: [Self; 5] = [
        Self::Own,
        Self::Teams,
        Self::Below,
        Self::Rules,
        Self::Share,
    ];

    /// The word in the API and in names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Teams => "teams",
            Self::Below => "below",
            Self::Rules => "rules",
            Self::Share => "share",
        }
    }
}

impl Reach {
    /// True when the other reaches nothing that this one does not.
    pub(super) fn includes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All, _) => true,
            (Self::Some(_), Self::All) => false,
            (Self::Some(mine), Self::Some(others)) => mine.includes(others),
        }
    }

    fn limit(&self, sql: Sql, tenant: TenantId) -> Sql {
        match self {
            Self::All => sql,
            Self::Some(span) => span.limit(sql, tenant),
        }
    }

    fn people(&self, sql: Sql, tenant: TenantId, column: &'static str) -> Sql {
        let Self::Some(span) = self else {
            return sql;
        };
        match span.people(tenant) {
            Some(people) => sql
                .push(" and ", args![])
                .push(column, args![])
                .push(" in (", args![])
                .append(people)
                .push(")", args![]),
            None => sql.push(" and 1 = 0", args![]),
        }
    }
}

/// A reach, and the sight that bounds it: nobody changes, exports or gives away what he does not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bounded {
    pub(super) reach: Reach,
    /// What is seen, where it does not include the reach anyway.
    pub(super) seen: Option<Reach>,
}

impl Bounded {
    pub(super) fn new(reach: Reach, seen: Reach) -> Self {
        let seen = Some(seen).filter(|seen| !seen.includes(&reach));
        Self { reach, seen }
    }

    /// Adds the whole condition over `records r`.
    pub(super) fn limit(&self, sql: Sql, tenant: TenantId) -> Sql {
        let sql = self.reach.limit(sql, tenant);
        match &self.seen {
            Some(seen) => seen.limit(sql, tenant),
            None => sql,
        }
    }

    /// Adds the condition over a column that holds the owner.
    pub(super) fn limit_people(&self, sql: Sql, tenant: TenantId, column: &'static str) -> Sql {
        let sql = self.reach.people(sql, tenant, column);
        match &self.seen {
            Some(seen) => seen.people(sql, tenant, column),
            None => sql,
        }
    }

    /// Adds the condition of one branch; `None` where it finds nothing.
    pub(super) fn limit_to(&self, sql: Sql, tenant: TenantId, branch: Branch) -> Option<Sql> {
        let Reach::Some(span) = &self.reach else {
            return None;
        };
        let sql = span.limit_to(sql, tenant, branch)?;
        Some(match &self.seen {
            Some(seen) => seen.limit(sql, tenant),
            None => sql,
        })
    }
}

impl Span {
    /// True when one person's own records are all of it: then one walk of an index finds them.
    pub fn is_own_only(&self) -> bool {
        self.own.is_some() && self.owners_beside_own() == 0 && self.grantees.is_empty()
    }

    /// True when the other reaches nothing that this one does not, as far as the branches tell.
    pub(super) fn includes(&self, other: &Self) -> bool {
        (other.own.is_none() || self.own == other.own)
            && other.teams.iter().all(|team| self.teams.contains(team))
            && (other.below.is_none() || self.below == other.below)
            && other.rules.iter().all(|party| self.rules.contains(party))
            && other.grantees.iter().all(|id| self.grantees.contains(id))
            && (!self.to_edit || other.to_edit)
    }

    fn owners_beside_own(&self) -> usize {
        self.teams.len() + usize::from(self.below.is_some()) + self.rules.len()
    }

    /// A select of the people whose records a branch reaches; `None` where it reaches none that way.
    pub(super) fn people_of(&self, tenant: TenantId, branch: Branch) -> Option<Sql> {
        match branch {
            Branch::Own => self.own.map(|user| {
                Sql::new("select u.id from users u")
                    .push(" where u.tenant_id = $? and u.id = $?", args![tenant, user])
            }),
            Branch::Teams if !self.teams.is_empty() => Some(
                Sql::new("select m.user_id from team_members m")
                    .push(" where m.tenant_id = $? and m.team_id in ", args![tenant])
                    .list(self.teams.iter().copied()),
            ),
            Branch::Below => self.below.map(|position| below(tenant, position)),
            Branch::Rules => {
                let mut parts = self
                    .rules
                    .iter()
                    .map(|party| people_of_party(tenant, *party));
                let first = parts.next()?;
                Some(parts.fold(first, |sql, part| sql.push(" union ", args![]).append(part)))
            }
            Branch::Teams | Branch::Share => None,
        }
    }

    /// A select of everybody whose records are reached because of who owns them.
    pub(super) fn people(&self, tenant: TenantId) -> Option<Sql> {
        let mut parts = Branch::ALL
            .into_iter()
            .filter_map(|branch| self.people_of(tenant, branch));
        let first = parts.next()?;
        Some(parts.fold(first, |sql, part| sql.push(" union ", args![]).append(part)))
    }

    /// A select of the records that are shared one by one.
    pub(super) fn shared(&self, tenant: TenantId) -> Option<Sql> {
        if self.grantees.is_empty() {
            return None;
        }
        let sql = Sql::new("select s.record_id from record_shares s")
            .push(
                " where s.tenant_id = $? and s.grantee_id in ",
                args![tenant],
            )
            .list(self.grantees.iter().map(|id| Value::from(*id)));
        Some(if self.to_edit {
            sql.push(" and s.may_edit", args![])
        } else {
            sql
        })
    }

    /// Adds the whole condition over `records r`, beginning with `and`.
    pub(super) fn limit(&self, sql: Sql, tenant: TenantId) -> Sql {
        if let Some(user) = self.own.filter(|_| self.is_own_only()) {
            return sql.push(" and r.owner_id = $?", args![user]);
        }
        match (self.people(tenant), self.shared(tenant)) {
            (None, None) => sql.push(" and 1 = 0", args![]),
            (Some(people), None) => sql
                .push(" and r.owner_id in (", args![])
                .append(people)
                .push(")", args![]),
            (None, Some(shared)) => sql
                .push(" and r.id in (", args![])
                .append(shared)
                .push(")", args![]),
            (Some(people), Some(shared)) => sql
                .push(" and (r.owner_id in (", args![])
                .append(people)
                .push(") or r.id in (", args![])
                .append(shared)
                .push("))", args![]),
        }
    }

    /// Adds one branch as a condition over `records r`, beginning with `and`; `None` where it finds nothing.
    pub(super) fn limit_to(&self, sql: Sql, tenant: TenantId, branch: Branch) -> Option<Sql> {
        let (column, found) = match branch {
            Branch::Share => (" and r.id in (", self.shared(tenant)?),
            _ => (" and r.owner_id in (", self.people_of(tenant, branch)?),
        };
        Some(sql.push(column, args![]).append(found).push(")", args![]))
    }
}

/// The people who hold a position below this one, at any depth.
fn below(tenant: TenantId, position: PositionId) -> Sql {
    Sql::new("select u.id from users u").push(
        " where u.tenant_id = $? and u.position_id in (
            with recursive below(id) as (
                select p.id from positions p where p.tenant_id = $? and p.parent_id = $?
                union
                select p.id from positions p join below b on p.parent_id = b.id where p.tenant_id = $?)
            select id from below)",
        args![tenant, tenant, position, tenant],
    )
}

fn people_of_party(tenant: TenantId, party: Party) -> Sql {
    match party {
        Party::User(user) => Sql::new("select u.id from users u")
            .push(" where u.tenant_id = $? and u.id = $?", args![tenant, user]),
        Party::Team(team) => Sql::new("select m.user_id from team_members m").push(
            " where m.tenant_id = $? and m.team_id = $?",
            args![tenant, team],
        ),
        Party::Group(group) => Sql::new("select g.user_id from group_members g").push(
            " where g.tenant_id = $? and g.group_id = $?",
            args![tenant, group],
        ),
        Party::Position(position) => Sql::new("select u.id from users u").push(
            " where u.tenant_id = $? and u.position_id = $?",
            args![tenant, position],
        ),
    }
}
