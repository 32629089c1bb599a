//! Mails to people who have not signed in yet, and password resets.

use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users::{self, Resent, SkippedWhy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::leave::{ReasonBody, ReasonQuery};
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{Reason, UserRef};
use crate::problem::Problem;

/// Whom to send the activation mail again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResendBody {
    #[schema(max_items = 10_000)]
    user_ids: Vec<UserRef>,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Why somebody gets no mail.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SkippedWord {
    /// Has signed in already.
    AlreadyActive,
    /// Has left.
    Deactivated,
    /// Has no address.
    NoAddress,
    /// There is no such person.
    Unknown,
    /// Is outside the part of the people to which the caller invites.
    OutsidePart,
}

/// Somebody who gets no mail.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkippedLine {
    id: UserRef,
    name: String,
    why: SkippedWord,
}

/// What was sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResentAnswer {
    /// Whom a mail is queued for.
    sent: Vec<UserRef>,
    /// Who was left out.
    skipped: Vec<SkippedLine>,
}

impl From<Resent> for ResentAnswer {
    fn from(resent: Resent) -> Self {
        Self {
            sent: resent.sent.into_iter().map(Into::into).collect(),
            skipped: resent
                .skipped
                .into_iter()
                .map(|skipped| SkippedLine {
                    id: skipped.user.into(),
                    name: skipped.name,
                    why: match skipped.why {
                        SkippedWhy::AlreadyActive => SkippedWord::AlreadyActive,
                        SkippedWhy::Deactivated => SkippedWord::Deactivated,
                        SkippedWhy::NoAddress => SkippedWord::NoAddress,
                        SkippedWhy::Unknown => SkippedWord::Unknown,
                        SkippedWhy::OutsidePart => SkippedWord::OutsidePart,
                    },
                })
                .collect(),
        }
    }
}

/// To many.
pub async fn resend_many(call: Call) -> Done {
    let body: ResendBody = call.body()?;
    let reason = body.reason.map(String::from).unwrap_or_default();
    let users: Vec<UserId> = body.user_ids.into_iter().map(|id| id.0).collect();
    let resent = users::resend(&call.app.db, call.caller()?, &users, &reason).await?;
    Ok(Answer::ok(&ResentAnswer::from(resent)))
}

/// To one.
pub async fn resend_one(call: Call) -> Done {
    let id: UserId = call.id("id")?;
    let reason = call.query::<ReasonQuery>()?.words();
    let resent = users::resend(&call.app.db, call.caller()?, &[id], &reason).await?;
    match resent.skipped.first().map(|skipped| skipped.why) {
        Some(SkippedWhy::OutsidePart) => Err(Problem::new(&problem::OUTSIDE_PART)),
        Some(SkippedWhy::Unknown) => Err(Problem::new(&problem::NOT_FOUND)),
        Some(SkippedWhy::NoAddress) => Err(Problem::new(&problem::NO_MAIL_ADDRESS)),
        Some(SkippedWhy::AlreadyActive) => Err(Problem::new(&problem::NOT_PENDING)),
        Some(SkippedWhy::Deactivated) => Err(Problem::new(&problem::NOT_ACTIVE)),
        None => Ok(Answer::ok(&ResentAnswer::from(resent))),
    }
}

/// Takes an invitation back.
pub async fn cancel(call: Call) -> Done {
    let reason = call.body::<ReasonBody>()?.words();
    users::cancel_invitation(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::nothing())
}

/// What a reset did.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResetAnswer {
    /// How many sessions ended.
    sessions_ended: u64,
}

/// Ends sessions and tokens, and mails a link to choose a new password.
pub async fn reset(call: Call) -> Done {
    let reason = call.body::<ReasonBody>()?.words();
    let ended =
        users::reset_by_admin(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::ok(&ResetAnswer {
        sessions_ended: ended,
    }))
}

/// Ends all sessions; password and tokens go on.
pub async fn end_sessions(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    let ended = users::end_sessions(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::ok(&ResetAnswer {
        sessions_ended: ended,
    }))
}
