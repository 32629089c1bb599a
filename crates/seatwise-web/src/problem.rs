//! The problem table for doors over HTTP: status and words of each line.

use axum::http::StatusCode;
use seatwise_domain::problem::{Class, ProblemKind};

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
        _ => status(kind.class),
    }
}

/// What happened, in a sentence.
pub fn title(lang: Lang, kind: &ProblemKind) -> String {
    Text::new(lang, ["problem-", kind.code].concat()).to_string()
}

/// What to do about it, where there is more to say than the title.
pub fn detail(lang: Lang, kind: &ProblemKind) -> Option<String> {
    let key = ["problem-", kind.code, "-detail"].concat();
    text::has(lang, &key).then(|| Text::new(lang, key).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use seatwise_domain::problem;

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
