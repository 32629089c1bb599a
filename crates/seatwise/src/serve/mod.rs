//! `seatwise serve`: database, worker and web server in one process, until it is asked to stop.

mod health;
mod http;
pub mod lock;
mod metrics;
mod trace;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use seatwise_domain::mail::Transport;
use seatwise_domain::store::{Db, Engine};
use seatwise_domain::{jobs, setup};
use seatwise_web::app::{App, Site};
use seatwise_web::compose_mail::Composer;
use seatwise_web::routes;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::database::{self, Schema};
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::worker;

/// Requests and job steps that are at work get so long to end.
const GRACE: Duration = Duration::from_secs(10);
/// Connections to the database get so long to close after that.
const CLOSING: Duration = Duration::from_secs(2);

/// A server that listens and has its database, but does not answer yet.
pub struct Ready {
    /// The database.
    pub db: Db,
    /// The address people use.
    pub public_url: String,
    listener: TcpListener,
    metrics: Option<TcpListener>,
    _lock: Option<lock::Lock>,
    signals: Signals,
}

/// Starts the server and works until it is asked to stop.
pub async fn run(config: &Config, output: Output) -> Result<(), Failure> {
    for warning in &config.warnings {
        tracing::warn!("{warning}");
    }
    let ready = prepare(config).await?;
    let secret = {
        let mut tx = ready.db.read().await?;
        let empty = setup::is_empty(&mut tx).await?;
        empty.then(|| ready.db.ids().secret())
    };
    let public_url = ready.public_url.clone();
    let mut words = format!("Seatwise answers at {public_url}");
    if let Some(secret) = &secret {
        words.push_str(&format!(
            "\nThere is no account yet. Set it up here, once: {public_url}/setup/{secret}"
        ));
    }
    if config.smtp.is_none() {
        words.push_str("\nNo mail server is set: mails wait in the outbox.");
    }
    let setup = secret
        .as_ref()
        .map(|secret| format!("{public_url}/setup/{secret}"));
    let value = json!({ "url": public_url, "setup": setup });
    work(config, ready, secret, || {
        output.line(&value);
        output.say(&words);
    })
    .await
}

/// Takes the port and the database, so that what is wrong with them is told before anything begins.
pub async fn prepare(config: &Config) -> Result<Ready, Failure> {
    let signals = Signals::listen()?;
    let listener = bind(config.listen).await?;
    let address = listener.local_addr().unwrap_or(config.listen);
    let metrics = match config.metrics_listen {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let lock = match config.database.url.strip_prefix("sqlite:") {
        Some(path) => Some(lock::Lock::take(path.as_ref())?),
        None => None,
    };
    let db = database::open(config, Schema::Migrate).await?;
    if db.engine() == Engine::Sqlite {
        jobs::release_all(&db).await?;
    }
    worker::ensure_recurring(&db).await?;
    Ok(Ready {
        db,
        public_url: config.public_url_at(address),
        listener,
        metrics,
        _lock: lock,
        signals,
    })
}

/// Answers and works until a signal comes; then ends in order.
pub async fn work(
    config: &Config,
    ready: Ready,
    setup_secret: Option<String>,
    announce: impl FnOnce(),
) -> Result<(), Failure> {
    let Ready {
        db,
        public_url,
        listener,
        metrics: metrics_listener,
        _lock,
        mut signals,
    } = ready;
    let transport = match &config.smtp {
        Some(options) => Transport::smtp(options)
            .map_err(|words| Failure::new(Exit::Settings, "settings", words))?,
        None => Transport::none(),
    };
    let app = App::new(
        db.clone(),
        Site {
            public_url: public_url.clone(),
            mail_ready: transport.is_set_up(),
            setup_secret,
            behind_proxy: config.behind_proxy,
        },
    );
    let stop = CancellationToken::new();
    let mut loops = worker::start(&worker::Tools {
        db: db.clone(),
        transport,
        compose: Arc::new(Composer { public_url }),
        limits: Arc::clone(&app.limits),
        stop: stop.clone(),
    });
    let recorder = metrics::Recorder::install(&db);
    let mut doors = routes::router(app)
        .layer(axum::middleware::from_fn(trace::line))
        .merge(health::router(db.clone()));
    if let Some(token) = &config.metrics_token {
        doors = doors.merge(recorder.router(Some(token.clone())));
    }
    let mut servers = tokio::task::JoinSet::new();
    servers.spawn(http::serve(listener, doors, stop.clone(), GRACE));
    if let Some(listener) = metrics_listener {
        servers.spawn(http::serve(
            listener,
            recorder.router(None),
            stop.clone(),
            GRACE,
        ));
    }
    announce();
    signals.asked_to_stop().await;
    tracing::info!("asked to stop; what is at work is finished");
    stop.cancel();
    let ended = async {
        while servers.join_next().await.is_some() {}
        while loops.join_next().await.is_some() {}
    };
    tokio::select! {
        done = tokio::time::timeout(GRACE, ended) => {
            if done.is_err() {
                tracing::warn!("some work did not end in time; it goes on after the next start");
            }
        }
        () = signals.asked_to_stop() => tracing::warn!("asked a second time; ends at once"),
    }
    if tokio::time::timeout(CLOSING, db.close()).await.is_err() {
        tracing::warn!("connections to the database did not close in time");
    }
    Ok(())
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let message = format!("cannot listen at {address}: {error}");
        Failure::new(Exit::Unavailable, "address-in-use", message)
    })
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Listens to the signals to end.
    fn listen() -> Result<Self, Failure> {
        let take = |kind| {
            signal(kind).map_err(|error| Failure::new(Exit::Fault, "signals", error.to_string()))
        };
        Ok(Self {
            terminate: take(SignalKind::terminate())?,
            interrupt: take(SignalKind::interrupt())?,
        })
    }

    async fn asked_to_stop(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
