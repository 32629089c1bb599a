//! One value of a row: from a database to JSON and back, the same for both databases.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seatwise_domain::store::{Reader, StoreError, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use super::catalog::{Kind, Table};

/// Reads the next column.
pub fn read(row: &mut Reader<'_>, kind: Kind) -> Result<Value, StoreError> {
    Ok(match kind {
        Kind::Uuid => Value::Uuid(row.id_opt()?),
        Kind::Json => Value::Json(row.json_opt()?),
        Kind::Int => Value::Int(row.int_opt()?),
        Kind::Bool => Value::Bool(row.bool_opt()?),
        Kind::Bytes => Value::Bytes(row.bytes_opt()?),
        Kind::Text => Value::Text(row.text_opt()?.map(Into::into)),
    })
}

/// The value as it stands in a backup.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Uuid(value) => Json::from(value.map(|id| id.to_string())),
        // A JSON null inside a column is not an empty column.
        Value::Json(None) => Json::Null,
        Value::Json(Some(value)) => Json::Array(vec![value.clone()]),
        Value::Written(text) => {
            serde_json::from_str(text).map_or(Json::Null, |value| Json::Array(vec![value]))
        }
        Value::Int(value) => Json::from(*value),
        Value::Bool(value) => Json::from(*value),
        Value::Bytes(value) => Json::from(value.as_ref().map(|bytes| STANDARD.encode(bytes))),
        Value::Text(value) => Json::from(value.as_deref()),
    }
}

/// The value of a backup; `None` when it is not of its kind.
pub fn from_json(json: Json, kind: Kind) -> Option<Value> {
    Some(match (kind, json) {
        (Kind::Uuid, Json::Null) => Value::Uuid(None),
        (Kind::Uuid, Json::String(text)) => Value::Uuid(Some(Uuid::try_parse(&text).ok()?)),
        (Kind::Json, Json::Null) => Value::Json(None),
        (Kind::Json, Json::Array(mut inner)) if inner.len() == 1 => Value::Json(inner.pop()),
        (Kind::Int, Json::Null) => Value::Int(None),
        (Kind::Int, Json::Number(number)) => Value::Int(Some(number.as_i64()?)),
        (Kind::Bool, Json::Null) => Value::Bool(None),
        (Kind::Bool, Json::Bool(flag)) => Value::Bool(Some(flag)),
        (Kind::Bytes, Json::Null) => Value::Bytes(None),
        (Kind::Bytes, Json::String(text)) => Value::Bytes(Some(STANDARD.decode(text).ok()?)),
        (Kind::Text, Json::Null) => Value::Text(None),
        (Kind::Text, Json::String(text)) => Value::Text(Some(text.into())),
        _ => return None,
    })
}

/// A row of a backup.
pub fn row(line: &[u8], table: &Table) -> Option<Vec<Value>> {
    let cells: Vec<Json> = serde_json::from_slice(line).ok()?;
    if cells.len() != table.columns.len() {
        return None;
    }
    cells
        .into_iter()
        .zip(&table.columns)
        .map(|(cell, column)| from_json(cell, column.kind))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values() -> impl Strategy<Value = (Kind, Value)> {
        prop_oneof![
            any::<Option<u128>>().prop_map(|id| (Kind::Uuid, Value::Uuid(id.map(Uuid::from_u128)))),
            any::<Option<i64>>().prop_map(|value| (Kind::Int, Value::Int(value))),
            any::<Option<bool>>().prop_map(|value| (Kind::Bool, Value::Bool(value))),
            any::<Option<Vec<u8>>>().prop_map(|value| (Kind::Bytes, Value::Bytes(value))),
            any::<Option<String>>()
                .prop_map(|value| (Kind::Text, Value::Text(value.map(Into::into)))),
            any::<Option<String>>().prop_map(|value| (
                Kind::Json,
                Value::Json(value.map(|text| serde_json::json!({ "a": text })))
            )),
            Just((Kind::Json, Value::Json(Some(Json::Null)))),
        ]
    }

    proptest! {
        #[test]
        fn every_value_comes_back((kind, value) in values()) {
            let line = serde_json::to_vec(&[to_json(&value)]).unwrap();
            let cells: Vec<Json> = serde_json::from_slice(&line).unwrap();
            prop_assert_eq!(from_json(cells[0].clone(), kind), Some(value));
        }
    }
}
