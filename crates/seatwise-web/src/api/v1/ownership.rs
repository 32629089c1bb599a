//! Ownership of the account: offered, taken, declined, withdrawn.

use axum::http::Method;
use seatwise_domain::authz::Key;
use seatwise_domain::problem;
use seatwise_domain::users::User;
use seatwise_domain::users::ownership::{self, Changes, Offer, OfferOwnership};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{Instant, Reason, TypedPassword, UserRef};
use crate::api::v1::users::{ReasonBody, ReasonQuery};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/ownership/offer", "getOwnershipOffer", show)
            .answers::<OfferLine>(200),
        Operation::new(
            Method::GET,
            "/ownership/preview",
            "previewOwnership",
            preview,
        )
        .needs(Key::TransferOwnership)
        .query::<PreviewQuery>()
        .answers::<ChangesAnswer>(200),
        Operation::new(Method::POST, "/ownership/offer", "offerOwnership", offer)
            .needs(Key::TransferOwnership)
            .body::<OfferBody>(json!({
                "to": "usr_01980000000000000000000000", "password": "tall-otter-sings-7-songs",
                "days": 7, "reason": "I leave in May"
            }))
            .answers::<OfferLine>(201),
        Operation::new(
            Method::DELETE,
            "/ownership/offer",
            "withdrawOwnershipOffer",
            withdraw,
        )
        .needs(Key::TransferOwnership)
        .query::<ReasonQuery>(),
        Operation::new(
            Method::POST,
            "/ownership/offer/accept",
            "acceptOwnership",
            accept,
        )
        .body::<AcceptBody>(json!({ "password": "tall-otter-sings-7-songs" })),
        Operation::new(
            Method::POST,
            "/ownership/offer/decline",
            "declineOwnership",
            decline,
        )
        .body::<ReasonBody>(json!({ "reason": "Not in this life" })),
    ]
}

/// Somebody.
#[derive(Debug, Serialize, ToSchema)]
struct OwnershipPerson {
    id: UserRef,
    name: String,
}

impl From<User> for OwnershipPerson {
    fn from(user: User) -> Self {
        Self {
            id: user.id.into(),
            name: user.name,
        }
    }
}

/// An offer that waits for its answer.
#[derive(Debug, Serialize, ToSchema)]
struct OfferLine {
    to: OwnershipPerson,
    /// The owner, who offers.
    offered_by: OwnershipPerson,
    #[schema(required)]
    reason: Option<String>,
    created_at: Instant,
    /// Until when it can be taken.
    expires_at: Instant,
}

impl From<Offer> for OfferLine {
    fn from(offer: Offer) -> Self {
        let person = |id, name| OwnershipPerson {
            id: UserRef(id),
            name,
        };
        Self {
            to: person(offer.to, offer.to_name),
            offered_by: person(offer.by, offer.by_name),
            reason: offer.reason,
            created_at: offer.created_at.into(),
            expires_at: offer.expires_at.into(),
        }
    }
}

/// What a transfer changes for both.
#[derive(Debug, Serialize, ToSchema)]
struct ChangesAnswer {
    /// Who is the owner now and would be an admin.
    owner: OwnershipPerson,
    /// The permissions that the owner would lose.
    loses: Vec<String>,
    /// Who would be the owner.
    candidate: OwnershipPerson,
    /// The permissions that the new owner would gain, or have for all of the account.
    gains: Vec<String>,
}

impl From<Changes> for ChangesAnswer {
    fn from(changes: Changes) -> Self {
        let words = |keys: &[Key]| keys.iter().map(|key| key.as_str().to_owned()).collect();
        Self {
            loses: words(&changes.loses),
            gains: words(&changes.gains),
            owner: changes.owner.into(),
            candidate: changes.candidate.into(),
        }
    }
}

async fn show(call: Call) -> Done {
    let mut tx = call.app.db.read().await?;
    let found = ownership::open_offer(&mut tx, call.caller()?).await?;
    let offer = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    Ok(Answer::ok(&OfferLine::from(offer)))
}

/// Whom it would be given to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PreviewQuery {
    to: UserRef,
}

async fn preview(call: Call) -> Done {
    let query: PreviewQuery = call.query()?;
    let mut tx = call.app.db.read().await?;
    let changes = ownership::preview(&mut tx, call.caller()?, query.to.0).await?;
    Ok(Answer::ok(&ChangesAnswer::from(changes)))
}

/// What is offered to whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OfferBody {
    /// An active person on a sales seat.
    to: UserRef,
    /// The owner's own password.
    password: TypedPassword,
    /// For how many days the offer stands; 7 without.
    #[serde(default)]
    #[schema(nullable = false, minimum = 1, maximum = 30)]
    days: Option<u32>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Passwords are guessed here no faster than at the sign-in.
fn limited(call: &Call) -> Result<(), Problem> {
    let person = call.caller()?.user().map(|user| user.to_string());
    call.app
        .limits
        .sign_in(&person.unwrap_or_default(), &call.address)?;
    Ok(())
}

async fn offer(call: Call) -> Done {
    let body: OfferBody = call.body()?;
    limited(&call)?;
    let command = OfferOwnership {
        to: body.to.0,
        days: body.days,
        password: body.password.0,
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let made = ownership::offer(&call.app.db, call.caller()?, &command).await?;
    Ok(Answer::created(&OfferLine::from(made), "/ownership/offer"))
}

async fn withdraw(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    ownership::withdraw(&call.app.db, call.caller()?, &reason).await?;
    Ok(Answer::nothing())
}

/// The own password of whoever takes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AcceptBody {
    password: TypedPassword,
}

async fn accept(call: Call) -> Done {
    let body: AcceptBody = call.body()?;
    limited(&call)?;
    ownership::accept(&call.app.db, call.caller()?, &body.password.0).await?;
    Ok(Answer::nothing())
}

async fn decline(call: Call) -> Done {
    let body: ReasonBody = call.body()?;
    ownership::decline(&call.app.db, call.caller()?, &body.words()).await?;
    Ok(Answer::nothing())
}
