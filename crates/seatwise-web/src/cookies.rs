//! The few cookies: the session of each account, language, light, keys, and what was just done.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::csp::Transport;
use crate::locale;

const YEAR: u64 = 365 * 24 * 3600;

/// The name of the session cookie of an account: each account has its own, so that several can be open side
/// by side.
pub fn session_name(transport: Transport, slug: &str) -> String {
    match transport {
        Transport::Https => format!("__Host-session-{slug}"),
        Transport::Plain => format!("session-{slug}"),
    }
}

/// The accounts that this browser has a session cookie for, in the order it sent them.
pub fn session_slugs(transport: Transport, headers: &HeaderMap) -> Vec<String> {
    let prefix = session_name(transport, "");
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter_map(|(name, _)| name.strip_prefix(prefix.as_str()))
        .map(str::to_owned)
        .collect()
}

/// The session cookie; it ends with the browser or on the server, whichever is first (AB-040).
pub fn session_cookie(transport: Transport, slug: &str, secret: &str) -> String {
    let name = session_name(transport, slug);
    written(transport, &name, secret, "; HttpOnly")
}

/// The cookie that takes the session cookie away.
pub fn ended_cookie(transport: Transport, slug: &str) -> String {
    let name = session_name(transport, slug);
    written(transport, &name, "", "; HttpOnly; Max-Age=0")
}

/// Sets the session cookie.
pub fn set_session(answer: &mut Response, transport: Transport, slug: &str, secret: &str) {
    append(answer, &session_cookie(transport, slug, secret));
}

/// Takes the session cookie away.
pub fn drop_session(answer: &mut Response, transport: Transport, slug: &str) {
    append(answer, &ended_cookie(transport, slug));
}

/// Sets a cookie that the page's script may read, for a year.
pub fn set_choice(answer: &mut Response, transport: Transport, name: &str, value: &str) {
    add(answer, transport, name, value, &format!("; Max-Age={YEAR}"));
}

fn written(transport: Transport, name: &str, value: &str, more: &str) -> String {
    let secure = match transport {
        Transport::Https => "; Secure",
        Transport::Plain => "",
    };
    format!("{name}={value}; Path=/; SameSite=Lax{secure}{more}")
}

fn add(answer: &mut Response, transport: Transport, name: &str, value: &str, more: &str) {
    append(answer, &written(transport, name, value, more));
}

fn append(answer: &mut Response, cookie: &str) {
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

const FLASH: &str = "done";

/// What was just done, kept for the next page: keys of texts with their values, and a way back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The text of the first line.
    pub key: String,
    /// A number for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Names for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<(String, String)>,
    /// The text of a second line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
    /// Where undo is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<String>,
}

impl Flash {
    /// A text without values.
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            ..Self::default()
        }
    }

    /// With a number.
    pub fn count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    /// With a name.
    pub fn name(mut self, name: &str, value: impl ToString) -> Self {
        self.names.push((name.to_owned(), value.to_string()));
        self
    }

    /// With a second line.
    pub fn more(mut self, key: &str) -> Self {
        self.more = Some(key.to_owned());
        self
    }

    /// With a way back.
    pub fn undo(mut self, action: impl ToString) -> Self {
        self.undo = Some(action.to_string());
        self
    }

    /// Keeps it for the next page.
    pub fn set(&self, answer: &mut Response, transport: Transport) {
        if let Ok(json) = serde_json::to_vec(self) {
            let value = BASE64_URL_SAFE_NO_PAD.encode(json);
            add(answer, transport, FLASH, &value, "; HttpOnly; Max-Age=60");
        }
    }

    /// Takes it from the request.
    pub fn read(headers: &HeaderMap) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD
            .decode(locale::cookie(headers, FLASH)?)
            .ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Forgets it once it is shown.
    pub fn clear(answer: &mut Response, transport: Transport) {
        add(answer, transport, FLASH, "", "; HttpOnly; Max-Age=0");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse as _;

    #[test]
    fn ab040_the_session_cookie_is_for_the_server_alone() {
        let mut answer = ().into_response();
        set_session(&mut answer, Transport::Https, "acme", "x");
        let cookie = answer.headers()[header::SET_COOKIE].to_str().expect("text");
        assert_eq!(
            cookie,
            "__Host-session-acme=x; Path=/; SameSite=Lax; Secure; HttpOnly"
        );
    }

    #[test]
    fn what_was_done_comes_back_with_the_next_request() {
        let flash = Flash::new("invite-sent").name("name", "Zoë; =").count(3);
        let mut answer = ().into_response();
        flash.set(&mut answer, Transport::Plain);
        let cookie = answer.headers()[header::SET_COOKIE].to_str().expect("text");
        let pair = cookie.split(';').next().expect("a pair");
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, pair.parse().expect("a header value"));
        assert_eq!(Flash::read(&headers), Some(flash));
    }
}
