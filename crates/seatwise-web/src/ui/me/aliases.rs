//! Further addresses that a person signs in and is found with (N34).

use axum::extract::State;
use seatwise_domain::users::{self, AliasError};
use serde::Deserialize;

use super::show::render;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{Posted, Wrong};

/// An address.
#[derive(Debug, Deserialize)]
pub struct AliasForm {
    #[serde(default)]
    alias: String,
}

/// Adds one.
pub async fn add(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<AliasForm>,
) -> Answer {
    match users::add_alias(&app.db, &signed.caller, &form.alias).await {
        Ok(()) => Ok(signed.go("/me", &Flash::new("me-alias-added"))),
        Err(error @ (AliasError::Field(_) | AliasError::Conflict(_) | AliasError::TooMany)) => {
            let wrong = Wrong::of(&signed.shell, &error).moved("alias");
            render(&mut signed, &app, &wrong, None).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Removes one.
pub async fn remove(
    signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<AliasForm>,
) -> Answer {
    users::remove_alias(&app.db, &signed.caller, &form.alias)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/me", &Flash::new("me-alias-removed")))
}
