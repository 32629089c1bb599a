//! Sharing: the panel of a lead, what is done there, and the page of rules.

pub mod acts;
pub mod panel;
pub mod parties;
pub mod rules;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sharing", get(rules::page).post(rules::create))
        .route("/sharing/{id}/remove", post(rules::remove))
        .route("/leads/{id}/share", post(acts::share))
        .route("/leads/{id}/unshare", post(acts::unshare))
}
