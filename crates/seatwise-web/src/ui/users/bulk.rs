//! Acts on several ticked people at once.

use axum::extract::State;
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::users;
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// Who was ticked.
#[derive(Debug, Deserialize)]
pub struct Ticked {
    #[serde(default)]
    id: Vec<String>,
    next: Option<String>,
}

/// Sends activation mails again; who is active already is left out and named (L12, L13).
pub async fn resend(
    signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<Ticked>,
) -> Answer {
    let ids: Vec<UserId> = form
        .id
        .iter()
        .filter_map(|id| ids::parse(id).ok())
        .collect();
    let done = users::resend(&app.db, &signed.caller, &ids)
        .await
        .map_err(|error| signed.fail(&error))?;
    let mut flash = Flash::new("resend-many").count(done.sent.len() as u64);
    if !done.skipped.is_empty() {
        let names: Vec<&str> = done
            .skipped
            .iter()
            .map(|skipped| skipped.name.as_str())
            .filter(|name| !name.is_empty())
            .take(5)
            .collect();
        flash = flash.more("resend-skipped").name("names", names.join(", "));
    }
    Ok(signed.back(form.next.as_deref(), "/users", &flash))
}
