//! The doors of a server over a test database.

use axum::Router;
use seatwise_domain::store::Db;
use seatwise_web::app::{App, Site};
use seatwise_web::routes;

/// The address that mails and pages of the test server name.
pub const PUBLIC_URL: &str = "http://localhost";

/// An application whose mails would go out.
pub fn app(db: &Db) -> App {
    let site = Site {
        public_url: PUBLIC_URL.to_owned(),
        mail_ready: true,
        setup_secret: None,
        behind_proxy: false,
    };
    App::new(db.clone(), site)
}

/// Everything the server answers.
pub fn router(db: &Db) -> Router {
    routes::router(app(db))
}
