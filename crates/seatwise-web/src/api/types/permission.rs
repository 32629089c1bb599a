//! A permission by its public word.

use std::borrow::Cow;

use seatwise_domain::authz::Key;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// One of the permission table: `leads.view`, `users.invite`, …
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PermissionWord(pub Key);

impl Serialize for PermissionWord {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for PermissionWord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = Cow::<'de, str>::deserialize(from)?;
        let key = Key::find(&word).map(Self);
        key.ok_or_else(|| serde::de::Error::custom("not a permission"))
    }
}

impl PartialSchema for PermissionWord {
    fn schema() -> RefOr<Schema> {
        let words: Vec<&str> = Key::ALL.iter().map(|key| key.as_str()).collect();
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(words))
            .description(Some("One of the permission table."))
            .into()
    }
}

impl ToSchema for PermissionWord {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Permission")
    }
}
