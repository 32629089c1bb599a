//! REST under `/api/v1`: a table of operations, which the router, the checks and the document are made of.

mod call;
mod check;
mod dispatch;
mod document;
mod idempotency;
mod identify;
mod operation;
mod page;
mod place;
mod rules;
mod types;
mod v1;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::routing::{any, get};
use seatwise_domain::problem;
use serde_json::Value as Json;
use tower_http::csrf::{CsrfLayer, ProtectionError};

pub use call::{Answer, Call};
pub use operation::{Access, Input, Operation, Output};

use crate::app::App;
use crate::problem::Problem;

/// Where all operations lie.
pub const BASE: &str = "/api/v1";

/// The table and the schemas that it names.
#[derive(Debug)]
pub struct Api {
    /// All operations, in the order of the document.
    pub operations: Vec<Operation>,
    /// The named schemas.
    pub schemas: check::Schemas,
}

static API: LazyLock<Api> = LazyLock::new(Api::build);

impl Api {
    /// The one table.
    pub fn get() -> &'static Self {
        &API
    }

    fn build() -> Self {
        let operations = v1::operations();
        let mut schemas = check::Schemas::new();
        for tell in operations.iter().flat_map(|operation| &operation.schemas) {
            let mut named = Vec::new();
            tell(&mut named);
            for (name, schema) in named {
                schemas
                    .entry(name)
                    .or_insert_with(|| serde_json::to_value(schema).expect("a schema is JSON"));
            }
        }
        rules::add(&mut schemas);
        Self {
            operations,
            schemas,
        }
    }

    /// What a reference stands for.
    fn resolve<'s>(&'s self, schema: &'s Json) -> &'s Json {
        let named = schema.get("$ref").and_then(Json::as_str);
        named
            .and_then(|path| path.rsplit('/').next())
            .and_then(|name| self.schemas.get(name))
            .map_or(schema, |schema| self.resolve(schema))
    }

    /// The types that a schema takes, through a reference and beside null.
    fn kinds(&self, schema: &Json) -> Vec<String> {
        let schema = self.resolve(schema);
        if let Some(choices) = schema.get("oneOf").and_then(Json::as_array) {
            return choices.iter().flat_map(|one| self.kinds(one)).collect();
        }
        match schema.get("type") {
            Some(Json::String(kind)) => vec![kind.clone()],
            Some(Json::Array(kinds)) => kinds
                .iter()
                .filter_map(|kind| kind.as_str().map(str::to_owned))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Holds an answer against the document; for tests.
    pub fn check_answer(&self, schema: &Json, answer: &mut Json) -> Vec<String> {
        check::check(&self.schemas, schema, answer)
            .into_iter()
            .map(|field| format!("{}: {}", field.pointer, field.kind.code))
            .collect()
    }

    /// The OpenAPI document, for a server at this address.
    pub fn document(&self, public_url: &str) -> Json {
        document::document(self, public_url)
    }
}

/// The routes of the API and of its readable page.
pub fn router(app: &App) -> Router<App> {
    let mut addresses: BTreeMap<&'static str, Vec<&'static Operation>> = BTreeMap::new();
    for operation in &Api::get().operations {
        addresses.entry(operation.path).or_default().push(operation);
    }
    let mut router = Router::new();
    for (path, methods) in addresses {
        let methods: Arc<[&Operation]> = methods.into();
        let handler = move |State(app): State<App>, request: Request| {
            dispatch::dispatch(app, Arc::clone(&methods), request)
        };
        router = router.route(&format!("{BASE}{path}"), any(handler));
    }
    router
        .route(&format!("{BASE}/openapi.json"), get(page::openapi))
        .route("/api/{*rest}", any(dispatch::nothing_here))
        .layer(origins(app))
        .layer(DefaultBodyLimit::disable())
        .merge(page::router())
}

/// Calls that change something come from our own pages or from no browser at all (AB-043).
fn origins(
    app: &App,
) -> CsrfLayer<impl FnMut(ProtectionError) -> axum::response::Response + Clone + use<>> {
    let layer = CsrfLayer::new();
    let layer = layer
        .clone()
        .add_trusted_origin(&app.site.public_url)
        .unwrap_or(layer);
    let url = app.site.public_url.clone();
    layer.with_rejection_response(move |_: ProtectionError| {
        Problem::new(&problem::CROSS_SITE).answer(&url, "")
    })
}
