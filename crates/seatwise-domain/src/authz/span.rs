//! A reach that ends somewhere: its branches, and the selects of people that all conditions are made of.

use super::facts::Party;
use super::reach::Branch;
use crate::args;
use crate::ids::{GroupId, PositionId, TeamId, TenantId, UserId};
use crate::store::{Sql, Value};

/// The branches of a reach that ends somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// Those of this person: the one who asks.
    pub own: Option<UserId>,
    /// Those of the members of these teams (N14, N20).
    pub teams: Vec<TeamId>,
    /// Those of everybody below this position (P50, P58).
    pub below: Option<PositionId>,
    /// Those of the members of these visibility groups: the person's own and those below it (P56).
    pub sight: Vec<GroupId>,
    /// Those that rules share: what these parties own.
    pub rules: Vec<Party>,
    /// Single records that are shared with one of these: the person, teams, groups, position.
    pub grantees: Vec<uuid::Uuid>,
    /// Only shares that let people edit count.
    pub to_edit: bool,
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
            && other.sight.iter().all(|group| self.sight.contains(group))
            && other.rules.iter().all(|party| self.rules.contains(party))
            && other.grantees.iter().all(|id| self.grantees.contains(id))
            && (!self.to_edit || other.to_edit)
    }

    fn owners_beside_own(&self) -> usize {
        self.teams.len() + usize::from(self.below.is_some()) + self.sight.len() + self.rules.len()
    }

    /// The selects of the people whose records a branch reaches; none where it reaches none that way.
    fn parts_of(&self, tenant: TenantId, branch: Branch, asked: Asked) -> Vec<Part> {
        match branch {
            Branch::Own => {
                let own = self.own.map(|user| one(tenant, user));
                own.into_iter().collect()
            }
            Branch::Teams => {
                let teams = of_teams(tenant, &self.teams);
                teams.into_iter().collect()
            }
            Branch::Below => {
                let below = self.below.map(|position| below(tenant, position, asked));
                below.into_iter().collect()
            }
            Branch::Sight => {
                let groups = of_groups(tenant, &self.sight);
                groups.into_iter().collect()
            }
            Branch::Rules => of_parties(tenant, &self.rules),
            Branch::Share => Vec::new(),
        }
    }

    fn parts(&self, tenant: TenantId) -> impl Iterator<Item = Part> {
        Branch::ALL
            .into_iter()
            .flat_map(move |branch| self.parts_of(tenant, branch, Asked::OfMany))
    }

    /// A select of the people whose records a branch reaches; `None` where it reaches none that way.
    pub(super) fn people_of(&self, tenant: TenantId, branch: Branch) -> Option<Sql> {
        let parts = self.parts_of(tenant, branch, Asked::OfMany);
        united(parts.into_iter(), " union ")
    }

    /// A select of everybody whose records are reached because of who owns them.
    pub(super) fn people(&self, tenant: TenantId) -> Option<Sql> {
        united(self.parts(tenant), " union ")
    }

    /// The same people. Beside the person himself there is often one part more: then the select is read no further
    /// than it is asked for, since nobody can come twice.
    pub(super) fn people_apart(&self, tenant: TenantId) -> Option<Sql> {
        let mut parts: Vec<Part> = self.parts(tenant).collect();
        let ([_, other], Some(own)) = (parts.as_mut_slice(), self.own) else {
            return self.people(tenant);
        };
        let select = std::mem::take(&mut other.select);
        other.select = select
            .push(" and ", args![])
            .push(other.column, args![])
            .push(" <> $?", args![own]);
        united(parts.into_iter(), " union all ")
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

    /// Adds the same condition, asked of one record after the other instead of by a set that is made first: for
    /// statements that meet few records, where the set of a superior's people would cost more than all the rest.
    pub(super) fn limit_each(&self, sql: Sql, tenant: TenantId, asked: Asked) -> Sql {
        if let Some(user) = self.own.filter(|_| self.is_own_only()) {
            return sql.push(" and r.owner_id = $?", args![user]);
        }
        let shared = self
            .shared(tenant)
            .map(|shared| found(shared, "s.record_id", "r.id"));
        either(sql, self.owned(tenant, "r.owner_id", asked).chain(shared))
    }

    /// Adds a condition over a column with one person: he is one of those whose records are reached.
    pub(super) fn is_one_of(
        &self,
        sql: Sql,
        tenant: TenantId,
        column: &'static str,
        asked: Asked,
    ) -> Sql {
        either(sql, self.owned(tenant, column, asked))
    }

    /// A condition for the person and one for each of the selects of others: that it finds whom the column holds.
    fn owned(
        &self,
        tenant: TenantId,
        column: &'static str,
        asked: Asked,
    ) -> impl Iterator<Item = Sql> {
        let own = self.own.map(|user| {
            Sql::default()
                .push(column, args![])
                .push(" = $?", args![user])
        });
        let others = Branch::ALL
            .into_iter()
            .filter(|branch| *branch != Branch::Own);
        let others = others.flat_map(move |branch| self.parts_of(tenant, branch, asked));
        own.into_iter()
            .chain(others.map(move |part| found(part.select, part.column, column)))
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

/// Of how many records or people a statement asks a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Of one: then the way from him to the one who asks is shorter than the list of all.
    OfOne,
    /// Of many: what does not depend on each of them is found once.
    OfMany,
}

/// A select of people, each of them once.
struct Part {
    /// It ends with its conditions, so that one more can be added.
    select: Sql,
    /// The column that names them.
    column: &'static str,
}

fn united(parts: impl Iterator<Item = Part>, how: &'static str) -> Option<Sql> {
    parts
        .map(|part| part.select)
        .reduce(|sql, select| sql.push(how, args![]).append(select))
}

/// A condition: the select finds what the column holds.
fn found(select: Sql, named: &'static str, column: &'static str) -> Sql {
    Sql::new("exists (")
        .append(select)
        .push(" and ", args![])
        .push(named, args![])
        .push(" = ", args![])
        .push(column, args![])
        .push(")", args![])
}

/// Adds that one of the conditions holds, beginning with `and`.
fn either(sql: Sql, conditions: impl Iterator<Item = Sql>) -> Sql {
    let any = conditions.reduce(|sql, condition| sql.push(" or ", args![]).append(condition));
    match any {
        Some(any) => sql.push(" and (", args![]).append(any).push(")", args![]),
        None => sql.push(" and 1 = 0", args![]),
    }
}

fn one(tenant: TenantId, user: UserId) -> Part {
    Part {
        select: Sql::new("select u.id from users u")
            .push(" where u.tenant_id = $? and u.id = $?", args![tenant, user]),
        column: "u.id",
    }
}

/// The members of some teams; who is in several of them once.
fn of_teams(tenant: TenantId, teams: &[TeamId]) -> Option<Part> {
    let select = match teams {
        [] => return None,
        [_] => Sql::new("select m.user_id from team_members m"),
        _ => Sql::new("select distinct m.user_id from team_members m"),
    };
    Some(Part {
        select: select
            .push(" where m.tenant_id = $? and m.team_id in ", args![tenant])
            .list(teams.iter().copied()),
        column: "m.user_id",
    })
}

/// The members of some groups; who is in several of them once.
fn of_groups(tenant: TenantId, groups: &[GroupId]) -> Option<Part> {
    let select = match groups {
        [] => return None,
        [_] => Sql::new("select g.user_id from group_members g"),
        _ => Sql::new("select distinct g.user_id from group_members g"),
    };
    Some(Part {
        select: select
            .push(" where g.tenant_id = $? and g.group_id in ", args![tenant])
            .list(groups.iter().copied()),
        column: "g.user_id",
    })
}

/// The people who hold a position below this one, at any depth.
fn below(tenant: TenantId, position: PositionId, asked: Asked) -> Part {
    let people = Sql::new("select u.id from users u");
    let select = match asked {
        Asked::OfMany => {
            let people = people.push(
                " where u.tenant_id = $? and u.position_id in",
                args![tenant],
            );
            super::below::below(people, tenant, position)
        }
        Asked::OfOne => {
            let people = people.push(" where u.tenant_id = $? and ", args![tenant]);
            super::below::above(people, tenant, position, "u.position_id")
        }
    };
    Part {
        select,
        column: "u.id",
    }
}

/// Everybody who is one of the parties or belongs to one, in one select for each kind of party: there can be a
/// thousand rules, and databases take fewer parts than that.
fn of_parties(tenant: TenantId, parties: &[Party]) -> Vec<Part> {
    let (mut users, mut teams, mut groups, mut positions) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for party in parties {
        match *party {
            Party::User(id) => users.push(id),
            Party::Team(id) => teams.push(id),
            Party::Group(id) => groups.push(id),
            Party::Position(id) => positions.push(id),
        }
    }
    let mut parts = Vec::new();
    if !users.is_empty() {
        parts.push(Part {
            select: Sql::new("select u.id from users u")
                .push(" where u.tenant_id = $? and u.id in ", args![tenant])
                .list(users),
            column: "u.id",
        });
    }
    parts.extend(of_teams(tenant, &teams));
    parts.extend(of_groups(tenant, &groups));
    if !positions.is_empty() {
        parts.push(Part {
            select: Sql::new("select u.id from users u")
                .push(
                    " where u.tenant_id = $? and u.position_id in ",
                    args![tenant],
                )
                .list(positions),
            column: "u.id",
        });
    }
    parts
}
