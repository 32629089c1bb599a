//! Rules that share by owner.

use axum::http::Method;
use seatwise_domain::authz::{EditSharing, Key, Party};
use seatwise_domain::problem;
use seatwise_domain::sharing::{self, NewRule, PartyName, Rule};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{AccessWord, Instant, Paged, PartyRef, Reason, SharingRuleRef};
use crate::api::v1::users::ReasonQuery;
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/sharing-rules", "listSharingRules", list)
            .needs(Key::EditSharing)
            .paged()
            .answers::<Paged<SharingRuleLine>>(200),
        Operation::new(Method::POST, "/sharing-rules", "createSharingRule", create)
            .needs(Key::EditSharing)
            .body::<CreateSharingRule>(json!({
                "from": "team_01980000000000000000000000", "to": "grp_01980000000000000000000000",
                "access": "read"
            }))
            .answers::<SharingRuleLine>(201),
        Operation::new(
            Method::DELETE,
            "/sharing-rules/{id}",
            "removeSharingRule",
            remove,
        )
        .query::<ReasonQuery>()
        .needs(Key::EditSharing),
    ]
}

/// A side of a rule.
#[derive(Debug, Serialize, ToSchema)]
struct SideLine {
    id: PartyRef,
    name: String,
    /// True for a person who was deactivated or removed.
    left: bool,
}

impl From<PartyName> for SideLine {
    fn from(side: PartyName) -> Self {
        Self {
            id: side.party.into(),
            name: side.name,
            left: side.left,
        }
    }
}

/// A rule: what the people of one side own, the people of the other side see.
#[derive(Debug, Serialize, ToSchema)]
struct SharingRuleLine {
    id: SharingRuleRef,
    from: SideLine,
    to: SideLine,
    access: AccessWord,
    /// Who made it; null for programs.
    #[schema(required)]
    created_by: Option<String>,
    created_at: Instant,
}

impl From<Rule> for SharingRuleLine {
    fn from(rule: Rule) -> Self {
        Self {
            id: rule.id.into(),
            from: rule.from.into(),
            to: rule.to.into(),
            access: rule.access.into(),
            created_by: rule.by,
            created_at: rule.created_at.into(),
        }
    }
}

async fn list(call: Call) -> Done {
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.scope::<EditSharing>()?;
    let mut tx = call.app.db.read().await?;
    let page = sharing::list_rules(&mut tx, &scope, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, SharingRuleLine::from)))
}

/// Both sides, and what the second may do.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateSharingRule {
    /// Whose leads.
    from: PartyRef,
    /// With whom they are shared.
    to: PartyRef,
    access: AccessWord,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

fn side(id: &PartyRef) -> Result<Party, Problem> {
    id.party()
        .ok_or_else(|| Problem::new(&problem::PARTY_UNKNOWN))
}

async fn create(call: Call) -> Done {
    let body: CreateSharingRule = call.body()?;
    let new = NewRule {
        from: side(&body.from)?,
        to: side(&body.to)?,
        access: body.access.into(),
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let rule = sharing::create_rule(&call.app.db, call.caller()?, &new).await?;
    let place = format!("/sharing-rules/{}", rule.id);
    Ok(Answer::created(&SharingRuleLine::from(rule), &place))
}

async fn remove(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    let (db, caller) = (&call.app.db, call.caller()?);
    sharing::remove_rule(db, caller, call.id("id")?, &reason).await?;
    Ok(Answer::nothing())
}
