//! Forms that bring a picture: the file is read as far as it may be large, the rest as any form.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::header;
use seatwise_domain::problem;
use seatwise_domain::users::PICTURE_BYTES;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::failure::Failure;
use super::form::Posted;
use crate::app::App;
use crate::visitor::Visitor;

/// How many times the limit is read of what is too large, so that the browser hears the answer instead of a
/// broken line.
const DRAINED: usize = 8;
/// The longest text of a field in bytes; the operation refuses what is shorter and still too long.
const TEXT_BYTES: usize = 16 * 1024;
/// The most fields of such a form.
const FIELDS: usize = 50;

/// What such a form brought.
#[derive(Debug, Default)]
pub struct Received {
    /// The fields by name, all of them texts.
    pub fields: Map<String, Value>,
    /// The file; empty where none was chosen.
    pub picture: Vec<u8>,
}

impl Received {
    /// A field's text; empty where it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.fields
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

/// Reads the form; of file and texts at most a little more than is taken.
pub async fn receive(mut form: Multipart) -> Result<Received, MultipartError> {
    let mut received = Received::default();
    while let Some(field) = form.next_field().await? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        let is_picture = name == "picture";
        let most = if is_picture {
            PICTURE_BYTES
        } else {
            TEXT_BYTES
        };
        let (bytes, seen) = read(field, most).await?;
        if is_picture {
            received.picture = bytes;
        } else if received.fields.len() < FIELDS {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            received.fields.insert(name, Value::String(text));
        }
        if seen > most * DRAINED {
            break;
        }
    }
    Ok(received)
}

/// The bytes of a field up to just above the limit, and how many came.
async fn read(mut field: Field<'_>, most: usize) -> Result<(Vec<u8>, usize), MultipartError> {
    let mut bytes = Vec::new();
    let mut seen = 0;
    while let Some(chunk) = field.chunk().await? {
        seen += chunk.len();
        if bytes.len() <= most {
            bytes.extend_from_slice(&chunk);
        } else if seen > most * DRAINED {
            break;
        }
    }
    Ok((bytes, seen))
}

/// A form with everything that stands in it, and the picture if one was chosen.
#[derive(Debug)]
pub struct WithPicture<T> {
    /// The fields.
    pub form: T,
    /// The file.
    pub picture: Option<Vec<u8>>,
}

impl<T: DeserializeOwned> FromRequest<App> for WithPicture<T> {
    type Rejection = Failure;

    async fn from_request(mut request: Request, app: &App) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data")) {
            let Posted(form) = Posted::from_request(request, app).await?;
            return Ok(Self {
                form,
                picture: None,
            });
        }
        DefaultBodyLimit::disable().apply(&mut request);
        let (parts, body) = request.into_parts();
        let visitor = Visitor::read(&parts, app);
        let broken = || visitor.refuse(&problem::BAD_REQUEST);
        let form = Multipart::from_request(Request::from_parts(parts, body), app)
            .await
            .map_err(|_| broken())?;
        let received = receive(form).await.map_err(|_| broken())?;
        Ok(Self {
            form: serde_json::from_value(Value::Object(received.fields)).map_err(|_| broken())?,
            picture: Some(received.picture).filter(|bytes| !bytes.is_empty()),
        })
    }
}
