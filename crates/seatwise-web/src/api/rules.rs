//! What JSON Schema says of several fields together, and of the names in a map, which no derive can say.
//!
//! The check of a value leaves these words alone: whoever decides has a code for each, which says more than "missing".

use std::collections::BTreeMap;

use seatwise_domain::authz::{Extent, Key};
use seatwise_domain::roles;
use serde_json::{Map, Value as Json, json};

use super::check::Schemas;
use super::types;

/// Adds the rules to the schemas that they are about.
pub fn add(schemas: &mut Schemas) {
    for (name, rule) in rules() {
        let schema = schemas.get_mut(name).and_then(Json::as_object_mut);
        let schema = schema.expect("a rule is about a schema that is there");
        if let Json::Object(words) = rule {
            schema.extend(words);
        }
    }
}

/// Schemas by name, and what is added to each.
fn rules() -> [(&'static str, Json); 9] {
    [
        ("CreateUser", way_in()),
        ("EditUserForm", some_way_in_is_asked()),
        ("AssignMany", named_or_found()),
        ("DeactivateBody", receiver()),
        ("MoveBody", some_change()),
        // The handler refuses other fields, which the derived schema does not say.
        ("UploadForm", json!({ "additionalProperties": false })),
        ("GrantMap", grants()),
        ("FieldRuleMap", role_fields()),
        ("FieldMap", field_keys()),
    ]
}

/// Somebody signs in by an address, or by a login and a password that is given to him.
fn way_in() -> Json {
    json!({ "anyOf": [
        { "required": ["email"] },
        { "required": ["login", "password"], "properties": { "login": { "minLength": 2 } } },
    ] })
}

/// An account that asks for neither address nor login would get nobody in.
fn some_way_in_is_asked() -> Json {
    let hidden = json!({ "const": "hidden" });
    json!({ "not": {
        "required": ["email", "login"],
        "properties": { "email": hidden, "login": hidden },
    } })
}

/// Leads by their ids; or all that a filter finds, with the number that was announced.
fn named_or_found() -> Json {
    let absent = json!({ "not": {} });
    json!({ "anyOf": [
        { "required": ["lead_ids"], "properties": { "filter": absent, "expected": absent } },
        { "required": ["filter", "expected"], "properties": { "lead_ids": absent } },
    ] })
}

/// Somebody gets the leads exactly where they are reassigned.
fn receiver() -> Json {
    json!({ "anyOf": [
        {
            "required": ["to"],
            "properties": { "records": { "const": "reassign" }, "to": { "type": "string" } },
        },
        { "properties": { "records": { "enum": ["unassign", "later"] }, "to": { "type": "null" } } },
    ] })
}

/// A move that says nothing is none.
fn some_change() -> Json {
    let lists = ["join", "leave_team_ids", "give_up_roles", "leave_group_ids"];
    let mut any: Vec<Json> = lists
        .iter()
        .map(|list| json!({ "required": [list], "properties": { *list: { "minItems": 1 } } }))
        .collect();
    any.push(json!({ "required": ["position_id"] }));
    json!({ "anyOf": any })
}

/// Each permission with how far it can go.
fn grants() -> Json {
    let mut alike: BTreeMap<Vec<&str>, Vec<String>> = BTreeMap::new();
    for key in Key::ALL {
        let goes = |extent: Extent| extent.fits(*key) && !(extent.any() && key.is_owners());
        let choices = Extent::CHOICES.iter().filter(|(_, extent)| goes(*extent));
        let words = choices.map(|(word, _)| *word).collect();
        let name = key.as_str().replace('.', r"\.");
        alike.entry(words).or_default().push(name);
    }
    let names: Vec<&str> = Key::ALL.iter().map(|key| key.as_str()).collect();
    let patterns: Map<String, Json> = alike
        .into_iter()
        .map(|(words, keys)| (format!("^({})$", keys.join("|")), json!({ "enum": words })))
        .collect();
    json!({ "propertyNames": { "enum": names }, "patternProperties": patterns })
}

/// The fields that a role speaks of; which ones the account has of its own is not known here.
fn role_fields() -> Json {
    let own = r"fields\.[^\u0000-\u001f\u007f-\u009f]{1,60}";
    let pattern = format!("^({}|{own})$", roles::FIELDS.join("|"));
    json!({ "propertyNames": { "pattern": pattern } })
}

/// The keys of further fields are short lines.
fn field_keys() -> Json {
    json!({ "propertyNames": { "minLength": 1, "maxLength": 60, "pattern": types::LINE } })
}
