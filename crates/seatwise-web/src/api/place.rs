//! Where in a call the field of a refusal stands: a rule speaks of "position", the body of `position_id`.

use serde_json::{Map, Value as Json};

use super::Api;
use super::check::Schemas;
use super::operation::{Input, Operation};

/// How far down objects in objects are looked through.
const DEPTH: usize = 2;

/// RFC 6901 in the body (`/position_id`, `/hand_over/to`), or the name of a parameter; none where the call has no such
/// field.
pub fn of(operation: &Operation, field: &str) -> Option<String> {
    let schemas = &Api::get().schemas;
    let one = field.strip_suffix('s').unwrap_or(field);
    // By its own name, or as the id or ids of what it names; or as something else altogether.
    let mut names = vec![
        field.to_owned(),
        format!("{one}_id"),
        format!("{one}_ids"),
        format!("{one}s"),
    ];
    let other = match field {
        "to" => Some("owner_id"),
        "position" => Some("parent_id"),
        "email" => Some("contact_email"),
        "mapping" => Some("columns"),
        "teams" => Some("join"),
        "with" => Some("to"),
        _ => None,
    };
    names.extend(other.map(str::to_owned));
    let body = match &operation.input {
        Input::Json(schema) | Input::Form { schema, .. } => find(schemas, schema, &names, DEPTH),
        Input::Nothing | Input::File { .. } => None,
    };
    body.or_else(|| {
        let query = find(schemas, operation.query.as_ref()?, &names, 1)?;
        Some(query.trim_start_matches('/').to_owned())
    })
}

/// The first of the names that an object of this schema may have, the uppermost first.
fn find(schemas: &Schemas, schema: &Json, names: &[String], depth: usize) -> Option<String> {
    let levels = depth.checked_sub(1)?;
    let mut forms = Vec::new();
    objects(schemas, schema, &mut forms);
    let own = names
        .iter()
        .find(|name| forms.iter().any(|form| form.contains_key(*name)));
    own.map(|name| format!("/{name}")).or_else(|| {
        forms
            .iter()
            .flat_map(|form| form.iter())
            .find_map(|(name, inner)| {
                let rest = find(schemas, inner, names, levels)?;
                Some(format!("/{name}{rest}"))
            })
    })
}

/// The properties of each form that the schema allows.
fn objects<'s>(schemas: &'s Schemas, schema: &'s Json, forms: &mut Vec<&'s Map<String, Json>>) {
    let named = schema
        .get("$ref")
        .and_then(Json::as_str)
        .and_then(|path| path.rsplit('/').next())
        .and_then(|name| schemas.get(name));
    if let Some(schema) = named {
        return objects(schemas, schema, forms);
    }
    forms.extend(schema.get("properties").and_then(Json::as_object));
    for word in ["allOf", "anyOf", "oneOf"] {
        let parts = schema.get(word).and_then(Json::as_array);
        for part in parts.into_iter().flatten() {
            objects(schemas, part, forms);
        }
    }
}
