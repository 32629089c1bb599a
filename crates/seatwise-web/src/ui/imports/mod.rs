//! The pages of imports: list, upload, match columns, dry run, progress, result and undo.

pub mod acts;
mod asked;
pub mod check;
pub mod list;
pub mod mail;
pub mod match_columns;
pub mod problems;
mod reasons;
mod receive;
mod rows;
pub mod show;
pub mod template;
pub mod undo;
pub mod upload;
mod words;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use seatwise_domain::authz::{RunImports, Scope};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, Import};
use seatwise_domain::problem;
use seatwise_domain::store::Reads;

use crate::app::App;
use crate::signed::Signed;
use crate::ui::failure::Failure;

/// The routes of these pages, below an account.
pub fn routes() -> Router<App> {
    // The upload counts by itself, since its limit is told in words and is far above that of forms.
    let upload = post(upload::submit).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/imports", get(list::page))
        .route("/imports/new", get(upload::form).merge(upload))
        .route("/imports/{id}", get(show::page))
        .route(
            "/imports/{id}/match",
            get(match_columns::form).post(match_columns::submit),
        )
        .route("/imports/{id}/check", get(check::page).post(acts::check))
        .route("/imports/{id}/run", post(acts::run))
        .route("/imports/{id}/resume", post(acts::resume))
        .route("/imports/{id}/mail", get(mail::form).post(mail::submit))
        .route("/imports/{id}/undo", get(undo::form).post(undo::submit))
        .route("/imports/{id}/problems.xlsx", get(problems::xlsx))
        .route("/imports/{id}/problems.csv", get(problems::csv))
        .route("/imports/template/{file}", get(template::file))
}

/// The import of an address.
async fn find(
    signed: &Signed,
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    id: ImportId,
) -> Result<Import, Failure> {
    imports::find(tx, scope, id)
        .await
        .map_err(|error| signed.fail(&error))?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))
}

fn scope(signed: &Signed) -> Result<Scope<RunImports>, Failure> {
    signed
        .caller
        .scope::<RunImports>()
        .map_err(|error| signed.fail(&error))
}
