//! What a person may do, line by line of the permission table, and why (J4).

use super::User;
use super::behind::may_look_behind;
use super::state::UserState;
use crate::authz::{Caller, Denied, Extent, Key, Outcome, Rule};
use crate::problem::{ProblemKind, ToProblem};
use crate::store::{Reads, StoreError};

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
    /// How far he has it, where it goes to a part of the people (P64), and how many they are.
    pub part: Option<(Extent, u64)>,
}

/// Why the table is not shown.
#[derive(Debug, thiserror::Error)]
pub enum PermissionsError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for PermissionsError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Store(_) => Vec::new(),
        }
    }
}

/// The whole table for a person, for those who decide over him and for himself; others are refused. The
/// answers come from the function that decides when he acts himself (D6).
pub async fn permissions(
    tx: &mut impl Reads,
    caller: &Caller,
    user: &User,
) -> Result<Vec<PermissionLine>, PermissionsError> {
    may_look_behind(tx, caller, user.id).await??;
    let Some((person, _)) = Caller::looked_at(tx, caller.tenant(), user.id).await? else {
        return Ok(Vec::new());
    };
    let mut lines = Vec::with_capacity(Key::ALL.len());
    for key in Key::ALL {
        let steps = person.explain(*key);
        let last = steps.last().map(|step| (step.rule, step.outcome));
        let (allowed, because) = match last {
            Some((Rule::Licence, Outcome::Forbids)) => (false, Decided::Licence),
            Some((_, Outcome::Forbids)) => (false, Decided::Level),
            _ if user.state == UserState::Active => (true, Decided::Level),
            _ => (false, Decided::State),
        };
        let part = match person.part(*key) {
            Some(part) if allowed => {
                let size = person.size_of_part(tx, *key).await?;
                Some((part.extent(), size.unwrap_or_default()))
            }
            _ => None,
        };
        lines.push(PermissionLine {
            key: *key,
            allowed,
            because,
            part,
        });
    }
    Ok(lines)
}
