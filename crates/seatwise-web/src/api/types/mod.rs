//! What the bodies and queries of the wire are made of.

mod id;
mod paging;
mod pattern;
mod permission;
mod text;
mod word;

pub use id::*;
pub use paging::*;
pub use pattern::*;
pub use permission::*;
pub use text::*;
pub use word::*;

use serde::{Deserialize, Deserializer};

/// Tells null from absent: null empties a field, absent leaves it alone.
pub fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}
