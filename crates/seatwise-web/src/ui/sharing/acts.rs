//! Sharing a lead from its page, and taking it back.

use axum::extract::{Path, State};
use seatwise_domain::ids::RecordId;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::sharing::{self, Access, NewShare, ShareError};
use serde::Deserialize;

use super::parties;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{Posted, Wrong};
use crate::ui::leads::show;

/// With whom, and to do what.
#[derive(Debug, Default, Deserialize)]
pub struct ShareForm {
    #[serde(default)]
    with: String,
    #[serde(default)]
    access: String,
    #[serde(default)]
    reason: String,
}

/// Shares it.
pub async fn share(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
    Posted(form): Posted<ShareForm>,
) -> Answer {
    let wrong = match parties::read(&form.with) {
        Some(with) => {
            let new = NewShare {
                lead: id,
                with,
                access: form.access.parse().unwrap_or(Access::Read),
                reason: form.reason.clone(),
            };
            match sharing::share(&app.db, &signed.caller, &new).await {
                Ok(share) => {
                    let flash = Flash::new("sharing-shared").name("name", &share.with.name);
                    return Ok(signed.go(&format!("/leads/{id}"), &flash));
                }
                Err(error) if is_typed(&error) => Wrong::of(&signed.shell, &error),
                Err(error) => return Err(signed.fail(&error)),
            }
        }
        None => Wrong::of_kind(&signed.shell, &problem::PARTY_UNKNOWN),
    };
    let query = show::ShowQuery::shared(&form.with, &form.access);
    show::render(&mut signed, &app, id, &query, "", &wrong).await
}

/// What another choice in the form can settle.
fn is_typed(error: &ShareError) -> bool {
    matches!(error.problem().field, Some("with" | "access"))
}

/// Takes it back.
pub async fn unshare(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
    Posted(form): Posted<ShareForm>,
) -> Answer {
    let with = parties::read(&form.with).ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    sharing::unshare(&app.db, &signed.caller, id, with, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(&format!("/leads/{id}"), &Flash::new("sharing-unshared")))
}
