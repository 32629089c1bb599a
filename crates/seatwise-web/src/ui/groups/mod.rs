//! The pages of groups: the tree, one group with its members, and what is done to them.

pub mod acts;
pub mod arrange;
pub mod list;
pub mod remove;
pub mod show;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/groups", get(list::page).post(list::create))
        .route("/groups/{id}", get(show::page).post(acts::rename))
        .route(
            "/groups/{id}/arrange",
            get(arrange::form).post(arrange::submit),
        )
        .route("/groups/{id}/members", post(acts::add))
        .route("/groups/{id}/members/remove", post(acts::take_out))
        .route(
            "/groups/{id}/remove",
            get(remove::form).post(remove::submit),
        )
}
