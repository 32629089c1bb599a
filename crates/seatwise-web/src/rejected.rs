//! An address whose id or query is nonsense is answered with the page of a missing one, not with a line for programmers.

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use seatwise_domain::problem;

use crate::app::App;
use crate::visitor::Visitor;

/// The layer of the pages. Handlers never answer 400 as plain text themselves: what does is an extractor that
/// could not read its part of the address.
pub async fn as_page(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let answer = next.run(Request::from_parts(parts, body)).await;
    let plain = answer
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if answer.status() != StatusCode::BAD_REQUEST || !plain {
        return answer;
    }
    Visitor::read(&asked, &app)
        .refuse(&problem::NOT_FOUND)
        .into_response()
}
