//! What a person may do, line by line of the permission table, and why (J4).

use super::User;
use super::behind::may_look_behind;
use super::state::UserState;
use crate::authz::{Caller, Denied, Key, Outcome, Rule, explain_person};

/// What decided a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decided {
    /// The level gives it, or does not.
    Level,
    /// The kind of the seat has no room for it.
    Licence,
    /// He cannot sign in: not yet, or not any more.
    State,
}

impl Decided {
    /// The word in the API and in the names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Licence => "licence",
            Self::State => "state",
        }
    }
}

/// A line of the permission table for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PermissionLine {
    /// The permission.
    pub key: Key,
    /// Whether he has it now.
    pub allowed: bool,
    /// What decided it.
    pub because: Decided,
}

/// The whole table for a person, for those who decide over him and for himself; others are refused.
pub fn permissions(caller: &Caller, user: &User) -> Result<Vec<PermissionLine>, Denied> {
    if !may_look_behind(caller, user.id) {
        caller.allows(Key::DeactivateUsers)?;
    }
    let lines = Key::ALL.iter().map(|key| {
        let steps = explain_person(user.level, user.seat_kind, *key);
        let last = steps.last().map(|step| (step.rule, step.outcome));
        let (allowed, because) = match last {
            Some((Rule::Licence, Outcome::Forbids)) => (false, Decided::Licence),
            Some((_, Outcome::Forbids)) => (false, Decided::Level),
            _ if user.state == UserState::Active => (true, Decided::Level),
            _ => (false, Decided::State),
        };
        PermissionLine {
            key: *key,
            allowed,
            because,
        }
    });
    Ok(lines.collect())
}
