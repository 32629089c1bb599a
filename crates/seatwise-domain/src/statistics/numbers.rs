//! Figures that can be added up, and what follows from them.

use crate::authz::FieldRules;
use crate::records::{LeadState, Minor};

/// What happened to leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// Leads that began.
    pub created: u64,
    /// Leads that were won.
    pub won: u64,
    /// Leads that were lost.
    pub lost: u64,
    /// Leads that were given up.
    pub cancelled: u64,
    /// What the won ones are worth; none where values are hidden.
    pub value: Option<Minor>,
    /// How many days the leads took that ended, from the first day to the last.
    pub days: u64,
    /// Leads that ended and whose days are known.
    pub timed: u64,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            created: 0,
            won: 0,
            lost: 0,
            cancelled: 0,
            value: Some(Minor(0)),
            days: 0,
            timed: 0,
        }
    }
}

impl Numbers {
    /// True when nothing happened.
    pub const fn is_empty(&self) -> bool {
        self.created == 0 && self.closed() == 0
    }

    /// Leaves out what somebody with these rules could learn of hidden fields.
    pub(super) fn veil(&mut self, rules: &FieldRules) {
        if rules.hides("value") {
            self.value = None;
        }
        if rules.hides("opened_on") || rules.hides("closed_on") {
            (self.days, self.timed) = (0, 0);
        }
    }

    /// Leads that ended, in whichever way.
    pub const fn closed(&self) -> u64 {
        self.won + self.lost + self.cancelled
    }

    /// How many of the leads that ended were won, in thousandths.
    pub fn win_rate(&self) -> Option<u64> {
        rounded(self.won * 1_000, self.closed())
    }

    /// How many days a lead took on average, in tenths of a day.
    pub fn days_to_close(&self) -> Option<u64> {
        rounded(self.days * 10, self.timed)
    }

    /// Both together.
    pub fn add(&mut self, other: &Self) {
        self.created += other.created;
        self.won += other.won;
        self.lost += other.lost;
        self.cancelled += other.cancelled;
        self.value = self
            .value
            .zip(other.value)
            .map(|(one, other)| Minor(one.0 + other.0));
        self.days += other.days;
        self.timed += other.timed;
    }

    /// So many leads that began.
    pub(super) fn began(number: u64) -> Self {
        Self {
            created: number,
            ..Self::default()
        }
    }

    /// So many leads that ended in a state.
    pub(super) fn ended(state: LeadState, number: u64, value: i64, days: (u64, u64)) -> Self {
        let mut numbers = Self {
            days: days.0,
            timed: days.1,
            ..Self::default()
        };
        match state {
            LeadState::Won => {
                numbers.won = number;
                numbers.value = Some(Minor(value));
            }
            LeadState::Lost => numbers.lost = number,
            LeadState::Cancelled => numbers.cancelled = number,
            LeadState::Open => numbers = Self::default(),
        }
        numbers
    }
}

fn rounded(of: u64, by: u64) -> Option<u64> {
    (by > 0).then(|| (of + by / 2) / by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_rounded_and_unknown_without_ends() {
        let mut numbers = Numbers::ended(LeadState::Won, 2, 500, (7, 2));
        numbers.add(&Numbers::ended(LeadState::Cancelled, 1, 900, (0, 0)));
        assert_eq!(numbers.win_rate(), Some(667));
        assert_eq!(numbers.days_to_close(), Some(35));
        assert_eq!(
            numbers.value,
            Some(Minor(500)),
            "what is not won is worth nothing"
        );
        assert_eq!(Numbers::began(3).win_rate(), None);
        assert_eq!(Numbers::began(3).days_to_close(), None);
    }
}
