//! Why somebody did something, in his own words: read in one place, with one limit (J16).

use crate::problem::{self, ProblemKind, ToProblem};

/// The longest reason, in characters.
pub const REASON_MAX: usize = 500;

/// A reason that fits into the log; lines of the log take no other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reason(Option<String>);

/// Longer than a reason may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the reason is longer than {REASON_MAX} characters")]
pub struct ReasonTooLong;

impl ToProblem for ReasonTooLong {
    fn problem(&self) -> &'static ProblemKind {
        &problem::REASON_TOO_LONG
    }
}

impl Reason {
    /// Reads what was typed; blanks alone are no reason. Browsers send two characters for a line break and
    /// count one, so that one is kept.
    pub fn read(text: &str) -> Result<Self, ReasonTooLong> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        if text.chars().count() > REASON_MAX {
            return Err(ReasonTooLong);
        }
        Ok(Self((!text.is_empty()).then(|| text.to_owned())))
    }

    /// The words, if there are any.
    pub fn words(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn j16_a_reason_is_counted_as_the_browser_counts_it() {
        let longest = "я".repeat(REASON_MAX);
        let read = Reason::read(&format!("  {longest} \r\n")).expect("a reason");
        assert_eq!(read.words(), Some(longest.as_str()));
        assert_eq!(Reason::read(&format!("{longest}.")), Err(ReasonTooLong));
        let lines = "a\r\n".repeat(REASON_MAX / 2);
        assert!(
            Reason::read(&lines).is_ok(),
            "a line break is one character"
        );
        assert_eq!(Reason::read(" \r\n").expect("none").words(), None);
    }
}
