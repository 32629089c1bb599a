//! Reach compiled to SQL: the pieces that list, refuse and explain are the same.

use std::sync::Arc;

use super::span::{Asked, Span};
use crate::args;
use crate::ids::TenantId;
use crate::store::Sql;

/// To which records a permission reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// All of the account, unassigned ones too.
    All,
    /// Those that one of the branches finds; no branch, no record.
    Some(Arc<Span>),
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
    /// A member of the person's visibility group, or of one below it, owns it.
    Sight,
    /// A rule shares what its owner owns.
    Rules,
    /// The record itself is shared.
    Share,
}

impl Branch {
    /// All branches, in the order in which they are told.
    pub const ALL: [Self; 6] = [
        Self::Own,
        Self::Teams,
        Self::Below,
        Self::Sight,
        Self::Rules,
        Self::Share,
    ];

    /// The word in the API and in names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Teams => "teams",
            Self::Below => "below",
            Self::Sight => "visibility-group",
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

    fn limit_each(&self, sql: Sql, tenant: TenantId, asked: Asked) -> Sql {
        match self {
            Self::All => sql,
            Self::Some(span) => span.limit_each(sql, tenant, asked),
        }
    }

    fn is_one_of(&self, sql: Sql, tenant: TenantId, column: &'static str, asked: Asked) -> Sql {
        match self {
            Self::All => sql,
            Self::Some(span) => span.is_one_of(sql, tenant, column, asked),
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

    /// Adds the same condition, asked of one record after the other: see [`Span::limit_each`].
    pub(super) fn limit_each(&self, sql: Sql, tenant: TenantId, asked: Asked) -> Sql {
        let sql = self.reach.limit_each(sql, tenant, asked);
        match &self.seen {
            Some(seen) => seen.limit_each(sql, tenant, asked),
            None => sql,
        }
    }

    /// Adds the condition over a column that holds one person: he is one of those whose records are reached.
    pub(super) fn is_one_of(
        &self,
        sql: Sql,
        tenant: TenantId,
        column: &'static str,
        asked: Asked,
    ) -> Sql {
        let sql = self.reach.is_one_of(sql, tenant, column, asked);
        match &self.seen {
            Some(seen) => seen.is_one_of(sql, tenant, column, asked),
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
