//! A repeated call is one: the answer to a key is kept and given again.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use seatwise_domain::audit::{self, KnownKey};
use seatwise_domain::authz::Idempotency;
use seatwise_domain::problem;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};

use super::call::{Answer, Content, Known, Out};
use super::operation::Operation;
use crate::app::App;
use crate::problem::{Field, Problem};

/// The header.
pub const KEY: &str = "idempotency-key";
/// The longest key.
pub const KEY_MAX: usize = 200;

/// Whether the call is new.
pub enum Begun {
    /// It is; with a key, the answer will be kept.
    Fresh(Option<Claim>),
    /// It was answered before.
    Replay(Answer),
}

/// A key whose effect may come.
pub struct Claim {
    caller: seatwise_domain::authz::Caller,
    idempotency: Arc<Idempotency>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    status: u16,
    location: Option<String>,
    body: Option<Json>,
}

fn key(parts: &Parts) -> Result<Option<String>, Problem> {
    let Some(value) = parts.headers.get(KEY) else {
        return Ok(None);
    };
    let text = value.to_str().unwrap_or_default();
    if text.is_empty() || text.len() > KEY_MAX {
        return Err(Problem::input(vec![Field {
            pointer: "Idempotency-Key".to_owned(),
            kind: &problem::FIELD_FORM,
            values: Vec::new(),
        }]));
    }
    Ok(Some(text.to_owned()))
}

/// SHA-256 over method, address and body, so that a key can't serve for two different calls.
fn digest(operation: &Operation, parts: &Parts, content: &Content) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(operation.method.as_str());
    hash.update([0]);
    hash.update(parts.uri.path());
    hash.update([0]);
    match content {
        Content::Json(json) => hash.update(json.to_string()),
        Content::File(bytes) => hash.update(bytes),
        // The bytes of a form come later, and its boundary differs with each try; the length is what is known.
        Content::Form { .. } => {
            if let Some(length) = parts.headers.get(header::CONTENT_LENGTH) {
                hash.update(length.as_bytes());
            }
        }
        Content::Nothing => {}
    }
    hash.finalize().to_vec()
}

/// Looks the key up, and marks the caller with it so that the first commit claims it.
pub async fn begin(
    app: &App,
    known: &mut Known,
    operation: &Operation,
    parts: &Parts,
    content: &Content,
) -> Result<Begun, Problem> {
    let Some(key) = key(parts)? else {
        return Ok(Begun::Fresh(None));
    };
    let body_hash = digest(operation, parts, content);
    let mut tx = app.db.read().await?;
    match audit::find_key(&mut tx, &known.caller, &key).await? {
        None => {}
        Some(KnownKey { hash, .. }) if hash != body_hash => {
            return Err(Problem::new(&problem::KEY_REUSED));
        }
        Some(KnownKey { answer: None, .. }) => return Err(Problem::new(&problem::KEY_IN_DOUBT)),
        Some(KnownKey {
            answer: Some(answer),
            ..
        }) => return replay(answer).map(Begun::Replay),
    }
    drop(tx);
    let caller = known.caller.clone().with_idempotency(Idempotency {
        key,
        body_hash,
        claimed: std::sync::atomic::AtomicBool::new(false),
    });
    let idempotency = caller.actor().idempotency.clone();
    known.caller = caller.clone();
    Ok(Begun::Fresh(idempotency.map(|idempotency| Claim {
        caller,
        idempotency,
    })))
}

fn replay(answer: Json) -> Result<Answer, Problem> {
    let kept: Kept = serde_json::from_value(answer).map_err(|error| {
        tracing::error!(%error, "a kept answer cannot be read");
        Problem::new(&problem::KEY_IN_DOUBT)
    })?;
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let mut headers: Vec<(HeaderName, HeaderValue)> = vec![(
        HeaderName::from_static("idempotency-replayed"),
        HeaderValue::from_static("true"),
    )];
    if let Some(location) = kept
        .location
        .and_then(|location| HeaderValue::from_str(&location).ok())
    {
        headers.push((header::LOCATION, location));
    }
    Ok(Answer {
        status,
        body: kept
            .body
            .map_or(Out::Nothing, |json| Out::Json(json.to_string())),
        headers,
    })
}

impl Claim {
    /// What is to be kept of an answer; nothing if the call had no effect or the answer holds a secret.
    pub fn kept(&self, operation: &Operation, answer: &Answer) -> Option<Json> {
        if !operation.keeps_answer || !self.idempotency.claimed.load(Ordering::SeqCst) {
            return None;
        }
        let location = answer
            .headers
            .iter()
            .find(|(name, _)| *name == header::LOCATION)
            .and_then(|(_, value)| value.to_str().ok().map(str::to_owned));
        let body = match &answer.body {
            Out::Json(json) => serde_json::from_str(json).ok(),
            Out::Nothing => None,
            Out::File(_) => return None,
        };
        let kept = Kept {
            status: answer.status.as_u16(),
            location,
            body,
        };
        serde_json::to_value(kept).ok()
    }

    /// Keeps the answer beside the key. A failure leaves the key in doubt, which a repeated call is told.
    pub async fn keep(self, app: &App, kept: Json) {
        let key = &self.idempotency.key;
        if let Err(error) = audit::keep_answer(&app.db, &self.caller, key, kept).await {
            tracing::warn!(%error, "the answer to an idempotency key was not kept");
        }
    }
}
