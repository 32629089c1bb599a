//! Leads get another owner: one, named ones, or all that a filter finds.

use seatwise_domain::handover::{self, Assign, Receiver, Which};
use seatwise_domain::ids::RecordId;
use seatwise_domain::problem::{self, ProblemKind};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::LeadFilterQuery;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{LeadRef, LeadStateWord, OwnerWord, Reason, Search, StageKey, UserRef};
use crate::api::v1::hand_overs::HandOverAnswer;
use crate::problem::{Field, Problem};

fn receiver(to: Option<UserRef>) -> Receiver {
    to.map_or(Receiver::Unassigned, |to| Receiver::User(to.0))
}

async fn assign(call: &Call, which: Which, to: Option<UserRef>, reason: Option<Reason>) -> Done {
    let command = Assign {
        which,
        to: receiver(to),
        reason: reason.map(String::from).unwrap_or_default(),
    };
    let made = handover::assign(&call.app.db, call.caller()?, &command).await?;
    Ok(Answer::ok(&HandOverAnswer::new(made, call.app.db.now())))
}

/// Who gets the lead.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignOne {
    /// Null for nobody.
    #[schema(required)]
    to: Option<UserRef>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Assigns one lead.
pub async fn one(call: Call) -> Done {
    let body: AssignOne = call.body()?;
    let lead: RecordId = call.id("id")?;
    assign(&call, Which::These(vec![lead]), body.to, body.reason).await
}

/// All leads that this finds.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AssignFilter {
    /// Whose.
    #[schema(nullable = false)]
    owner: Option<OwnerWord>,
    #[schema(nullable = false, max_items = 50)]
    stage: Option<Vec<StageKey>>,
    #[schema(nullable = false)]
    state: Option<LeadStateWord>,
    #[schema(nullable = false)]
    q: Option<Search>,
}

/// Which leads, and who gets them: `lead_ids`, or `filter` with `expected`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignMany {
    #[serde(default)]
    #[schema(nullable = false, min_items = 1, max_items = 500)]
    lead_ids: Option<Vec<LeadRef>>,
    #[serde(default)]
    #[schema(nullable = false)]
    filter: Option<AssignFilter>,
    /// How many leads would change their owner; another number refuses.
    #[serde(default)]
    #[schema(nullable = false)]
    expected: Option<u64>,
    /// Null for nobody.
    #[schema(required)]
    to: Option<UserRef>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

fn wrong(pointer: &str, kind: &'static ProblemKind) -> Problem {
    Problem::input(vec![Field {
        pointer: pointer.to_owned(),
        kind,
        values: Vec::new(),
    }])
}

/// Assigns many.
pub async fn many(call: Call) -> Done {
    let body: AssignMany = call.body()?;
    let which = match (body.lead_ids, body.filter, body.expected) {
        (Some(ids), None, None) => Which::These(ids.into_iter().map(|id| id.0).collect()),
        (None, Some(filter), Some(expected)) => {
            let filter = LeadFilterQuery::of(filter.owner, filter.stage, filter.state, filter.q);
            Which::All {
                filter: filter.filter()?,
                expected,
            }
        }
        (Some(_), Some(_), _) => return Err(wrong("/filter", &problem::FIELD_UNKNOWN)),
        (Some(_), None, Some(_)) => return Err(wrong("/expected", &problem::FIELD_UNKNOWN)),
        (None, Some(_), None) => return Err(wrong("/expected", &problem::FIELD_MISSING)),
        (None, None, _) => return Err(wrong("/lead_ids", &problem::FIELD_MISSING)),
    };
    assign(&call, which, body.to, body.reason).await
}
