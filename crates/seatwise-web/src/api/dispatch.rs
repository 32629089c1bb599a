//! The way of every call: method, caller, permission, path, query, body, idempotency, handler.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::{FromRequestParts as _, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Request, header};
use axum::response::Response;
use futures_util::FutureExt as _;
use http_body_util::{BodyExt as _, Limited};
use seatwise_domain::authz::{Because, Denied, Key};
use seatwise_domain::problem;
use seatwise_domain::store::ReadTx;
use serde_json::{Map, Value as Json};

use super::call::{Call, Content, Known};
use super::operation::{Access, Done, Handler, Input, Operation};
use super::{Api, check, idempotency, identify, place};
use crate::app::App;
use crate::locale::{self, Lang};
use crate::problem::{Field, Problem};
use crate::visitor::Visitor;

/// The largest JSON body.
pub const JSON_LIMIT: usize = 1024 * 1024;

/// Answers a call to one address, which takes one or more methods.
pub async fn dispatch(
    app: App,
    methods: Arc<[&'static Operation]>,
    request: Request<Body>,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = Visitor::read(&parts, &app);
    let mut lang = locale::wished(&parts.headers);
    let work = AssertUnwindSafe(run(&app, &methods, &visitor, &mut lang, &mut parts, body));
    let done = work
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(Problem::new(&problem::INTERNAL)));
    match done {
        Ok(answer) => answer.into_response(),
        Err(problem) => problem
            .in_language(lang.unwrap_or_default())
            .answer(&app.site.public_url, &visitor.request_id),
    }
}

/// The methods of an address as the `Allow` header lists them.
fn allowed(methods: &[&Operation]) -> String {
    let mut names: Vec<&str> = methods
        .iter()
        .map(|operation| operation.method.as_str())
        .collect();
    if names.contains(&"GET") {
        names.push("HEAD");
    }
    names.sort_unstable();
    names.join(", ")
}

async fn run(
    app: &App,
    methods: &[&Operation],
    visitor: &Visitor,
    lang: &mut Option<Lang>,
    parts: &mut Parts,
    body: Body,
) -> Done {
    let method = if parts.method == Method::HEAD {
        Method::GET
    } else {
        parts.method.clone()
    };
    let found = methods.iter().find(|operation| operation.method == method);
    let Some(&operation) = found else {
        let mut refusal = Problem::new(&problem::METHOD_NOT_ALLOWED);
        refusal.allow = Some(allowed(methods));
        return Err(refusal);
    };
    let (mut known, snapshot) = match who(app, operation, visitor, lang, parts).await? {
        Some((known, snapshot)) => (Some(known), snapshot),
        None => (None, None),
    };
    // Only whoever reads in it may hold it: readers are few.
    let snapshot = snapshot.filter(|_| matches!(operation.handler, Handler::Reading(_)));
    let path = path(operation, parts, app).await?;
    let query = query(operation, parts)?;
    let content = content(operation, parts, body).await?;
    let claim = match &mut known {
        Some(known) if operation.takes_key() => {
            match idempotency::begin(app, known, operation, parts, &content).await? {
                idempotency::Begun::Replay(answer) => return Ok(answer),
                idempotency::Begun::Fresh(claim) => claim,
            }
        }
        _ => None,
    };
    let call = Call {
        app: app.clone(),
        known,
        lang: lang.unwrap_or_default(),
        agent: visitor.agent.clone(),
        address: visitor.address.clone(),
        path,
        query,
        content,
    };
    let answer = handle(operation, call, snapshot).await?;
    if let Some(claim) = claim
        && let Some(kept) = claim.kept(operation, &answer)
    {
        claim.keep(app, kept).await;
    }
    Ok(answer)
}

async fn handle(operation: &Operation, call: Call, snapshot: Option<ReadTx>) -> Done {
    let done = match &operation.handler {
        Handler::Alone(run) => run(call).await,
        Handler::Reading(run) => {
            let tx = match snapshot {
                Some(tx) => tx,
                None => call.app.db.read().await?,
            };
            run(call, tx).await
        }
    };
    done.map_err(|refusal| Problem {
        place: refusal
            .kind
            .field
            .and_then(|field| place::of(operation, field))
            .map(String::into_boxed_str),
        ..refusal
    })
}

/// Who calls, and that he may. The language of the answer becomes his, if the request does not name one.
async fn who(
    app: &App,
    operation: &Operation,
    visitor: &Visitor,
    lang: &mut Option<Lang>,
    parts: &Parts,
) -> Result<Option<(Known, Option<ReadTx>)>, Problem> {
    if operation.access == Access::Public {
        return Ok(None);
    }
    let found = identify::identify(app, &parts.method, &parts.headers, &visitor.request_id).await?;
    let Some((mut known, snapshot)) = found else {
        return Err(Problem::new(&problem::SIGN_IN_NEEDED));
    };
    if lang.is_none()
        && let Some(identity) = known.caller.identity()
    {
        *lang = identity
            .language
            .as_deref()
            .or(Some(&identity.account_language))
            .and_then(Lang::parse);
    }
    if let Access::Needs(key) = operation.access {
        if key.writes() && !operation.changes() {
            known.caller = known.caller.looking();
        }
        known.caller.allows(key)?;
    }
    if operation.changes() && known.caller.is_read_only() {
        return Err(Problem::from(Denied {
            key: Key::EditOwn,
            because: Because::ReadOnlyToken,
        }));
    }
    Ok(Some((known, snapshot)))
}

