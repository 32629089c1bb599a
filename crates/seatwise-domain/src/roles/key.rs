//! What names a role within its account: a word of the program's own, or an id.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authz::UnknownWord;
use crate::ids::RoleId;
use crate::store::Value;

/// The key of a role or permission set within its account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RoleKey(String);

/// The role of salespeople, as the program says it.
const SALES: &str = "sales";
/// The role of everybody on a team seat.
const TEAM_USER: &str = "team-user";

impl RoleKey {
    /// The role of salespeople.
    pub fn sales() -> Self {
        Self(SALES.to_owned())
    }

    /// The role of everybody on a team seat (Z9).
    pub fn team_user() -> Self {
        Self(TEAM_USER.to_owned())
    }

    /// The word in the database, in addresses and in the API.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for the two that come with the program.
    pub fn is_built_in(&self) -> bool {
        self.0 == SALES || self.0 == TEAM_USER
    }

    /// True for what everybody on a team seat has and nobody else.
    pub fn is_of_team_seats(&self) -> bool {
        self.0 == TEAM_USER
    }

    /// The id that lines of the log know it by; the program's own have the lowest ones.
    pub fn subject(&self) -> Uuid {
        match self.0.as_str() {
            SALES => Uuid::from_u128(1),
            TEAM_USER => Uuid::from_u128(2),
            text => text.parse::<RoleId>().map(|id| id.0).unwrap_or_default(),
        }
    }

    /// The key behind the id of a line of the log.
    pub fn of_subject(id: Uuid) -> Self {
        match id.as_u128() {
            1 => Self::sales(),
            2 => Self::team_user(),
            _ => RoleId(id).into(),
        }
    }
}

impl FromStr for RoleKey {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        if text == SALES || text == TEAM_USER || text.parse::<RoleId>().is_ok() {
            Ok(Self(text.to_owned()))
        } else {
            Err(UnknownWord)
        }
    }
}

impl TryFrom<String> for RoleKey {
    type Error = UnknownWord;
    fn try_from(text: String) -> Result<Self, UnknownWord> {
        text.parse()
    }
}

impl From<RoleKey> for String {
    fn from(key: RoleKey) -> Self {
        key.0
    }
}

impl From<RoleId> for RoleKey {
    fn from(id: RoleId) -> Self {
        Self(id.to_string())
    }
}

impl fmt::Display for RoleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&RoleKey> for Value {
    fn from(key: &RoleKey) -> Self {
        Self::from(key.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::ids::Ids;

    #[test]
    fn a_key_is_a_word_of_the_program_or_an_id_and_comes_back_from_the_log() {
        let id: RoleId = Ids::from_seed(3).next(Timestamp::from_micros(1));
        for text in ["sales", "team-user", &id.to_string()] {
            let key: RoleKey = text.parse().expect("a key");
            assert_eq!(RoleKey::of_subject(key.subject()), key);
            assert_eq!(key.is_built_in(), !text.starts_with("role_"));
        }
        for text in ["", "Sales", "role_", "team_user"] {
            assert!(text.parse::<RoleKey>().is_err(), "{text}");
        }
    }
}
