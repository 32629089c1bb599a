//! What is done to an import by a button: check again, run, go on.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, RunError};

use super::check as check_page;
use super::rows::RowsQuery;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;
use crate::ui::users::asked::Reason;

/// Makes the dry run anew: seats, people and leads may have changed.
pub async fn check(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
) -> Answer {
    imports::check(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("imports-checked-again");
    Ok(signed.go(&format!("/imports/{id}/check"), &flash))
}

/// Starts the run.
pub async fn run(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    match imports::run(&app.db, &signed.caller, id, &form.reason).await {
        Ok(_) => {
            let to = signed.shell.href(&format!("/imports/{id}"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(RunError::SeatsMissing(_)) => {
            check_page::render(signed, &app, id, &RowsQuery::default(), true).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Goes on with what stopped, with the rights of who asks for it.
pub async fn resume(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
) -> Answer {
    imports::resume(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(&format!("/imports/{id}"), &Flash::new("imports-resumed")))
}
