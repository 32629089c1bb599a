//! Each request runs in a task of its own that nobody cancels, and nobody waits for ever: neither a client that hangs
//! up nor a database that swallows what it is sent breaks a transaction off half-way.

use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use seatwise_domain::problem;
use seatwise_domain::store::Db;
use tracing::Instrument as _;

use crate::app::App;
use crate::problem::Problem;
use crate::visitor::Visitor;

/// So long a request may take before the database is asked whether it is still there.
const PATIENCE: Duration = Duration::from_secs(8);
/// So long the database has to answer that.
const SIGN_OF_LIFE: Duration = Duration::from_secs(3);

/// Runs the request. Where it takes long and the database does not answer either, the client is told so (503) and the
/// work goes on by itself (decision 7).
pub(crate) async fn run(State(app): State<App>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let text = |value: Option<&str>| value.unwrap_or("-").to_owned();
    let method = request.method().clone();
    let path = text(
        request
            .extensions()
            .get::<MatchedPath>()
            .map(MatchedPath::as_str),
    );
    let id = text(
        request
            .headers()
            .get("x-request-id")
            .and_then(|id| id.to_str().ok()),
    );
    let span = tracing::info_span!("request", id);
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let request = Request::from_parts(parts, body);
    let mut task = tokio::spawn(next.run(request).instrument(span.clone()));
    let answer = loop {
        if let Ok(answer) = tokio::time::timeout(PATIENCE, &mut task).await {
            break answer;
        }
        tokio::select! {
            answer = &mut task => break answer,
            there = answers(&app.db) => if !there {
                break Ok(gone(&asked, &app));
            },
        }
    };
    let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = answer
        .as_ref()
        .map_or(500, |answer| answer.status().as_u16());
    span.in_scope(|| tracing::info!(%method, path, status, micros, "answered"));
    match answer {
        Ok(answer) => answer,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    }
}

/// Whether the database is there, asked in a task of its own: what has begun with it is not broken off. It only has to
/// answer: what waits for a lock of others gives up by itself, and says so.
async fn answers(db: &Db) -> bool {
    let db = db.clone();
    let asked = tokio::spawn(async move { db.ping().await });
    matches!(
        tokio::time::timeout(SIGN_OF_LIFE, asked).await,
        Ok(Ok(Ok(())))
    )
}

fn gone(asked: &Parts, app: &App) -> Response {
    let visitor = Visitor::read(asked, app);
    if asked.uri.path().starts_with("/api/") {
        let problem = Problem::new(&problem::DATABASE_GONE).in_language(visitor.shell.lang);
        return problem.answer(&app.site.public_url, &visitor.request_id);
    }
    visitor.refuse(&problem::DATABASE_GONE).into_response()
}
