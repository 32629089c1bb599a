//! Service users: the form that makes one, and the tokens on its page.

mod new;
mod tokens;

pub use tokens::{Shown, panel};

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/users/new-service", get(new::form).post(new::submit))
        .route("/users/{id}/tokens", post(tokens::create))
        .route("/users/{id}/tokens/{token}/revoke", post(tokens::revoke))
}
