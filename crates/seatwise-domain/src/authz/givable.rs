//! Which roles and sets somebody may give (P64): any that his own rights cover, or only those of a list.

use std::collections::BTreeSet;

use crate::store::StoreError;

/// Which roles and sets somebody may give, by their keys. It only narrows: whatever it says, nobody gives what he
/// has not (P59).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Givable {
    /// Any.
    #[default]
    Any,
    /// Those of a list; an empty one is none.
    Only(BTreeSet<String>),
}

impl Givable {
    /// What a role holds in the database: nothing where its people give any.
    pub fn of_column(column: Option<serde_json::Value>) -> Result<Self, StoreError> {
        let Some(json) = column else {
            return Ok(Self::Any);
        };
        let keys = serde_json::from_value(json);
        let keys = keys.map_err(|error| StoreError::Fault(Box::new(error)))?;
        Ok(Self::Only(keys))
    }

    /// What a role holds in the database.
    pub fn column(&self) -> Option<serde_json::Value> {
        self.keys().map(|keys| serde_json::json!(keys))
    }

    /// The list, if there is one.
    pub const fn keys(&self) -> Option<&BTreeSet<String>> {
        match self {
            Self::Any => None,
            Self::Only(keys) => Some(keys),
        }
    }

    /// True when the role may be given.
    pub fn includes(&self, role: &str) -> bool {
        self.keys().is_none_or(|keys| keys.contains(role))
    }

    /// True when nobody with the other may give what this one may not.
    pub(super) fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _) => true,
            (Self::Only(_), Self::Any) => false,
            (Self::Only(mine), Self::Only(others)) => others.is_subset(mine),
        }
    }

    /// Both together.
    pub(super) fn with(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Only(mine), Self::Only(others)) => Self::Only(mine | others),
            _ => Self::Any,
        }
    }

    /// The list without a role; an empty list stays one.
    #[must_use]
    pub fn without(&self, role: &str) -> Self {
        match self {
            Self::Any => Self::Any,
            Self::Only(keys) => {
                let left = keys.iter().filter(|key| *key != role);
                Self::Only(left.cloned().collect())
            }
        }
    }
}
