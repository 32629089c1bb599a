//! What a change says about a field that may be empty: nothing, empty, or a value.

use serde::{Deserialize, Deserializer};

/// In JSON an absent field keeps, `null` clears, a value sets (fields need `#[serde(default)]`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// The field stays as it is.
    #[default]
    Keep,
    /// The field becomes empty.
    Clear,
    /// The field gets the value.
    To(T),
}

impl<T> Patch<T> {
    /// The field after the change.
    pub fn apply(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Keep => before,
            Self::Clear => None,
            Self::To(value) => Some(value),
        }
    }

    /// From a form, where an empty field means empty.
    pub fn from_form(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::To)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(Self::from_form)
    }
}
