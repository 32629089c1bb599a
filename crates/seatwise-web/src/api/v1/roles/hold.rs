//! What a person holds: list, give, take.

use seatwise_domain::authz::ViewUsers;
use seatwise_domain::clock::Timestamp;
use seatwise_domain::ids::UserId;
use seatwise_domain::roles::{self, Change, Give, Take};
use seatwise_domain::{problem, users};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::key;
use super::wire::{HeldRole, HeldRoles, refused};
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{Instant, Reason, RoleRef};
use crate::api::v1::effect::EffectAnswer;
use crate::api::v1::users::ReasonQuery;
use crate::problem::Problem;

/// Answers what a person holds.
pub async fn list(call: Call) -> Done {
    let id: UserId = call.id("id")?;
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    let user = users::find(&mut tx, &scope, id).await?;
    user.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let held = roles::held_by(&mut tx, &scope, id).await?;
    let items = held.into_iter().map(|one| HeldRole::new(one, call.lang));
    Ok(Answer::ok(&HeldRoles {
        items: items.collect(),
    }))
}

/// A role for somebody.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveBody {
    role: RoleRef,
    /// From when on; at once without, and when it lies in the past. Until then the person does not have it, even if he had it before.
    #[schema(nullable = false)]
    starts_at: Option<Instant>,
    /// Until when; for good without.
    #[schema(nullable = false)]
    expires_at: Option<Instant>,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

impl GiveBody {
    fn to(self, user: UserId) -> Give {
        Give {
            users: vec![user],
            role: self.role.0,
            starts_at: moment(self.starts_at),
            expires_at: moment(self.expires_at),
            reason: self.reason.map(String::from).unwrap_or_default(),
        }
    }
}

fn moment(at: Option<Instant>) -> Option<Timestamp> {
    let at = at?.0.parse::<jiff::Timestamp>().ok()?;
    Some(Timestamp::from_micros(at.as_microsecond()))
}

/// Gives one, or other dates to one that the person has.
pub async fn give(call: Call) -> Done {
    let give = call.body::<GiveBody>()?.to(call.id("id")?);
    let done = roles::give(&call.app.db, call.caller()?, &give).await;
    Ok(Answer::ok(&EffectAnswer::from(done.map_err(refused)?)))
}

/// Answers what giving one would do.
pub async fn preview(call: Call) -> Done {
    let give = call.body::<GiveBody>()?.to(call.id("id")?);
    let seen = roles::preview(&call.app.db, call.caller()?, Change::Give(&give)).await;
    let effect = seen.map_err(refused)?.effect;
    Ok(Answer::ok(&EffectAnswer::from(effect)))
}

/// Takes one away.
pub async fn take(call: Call) -> Done {
    let take = Take {
        user: call.id("id")?,
        role: key(&call)?,
        reason: call.query::<ReasonQuery>()?.words(),
    };
    let done = roles::take(&call.app.db, call.caller()?, &take).await;
    Ok(Answer::ok(&EffectAnswer::from(done.map_err(refused)?)))
}
