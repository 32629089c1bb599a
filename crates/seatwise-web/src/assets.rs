//! Answers the browser files under `/static/`, compressed where the browser takes it.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The handler of `/static/{*path}`. A name holds its content's hash, so an answer may be kept for ever.
pub async fn serve(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = seatwise_assets::find(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known == asset.etag)
    {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, asset.etag)]).into_response();
    }
    let (body, coding) = match (accepts(&headers, "br"), accepts(&headers, "gzip")) {
        (true, _) if asset.br.is_some() => (asset.br.unwrap_or(asset.bytes), Some("br")),
        (_, true) if asset.gz.is_some() => (asset.gz.unwrap_or(asset.bytes), Some("gzip")),
        _ => (asset.bytes, None),
    };
    let mut answer = body.into_response();
    let out = answer.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    out.insert(header::ETAG, HeaderValue::from_static(asset.etag));
    out.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    answer
}

/// Whether the browser takes this coding; `q=0` refuses it.
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|item| {
            let mut parts = item.split(';').map(str::trim);
            parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case(coding))
                && !parts.any(|q| matches!(q, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(accept: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_str(accept).expect("a header value"),
        );
        headers
    }

    #[test]
    fn a_coding_with_weight_zero_is_refused() {
        assert!(accepts(&headers("gzip, br;q=0.9"), "br"));
        assert!(!accepts(&headers("gzip, br;q=0"), "br"));
        assert!(!accepts(&headers("gzip"), "br"));
    }
}
