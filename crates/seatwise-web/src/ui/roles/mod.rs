//! The pages of roles and access: the matrix, one role, what a change would do, and who holds what.

mod asked;
pub(super) mod dates;
mod edit;
pub mod hold;
mod lines;
mod matrix;
pub mod privacy;
mod show;
mod typed;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/roles", get(matrix::page))
        .route("/roles/privacy", post(privacy::submit))
        .route("/roles/new", get(edit::new).post(edit::create))
        .route("/roles/{role}", get(show::page).post(edit::submit))
        .route(
            "/roles/{role}/delete",
            get(asked::delete_form).post(asked::delete),
        )
        .route(
            "/roles/{role}/default",
            get(asked::default_form).post(asked::make_default),
        )
}
