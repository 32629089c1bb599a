//! The API for readers: the document, a page of it, and a page for each code of a refusal.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use seatwise_domain::problem;
use serde_json::Value as Json;

use super::operation::{Access, Input};
use super::{Api, BASE};
use crate::app::App;
use crate::problem as words;
use crate::render;
use crate::shell::Shell;
use crate::text::Text;
use crate::visitor::Visitor;

/// The routes of the pages.
pub fn router() -> Router<App> {
    Router::new()
        .route("/api", get(readable))
        .route("/problems", get(all_problems))
        .route("/problems/{code}", get(one_problem))
}

/// `/api/v1/openapi.json`
pub async fn openapi(State(app): State<App>) -> Response {
    let document = Api::get().document(&app.site.public_url).to_string();
    let mut answer = document.into_response();
    answer.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    answer
}

struct Chapter {
    name: &'static str,
    title: String,
    lines: Vec<Line>,
}

struct Line {
    id: &'static str,
    method: String,
    path: String,
    summary: String,
    permission: Option<&'static str>,
    fields: Vec<FieldLine>,
    status: u16,
}

struct FieldLine {
    name: String,
    kind: String,
    required: bool,
}

#[derive(Template)]
#[template(path = "api/page.html")]
struct ApiPage<'a> {
    shell: &'a Shell,
    base: &'static str,
    chapters: Vec<Chapter>,
}

/// `/api`: every operation in the reader's language.
async fn readable(visitor: Visitor) -> Response {
    let shell = &visitor.shell;
    let api = Api::get();
    let mut chapters: Vec<Chapter> = Vec::new();
    for operation in &api.operations {
        let line = Line {
            id: operation.id,
            method: operation.method.to_string(),
            path: operation.path.to_owned(),
            summary: Text::new(shell.lang, ["api-op-", operation.id].concat()).to_string(),
            permission: match operation.access {
                Access::Needs(key) => Some(key.as_str()),
                Access::Public | Access::Signed => None,
            },
            fields: fields(api, operation),
            status: operation.status,
        };
        let found = chapters
            .iter_mut()
            .find(|chapter| chapter.name == operation.tag);
        if let Some(chapter) = found {
            chapter.lines.push(line);
        } else {
            chapters.push(Chapter {
                name: operation.tag,
                title: Text::new(shell.lang, ["api-tag-", operation.tag].concat()).to_string(),
                lines: vec![line],
            });
        }
    }
    let page = ApiPage {
        shell,
        base: BASE,
        chapters,
    };
    render::page(StatusCode::OK, &page)
}

/// The fields of query and body, with their types and limits.
fn fields(api: &Api, operation: &super::Operation) -> Vec<FieldLine> {
    let mut found = Vec::new();
    let body = match &operation.input {
        Input::Json(schema) | Input::Form { schema, .. } => Some(schema),
        Input::Nothing | Input::File { .. } => None,
    };
    for (schema, mark) in [(operation.query.as_ref(), "?"), (body, "")] {
        let Some(schema) = schema.map(|schema| api.resolve(schema)) else {
            continue;
        };
        let required = schema.get("required").and_then(Json::as_array);
        let properties = schema.get("properties").and_then(Json::as_object);
        for (name, field) in properties.into_iter().flatten() {
            found.push(FieldLine {
                name: format!("{mark}{name}"),
                kind: kind(api, field),
                required: required
                    .is_some_and(|list| list.iter().any(|one| one.as_str() == Some(name))),
            });
        }
    }
    found
}

/// A type in the words of JSON Schema, which are the same in every language.
fn kind(api: &Api, schema: &Json) -> String {
    let schema = api.resolve(schema);
    if let Some(choices) = schema.get("oneOf").and_then(Json::as_array) {
        let kinds: Vec<String> = choices.iter().map(|one| kind(api, one)).collect();
        return kinds.join(" | ");
    }
    if let Some(choices) = schema.get("enum").and_then(Json::as_array) {
        let words: Vec<&str> = choices.iter().filter_map(Json::as_str).collect();
        return words.join(" | ");
    }
    let mut text = api.kinds(schema).join(" | ");
    if let Some(items) = schema.get("items") {
        text = format!("{text} [{}]", kind(api, items));
    }
    if let Some(format) = schema.get("format").and_then(Json::as_str) {
        text = format!("{text} ({format})");
    }
    let limit = |word: &str| schema.get(word).map(ToString::to_string);
    let least = limit("minLength").or_else(|| limit("minimum"));
    let most = limit("maxLength").or_else(|| limit("maximum"));
    match (least, most) {
        (Some(least), Some(most)) => format!("{text} {least}–{most}"),
        (None, Some(most)) => format!("{text} ≤ {most}"),
        (Some(least), None) => format!("{text} ≥ {least}"),
        (None, None) => text,
    }
}

struct ProblemLine {
    code: &'static str,
    status: u16,
    title: String,
    detail: Option<String>,
}

#[derive(Template)]
#[template(path = "api/problems.html")]
struct ProblemsPage<'a> {
    shell: &'a Shell,
    problems: Vec<ProblemLine>,
    one: bool,
}

fn line(shell: &Shell, kind: &'static problem::ProblemKind) -> ProblemLine {
    ProblemLine {
        code: kind.code,
        status: words::status_of(kind).as_u16(),
        title: words::title(shell.lang, kind),
        detail: words::detail(shell.lang, kind),
    }
}

/// `/problems`: every code.
async fn all_problems(visitor: Visitor) -> Response {
    let shell = &visitor.shell;
    let problems = problem::ALL.iter().map(|kind| line(shell, kind)).collect();
    let one = false;
    render::page(
        StatusCode::OK,
        &ProblemsPage {
            shell,
            problems,
            one,
        },
    )
}

/// `/problems/{code}`: what `type` of a refusal leads to.
async fn one_problem(visitor: Visitor, Path(code): Path<String>) -> Response {
    let shell = &visitor.shell;
    let Some(kind) = problem::ALL.iter().find(|kind| kind.code == code) else {
        return visitor.refuse(&problem::NOT_FOUND).into_response();
    };
    let problems = vec![line(shell, kind)];
    let one = true;
    render::page(
        StatusCode::OK,
        &ProblemsPage {
            shell,
            problems,
            one,
        },
    )
}
