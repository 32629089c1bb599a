//! The states of a person and the moves between them (decisions.md, "States").

use crate::authz::UnknownWord;

/// Where in his life with the account a person is. Exactly one at any time (Z83).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UserState {
    /// Added, and no mail was sent yet.
    Invited,
    /// Invited by mail, or given a password; has not signed in (K13).
    Pending,
    /// Signs in and works (K14).
    Active,
    /// Sign-in stopped, seat and assignments kept.
    Frozen,
    /// Access stopped, seat released (N35, K22).
    Deactivated,
    /// Name and address removed, history kept.
    Anonymised,
}

impl UserState {
    /// All states, in the order of a life.
    pub const ALL: [Self; 6] = [
        Self::Invited,
        Self::Pending,
        Self::Active,
        Self::Frozen,
        Self::Deactivated,
        Self::Anonymised,
    ];

    /// The word in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Frozen => "frozen",
            Self::Deactivated => "deactivated",
            Self::Anonymised => "anonymised",
        }
    }

    /// Lists put who has left behind everybody else (K22).
    pub const fn rank(self) -> i64 {
        match self {
            Self::Deactivated | Self::Anonymised => 1,
            _ => 0,
        }
    }

    /// True for people who have not signed in yet.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Invited | Self::Pending)
    }

    /// True for people who take a seat.
    pub const fn holds_seat(self) -> bool {
        matches!(
            self,
            Self::Invited | Self::Pending | Self::Active | Self::Frozen
        )
    }
}

impl std::str::FromStr for UserState {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(UnknownWord)
    }
}
