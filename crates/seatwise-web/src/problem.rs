//! The problem table for doors over HTTP: status and words of each line, and RFC 9457 for programs.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use seatwise_domain::problem::{self, Class, ProblemKind, ToProblem};
use serde_json::{Value as Json, json};

use crate::import_words;
use crate::limits::Wait;
use crate::locale::Lang;
use crate::text::{self, Text};

/// The status of a class of problems.
pub const fn status(class: Class) -> StatusCode {
    match class {
        Class::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Class::Conflict => StatusCode::CONFLICT,
        Class::Unauthenticated => StatusCode::UNAUTHORIZED,
        Class::Denied => StatusCode::FORBIDDEN,
        Class::Missing => StatusCode::NOT_FOUND,
        Class::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Class::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Class::Retry => StatusCode::SERVICE_UNAVAILABLE,
        Class::Full => StatusCode::INSUFFICIENT_STORAGE,
        Class::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The status of one line: what a method or body makes of it differs from its class.
pub fn status_of(kind: &ProblemKind) -> StatusCode {
    match kind.code {
        "method-not-allowed" => StatusCode::METHOD_NOT_ALLOWED,
        "bad-request" => StatusCode::BAD_REQUEST,
        "media-type-unsupported" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        _ => status(kind.class),
    }
}

/// What the sentences of the table name, left open where the table itself is shown.
const OPEN: [&str; 4] = ["field", "role", "plans", "part"];

/// What happened, in a sentence.
pub fn title(lang: Lang, kind: &ProblemKind) -> String {
    told(lang, kind, &[])
}

/// What to do about it, where there is more to say than the title.
pub fn detail(lang: Lang, kind: &ProblemKind) -> Option<String> {
    next(lang, kind, &[])
}

/// What happened, with values in the words.
pub fn told(lang: Lang, kind: &ProblemKind, values: &[(&'static str, String)]) -> String {
    sentence(lang, kind, &closed(values))
}

/// What to do about it, with values in the words.
pub fn next(lang: Lang, kind: &ProblemKind, values: &[(&'static str, String)]) -> Option<String> {
    next_step(lang, kind, &closed(values))
}

/// What happened, with the values of the error in the words.
pub fn said(lang: Lang, error: &dyn ToProblem) -> String {
    sentence(lang, error.problem(), &error.values())
}

/// What to do about an error, with its values in the words.
pub fn advice(lang: Lang, error: &dyn ToProblem) -> Option<String> {
    next(lang, error.problem(), &error.values())
}

/// The values with an ellipsis for each that a sentence may name and that nobody gave, as where the table itself
/// is shown.
fn closed(values: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let open = OPEN.map(|name| (name, "…".to_owned()));
    open.into_iter().chain(values.iter().cloned()).collect()
}

/// A refusal that concerns one place of the input.
#[derive(Debug, Clone)]
pub struct Field {
    /// RFC 6901: `/email`; for a parameter its name alone.
    pub pointer: String,
    /// The line of the table.
    pub kind: &'static ProblemKind,
    /// Values for the sentence.
    pub values: Vec<(&'static str, String)>,
}

/// A refusal with everything that its answer says.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The line of the table.
    pub kind: &'static ProblemKind,
    /// Values for the sentence.
    pub values: Vec<(&'static str, String)>,
    /// What is wrong with which part of the input.
    pub fields: Vec<Field>,
    /// Where the field of the line stands: RFC 6901 in the body, or the name of a parameter.
    pub place: Option<Box<str>>,
    /// The reader's language, where the handler knows it.
    pub lang: Option<Lang>,
    /// After how many seconds to try again.
    pub retry_after: Option<u64>,
    /// The methods that the address takes.
    pub allow: Option<String>,
}

impl Problem {
    /// A line of the table, without values.
    pub fn new(kind: &'static ProblemKind) -> Self {
        let retry_after = match kind.class {
            Class::Retry => Some(if kind.code == problem::BUSY.code {
                1
            } else {
                10
            }),
            _ => None,
        };
        Self {
            kind,
            values: Vec::new(),
            fields: Vec::new(),
            place: kind.field.map(|field| format!("/{field}").into()),
            lang: None,
            retry_after,
            allow: None,
        }
    }

    /// What is wrong with which part of the input.
    pub fn input(fields: Vec<Field>) -> Self {
        Self {
            fields,
            ..Self::new(&problem::INPUT_INVALID)
        }
    }

    /// The same in a language that is known already.
    #[must_use]
    pub fn in_language(mut self, lang: Lang) -> Self {
        self.lang.get_or_insert(lang);
        self
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        status_of(self.kind)
    }

    fn json(&self, public_url: &str, request: &str) -> Json {
        let lang = self.lang.unwrap_or_default();
        let title = sentence(lang, self.kind, &self.values);
        let mut out = json!({
            "type": format!("{public_url}/problems/{}", self.kind.code),
            "title": title,
            "status": self.status().as_u16(),
            "instance": instance(request),
            "code": self.kind.code,
        });
        if let Some(detail) = next_step(lang, self.kind, &self.values) {
            out["detail"] = detail.into();
        }
        if is_file(self.kind) {
            if let Some(detail) = import_words::file(lang, &self.values) {
                out["detail"] = detail.into();
            }
            if let Some((_, reason)) = self.values.iter().find(|(name, _)| *name == "reason") {
                out["reason"] = reason.as_str().into();
            }
        }
        let mut errors: Vec<Json> = self
            .fields
            .iter()
            .map(|field| {
                let detail = sentence(lang, field.kind, &field.values);
                json!({ "pointer": field.pointer, "code": field.kind.code, "detail": detail })
            })
            .collect();
        if let Some(pointer) = &self.place {
            errors.push(json!({ "pointer": pointer, "code": self.kind.code, "detail": title }));
        }
        if let Some(pointer) = locked(self.kind, &self.values) {
            errors.push(json!({ "pointer": pointer, "code": self.kind.code, "detail": title }));
        }
        for member in ["user", "token"] {
            if let Some((_, value)) = self.values.iter().find(|(name, _)| *name == member) {
                out[member] = value.as_str().into();
            }
        }
        if !errors.is_empty() {
            out["errors"] = errors.into();
        }
        out
    }

    /// The answer for a program.
    pub fn answer(&self, public_url: &str, request: &str) -> Response {
        let body = self.json(public_url, request).to_string();
        let mut answer = Response::new(Body::from(body));
        *answer.status_mut() = self.status();
        let headers = answer.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(self.lang.unwrap_or_default().tag()),
        );
        self.mark(headers);
        answer
    }

    fn mark(&self, headers: &mut HeaderMap) {
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if let Some(allow) = &self.allow
            && let Ok(allow) = HeaderValue::from_str(allow)
        {
            headers.insert(header::ALLOW, allow);
        }
        if self.kind.class == Class::Unauthenticated {
            headers.insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static("Bearer realm=\"seatwise\""),
            );
        }
    }
}

impl<E: ToProblem> From<E> for Problem {
    fn from(error: E) -> Self {
        let kind = error.problem();
        if matches!(kind.class, Class::Internal | Class::Full | Class::Retry) {
            let mut chain = error.to_string();
            let mut cause = std::error::Error::source(&error);
            while let Some(inner) = cause {
                chain.push_str(": ");
                chain.push_str(&inner.to_string());
                cause = inner.source();
            }
            tracing::error!(code = kind.code, error = chain, "a request failed");
        }
        Self {
            values: error.values(),
            ..Self::new(kind)
        }
    }
}

impl From<Wait> for Problem {
    fn from(wait: Wait) -> Self {
        Self {
            retry_after: Some(wait.seconds()),
            ..Self::new(&problem::TOO_MANY_TRIES)
        }
    }
}

fn fill<'a>(mut text: Text<'a>, values: &'a [(&'static str, String)]) -> String {
    for (name, value) in values {
        // Numbers choose the plural form; a name of digits is rare enough to be grouped.
        text = match value.parse::<i64>() {
            Ok(number) => text.with(name, number),
            Err(_) => text.with(name, value.as_str()),
        };
    }
    text.to_string()
}

/// Whether it says that a file was not taken; why is then one of many reasons.
fn is_file(kind: &ProblemKind) -> bool {
    [&problem::FILE_UNREADABLE, &problem::FILE_TOO_LARGE].contains(&kind)
}

/// The place of a field that a role keeps from the caller, as RFC 6901 says it.
fn locked(kind: &ProblemKind, values: &[(&'static str, String)]) -> Option<String> {
    if ![&problem::FIELD_HIDDEN, &problem::FIELD_READ_ONLY].contains(&kind) {
        return None;
    }
    let (_, field) = values.iter().find(|(name, _)| *name == "field")?;
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    Some(match field.strip_prefix("fields.") {
        Some(own) => format!("/fields/{}", escaped(own)),
        None => format!("/{}", escaped(field)),
    })
}

/// The sentence of a code.
fn sentence(lang: Lang, kind: &ProblemKind, values: &[(&'static str, String)]) -> String {
    fill(Text::new(lang, ["problem-", kind.code].concat()), values)
}

fn next_step(lang: Lang, kind: &ProblemKind, values: &[(&'static str, String)]) -> Option<String> {
    let key = ["problem-", kind.code, "-detail"].concat();
    text::has(lang, &key).then(|| fill(Text::new(lang, key), values))
}

/// The number of a request as a URI (RFC 9457, 3.1.5); a number that a proxy gave stays as it came.
fn instance(request: &str) -> String {
    match uuid::Uuid::try_parse(request) {
        Ok(number) => number.urn().to_string(),
        Err(_) => request.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_words_in_every_language() {
        for kind in problem::ALL {
            for lang in Lang::ALL {
                let key = ["problem-", kind.code].concat();
                assert!(text::has(lang, &key), "{} lacks {key}", lang.code());
            }
        }
    }
}
