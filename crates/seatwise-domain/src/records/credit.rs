//! Which days a lead counts on in the statistics, and whom they credit: kept with every change of the lead.
//!
//! Who had it first is credited with having it; who has it when its state becomes won, lost or cancelled is
//! credited with that, whoever owns it later (D24). Opened again it is credited to nobody.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::LeadState;
use crate::clock::Timestamp;
use crate::ids::UserId;

/// Whom the statistics credit with a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Credit {
    /// Who had it first.
    pub started_by: Option<UserId>,
    /// Who had it when it was won, lost or cancelled; none while it is open.
    pub closed_by: Option<UserId>,
}

/// The number of a month: 0 is January of the year 0.
pub fn month_number(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// When it is, and what day that is for the account.
#[derive(Debug, Clone)]
pub(super) struct Today {
    pub(super) zone: TimeZone,
    pub(super) date: Date,
}

/// The day on which a lead counts as made: when the work on it began, else when it was written down.
pub(super) fn started(opened_on: Option<Date>, made_at: Timestamp, today: &Today) -> Date {
    opened_on.unwrap_or_else(|| made_at.date_in(&today.zone))
}

/// The day on which a new lead counts as closed.
pub(super) fn closed(state: LeadState, closed_on: Option<Date>, today: &Today) -> Option<Date> {
    state.is_closed().then(|| closed_on.unwrap_or(today.date))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::clock::day_number;

    #[test]
    fn days_and_months_rise_without_a_gap() {
        let (last, first) = (date(2016, 12, 31), date(2017, 1, 1));
        assert_eq!(month_number(first) - month_number(last), 1);
        assert_eq!(day_number(first) - day_number(last), 1);
    }
}
