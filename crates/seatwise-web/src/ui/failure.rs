//! The page that says what went wrong, why, and what to do next.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use seatwise_domain::problem::{Class, ProblemKind, ToProblem};

use crate::problem;
use crate::render;
use crate::shell::Shell;

/// An answer that says why not. Boxed, since it travels in every result.
#[derive(Debug)]
pub struct Failure(Box<Response>);

impl Failure {
    /// An answer made elsewhere, for example the form again.
    pub fn answer(answer: Response) -> Self {
        Self(Box::new(answer))
    }

    /// With the seconds to wait.
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.0
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        self
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// What a handler answers.
pub type Answer = Result<Response, Failure>;

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    shell: &'a Shell,
    title: String,
    detail: Option<String>,
    number: Option<String>,
    links: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "bare/problem.html")]
struct BareProblemPage<'a> {
    shell: &'a Shell,
    title: String,
    detail: Option<String>,
    number: Option<String>,
    links: Vec<(String, String)>,
}

/// The page of an error. Faults of ours are logged once, with the number that the page shows.
pub fn page(shell: &Shell, error: &(dyn ToProblem + 'static), request_id: &str) -> Failure {
    let kind = error.problem();
    if matches!(kind.class, Class::Internal | Class::Retry | Class::Full) {
        tracing::error!(
            request_id,
            code = kind.code,
            error = error as &(dyn std::error::Error + 'static),
            "a request failed"
        );
    }
    let words = (
        problem::said(shell.lang, error),
        problem::advice(shell.lang, error),
    );
    saying(shell, kind, words, request_id)
}

/// The page of a line of the problem table.
pub fn of_kind(shell: &Shell, kind: &'static ProblemKind, request_id: &str) -> Failure {
    let words = (
        problem::title(shell.lang, kind),
        problem::detail(shell.lang, kind),
    );
    saying(shell, kind, words, request_id)
}

fn saying(
    shell: &Shell,
    kind: &'static ProblemKind,
    (title, detail): (String, Option<String>),
    request_id: &str,
) -> Failure {
    let status = problem::status_of(kind);
    let ours = matches!(kind.class, Class::Internal | Class::Retry | Class::Full);
    let number = ours
        .then_some(request_id)
        .filter(|id| !id.is_empty())
        .map(str::to_owned);
    let mut links = Vec::new();
    if ours {
        links.push((
            shell.here.clone(),
            shell.t("problem-page-again").to_string(),
        ));
    }
    if kind.code == "no-free-seat" && !shell.account.slug.is_empty() {
        links.push((
            shell.href("/licences"),
            shell.t("problem-page-seats").to_string(),
        ));
    }
    if kind.code == "is-owner" && !shell.account.slug.is_empty() {
        links.push((
            shell.href("/settings#ownership"),
            shell.t("problem-page-ownership").to_string(),
        ));
    }
    let answer = if shell.account.slug.is_empty() {
        links.push(("/".to_owned(), shell.t("problem-page-home").to_string()));
        render::page(
            status,
            &BareProblemPage {
                shell,
                title,
                detail,
                number,
                links,
            },
        )
    } else {
        links.push((shell.href("/"), shell.t("problem-page-home").to_string()));
        let page = ProblemPage {
            shell,
            title,
            detail,
            number,
            links,
        };
        render::page(status, &page)
    };
    let failure = Failure::answer(answer);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        failure.retry_after(5)
    } else {
        failure
    }
}
