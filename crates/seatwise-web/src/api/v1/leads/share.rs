//! With whom a lead is shared.

use seatwise_domain::authz::ShareRecords;
use seatwise_domain::problem;
use seatwise_domain::sharing::{self, NewShare, Share};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{AccessWord, Instant, PartyRef, Reason};
use crate::problem::Problem;

/// With whom a lead is shared, and to do what.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShareLine {
    with: PartyRef,
    /// The present name of the person, team, group or position.
    name: String,
    /// True for a person who was deactivated or removed: the share stays and gives nothing.
    left: bool,
    access: AccessWord,
    /// Who shared it; null for programs.
    #[schema(required)]
    shared_by: Option<String>,
    since: Instant,
}

impl From<Share> for ShareLine {
    fn from(share: Share) -> Self {
        Self {
            with: share.with.party.into(),
            name: share.with.name,
            left: share.with.left,
            access: share.access.into(),
            shared_by: share.by,
            since: share.since.into(),
        }
    }
}

/// Everybody with whom a lead is shared one by one.
#[derive(Debug, Serialize, ToSchema)]
pub struct Shares {
    items: Vec<ShareLine>,
}

/// Lists them.
pub async fn list(call: Call) -> Done {
    let scope = call.caller()?.records::<ShareRecords>()?;
    let mut tx = call.app.db.read().await?;
    let found = sharing::list(&mut tx, &scope, call.id("id")?).await?;
    let found = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let items = found.into_iter().map(ShareLine::from).collect();
    Ok(Answer::ok(&Shares { items }))
}

/// With whom, and to do what.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareLead {
    with: PartyRef,
    access: AccessWord,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Shares a lead, or changes what somebody may do with it.
pub async fn share(call: Call) -> Done {
    let body: ShareLead = call.body()?;
    let with = body.with.party();
    let new = NewShare {
        lead: call.id("id")?,
        with: with.ok_or_else(|| Problem::new(&problem::PARTY_UNKNOWN))?,
        access: body.access.into(),
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let share = sharing::share(&call.app.db, call.caller()?, &new).await?;
    Ok(Answer::ok(&ShareLine::from(share)))
}

/// From whom it is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnshareLead {
    with: PartyRef,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Takes it back.
pub async fn unshare(call: Call) -> Done {
    let body: UnshareLead = call.body()?;
    let with = body.with.party();
    let with = with.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let reason = body.reason.map(String::from).unwrap_or_default();
    let (db, caller) = (&call.app.db, call.caller()?);
    sharing::unshare(db, caller, call.id("id")?, with, &reason).await?;
    Ok(Answer::nothing())
}
