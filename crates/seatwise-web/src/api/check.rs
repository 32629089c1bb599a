//! Holds a value against its schema of the document: what the document says is what is enforced.

use seatwise_domain::problem::{self, ProblemKind};
use seatwise_domain::text::EmailAddress;
use serde_json::{Map, Value as Json};

use super::types;
use crate::problem::Field;

/// No more than this many are told; the rest shows after these are put right.
const MOST: usize = 50;

/// The schemas that others refer to by name.
pub type Schemas = Map<String, Json>;

/// Everything that is wrong with the value. Whole numbers written as `1.0` become whole numbers.
pub fn check(schemas: &Schemas, schema: &Json, value: &mut Json) -> Vec<Field> {
    let mut check = Check {
        schemas,
        found: Vec::new(),
    };
    check.value(schema, value, &mut String::new());
    check.found
}

struct Check<'s> {
    schemas: &'s Schemas,
    found: Vec<Field>,
}

impl<'s> Check<'s> {
    fn wrong(&mut self, at: &str, kind: &'static ProblemKind, values: &[(&'static str, String)]) {
        if self.found.len() < MOST {
            self.found.push(Field {
                pointer: at.to_owned(),
                kind,
                values: values.to_vec(),
            });
        }
    }

    fn resolve(&self, schema: &'s Json) -> &'s Json {
        let named = schema.get("$ref").and_then(Json::as_str);
        named
            .and_then(|path| path.rsplit('/').next())
            .and_then(|name| self.schemas.get(name))
            .map_or(schema, |schema| self.resolve(schema))
    }

    fn value(&mut self, schema: &'s Json, value: &mut Json, at: &mut String) {
        let schema = self.resolve(schema);
        // Beside the fields of an object such words are a rule over several of them (see `rules`), which is told where
        // it is decided: there it has a code of its own.
        let fields = schema.get("properties").is_some();
        for word in ["oneOf", "anyOf"].into_iter().filter(|_| !fields) {
            if let Some(choices) = schema.get(word).and_then(Json::as_array) {
                return self.one_of(choices, value, at);
            }
        }
        if !has_type(schema, value) {
            return self.wrong(at, &problem::FIELD_TYPE, &[("type", type_words(schema))]);
        }
        if let Some(choices) = schema.get("enum").and_then(Json::as_array)
            && !choices.contains(value)
        {
            let words: Vec<&str> = choices.iter().filter_map(Json::as_str).collect();
            return self.wrong(at, &problem::FIELD_CHOICE, &[("choices", words.join(", "))]);
        }
        match value {
            Json::String(text) => self.text(schema, text, at),
            Json::Number(_) => self.number(schema, value, at),
            Json::Array(_) => self.list(schema, value, at),
            Json::Object(_) => self.object(schema, value, at),
            Json::Null | Json::Bool(_) => {}
        }
    }

    /// Takes the first choice that fits; if none does, tells what is wrong with the last one of the right type.
    fn one_of(&mut self, choices: &'s [Json], value: &mut Json, at: &mut String) {
        let before = self.found.len();
        let mut told = None;
        for choice in choices {
            self.value(choice, value, at);
            if self.found.len() == before {
                return;
            }
            let wrong = self.found.split_off(before);
            if told.is_none() || has_type(self.resolve(choice), value) {
                told = Some(wrong);
            }
        }
        self.found.extend(told.unwrap_or_default());
    }

    fn text(&mut self, schema: &Json, text: &str, at: &str) {
        let length = text.chars().count() as u64;
        let limit = |word: &str| schema.get(word).and_then(Json::as_u64);
        if let Some(least) = limit("minLength").filter(|least| length < *least) {
            return self.wrong(at, &problem::FIELD_TOO_SHORT, &[("min", least.to_string())]);
        }
        if let Some(most) = limit("maxLength").filter(|most| length > *most) {
            return self.wrong(at, &problem::FIELD_TOO_LONG, &[("max", most.to_string())]);
        }
        let pattern = schema.get("pattern").and_then(Json::as_str);
        let format = schema.get("format").and_then(Json::as_str);
        let fits = pattern.is_none_or(|pattern| types::fits(pattern, text).unwrap_or_default())
            && match format {
                Some("email") => EmailAddress::parse(text).is_ok(),
                Some("date") => text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10,
                Some("date-time") => text.parse::<jiff::Timestamp>().is_ok(),
                _ => true,
            };
        if !fits {
            self.wrong(at, &problem::FIELD_FORM, &[]);
        }
    }

    fn number(&mut self, schema: &Json, value: &mut Json, at: &str) {
        if is_a(schema, "integer")
            && let Some(whole) = whole(value)
        {
            *value = Json::from(whole);
        }
        let number = value.as_f64().unwrap_or_default();
        let limit = |word: &str| schema.get(word).and_then(Json::as_f64);
        let small = schema.get("format").and_then(Json::as_str) == Some("int32");
        let (least, most) = if small {
            (f64::from(i32::MIN), f64::from(i32::MAX))
        } else {
            (f64::MIN, f64::MAX)
        };
        let least = limit("minimum").unwrap_or(least);
        let most = limit("maximum").unwrap_or(most);
        if number < least {
            self.wrong(at, &problem::FIELD_TOO_SMALL, &[("min", least.to_string())]);
        } else if number > most {
            self.wrong(at, &problem::FIELD_TOO_LARGE, &[("max", most.to_string())]);
        }
    }

    fn list(&mut self, schema: &'s Json, value: &mut Json, at: &mut String) {
        let Some(items) = value.as_array_mut() else {
            return;
        };
        let limit = |word: &str| schema.get(word).and_then(Json::as_u64);
        let length = items.len() as u64;
        if let Some(least) = limit("minItems").filter(|least| length < *least) {
            return self.wrong(at, &problem::LIST_TOO_SHORT, &[("min", least.to_string())]);
        }
        if let Some(most) = limit("maxItems").filter(|most| length > *most) {
            return self.wrong(at, &problem::LIST_TOO_LONG, &[("max", most.to_string())]);
        }
        let Some(schema) = schema.get("items") else {
            return;
        };
        for (number, item) in items.iter_mut().enumerate() {
            self.inside(schema, item, at, &number.to_string());
        }
    }

    fn object(&mut self, schema: &'s Json, value: &mut Json, at: &mut String) {
        let Some(fields) = value.as_object_mut() else {
            return;
        };
        let properties = schema.get("properties").and_then(Json::as_object);
        let required = schema.get("required").and_then(Json::as_array);
        for name in required.into_iter().flatten().filter_map(Json::as_str) {
            if !fields.contains_key(name) {
                let pointer = format!("{at}/{}", escaped(name));
                self.wrong(&pointer, &problem::FIELD_MISSING, &[]);
            }
        }
        let others = schema.get("additionalProperties");
        for (name, field) in fields.iter_mut() {
            let known = properties.and_then(|properties| properties.get(name));
            match known.or_else(|| others.filter(|others| others.is_object())) {
                Some(schema) => self.inside(schema, field, at, name),
                None if others == Some(&Json::Bool(false)) => {
                    let pointer = format!("{at}/{}", escaped(name));
                    self.wrong(&pointer, &problem::FIELD_UNKNOWN, &[]);
                }
                None => {}
            }
        }
        if let Some(most) = schema.get("maxProperties").and_then(Json::as_u64)
            && fields.len() as u64 > most
        {
            self.wrong(at, &problem::LIST_TOO_LONG, &[("max", most.to_string())]);
        }
    }

    fn inside(&mut self, schema: &'s Json, value: &mut Json, at: &mut String, name: &str) {
        let length = at.len();
        at.push('/');
        at.push_str(&escaped(name));
        self.value(schema, value, at);
        at.truncate(length);
    }
}

