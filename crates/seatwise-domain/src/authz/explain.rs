//! Why something is allowed or not, told by the function that decides.

use super::caller::Caller;
use super::permission::Key;
use super::scope::Because;

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

fn steps(said: Result<(), Because>, rules: &[Rule]) -> Vec<Step> {
    let forbidden = said.err().map(|because| match because {
        Because::Licence => Rule::Licence,
        Because::Level | Because::Outranked | Because::OutsidePart(_) => Rule::Level,
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
}
