//! Who stands on a side of sharing: people, teams, groups and positions by name.

use super::sql;
use crate::authz::{ActsFor, Party};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Reads, StoreError, WriteTx};
use crate::text::contains_pattern;

/// How many of each kind a choice offers; a search finds the others.
pub const OFFERED: u32 = 50;

/// A side of sharing with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyName {
    /// Who.
    pub party: Party,
    /// The name of the person, team, group or position.
    pub name: String,
    /// True for a person who has left.
    pub left: bool,
}

/// Why somebody or something is no side of sharing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PartyError {
    /// There is none in this account.
    #[error("there is no such user, team, group or position")]
    Unknown,
    /// A person who is suspended, deactivated or removed.
    #[error("the user cannot sign in")]
    CannotSignIn,
}

impl ToProblem for PartyError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Unknown => &problem::PARTY_UNKNOWN,
            Self::CannotSignIn => &problem::PARTY_CANNOT_SIGN_IN,
        }
    }
}

/// Those whose name contains the search, [`OFFERED`] of each kind and one more at most: people who can sign
/// in or will, then teams, groups and positions. Those that are chosen already come first in any case.
pub async fn parties(
    tx: &mut impl Reads,
    scope: &impl ActsFor,
    search: &str,
    chosen: &[Party],
) -> Result<Vec<PartyName>, StoreError> {
    let pattern = contains_pattern(search.trim());
    let mut found = sql::named(tx, scope.tenant(), chosen).await?;
    let others = sql::parties(tx, scope.tenant(), &pattern, OFFERED + 1).await?;
    let fresh = others
        .into_iter()
        .filter(|other| !chosen.contains(&other.party));
    found.extend(fresh);
    Ok(found)
}

/// The side's name. Holds its row until the commit, so that it is not removed between the question and the
/// change.
pub(super) async fn named(
    tx: &mut WriteTx,
    scope: &impl ActsFor,
    party: Party,
) -> Result<Option<PartyName>, StoreError> {
    Ok(sql::party(tx, scope.tenant(), party)
        .await?
        .map(|(name, _)| name))
}

/// The side's name, if what is shared with it can be used.
pub(super) async fn receiver(
    tx: &mut WriteTx,
    scope: &impl ActsFor,
    party: Party,
) -> Result<Result<PartyName, PartyError>, StoreError> {
    Ok(match sql::party(tx, scope.tenant(), party).await? {
        None => Err(PartyError::Unknown),
        Some((_, state)) if state.as_deref() == Some("anonymised") => Err(PartyError::Unknown),
        Some((_, Some(state))) if matches!(state.as_str(), "frozen" | "deactivated") => {
            Err(PartyError::CannotSignIn)
        }
        Some((name, _)) => Ok(name),
    })
}
