//! A call on its way to its handler, and the answer on its way back.

use std::collections::BTreeMap;
use std::sync::Mutex;

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use seatwise_domain::authz::{Caller, Session};
use seatwise_domain::ids::Id;
use seatwise_domain::problem;
use seatwise_domain::store::{Cursor, PageSize};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::types::PageQuery;
use crate::app::App;
use crate::locale::Lang;
use crate::problem::Problem;

/// Who calls, once it is known.
#[derive(Debug, Clone)]
pub struct Known {
    /// With everything that decides what is allowed.
    pub caller: Caller,
    /// The session, where a cookie brought it.
    pub session: Option<(Session, String)>,
}

/// The body, read and checked.
#[derive(Debug)]
pub enum Content {
    /// None.
    Nothing,
    /// JSON that fits its schema.
    Json(Json),
    /// A file.
    File(Bytes),
    /// A form, unread: its file may be large.
    Form {
        /// The type with the boundary.
        kind: HeaderValue,
        /// The bytes as they come; behind a lock, since a body can't be looked at from two threads.
        body: Mutex<Body>,
    },
}

/// A call whose caller, path, query and body have been checked.
#[derive(Debug)]
pub struct Call {
    /// Everything that a handler may use.
    pub app: App,
    /// Who calls; none in public operations.
    pub known: Option<Known>,
    /// The language of the answer.
    pub lang: Lang,
    /// What the client says it is.
    pub agent: String,
    /// The address it comes from.
    pub address: String,
    /// The parts of the address between slashes, by name.
    pub path: BTreeMap<String, String>,
    /// The query.
    pub query: Json,
    /// The body.
    pub content: Content,
}

impl Call {
    /// Who calls.
    pub fn caller(&self) -> Result<&Caller, Problem> {
        self.known
            .as_ref()
            .map(|known| &known.caller)
            .ok_or_else(|| Problem::new(&problem::SIGN_IN_NEEDED))
    }

    /// The id in the address. What has not the form of an id is not there, like every unknown one.
    pub fn id<T: Id>(&self, name: &str) -> Result<T, Problem> {
        self.path
            .get(name)
            .and_then(|text| seatwise_domain::ids::parse(text).ok())
            .ok_or_else(|| Problem::new(&problem::NOT_FOUND))
    }

    /// The query as its type.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        T::deserialize(&self.query).map_err(|error| unexpected(&error))
    }

    /// Which page of a list is asked for. A cursor that is none of ours leads nowhere.
    pub fn page(&self) -> Result<(Option<Cursor>, PageSize), Problem> {
        let query: PageQuery = self.query()?;
        let size = query.limit.map_or_else(PageSize::default, PageSize::new);
        let Some(text) = query.cursor else {
            return Ok((None, size));
        };
        match Cursor::decode(&text) {
            Some(cursor) => Ok((Some(cursor), size)),
            None => Err(Problem::new(&problem::NOT_FOUND)),
        }
    }

    /// The body as its type.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let Content::Json(json) = &self.content else {
            return Err(Problem::new(&problem::BAD_REQUEST));
        };
        T::deserialize(json).map_err(|error| unexpected(&error))
    }

    /// The file.
    pub fn file(&mut self) -> Result<Bytes, Problem> {
        match std::mem::replace(&mut self.content, Content::Nothing) {
            Content::File(bytes) => Ok(bytes),
            _ => Err(Problem::new(&problem::BAD_REQUEST)),
        }
    }
}

/// A value that fits its schema but not its type: the two have come apart.
fn unexpected(error: &serde_json::Error) -> Problem {
    tracing::warn!(%error, "a checked value does not fit its type");
    Problem::new(&problem::BAD_REQUEST)
}

/// What is answered when all went well.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The body.
    pub body: Out,
    /// Further headers.
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

/// The body of an answer.
#[derive(Debug)]
pub enum Out {
    /// None.
    Nothing,
    /// JSON, written already.
    Json(String),
    /// A file.
    File(Body),
}

impl Answer {
    /// 200 with JSON.
    pub fn ok(value: &impl Serialize) -> Self {
        Self::with(StatusCode::OK, value)
    }

    /// 201 with JSON, and where it is now.
    pub fn created(value: &impl Serialize, place: &str) -> Self {
        Self::with(StatusCode::CREATED, value).header(header::LOCATION, &format!("/api/v1{place}"))
    }

    /// 202 with JSON: a job goes on with it.
    pub fn accepted(value: &impl Serialize) -> Self {
        Self::with(StatusCode::ACCEPTED, value)
    }

    fn with(status: StatusCode, value: &impl Serialize) -> Self {
        Self {
            status,
            body: Out::Json(serde_json::to_string(value).expect("answers are JSON")),
            headers: Vec::new(),
        }
    }

    /// 204.
    pub fn nothing() -> Self {
        Self {
            status: StatusCode::NO_CONTENT,
            body: Out::Nothing,
            headers: Vec::new(),
        }
    }

    /// A file that is saved under this name.
    pub fn file(media: &str, name: &str, body: Body) -> Self {
        let answer = Self {
            status: StatusCode::OK,
            body: Out::File(body),
            headers: Vec::new(),
        };
        answer.header(header::CONTENT_TYPE, media).header(
            header::CONTENT_DISPOSITION,
            &format!("attachment; filename=\"{name}\""),
        )
    }

    /// With a header; a value that is none is left out.
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    /// As a response.
    pub fn into_response(self) -> Response {
        let (body, json) = match self.body {
            Out::Nothing => (Body::empty(), false),
            Out::Json(json) => (Body::from(json), true),
            Out::File(body) => (body, false),
        };
        let mut answer = Response::new(body);
        *answer.status_mut() = self.status;
        let headers = answer.headers_mut();
        if json {
            headers.insert(
                header::CONTENT_TYPE,
                HeaderValue::from_static("application/json"),
            );
        }
        for (name, value) in self.headers {
            headers.append(name, value);
        }
        answer
    }
}
