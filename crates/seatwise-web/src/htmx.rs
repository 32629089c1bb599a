//! What htmx says about a request, and the few headers we answer it with.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};

/// Sends the browser to another page after a request that htmx made.
pub const REDIRECT: HeaderName = HeaderName::from_static("hx-redirect");

/// How a page was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// By the browser, or by htmx for the whole page.
    Page,
    /// By htmx, for the part it swaps.
    Part,
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let part = parts
            .headers
            .get("hx-request-type")
            .is_some_and(|kind| kind == "partial");
        Ok(if part { Self::Part } else { Self::Page })
    }
}

/// Marks an answer that differs by how it was asked for, so that no cache mixes them up.
pub fn varied(answer: impl IntoResponse) -> Response {
    let mut answer = answer.into_response();
    answer
        .headers_mut()
        .append("vary", HeaderValue::from_static("HX-Request-Type"));
    answer
}
