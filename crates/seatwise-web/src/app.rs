//! What every handler may use: the database, the settings of the site, the limits.

use std::sync::Arc;

use seatwise_domain::store::Db;
use seatwise_domain::users;

use crate::csp::Transport;
use crate::limits::Limits;

/// The settings that pages and the API need; the binary reads them from its configuration.
#[derive(Debug, Clone)]
pub struct Site {
    /// The address people use, without a slash at its end: `https://crm.example.org`. Links in mails carry it,
    /// whatever a request says of its host (AB-063).
    pub public_url: String,
    /// Whether mails go out; without a server they wait in the outbox and a notice says so.
    pub mail_ready: bool,
    /// The secret of the first set-up link, as long as there is no account.
    pub setup_secret: Option<String>,
    /// Whether `X-Forwarded-For` is believed, because a proxy of ours sets it.
    pub behind_proxy: bool,
}

impl Site {
    /// Whether people come by https.
    pub fn transport(&self) -> Transport {
        if self.public_url.starts_with("https:") {
            Transport::Https
        } else {
            Transport::Plain
        }
    }
}

/// Everything that a handler may use. Clones share it.
#[derive(Debug, Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The settings.
    pub site: Arc<Site>,
    /// How often somebody may try.
    pub limits: Arc<Limits>,
}

impl App {
    /// The application over an open database.
    pub fn new(db: Db, site: Site) -> Self {
        Self {
            db,
            site: Arc::new(site),
            limits: Arc::new(Limits::new()),
        }
    }

    /// Mails a link for a new password to whoever has this address. In a task of its own, so that the
    /// answer takes the same time for known and unknown addresses (AB-064).
    pub fn mail_reset_link(&self, address: String) {
        let db = self.db.clone();
        tokio::spawn(async move {
            if let Err(error) = users::forgot(&db, &address).await {
                tracing::error!(%error, "a link for a new password could not be made");
            }
        });
    }
}
