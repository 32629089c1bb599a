//! One lead.

use seatwise_domain::authz::ViewRecords;
use seatwise_domain::store::ReadTx;
use seatwise_domain::{problem, records};

use super::LeadAnswer;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::problem::Problem;

/// Answers the lead, if it is within reach.
pub async fn show(call: Call, mut tx: ReadTx) -> Done {
    let scope = call.caller()?.records::<ViewRecords>()?;
    let found = records::find(&mut tx, &scope, call.id("id")?).await?;
    let found = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    Ok(Answer::ok(&LeadAnswer::from(found)))
}
