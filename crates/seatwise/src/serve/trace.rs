//! One log line and one measure for each request: method, route, status and time, never what stands in it.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

/// The layer. The route's pattern stands for the path, since paths hold the secrets of links.
pub async fn line(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let began = Instant::now();
    let answer = next.run(request).await;
    let took = began.elapsed();
    let status = answer.status().as_u16();
    let id = answer
        .headers()
        .get("x-request-id")
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default();
    if route.starts_with("/static/") {
        tracing::debug!(%method, route, status, ms = took.as_millis(), id, "request");
    } else {
        tracing::info!(%method, route, status, ms = took.as_millis(), id, "request");
    }
    let labels = [
        ("method", method.to_string()),
        ("route", route),
        ("status", status.to_string()),
    ];
    metrics::counter!("seatwise_http_requests_total", &labels).increment(1);
    metrics::histogram!("seatwise_http_request_seconds").record(took.as_secs_f64());
    answer
}
