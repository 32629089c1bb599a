//! Why something is allowed or not, told by the function that decides.

use super::caller::{Caller, decide};
use super::permission::{Key, Level, RecordAction, SeatKind, granted};
use super::scope::Because;
use crate::ids::UserId;

/// A rule that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Does the kind of the seat include it?
    Licence,
    /// Does the level give it?
    Level,
    /// May the token write?
    Token,
    /// Is the record within reach?
    Reach,
}

/// What a rule said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It allows.
    Allows,
    /// It forbids.
    Forbids,
}

/// One rule with its outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Step {
    /// The rule.
    pub rule: Rule,
    /// What it said.
    pub outcome: Outcome,
}

/// Each rule that decides whether a person of this level in a seat of this kind has a permission when he
/// signs in, up to the first that forbids (J4).
pub fn explain_person(level: Level, seat: SeatKind, key: Key) -> Vec<Step> {
    let said = decide(Some(seat), granted(level, seat), key);
    steps(said, &[Rule::Licence, Rule::Level])
}

fn steps(said: Result<(), Because>, rules: &[Rule]) -> Vec<Step> {
    let forbidden = said.err().map(|because| match because {
        Because::Licence => Rule::Licence,
        Because::Level => Rule::Level,
        Because::ReadOnlyToken => Rule::Token,
    });
    let mut steps = Vec::new();
    for rule in rules {
        let outcome = if forbidden == Some(*rule) {
            Outcome::Forbids
        } else {
            Outcome::Allows
        };
        steps.push(Step {
            rule: *rule,
            outcome,
        });
        if outcome == Outcome::Forbids {
            break;
        }
    }
    steps
}

impl Caller {
    /// Each rule that was asked for a permission, up to the first that forbids.
    pub fn explain(&self, key: Key) -> Vec<Step> {
        let said = self.allows(key).map_err(|denied| denied.because);
        steps(said, &[Rule::Licence, Rule::Level, Rule::Token])
    }

    /// Like [`Caller::explain`], and whether a record of this owner is within reach.
    pub fn explain_record<A: RecordAction>(&self, owner: Option<UserId>) -> Vec<Step> {
        let mut steps = self.explain(A::KEY);
        if let Ok(scope) = self.records::<A>() {
            let outcome = if scope.covers(owner) {
                Outcome::Allows
            } else {
                Outcome::Forbids
            };
            steps.push(Step {
                rule: Rule::Reach,
                outcome,
            });
        }
        steps
    }
}