/// A name as RFC 6901 writes it.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn types_of(schema: &Json) -> Vec<&str> {
    match schema.get("type") {
        Some(Json::String(one)) => vec![one],
        Some(Json::Array(list)) => list.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_a(schema: &Json, name: &str) -> bool {
    types_of(schema).contains(&name)
}

fn type_words(schema: &Json) -> String {
    types_of(schema).join(", ")
}

/// A whole number, also one that is written `1.0` (JSON Schema knows no difference).
#[expect(
    clippy::cast_possible_truncation,
    reason = "within the range where every whole number has a double"
)]
fn whole(value: &Json) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        (number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0).then_some(number as i64)
    })
}

fn has_type(schema: &Json, value: &Json) -> bool {
    let types = types_of(schema);
    let any = |names: &[&str]| names.iter().any(|name| types.contains(name));
    types.is_empty()
        || match value {
            Json::Null => any(&["null"]),
            Json::Bool(_) => any(&["boolean"]),
            Json::Number(_) => any(&["number"]) || (any(&["integer"]) && whole(value).is_some()),
            Json::String(_) => any(&["string"]),
            Json::Array(_) => any(&["array"]),
            Json::Object(_) => any(&["object"]),
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn codes(schema: &Json, mut value: Json) -> Vec<String> {
        let found = check(&Schemas::new(), schema, &mut value);
        found
            .iter()
            .map(|field| format!("{} {}", field.pointer, field.kind.code))
            .collect()
    }

    #[test]
    fn ab088_a_closed_object_names_what_is_missing_and_what_is_unknown() {
        let schema = json!({
            "type": "object", "additionalProperties": false, "required": ["a"],
            "properties": { "a": { "type": "integer", "minimum": 0 } }
        });
        assert_eq!(
            codes(&schema, json!({ "role": 1 })),
            ["/a field-missing", "/role field-unknown"]
        );
        assert_eq!(codes(&schema, json!({ "a": -1 })), ["/a field-too-small"]);
        assert_eq!(codes(&schema, json!({ "a": "1" })), ["/a field-type"]);
        assert_eq!(codes(&schema, json!({ "a": 1.5 })), ["/a field-type"]);
        assert_eq!(codes(&schema, json!([])), [" field-type"]);
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        let schema = json!({ "type": "array", "items": { "type": "integer" } });
        let mut value = json!([1.0, 2]);
        assert!(check(&Schemas::new(), &schema, &mut value).is_empty());
        assert_eq!(value, json!([1, 2]));
    }

    #[test]
    fn null_is_taken_where_the_schema_says_so() {
        let schema = json!({ "oneOf": [{ "type": "null" }, { "type": "string", "maxLength": 2 }] });
        assert!(codes(&schema, json!(null)).is_empty());
        assert_eq!(codes(&schema, json!("abc")), [" field-too-long"]);
        assert_eq!(codes(&schema, json!(7)), [" field-type"]);
        let schema = json!({ "oneOf": [{ "type": "string", "maxLength": 2 }, { "type": "null" }] });
        assert_eq!(codes(&schema, json!("abc")), [" field-too-long"]);
    }
}
