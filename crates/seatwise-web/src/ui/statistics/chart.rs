//! The charts of leads, as marks of SVG: places in percent of the width, so that text keeps its size.

use std::fmt::Write as _;

use jiff::civil::Date;
use seatwise_domain::statistics::{MonthLine, Numbers, PersonLine};

use super::axis::{self, HEIGHT, LEFT, TOP, Tick, WIDTH, beside, decimal, height};
use crate::format;
use crate::shell::Shell;

/// People with a bar.
const BARS: usize = 10;

/// Won value per month, with the year before dashed.
pub(super) struct Line {
    /// The sentence that says the result.
    pub(super) says: String,
    pub(super) ticks: Vec<Tick>,
    /// The corners of the area, of the line, and of the line of the year before.
    pub(super) area: String,
    pub(super) now: String,
    pub(super) year_before: String,
    /// Place and name of months below the axis.
    pub(super) months: Vec<(String, String)>,
    /// The last point, and how high its words stand.
    pub(super) end: (String, String),
    pub(super) end_y: String,
    pub(super) end_words: String,
    pub(super) before_y: String,
    /// True when nothing was won.
    pub(super) empty: bool,
}

/// The place of one of several points, out of so many parts of the width.
fn place(at: usize, count: usize, parts: i64) -> i64 {
    let at = i64::try_from(at).unwrap_or_default();
    let steps = i64::try_from(count.saturating_sub(1)).unwrap_or(1).max(1);
    parts * at / steps
}

fn corners(values: &[i64], count: usize, top: i64) -> String {
    let mut points = String::new();
    for (at, value) in values.iter().enumerate() {
        let x = place(at, count, 100_000);
        // Writing to a text can't fail.
        let _ = write!(points, "{},{} ", decimal(x), decimal(height(*value, top)));
    }
    points.trim_end().to_owned()
}

/// The won value; charts are drawn where it may be seen alone.
fn amount(numbers: &Numbers) -> i64 {
    numbers.value.unwrap_or_default().0
}

pub(super) fn line(shell: &Shell, months: &[MonthLine], today: Date) -> Line {
    let count = months.len();
    let before: Vec<i64> = months
        .iter()
        .map(|month| amount(&month.year_before))
        .collect();
    // Months that have not begun are no fall to zero.
    let begun: Vec<&MonthLine> = months.iter().filter(|month| month.first <= today).collect();
    let now: Vec<i64> = begun.iter().map(|month| amount(&month.now)).collect();
    let most = now.iter().chain(&before).copied().max().unwrap_or_default();
    let unit = format::minor_units(&shell.currency);
    let (top, ticks) = axis::scale(shell, most, unit);
    let last = now.last().copied().unwrap_or_default();
    let last_at = now.len().saturating_sub(1);
    let last_y = height(last, top) + TOP * 100;
    let last_x = LEFT + place(last_at, count, WIDTH);
    let end_before = before.last().copied().unwrap_or_default();
    let before_y = beside(height(end_before, top) + TOP * 100, last_y);
    let now_line = corners(&now, count, top);
    let end_of_area = decimal(place(last_at, count, 100_000));
    let firsts: Vec<Date> = months.iter().map(|month| month.first).collect();
    let names = axis::names(shell, &firsts, |at| place(at, count, WIDTH));
    let told = begun.last().copied().or(months.last());
    let says = told.map_or_else(String::new, |month| {
        shell
            .t("statistics-month-says")
            .with("month", format::month_of_year(shell.lang, month.first))
            .with("value", shell.money(&amount(&month.now)))
            .with("before", shell.money(&amount(&month.year_before)))
            .to_string()
    });
    Line {
        says,
        ticks,
        area: format!("0,{HEIGHT} {now_line} {end_of_area},{HEIGHT}"),
        now: now_line,
        year_before: corners(&before, count, top),
        months: names,
        end: (decimal(last_x), decimal(last_y)),
        end_y: decimal(last_y + 400),
        end_words: shell.money(&last),
        before_y: decimal(before_y + 400),
        empty: most == 0,
    }
}

/// A person's bar.
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) href: Option<String>,
    /// In percent of the largest.
    pub(super) width: String,
    pub(super) value: String,
}

pub(super) fn bars(
    shell: &Shell,
    people: &[PersonLine],
    href: impl Fn(&PersonLine) -> Option<String>,
) -> Vec<Bar> {
    let most = people.iter().map(|line| amount(&line.now)).max();
    let most = i128::from(most.unwrap_or_default().max(1));
    people
        .iter()
        .filter(|line| amount(&line.now) > 0)
        .take(BARS)
        .map(|line| {
            let width = i128::from(amount(&line.now)) * 10_000 / most;
            Bar {
                name: line.person.name.clone(),
                href: href(line),
                width: decimal(i64::try_from(width).unwrap_or_default().max(50)),
                value: shell.money(&amount(&line.now)),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_between_the_ends() {
        assert_eq!(place(11, 12, WIDTH), WIDTH);
        assert_eq!(place(0, 1, WIDTH), 0);
    }
}
