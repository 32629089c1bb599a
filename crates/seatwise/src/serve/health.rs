//! `/healthz`: the process lives. `/readyz`: it can do its work now.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::store::{Db, StoreError};
use serde_json::json;
use tokio::sync::Mutex;

/// An answer holds for so long, so that asking often costs little.
const FRESH_SECONDS: i64 = 1;
const PATIENCE: Duration = Duration::from_secs(3);

/// What the database said, and when.
type Last = Option<(Timestamp, Result<(), &'static str>)>;

#[derive(Clone)]
struct Probe {
    db: Db,
    last: Arc<Mutex<Last>>,
}

/// The two addresses.
pub fn router(db: Db) -> Router {
    let probe = Probe {
        db,
        last: Arc::new(Mutex::new(None)),
    };
    Router::new()
        .route("/healthz", get(|| async { plain("ok\n") }))
        .route("/readyz", get(ready))
        .with_state(probe)
}

async fn ready(State(probe): State<Probe>) -> Response {
    let result = probe.ask().await;
    let (status, words) = match result {
        Ok(()) => (StatusCode::OK, "ok"),
        Err(words) => (StatusCode::SERVICE_UNAVAILABLE, words),
    };
    let body = json!({ "ready": result.is_ok(), "database": words });
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

impl Probe {
    /// Asks the database to read and to write. One asks, the others share the answer.
    async fn ask(&self) -> Result<(), &'static str> {
        let mut last = self.last.lock().await;
        let now = self.db.now();
        if let Some((at, result)) = *last
            && at <= now
            && now < at.plus_seconds(FRESH_SECONDS)
        {
            return result;
        }
        // In a task of its own: nothing that has begun with the database is broken off.
        let db = self.db.clone();
        let asked = tokio::spawn(async move { db.probe().await });
        let result = match tokio::time::timeout(PATIENCE, asked).await {
            Ok(Ok(Ok(()))) => Ok(()),
            Ok(Ok(Err(error))) => Err(words(&error)),
            Ok(Err(_)) => Err("the database could not be asked"),
            Err(_) => Err("the database is busy"),
        };
        *last = Some((now, result));
        result
    }
}

fn words(error: &StoreError) -> &'static str {
    match error {
        StoreError::Full(_) => "the disk is full",
        StoreError::Busy(_) => "the database is busy or locked",
        StoreError::ReadOnly(_) => "the database only reads and takes no writes",
        StoreError::Gone(_) => "the database cannot be reached",
        _ => "the database answers with a fault",
    }
}

fn plain(words: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, words).into_response()
}
