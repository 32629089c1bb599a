//! When people sign in: a field for each hour of the week, the darker the more, and the table behind them.

use seatwise_domain::authn::Week;

use super::axis::decimal;
use crate::format;
use crate::shell::Shell;

/// Where the fields begin, and how far they go, in hundredths of a percent of the width.
const LEFT: i64 = 1_200;
const WIDTH: i64 = 8_700;
/// From day to day, in pixels.
const STEP: i64 = 26;
/// Shades of what is not nothing, and the shade of nothing, out of a hundred.
const SHADES: u64 = 5;
const LIGHTEST: i64 = 8;
/// Hours with a name below.
const NAMED: usize = 3;

/// A field.
pub(super) struct Cell {
    pub(super) x: String,
    pub(super) y: i64,
    /// Out of one.
    pub(super) shade: String,
}

/// A day of the week.
pub(super) struct DayRow {
    pub(super) name: String,
    pub(super) text_y: i64,
    pub(super) cells: Vec<Cell>,
    pub(super) numbers: Vec<String>,
}

/// The fields and the table.
pub(super) struct SignInsChart {
    /// The sentence that says the result.
    pub(super) says: String,
    /// How wide a field is.
    pub(super) width: String,
    pub(super) days: Vec<DayRow>,
    /// Place and name of hours below the fields.
    pub(super) named: Vec<(String, String)>,
    pub(super) hours: Vec<String>,
}

fn place(hour: usize) -> i64 {
    LEFT + WIDTH * i64::try_from(hour).unwrap_or_default() / 24
}

pub(super) fn chart(shell: &Shell, week: &Week) -> SignInsChart {
    let busiest = week.busiest();
    let most = busiest.map_or(1, |(_, _, number)| number.max(1));
    let says = match busiest {
        Some((day, at, number)) => shell
            .t("statistics-sign-ins-says")
            .with("day", format::weekday_long(shell.lang, day))
            .with("hour", format::hour(at))
            .with("number", shell.number(number)),
        None => shell.t("statistics-sign-ins-none"),
    };
    let days = week.0.iter().enumerate().map(|(day, numbers)| {
        let above = STEP * i64::try_from(day).unwrap_or_default();
        let cell = |(at, number): (usize, &u64)| Cell {
            x: decimal(place(at)),
            y: above,
            shade: decimal(shade(*number, most)),
        };
        DayRow {
            name: format::weekday(shell.lang, day),
            text_y: above + 15,
            cells: numbers.iter().enumerate().map(cell).collect(),
            numbers: numbers.iter().map(|number| shell.number(*number)).collect(),
        }
    });
    SignInsChart {
        says: says.to_string(),
        width: decimal(WIDTH / 24 * 9 / 10),
        days: days.collect(),
        named: (0..24)
            .step_by(NAMED)
            .map(|at| (decimal(place(at)), format::hour(at)))
            .collect(),
        hours: (0..24).map(format::hour).collect(),
    }
}

/// How dark a field is, out of a hundred: nothing can still be seen as a field.
fn shade(number: u64, most: u64) -> i64 {
    let steps = number.saturating_mul(SHADES).div_ceil(most);
    let steps = i64::try_from(steps).unwrap_or_default();
    LIGHTEST + steps * (100 - LIGHTEST) / SHADES.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lightest_and_the_most_is_full() {
        assert_eq!(
            [0, 1, 20, 21, 100].map(|number| shade(number, 100)),
            [8, 26, 26, 44, 100]
        );
        assert_eq!(shade(1, 1), 100);
    }
}
