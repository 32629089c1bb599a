//! Seats over time: bars of what was taken, a dashed line of what was bought, and the table behind them.

use std::fmt::Write as _;

use jiff::civil::Date;
use seatwise_domain::authz::SeatKind;
use seatwise_domain::statistics::{SeatMonth, seat_kinds};

use super::axis::{self, HEIGHT, LEFT, TOP, Tick, WIDTH, beside, decimal, height};
use crate::export::seat_heads;
use crate::format;
use crate::shell::Shell;
use crate::ui::seats::title;

/// How much of its place a bar fills, in hundredths.
const FILLED: i64 = 60;

/// A month's bar: all in percent of the width and in pixels.
pub(super) struct Bar {
    pub(super) x: String,
    pub(super) y: String,
    pub(super) width: String,
    pub(super) height: String,
}

/// A month's line of the table: bought and used of each kind.
pub(super) struct SeatRow {
    pub(super) name: String,
    pub(super) numbers: Vec<String>,
}

/// The chart of sales seats and the table of both kinds.
pub(super) struct SeatsChart {
    /// The sentence that says the result.
    pub(super) says: String,
    pub(super) ticks: Vec<Tick>,
    pub(super) bars: Vec<Bar>,
    /// The corners of the line of bought seats.
    pub(super) bought: String,
    /// Place and name of months below the axis.
    pub(super) months: Vec<(String, String)>,
    /// The words at the end of the line and of the last bar, with their places.
    pub(super) end_bought: (String, String),
    pub(super) end_used: (String, String),
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<SeatRow>,
}

/// None where nothing is known of any month.
pub(super) fn chart(shell: &Shell, months: &[SeatMonth]) -> Option<SeatsChart> {
    let last = months.last()?;
    let sales: Vec<(i64, i64)> = months.iter().map(sales).collect();
    let (last_bought, last_used) = *sales.last()?;
    let most = sales.iter().map(|(bought, used)| *bought.max(used)).max()?;
    let (top, ticks) = axis::scale(shell, most, 1);
    let count = i64::try_from(months.len()).ok()?;
    let slot = |at: usize, parts: i64| i64::try_from(at).unwrap_or_default() * parts / count;
    let bars = sales.iter().enumerate().map(|(at, (_, used))| {
        let wide = WIDTH * FILLED / 100 / count;
        let margin = (WIDTH / count - wide) / 2;
        let y = height(*used, top);
        Bar {
            x: decimal(LEFT + slot(at, WIDTH) + margin),
            y: decimal(y + TOP * 100),
            width: decimal(wide),
            height: decimal(HEIGHT * 100 - y),
        }
    });
    let mut bought = String::new();
    for (at, (number, _)) in sales.iter().enumerate() {
        let y = decimal(height(*number, top));
        let (from, to) = (slot(at, 100_000), slot(at + 1, 100_000));
        // Writing to a text can't fail.
        let _ = write!(bought, "{},{y} {},{y} ", decimal(from), decimal(to));
    }
    let firsts: Vec<Date> = months.iter().map(|month| month.first).collect();
    let names = axis::names(shell, &firsts, |at| slot(at, WIDTH) + WIDTH / count / 2);
    let bought_y = height(last_bought, top) + TOP * 100;
    let used_y = beside(height(last_used, top) + TOP * 100, bought_y);
    let words = |key: &str, number: i64| {
        let number = shell.number(number);
        shell.t(key).with("number", number).to_string()
    };
    let says = shell
        .t("statistics-seats-says")
        .with("kind", title(shell, SeatKind::Regular))
        .with("month", format::month_of_year(shell.lang, last.first))
        .with("used", shell.number(last_used))
        .with("bought", shell.number(last_bought))
        .to_string();
    let kinds = seat_kinds(months);
    Some(SeatsChart {
        says,
        ticks,
        bars: bars.collect(),
        bought: bought.trim_end().to_owned(),
        months: names,
        end_bought: (
            decimal(bought_y + 400),
            words("statistics-seats-bought", last_bought),
        ),
        end_used: (
            decimal(used_y + 400),
            words("statistics-seats-used", last_used),
        ),
        heads: kinds
            .iter()
            .flat_map(|kind| seat_heads(shell.lang, *kind))
            .collect(),
        rows: months
            .iter()
            .map(|month| row(shell, month, &kinds))
            .collect(),
    })
}

/// Bought and used sales seats.
fn sales(month: &SeatMonth) -> (i64, i64) {
    let taken = month.of(SeatKind::Regular);
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    taken.map_or((0, 0), |taken| (number(taken.bought), number(taken.used)))
}

fn row(shell: &Shell, month: &SeatMonth, kinds: &[SeatKind]) -> SeatRow {
    let taken = kinds.iter().filter_map(|kind| month.of(*kind));
    let numbers = taken.flat_map(|taken| [taken.bought, taken.used]);
    SeatRow {
        name: format::month_of_year(shell.lang, month.first),
        numbers: numbers.map(|number| shell.number(number)).collect(),
    }
}
