//! Sending one activation mail again, and taking an invitation back.

use axum::extract::Path;
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users;

use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::users::head;

/// Sends the activation mail to one person.
pub async fn submit(mut signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    let user = head::load(&mut signed, id, None).await?;
    let done = users::resend(&signed.app.db, &signed.caller, &[id])
        .await
        .map_err(|error| signed.fail(&error))?;
    if done.sent.is_empty() {
        let kind = if user.email.is_none() {
            &problem::NO_MAIL_ADDRESS
        } else {
            &problem::NOT_PENDING
        };
        return Err(signed.refuse(kind));
    }
    let flash = Flash::new("resend-done").name("name", &user.name);
    Ok(signed.go(&format!("/users/{id}"), &flash))
}

/// Takes the invitation back: the link is dead and the seat free.
pub async fn cancel(signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    users::cancel_invitation(&signed.app.db, &signed.caller, id, "")
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/users", &Flash::new("cancel-invitation-done")))
}
