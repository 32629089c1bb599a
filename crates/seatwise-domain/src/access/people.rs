//! What is done to people: whether somebody is in the part to which a permission goes, and may do no more (P64).

use super::explain::{ExplainError, Rule, RuleLine, Said, line};
use crate::authz::{Caller, Denied, Key};
use crate::ids::UserId;
use crate::store::{Reads, StoreError};

/// The person to whom something would be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRef {
    /// The person.
    pub id: UserId,
    /// The person's name.
    pub name: String,
}

/// The person of a question. Whoever neither sees colleagues nor checks access learns of nobody but himself.
pub(super) async fn asked_about(
    tx: &mut impl Reads,
    caller: &Caller,
    person: Option<UserId>,
) -> Result<Option<PersonRef>, ExplainError> {
    let Some(id) = person else {
        return Ok(None);
    };
    let sees = caller.holds(Key::ViewUsers) || caller.holds(Key::CheckAccess);
    if !sees && caller.user() != Some(id) {
        return Err(ExplainError::NoSuchUser);
    }
    let found = Caller::looked_at(tx, caller.tenant(), id).await?;
    let (found, _) = found.ok_or(ExplainError::NoSuchUser)?;
    let name = found.actor().name.clone();
    Ok(Some(PersonRef { id, name }))
}

/// What is said of the people to whom something is done, by the questions of the act itself: the part, with how many
/// are in it, and the rank.
pub(super) async fn people(
    tx: &mut impl Reads,
    person: &Caller,
    key: Key,
    to: Option<&PersonRef>,
) -> Result<Vec<RuleLine>, StoreError> {
    let mut rules = Vec::new();
    if person.allows(key).is_err() {
        return Ok(rules);
    }
    let said = |refused: Result<(), Denied>| match refused {
        Ok(()) => Said::Allows,
        Err(_) => Said::Forbids,
    };
    if let Some(part) = person.part(key) {
        let size = person.size_of_part(tx, key).await?.unwrap_or_default();
        let inside = match to {
            Some(to) => person.reaches(tx, key, to.id).await?,
            None => Ok(()),
        };
        rules.push(RuleLine {
            extent: Some(part.extent()),
            ..line(Rule::Part, said(inside), size.to_string())
        });
    }
    if let Some(to) = to {
        let below = person.outranks(tx, key, to.id).await?;
        rules.push(line(Rule::Rank, said(below), None));
    }
    Ok(rules)
}
