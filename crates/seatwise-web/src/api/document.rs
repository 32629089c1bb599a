//! The OpenAPI 3.1 document, made of the same table and schemas that calls are checked with.

use serde_json::{Map, Value as Json, json};

use super::operation::{Access, Input, Operation, Output};
use super::{Api, BASE, idempotency, identify, types};
use crate::locale::Lang;
use crate::problem;
use crate::text::Text;

/// What every refusal looks like.
const PROBLEM: &str = "#/components/schemas/Problem";

/// The document, for a server at this address.
pub fn document(api: &Api, public_url: &str) -> Json {
    let mut paths: Map<String, Json> = Map::new();
    for operation in &api.operations {
        let item = paths
            .entry(format!("{BASE}{}", operation.path))
            .or_insert_with(|| json!({}));
        item[operation.method.as_str().to_lowercase()] = self::operation(operation);
    }
    let mut schemas = api.schemas.clone();
    schemas.insert("Problem".to_owned(), problem_schema());
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "info": info(public_url),
        "servers": [{ "url": public_url, "description": "This installation" }],
        "tags": tags(api),
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": schemes(),
            "responses": { "Problem": problem_response() },
        },
    })
}

fn info(public_url: &str) -> Json {
    let host = public_url
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split([':', '/']).next())
        .unwrap_or("localhost");
    json!({
        "title": "Seatwise API",
        "version": "1.0.0",
        "summary": "People, seats and leads of one account",
        "description": Text::new(Lang::En, "api-about").to_string(),
        "contact": {
            "name": "Whoever runs this installation",
            "url": public_url,
            "email": format!("postmaster@{host}"),
        },
        "license": {
            "name": "MIT OR Apache-2.0",
            "url": "https://spdx.org/licenses/MIT.html",
        },
    })
}

fn tags(api: &Api) -> Json {
    let mut names: Vec<&str> = api
        .operations
        .iter()
        .map(|operation| operation.tag)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .map(|name| json!({ "name": name, "description": words("api-tag-", name) }))
        .collect()
}

fn words(before: &str, name: &str) -> String {
    Text::new(Lang::En, [before, name].concat()).to_string()
}

fn operation(operation: &Operation) -> Json {
    let summary = words("api-op-", operation.id);
    let mut out = json!({
        "operationId": operation.id,
        "summary": summary,
        "description": description(operation, &summary),
        "tags": [operation.tag],
        "parameters": parameters(operation),
        "responses": responses(operation),
        "security": match operation.access {
            Access::Public => json!([]),
            _ => json!([{ "token": [] }, { "cookie": [] }]),
        },
    });
    if let Some(body) = body(operation) {
        out["requestBody"] = body;
    }
    out
}

fn description(operation: &Operation, summary: &str) -> String {
    let who = match operation.access {
        Access::Public => "For anybody.".to_owned(),
        Access::Signed => "For whoever is signed in.".to_owned(),
        Access::Needs(key) => format!("Needs the permission `{}`.", key.as_str()),
    };
    let mut text = format!("{summary}. {who}");
    if operation.takes_key() && !operation.keeps_answer {
        text.push_str(
            " The answer holds a secret and is kept nowhere: a repeated key is answered 409.",
        );
    }
    text
}

fn parameters(operation: &Operation) -> Json {
    let mut list = Vec::new();
    for (name, prefix) in operation.path_ids() {
        if prefix == "role" {
            list.push(role_parameter(name));
            continue;
        }
        let length = prefix.len() + 27;
        list.push(json!({
            "name": name, "in": "path", "required": true,
            "description": format!("Public id, `{prefix}_` and 26 characters."),
            "schema": {
                "type": "string", "minLength": length, "maxLength": length,
                "pattern": types::id_pattern(prefix),
            },
        }));
    }
    if let Some(query) = &operation.query {
        list.extend(query_parameters(query));
    }
    if operation.takes_key() {
        list.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "Calls with the same key are one: the answer of the first is given again. The same key with another body is answered 409.",
            "schema": { "type": "string", "minLength": 1, "maxLength": idempotency::KEY_MAX },
        }));
    }
    list.into()
}

/// A role in an address: by a word of the program's own, or by its id.
fn role_parameter(name: &str) -> Json {
    json!({
        "name": name, "in": "path", "required": true,
        "description": "`sales`, `team-user`, or the public id of a role: `role_` and 26 characters.",
        "schema": { "type": "string", "minLength": 5, "maxLength": 31, "pattern": types::ROLE },
    })
}

fn query_parameters(query: &Json) -> Vec<Json> {
    let required: Vec<&str> = query
        .get("required")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .collect();
    let properties = query.get("properties").and_then(Json::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(name, schema)| {
            let mut schema = schema.clone();
            let described = schema
                .as_object_mut()
                .and_then(|schema| schema.remove("description"));
            json!({
                "name": name, "in": "query", "required": required.contains(&name.as_str()),
                "description": described.unwrap_or_else(|| json!(name)),
                "schema": schema,
            })
        })
        .collect()
}

