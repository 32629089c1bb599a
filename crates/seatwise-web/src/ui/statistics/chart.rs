//! The charts of leads, as marks of SVG: places in percent of the width, so that text keeps its size.

use std::fmt::Write as _;

use jiff::civil::Date;
use seatwise_domain::statistics::{MonthLine, Numbers, PersonLine};

use crate::format;
use crate::shell::Shell;

/// Where the plot begins, and how wide it is, in hundredths of a percent of the width.
pub(super) const LEFT: i64 = 1_200;
pub(super) const WIDTH: i64 = 7_200;
/// The height of the plot, and what lies above it, in pixels.
pub(super) const HEIGHT: i64 = 160;
pub(super) const TOP: i64 = 16;
/// The most names below the axis.
pub(super) const LABELS: usize = 12;
/// People with a bar.
const BARS: usize = 10;

/// A line of the axis.
pub(super) struct Tick {
    pub(super) y: String,
    pub(super) text_y: String,
    pub(super) label: String,
}

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

pub(super) fn decimal(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The height of a value, in hundredths of a pixel from above.
pub(super) fn height(value: i64, top: i64) -> i64 {
    let full = HEIGHT * 100;
    let share = i128::from(value) * i128::from(full) / i128::from(top.max(1));
    full - i64::try_from(share).unwrap_or(full).clamp(0, full)
}

/// The place of one of several points, out of so many parts of the width.
fn place(at: usize, count: usize, parts: i64) -> i64 {
    let at = i64::try_from(at).unwrap_or_default();
    let steps = i64::try_from(count.saturating_sub(1)).unwrap_or(1).max(1);
    parts * at / steps
}

/// A round step so that at most four fit below the value.
pub(super) fn step(most: i64, unit: i64) -> i64 {
    let mut step = unit;
    loop {
        for factor in [1, 2, 5] {
            if step.saturating_mul(factor).saturating_mul(4) >= most {
                return step.saturating_mul(factor);
            }
        }
        step = step.saturating_mul(10);
    }
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
    let step = step(most.max(unit), unit);
    let top = step * (most.max(1) + step - 1).div_euclid(step).max(1);
    let ticks = (0..=top / step).map(|number| {
        let y = height(number * step, top) + TOP * 100;
        Tick {
            y: decimal(y),
            text_y: decimal(y + 400),
            label: format::number(shell.lang, number * step / unit),
        }
    });
    let last = now.last().copied().unwrap_or_default();
    let last_at = now.len().saturating_sub(1);
    let last_y = height(last, top) + TOP * 100;
    let last_x = LEFT + place(last_at, count, WIDTH);
    let end_before = before.last().copied().unwrap_or_default();
    let before_y = beside(height(end_before, top) + TOP * 100, last_y);
    let now_line = corners(&now, count, top);
    let end_of_area = decimal(place(last_at, count, 100_000));
    let each = count.div_ceil(LABELS).max(1);
    let named = months.iter().enumerate().rev().step_by(each);
    let mut names: Vec<(String, String)> = named
        .map(|(at, month)| {
            let x = LEFT + place(at, count, WIDTH);
            (decimal(x), format::month(shell.lang, month.first))
        })
        .collect();
    names.reverse();
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
        ticks: ticks.collect(),
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

/// A height for the second label that does not lie on the first.
pub(super) fn beside(wanted: i64, taken: i64) -> i64 {
    let apart = 1_400;
    if (wanted - taken).abs() >= apart {
        wanted
    } else if taken > (TOP + HEIGHT / 2) * 100 {
        taken - apart
    } else {
        taken + apart
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
    fn ticks_are_round_and_four_at_most() {
        for (most, wanted) in [(100, 100), (400, 100), (401, 200), (161_000, 50_000)] {
            assert_eq!(step(most, 100), wanted, "{most}");
        }
    }

    #[test]
    fn a_chart_begins_at_zero_and_labels_keep_apart() {
        assert_eq!(height(0, 500), HEIGHT * 100);
        assert_eq!(height(500, 500), 0);
        assert_eq!(place(11, 12, WIDTH), WIDTH);
        assert_eq!(place(0, 1, WIDTH), 0);
        assert!((beside(2_000, 2_100) - 2_100).abs() >= 1_400);
        assert_eq!(beside(2_000, 9_000), 2_000);
    }
}