async fn path(
    operation: &Operation,
    parts: &mut Parts,
    app: &App,
) -> Result<BTreeMap<String, String>, Problem> {
    let missing = || Problem::new(&problem::NOT_FOUND);
    let params = RawPathParams::from_request_parts(parts, app)
        .await
        .map_err(|_| missing())?;
    let path: BTreeMap<String, String> = params
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    for (name, prefix) in operation.path_ids() {
        let text = path.get(name).map(String::as_str).unwrap_or_default();
        if super::types::fits(&super::types::path_pattern(prefix), text) != Some(true) {
            return Err(missing());
        }
    }
    Ok(path)
}

/// The query as an object, each value in the type that its schema asks for.
fn query(operation: &Operation, parts: &Parts) -> Result<Json, Problem> {
    let pairs = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
        .map_err(|_| Problem::new(&problem::BAD_REQUEST))?
        .0;
    let nothing = Json::Object(Map::new());
    let api = Api::get();
    let schema = operation.query.as_ref();
    let properties = schema
        .and_then(|schema| schema.get("properties"))
        .unwrap_or(&nothing);
    let mut found = Map::new();
    let mut wrong = Vec::new();
    for (name, text) in pairs {
        let Some(schema) = properties.get(&name) else {
            wrong.push(Field {
                pointer: name,
                kind: &problem::FIELD_UNKNOWN,
                values: Vec::new(),
            });
            continue;
        };
        let value = typed(api, schema, text);
        match found.get_mut(&name) {
            Some(Json::Array(list)) if value.is_array() => {
                list.extend(value.as_array().cloned().unwrap_or_default());
            }
            Some(_) => wrong.push(Field {
                pointer: name,
                kind: &problem::FIELD_TYPE,
                values: vec![("type", "one value".to_owned())],
            }),
            None => {
                found.insert(name, value);
            }
        }
    }
    let mut value = Json::Object(found);
    if let Some(schema) = schema {
        let fields = check::check(&api.schemas, schema, &mut value);
        wrong.extend(fields.into_iter().map(|field| Field {
            pointer: field.pointer.trim_start_matches('/').to_owned(),
            ..field
        }));
    }
    if wrong.is_empty() {
        Ok(value)
    } else {
        Err(Problem::input(wrong))
    }
}

/// A text of the query as its schema wants it; what does not fit stays text and is refused as such.
fn typed(api: &Api, schema: &Json, text: String) -> Json {
    let kinds = api.kinds(schema);
    let is = |name: &str| kinds.iter().any(|kind| kind == name);
    if is("array") {
        return Json::Array(vec![text.into()]);
    }
    if is("integer")
        && let Ok(number) = text.parse::<i64>()
    {
        return number.into();
    }
    if is("boolean") && (text == "true" || text == "false") {
        return (text == "true").into();
    }
    text.into()
}

/// True when the header names this media type, whatever parameters follow.
fn is_media(parts: &Parts, wanted: &str) -> bool {
    let given = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .unwrap_or_default();
    given.trim().eq_ignore_ascii_case(wanted)
}

async fn content(operation: &Operation, parts: &Parts, body: Body) -> Result<Content, Problem> {
    let media = || Problem::new(&problem::MEDIA_TYPE);
    match &operation.input {
        Input::Nothing => Ok(Content::Nothing),
        Input::Json(schema) => {
            if !is_media(parts, "application/json") {
                return Err(media());
            }
            let bytes = read(body, JSON_LIMIT).await?;
            let mut value: Json =
                serde_json::from_slice(&bytes).map_err(|_| Problem::new(&problem::BAD_REQUEST))?;
            let fields = check::check(&Api::get().schemas, schema, &mut value);
            if fields.is_empty() {
                Ok(Content::Json(value))
            } else {
                Err(Problem::input(fields))
            }
        }
        Input::File { types, most } => {
            if !types.iter().any(|wanted| is_media(parts, wanted)) {
                return Err(media());
            }
            Ok(Content::File(read(body, *most).await?))
        }
        Input::Form { most, .. } => {
            if !is_media(parts, "multipart/form-data") {
                return Err(media());
            }
            let kind = parts.headers.get(header::CONTENT_TYPE).cloned();
            Ok(Content::Form {
                kind: kind.unwrap_or_else(|| HeaderValue::from_static("")),
                body: Mutex::new(Body::new(Limited::new(body, *most))),
            })
        }
    }
}

async fn read(body: Body, most: usize) -> Result<axum::body::Bytes, Problem> {
    match Limited::new(body, most).collect().await {
        Ok(whole) => Ok(whole.to_bytes()),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            Err(Problem::new(&problem::TOO_LARGE))
        }
        Err(_) => Err(Problem::new(&problem::BAD_REQUEST)),
    }
}

/// The refusal of an address below `/api` that is none.
pub async fn nothing_here(visitor: Visitor) -> Response {
    Problem::new(&problem::NOT_FOUND)
        .in_language(locale::wished(&visitor.headers).unwrap_or_default())
        .answer(&visitor.app.site.public_url, &visitor.request_id)
}