fn body(operation: &Operation) -> Option<Json> {
    let content = match &operation.input {
        Input::Nothing => return None,
        Input::Json(schema) => {
            let mut media = json!({ "schema": schema });
            if let Some(example) = &operation.example {
                media["example"] = example.clone();
            }
            json!({ "application/json": media })
        }
        Input::Form { schema, .. } => json!({ "multipart/form-data": { "schema": schema } }),
        Input::File { types, .. } => files(types),
    };
    Some(json!({ "required": true, "content": content }))
}

/// A file is bytes, which JSON Schema has no word for: no schema says "anything" (OpenAPI 3.1, 4.8.14.3).
fn files(types: &[&str]) -> Json {
    types
        .iter()
        .map(|media| ((*media).to_owned(), json!({})))
        .collect::<Map<String, Json>>()
        .into()
}

fn responses(operation: &Operation) -> Json {
    let mut out = Map::new();
    let mut good = json!({ "description": words("api-op-", operation.id) });
    match &operation.output {
        Output::Nothing => {}
        Output::Json(schema) => {
            good["content"] = json!({ "application/json": { "schema": schema } });
        }
        Output::File(types) => good["content"] = files(types),
    }
    if operation.access == Access::Public {
        good["x-public"] = json!(true);
    }
    out.insert(operation.status.to_string(), good);
    for status in refusals(operation) {
        out.insert(
            status.to_string(),
            json!({ "$ref": "#/components/responses/Problem" }),
        );
    }
    out.into()
}

/// The statuses that a refusal of this operation can have.
fn refusals(operation: &Operation) -> Vec<u16> {
    let mut list = vec![400, 405, 422, 500, 503, 507];
    if operation.access != Access::Public {
        list.extend([401, 403]);
    }
    let reads = !operation.changes();
    if !reads {
        list.extend([403, 404, 409, 413, 415, 429]);
    }
    if operation.path.contains('{') || operation.query.is_some() {
        list.push(404);
    }
    // What a change would do is refused as the change is; some things have a time; a filter may name what is not there.
    if operation.path.contains('{')
        || operation.path.ends_with("-preview")
        || operation.query.is_some()
    {
        list.push(409);
    }
    if operation.id == "getOwnershipOffer" {
        list.push(404);
    }
    if operation.id == "signIn" {
        list.push(401);
    }
    list.sort_unstable();
    list.dedup();
    list
}

fn problem_response() -> Json {
    json!({
        "description": "Why not (RFC 9457), in the language of `Accept-Language`, else of the person.",
        "content": { "application/problem+json": { "schema": { "$ref": PROBLEM } } },
    })
}

fn problem_schema() -> Json {
    let codes: Vec<&str> = seatwise_domain::problem::ALL
        .iter()
        .map(|kind| kind.code)
        .collect();
    let statuses: std::collections::BTreeSet<u16> = seatwise_domain::problem::ALL
        .iter()
        .map(|kind| problem::status_of(kind).as_u16())
        .collect();
    json!({
        "type": "object",
        "description": "Why not (RFC 9457).",
        "required": ["type", "title", "status", "instance", "code"],
        "properties": {
            "type": { "type": "string", "format": "uri", "description": "A page that explains the code." },
            "title": { "type": "string", "description": "What happened." },
            "status": { "type": "integer", "enum": statuses, "description": "The status of the answer." },
            "detail": { "type": "string", "description": "What to do about it." },
            "instance": { "type": "string", "description": "The number of the request; the logs have it, too." },
            "code": { "type": "string", "enum": codes, "description": "Stable; made for programs." },
            "user": { "type": "string", "description": "The person who holds what is taken." },
            "token": { "type": "string", "description": "With `password-change-due`: the secret for `/password/reset`." },
            "reason": { "type": "string", "description": "Why a file was not taken, in a word that is never renamed: `empty`, `old-xls`." },
            "errors": {
                "type": "array",
                "description": "What is wrong with which part of the input.",
                "items": {
                    "type": "object",
                    "required": ["pointer", "code", "detail"],
                    "properties": {
                        "pointer": { "type": "string", "description": "RFC 6901 in the body, or the name of a parameter." },
                        "code": { "type": "string", "enum": codes, "description": "As above." },
                        "detail": { "type": "string", "description": "What is wrong." },
                    },
                },
            },
        },
    })
}

fn schemes() -> Json {
    json!({
        "token": {
            "type": "http", "scheme": "bearer", "bearerFormat": "swt_…",
            "description": "A personal API token: made under “Your profile” or by `POST /api/v1/tokens`. It may do what its person may do; a read-only one may only read.",
        },
        "cookie": {
            "type": "apiKey", "in": "cookie", "name": "session-{account}",
            "description": format!("The session of a signed-in browser. Changing calls also carry `{}`, the `csrf` of `GET /api/v1/session`; where a browser has sessions of several accounts, `{}` names the one.", identify::CSRF, identify::ACCOUNT),
        },
    })
}
