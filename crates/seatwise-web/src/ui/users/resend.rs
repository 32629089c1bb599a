//! Sending one activation mail again.

use axum::extract::Path;
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users::{self, SkippedWhy};

use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;
use crate::ui::users::asked::Reason;
use crate::ui::users::head;

/// Sends the activation mail to one person.
pub async fn submit(
    mut signed: Signed,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    let user = head::load(&mut signed, id, None).await?;
    let done = users::resend(&signed.app.db, &signed.caller, &[id], &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    if done.sent.is_empty() {
        let kind = match done.skipped.first().map(|skipped| skipped.why) {
            Some(SkippedWhy::NoAddress) => &problem::NO_MAIL_ADDRESS,
            Some(SkippedWhy::Deactivated) => &problem::NOT_ACTIVE,
            Some(SkippedWhy::OutsidePart) => &problem::OUTSIDE_PART,
            _ => &problem::NOT_PENDING,
        };
        return Err(signed.refuse(kind));
    }
    let flash = Flash::new("resend-done").name("name", &user.name);
    Ok(signed.go(&format!("/users/{id}"), &flash))
}
