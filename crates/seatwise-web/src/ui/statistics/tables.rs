//! The tables behind the charts: the same numbers, and all the others.

use seatwise_domain::statistics::{Numbers, PersonLine, Statistics};

use super::tiles::in_percent;
use crate::format;
use crate::shell::Shell;

/// People with a line of their own on the page; the file has all.
const LISTED: usize = 100;

/// The figures of a line.
pub(super) struct Figures {
    pub(super) created: String,
    pub(super) won: String,
    pub(super) lost: String,
    pub(super) cancelled: String,
    /// None where values are hidden; then the table has no column for them.
    pub(super) value: Option<String>,
    pub(super) rate: String,
    pub(super) days: String,
}

/// Somebody's line.
pub(super) struct UserRow {
    pub(super) name: String,
    pub(super) href: Option<String>,
    pub(super) left: bool,
    pub(super) figures: Figures,
}

/// A month's line.
pub(super) struct MonthRow {
    pub(super) name: String,
    pub(super) figures: Figures,
    pub(super) year_before: Option<String>,
}

pub(super) fn figures(shell: &Shell, numbers: &Numbers) -> Figures {
    let tenths = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok());
    let none = || "–".to_owned();
    Figures {
        created: shell.number(numbers.created),
        won: shell.number(numbers.won),
        lost: shell.number(numbers.lost),
        cancelled: shell.number(numbers.cancelled),
        value: numbers.value.map(|value| shell.money(&value.0)),
        rate: tenths(numbers.win_rate()).map_or_else(none, |tenths| in_percent(shell, tenths)),
        days: tenths(numbers.days_to_close())
            .map_or_else(none, |tenths| format::tenths(shell.lang, tenths)),
    }
}

/// The lines of people, and how many of them the last line holds with the others.
pub(super) fn users(
    shell: &Shell,
    found: &Statistics,
    href: impl Fn(&PersonLine) -> Option<String>,
) -> (Vec<UserRow>, u64) {
    let mut rows: Vec<UserRow> = found
        .people
        .iter()
        .take(LISTED)
        .map(|line| UserRow {
            name: line.person.name.clone(),
            href: href(line),
            left: line.left,
            figures: figures(shell, &line.now),
        })
        .collect();
    let mut others = found.others.unwrap_or_default();
    let further = found.people.get(LISTED..).unwrap_or_default();
    for line in further {
        others.add(&line.now);
    }
    if !others.is_empty() {
        rows.push(UserRow {
            name: shell.t("statistics-others").to_string(),
            href: None,
            left: false,
            figures: figures(shell, &others),
        });
    }
    (rows, further.len() as u64)
}

pub(super) fn months(shell: &Shell, found: &Statistics) -> Vec<MonthRow> {
    let rows = found.months.iter().map(|month| MonthRow {
        name: format::month_of_year(shell.lang, month.first),
        figures: figures(shell, &month.now),
        year_before: month.year_before.value.map(|value| shell.money(&value.0)),
    });
    rows.collect()
}
