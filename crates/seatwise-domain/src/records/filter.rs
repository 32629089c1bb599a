//! Which leads: the filter that lists, boards, counts, exports and bulk acts share.

use serde::{Deserialize, Serialize};

use super::{LeadState, StageKey};
use crate::args;
use crate::authz::RecordScope;
use crate::ids::UserId;
use crate::store::{Cursor, Sql, Value};
use crate::text;

/// Whose leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnerFilter {
    /// Everybody's within reach.
    #[default]
    Anyone,
    /// The caller's own; nothing for a caller who is no person.
    Me,
    /// Those of one person, also of one who left (N63).
    User(UserId),
    /// Nobody's (N42).
    Unassigned,
    /// Those of people who were deactivated.
    Left,
}

/// Which leads.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LeadFilter {
    /// Whose.
    pub owner: OwnerFilter,
    /// In one of these stages; any when empty.
    pub stages: Vec<StageKey>,
    /// In stages that mean this.
    pub state: Option<LeadState>,
    /// The title contains it, or it is the external id or the contact's address, as far as they are not hidden.
    pub text: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// Made last, first.
    #[default]
    Newest,
    /// Worth most, first.
    Value,
    /// Next step due first, first; leads without one come last.
    NextStep,
}

impl LeadFilter {
    /// True when it asks for nothing but whose leads they are and what their stage means.
    pub(super) fn is_of_owners(&self) -> bool {
        let text = self.text.as_deref().unwrap_or_default();
        self.stages.is_empty() && text.trim().is_empty()
    }

    /// The same for anybody's leads: where the owners are known already.
    pub(super) fn of_anyone(&self) -> Self {
        Self {
            owner: OwnerFilter::Anyone,
            ..self.clone()
        }
    }

    /// All leads of one person.
    pub fn of(user: UserId) -> Self {
        Self {
            owner: OwnerFilter::User(user),
            ..Self::default()
        }
    }

    /// The filter with "me" replaced by the person, as a job needs it that may run for somebody else's
    /// session.
    pub(crate) fn settled(&self, me: Option<UserId>) -> Self {
        let owner = match (self.owner, me) {
            (OwnerFilter::Me, Some(me)) => OwnerFilter::User(me),
            (owner, _) => owner,
        };
        Self {
            owner,
            ..self.clone()
        }
    }

    /// Adds the conditions to a statement over `records r` that began with the scope's own.
    pub(super) fn narrow<A>(&self, sql: Sql, scope: &RecordScope<A>) -> Sql {
        let mut sql = self.narrow_owner(sql, scope);
        if !self.stages.is_empty() {
            sql = sql.push(" and r.stage_key in ", args![]).list(&self.stages);
        }
        sql = self.narrow_state(sql, "r.state");
        if let Some(wanted) = self.text.as_deref().map(str::trim)
            && !wanted.is_empty()
        {
            // What is hidden does not find either.
            let rules = scope.fields();
            let pattern = text::contains_pattern(wanted);
            sql.add(" and (r.title_key like $? escape '\\'", args![pattern]);
            if !rules.hides("external_id") {
                sql.add(" or r.external_id = $?", args![wanted]);
            }
            if !rules.hides("contact_email") {
                sql.add(" or r.contact_key = $?", args![text::email_key(wanted)]);
            }
            sql.add(")", args![]);
        }
        sql
    }

    /// Adds what their stage means, in this column.
    pub(super) fn narrow_state(&self, sql: Sql, column: &'static str) -> Sql {
        let Some(state) = self.state else {
            return sql;
        };
        // A literal, not a value: only then do partial indexes fit.
        sql.push(" and ", args![]).push(column, args![]).push(
            match state {
                LeadState::Open => " = 'open'",
                LeadState::Won => " = 'won'",
                LeadState::Lost => " = 'lost'",
                LeadState::Cancelled => " = 'cancelled'",
            },
            args![],
        )
    }

    fn narrow_owner<A>(&self, sql: Sql, scope: &RecordScope<A>) -> Sql {
        match self.owner {
            OwnerFilter::Anyone => sql,
            OwnerFilter::Me => match scope.user() {
                Some(user) => sql.push(" and r.owner_id = $?", args![user]),
                None => sql.push(" and 1 = 0", args![]),
            },
            OwnerFilter::User(user) => sql.push(" and r.owner_id = $?", args![user]),
            OwnerFilter::Unassigned => sql.push(" and r.owner_id is null", args![]),
            OwnerFilter::Left => sql.push(
                " and r.owner_id in (select u.id from users u
                                   where u.tenant_id = $? and u.state_rank = 1 and u.state = 'deactivated')",
                args![scope.tenant()],
            ),
        }
    }
}

impl Sort {
    /// The field that the order tells of, by the name that roles have for it.
    pub(super) const fn field(self) -> Option<&'static str> {
        match self {
            Self::Newest => None,
            Self::Value => Some("value"),
            Self::NextStep => Some("next_step_on"),
        }
    }

    /// The column that sorts, as text of the cursor and of the statement.
    fn column(self) -> &'static str {
        match self {
            Self::Newest => "r.id",
            Self::Value => "coalesce(r.value_minor, 0)",
            Self::NextStep => "coalesce(r.next_step_on, '9999-12-31')",
        }
    }

    fn key(self, cursor: &Cursor) -> Option<Value> {
        match self {
            Self::Newest => None,
            Self::Value => Some(Value::from(cursor.key.parse::<i64>().unwrap_or_default())),
            Self::NextStep => Some(Value::from(cursor.key.as_str())),
        }
    }

    /// Adds the condition for the page and the order.
    pub(super) fn page(self, mut sql: Sql, cursor: Option<&Cursor>) -> Sql {
        let back = cursor.is_some_and(|cursor| cursor.back);
        // Next steps rise, the others fall; a page that goes back turns its order round.
        let rising = (self == Self::NextStep) != back;
        if let Some(cursor) = cursor {
            let id = Value::from(cursor.id);
            sql = match self.key(cursor) {
                None if rising => sql.push(" and r.id > $?", vec![id]),
                None => sql.push(" and r.id < $?", vec![id]),
                // The first condition says no more than the second, but lets an index begin there.
                Some(key) => sql
                    .push(" and ", args![])
                    .push(self.column(), args![])
                    .push(if rising { " >= $?" } else { " <= $?" }, vec![key.clone()])
                    .push(" and (", args![])
                    .push(self.column(), args![])
                    .push(
                        if rising {
                            ", r.id) > ($?, $?)"
                        } else {
                            ", r.id) < ($?, $?)"
                        },
                        vec![key, id],
                    ),
            };
        }
        sql = sql.push(" order by ", args![]);
        if self != Self::Newest {
            sql = sql
                .push(self.column(), args![])
                .push(if rising { ", " } else { " desc, " }, args![]);
        }
        sql.push(if rising { "r.id" } else { "r.id desc" }, args![])
    }

    /// The sort key of a row, for the cursor.
    pub(super) fn key_of(self, row: &super::LeadRow) -> String {
        match self {
            Self::Newest => String::new(),
            Self::Value => row.value.unwrap_or_default().0.to_string(),
            Self::NextStep => row
                .next_step_on
                .map_or_else(|| "9999-12-31".to_owned(), |date| date.to_string()),
        }
    }
}
