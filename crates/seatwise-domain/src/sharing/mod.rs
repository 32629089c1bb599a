//! Sharing: single leads with people, teams, groups and positions, and rules that do it by owner. It only
//! widens what roles reach (P50, P57, decision 18).

mod list;
mod parties;
mod rules;
mod share;
mod sql;
mod unshare;
mod uses;

use std::str::FromStr;

use crate::authz::UnknownWord;

pub use list::{Share, list};
pub use parties::{OFFERED, PartyError, PartyName, parties};
pub use rules::{
    NewRule, RULES_MAX, RemoveRuleError, Rule, RuleError, create_rule, list_rules, remove_rule,
};
pub use share::{NewShare, SHARES_MAX, ShareError, share};
pub use unshare::{UnshareError, unshare};
pub use uses::{Uses, uses};
pub(crate) use uses::{forget, forget_users, has_rules};

/// What sharing lets people do with a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// See it and add notes.
    Read,
    /// Change it, too.
    Edit,
}

impl Access {
    /// Both, least first.
    pub const ALL: [Self; 2] = [Self::Read, Self::Edit];

    /// The word in the log and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Edit => "edit",
        }
    }

    /// From the column.
    pub(super) const fn of(may_edit: bool) -> Self {
        if may_edit { Self::Edit } else { Self::Read }
    }

    /// For the column.
    pub(super) const fn may_edit(self) -> bool {
        matches!(self, Self::Edit)
    }
}

impl FromStr for Access {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let found = Self::ALL.into_iter().find(|access| access.as_str() == text);
        found.ok_or(UnknownWord)
    }
}
