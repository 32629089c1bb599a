//! Two people side by side (D22).

use axum::http::Method;
use seatwise_domain::access::{self, Comparison, FieldPair, Had, PermissionPair, Side};
use seatwise_domain::authz::{HeldRole, Key};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{LevelWord, PermissionWord, SeatKindWord, UserRef};
use crate::role_words;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(
            Method::GET,
            "/users/{id}/access/compare",
            "compareAccess",
            compare,
        )
        .tag("access")
        .needs(Key::CheckAccess)
        .query::<CompareQuery>()
        .answers::<ComparisonAnswer>(200),
    ]
}

/// With whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CompareQuery {
    /// The other person; oneself without.
    #[schema(nullable = false)]
    with: Option<UserRef>,
}

/// One of the two.
#[derive(Debug, Serialize, ToSchema)]
struct SideAnswer {
    user_id: UserRef,
    name: String,
    level: LevelWord,
    seat_kind: SeatKindWord,
    /// The word of the state.
    state: String,
    /// How many leads the person sees, 10,000 at most.
    leads: u64,
    /// True when there are more.
    leads_more: bool,
}

impl From<Side> for SideAnswer {
    fn from(side: Side) -> Self {
        Self {
            user_id: side.user.into(),
            name: side.name,
            level: side.level.into(),
            seat_kind: side.seat.into(),
            state: side.state,
            leads: side.leads.number,
            leads_more: side.leads.more,
        }
    }
}

/// A permission with how far it goes for each.
#[derive(Debug, Serialize, ToSchema)]
struct PermissionPairAnswer {
    permission: PermissionWord,
    /// The words of the matrix: `none`, `own`, `privacy`, `team`, `subordinates`, `all`; several together where
    /// roles add up to what no single word says.
    first: Vec<&'static str>,
    second: Vec<&'static str>,
    /// `both` for the same, `first` or `second` for who goes further, `each` where each reaches what the other does
    /// not.
    whose: &'static str,
}

impl From<PermissionPair> for PermissionPairAnswer {
    fn from(pair: PermissionPair) -> Self {
        Self {
            permission: PermissionWord(pair.key),
            first: role_words::extents(pair.first),
            second: role_words::extents(pair.second),
            whose: pair.whose().as_str(),
        }
    }
}

/// Something that one of them or both have.
#[derive(Debug, Serialize, ToSchema)]
struct HadAnswer {
    /// `role`, `set`, `team`, `led-team`, `group` or `position`.
    kind: &'static str,
    /// The key of a role, the id of anything else.
    id: String,
    /// Null for a role of the program.
    #[schema(required)]
    name: Option<String>,
    /// `both`, `first` or `second`.
    whose: &'static str,
}

impl From<Had> for HadAnswer {
    fn from(had: Had) -> Self {
        Self {
            kind: had.kind.as_str(),
            id: had.id,
            name: Some(had.name).filter(|name| !name.is_empty()),
            whose: had.whose.as_str(),
        }
    }
}

/// A field of leads that is not free for one of them at least.
#[derive(Debug, Serialize, ToSchema)]
struct FieldPairAnswer {
    field: String,
    /// `hidden`, `read` or `edit`.
    first: &'static str,
    second: &'static str,
}

impl From<FieldPair> for FieldPairAnswer {
    fn from(pair: FieldPair) -> Self {
        Self {
            field: pair.field,
            first: pair.first.as_str(),
            second: pair.second.as_str(),
        }
    }
}

/// A role or set of the second that would bring the first closer.
#[derive(Debug, Serialize, ToSchema)]
struct ProposedAnswer {
    /// Goes into `POST /users/{id}/role-preview` and, once looked at, into `POST /users/{id}/roles`.
    role: String,
    /// `role` or `set`.
    kind: &'static str,
    /// Null for a role of the program.
    #[schema(required)]
    name: Option<String>,
}

impl From<HeldRole> for ProposedAnswer {
    fn from(role: HeldRole) -> Self {
        Self {
            role: role.key,
            kind: if role.set { "set" } else { "role" },
            name: Some(role.name).filter(|name| !name.is_empty()),
        }
    }
}

/// Two people side by side.
#[derive(Debug, Serialize, ToSchema)]
struct ComparisonAnswer {
    first: SideAnswer,
    second: SideAnswer,
    /// Each permission that one of them has at least.
    permissions: Vec<PermissionPairAnswer>,
    /// Roles, sets, teams, groups and positions.
    had: Vec<HadAnswer>,
    /// Fields that are not free for both.
    fields: Vec<FieldPairAnswer>,
    /// A proposal to be looked at one by one; nothing is given by it, and what the first has alone stays.
    proposal: Vec<ProposedAnswer>,
}

impl From<Comparison> for ComparisonAnswer {
    fn from(found: Comparison) -> Self {
        Self {
            first: found.first.into(),
            second: found.second.into(),
            permissions: found.permissions.into_iter().map(Into::into).collect(),
            had: found.had.into_iter().map(Into::into).collect(),
            fields: found.fields.into_iter().map(Into::into).collect(),
            proposal: found.proposal.into_iter().map(Into::into).collect(),
        }
    }
}

async fn compare(call: Call) -> Done {
    let query: CompareQuery = call.query()?;
    let first = call.id("id")?;
    let caller = call.caller()?;
    let second = query.with.map(|with| with.0).or(caller.user());
    let second = second.unwrap_or(first);
    let found = access::compare(&call.app.db, caller, first, second).await?;
    Ok(Answer::ok(&ComparisonAnswer::from(found)))
}
