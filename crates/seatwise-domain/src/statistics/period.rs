//! Periods: those that have a name, and those that are chosen.

use jiff::civil::Date;
use jiff::{Span as Time, Unit};

use super::StatisticsError;
use crate::authz::UnknownWord;
use crate::records::month_number;

/// The longest period.
pub const MOST_YEARS: i64 = 10;

/// A period by its name, or by its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// The month that today is in.
    ThisMonth,
    /// The quarter that today is in.
    #[default]
    ThisQuarter,
    /// The year that today is in.
    ThisYear,
    /// The year before.
    LastYear,
    /// All of time: figures that tell no dates.
    Ever,
    /// From one day to another, both included.
    Days(Date, Date),
}

impl Span {
    /// Those that have a name, in the order of the page.
    pub const NAMED: [Self; 5] = [
        Self::ThisMonth,
        Self::ThisQuarter,
        Self::ThisYear,
        Self::LastYear,
        Self::Ever,
    ];

    /// The word in addresses and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ThisMonth => "month",
            Self::ThisQuarter => "quarter",
            Self::ThisYear => "year",
            Self::LastYear => "last-year",
            Self::Ever => "ever",
            Self::Days(..) => "days",
        }
    }

    /// Its days, if today is this; none for all of time.
    pub fn period(self, today: Date) -> Result<Option<Period>, StatisticsError> {
        let (first, months) = match self {
            Self::ThisMonth => (today.first_of_month(), 1),
            Self::ThisQuarter => {
                let back = i64::from((today.month() - 1) % 3);
                (moved(today.first_of_month(), -back), 3)
            }
            Self::ThisYear => (today.first_of_year(), 12),
            Self::LastYear => (moved(today.first_of_year(), -12), 12),
            Self::Days(from, to) => {
                let longest = moved(from, MOST_YEARS * 12);
                if to < from || to >= longest {
                    return Err(StatisticsError::Period);
                }
                return Ok(Some(Period { from, to }));
            }
            Self::Ever => return Ok(None),
        };
        let to = day_before(moved(first, months));
        Ok(Some(Period { from: first, to }))
    }
}

impl std::str::FromStr for Span {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let found = Self::NAMED.into_iter().find(|span| span.as_str() == text);
        found.ok_or(UnknownWord)
    }
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// True when it begins and ends with a month.
    pub fn is_whole_months(self) -> bool {
        self.from == self.from.first_of_month() && self.to == self.to.last_of_month()
    }

    /// How many months it touches.
    pub fn months(self) -> i64 {
        month_number(self.to) - month_number(self.from) + 1
    }

    /// The period just before: as many months if this is of whole months, else as many days.
    #[must_use]
    pub fn before(self) -> Self {
        let from = if self.is_whole_months() {
            moved(self.from, -self.months())
        } else {
            let days = self.from.until((Unit::Day, self.to));
            let days = days.map_or(0, |span| i64::from(span.get_days())) + 1;
            let back = self.from.checked_sub(Time::new().days(days));
            back.unwrap_or(Date::MIN)
        };
        Self {
            from,
            to: day_before(self.from),
        }
    }
}

/// The day so many months later; days beyond the end of a month become its last.
pub(super) fn moved(day: Date, months: i64) -> Date {
    let end = if months < 0 { Date::MIN } else { Date::MAX };
    day.checked_add(Time::new().months(months)).unwrap_or(end)
}

fn day_before(day: Date) -> Date {
    day.yesterday().unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(span: Span) -> (String, String) {
        let period = span.period(date(2026, 11, 26));
        let period = period.expect("days").expect("a period");
        (period.from.to_string(), period.to.to_string())
    }

    fn pair(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn a_name_means_whole_months() {
        assert_eq!(days(Span::ThisMonth), pair("2026-11-01", "2026-11-30"));
        assert_eq!(days(Span::ThisQuarter), pair("2026-10-01", "2026-12-31"));
        assert_eq!(days(Span::ThisYear), pair("2026-01-01", "2026-12-31"));
        assert_eq!(days(Span::LastYear), pair("2025-01-01", "2025-12-31"));
    }

    #[test]
    fn the_period_before_is_as_long() {
        let before = |from, to| {
            let before = Period { from, to }.before();
            (before.from, before.to)
        };
        let whole = before(date(2026, 1, 1), date(2026, 3, 31));
        assert_eq!(whole, (date(2025, 10, 1), date(2025, 12, 31)));
        let days = before(date(2026, 3, 10), date(2026, 3, 12));
        assert_eq!(days, (date(2026, 3, 7), date(2026, 3, 9)));
    }

    #[test]
    fn a_period_that_ends_too_early_or_too_late_is_refused() {
        let span = |from, to| Span::Days(from, to).period(date(2026, 1, 1));
        assert!(span(date(2026, 1, 2), date(2026, 1, 1)).is_err());
        assert!(span(date(2016, 1, 1), date(2025, 12, 31)).is_ok());
        assert!(span(date(2016, 1, 1), date(2026, 1, 1)).is_err());
    }
}
