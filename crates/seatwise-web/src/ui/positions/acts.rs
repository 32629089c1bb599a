//! What is done to a position: another name, people on it and off.

use axum::extract::{Path, State};
use axum::response::Response;
use seatwise_domain::ids::{self, PositionId};
use seatwise_domain::moves::Move;
use seatwise_domain::positions::{self, RenamePositionError};
use seatwise_domain::problem;
use serde::Deserialize;

use super::show::{PositionQuery, render};
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::moves::{Question, ask};

/// Another name.
#[derive(Debug, Deserialize)]
pub struct Name {
    #[serde(default)]
    name: String,
}

/// Somebody who holds the position, or shall.
#[derive(Debug, Deserialize)]
pub struct Holder {
    #[serde(default)]
    user: String,
    next: Option<String>,
    #[serde(default)]
    reason: String,
    confirmed: Option<String>,
}

/// Gives the position another name.
pub async fn rename(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, PositionId)>,
    Posted(form): Posted<Name>,
) -> Answer {
    match positions::rename(&app.db, &signed.caller, id, &form.name).await {
        Ok(_) => Ok(signed.go(&format!("/positions/{id}"), &Flash::new("positions-saved"))),
        Err(error @ (RenamePositionError::Name(_) | RenamePositionError::Taken)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            let (query, name) = (PositionQuery::default(), Some(form.name.as_str()));
            render(&mut signed, &app, id, &query, name, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Puts somebody on it; he leaves the one he had. Asked first, where anybody gains or loses by it.
pub async fn add(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, PositionId)>,
    Posted(form): Posted<Holder>,
) -> Answer {
    hold(&mut signed, &app, id, Some(id), &form).await
}

/// Takes somebody off it; asked first, where anybody gains or loses by it.
pub async fn take_out(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, PositionId)>,
    Posted(form): Posted<Holder>,
) -> Answer {
    hold(&mut signed, &app, id, None, &form).await
}

async fn hold(
    signed: &mut Signed,
    app: &App,
    here: PositionId,
    position: Option<PositionId>,
    form: &Holder,
) -> Result<Response, Failure> {
    let user = ids::parse(&form.user).map_err(|_| signed.refuse(&problem::NOT_FOUND))?;
    if form.confirmed.is_none() {
        let planned = Move {
            reason: form.reason.clone(),
            ..Move::onto(position)
        };
        let home = format!("/positions/{here}");
        let keep = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut kept = vec![keep("user", &form.user)];
        kept.extend(form.next.iter().map(|next| keep("next", next)));
        let leaves = if position.is_none() { "/remove" } else { "" };
        let question = Question {
            action: &format!("{home}/holders{leaves}"),
            cancel: signed.within(form.next.as_deref(), &home),
            kept,
            again: false,
        };
        if let Some(page) = ask(signed, user, &planned, question).await? {
            return Ok(page);
        }
    }
    positions::hold(&app.db, &signed.caller, user, position, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("positions-saved");
    Ok(signed.back(form.next.as_deref(), &format!("/positions/{here}"), &flash))
}
