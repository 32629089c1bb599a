//! What the charts over months share: the place of the plot, its lines with their numbers, and the names below.

use jiff::civil::Date;

use crate::format;
use crate::shell::Shell;

/// Where the plot begins, and how wide it is, in hundredths of a percent of the width.
pub(super) const LEFT: i64 = 1_200;
pub(super) const WIDTH: i64 = 7_200;
/// The height of the plot, and what lies above it, in pixels.
pub(super) const HEIGHT: i64 = 160;
pub(super) const TOP: i64 = 16;
/// The most names below the axis.
const LABELS: usize = 12;
/// A line of the axis.
pub(super) struct Tick {
    pub(super) y: String,
    pub(super) text_y: String,
    pub(super) label: String,
}

/// The top of a scale that holds the value, and its lines with their numbers, in such units.
pub(super) fn scale(shell: &Shell, most: i64, unit: i64) -> (i64, Vec<Tick>) {
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
    (top, ticks.collect())
}

/// Place and name of months below the axis, the last one among them; `place` is counted from where the plot begins.
pub(super) fn names(
    shell: &Shell,
    firsts: &[Date],
    place: impl Fn(usize) -> i64,
) -> Vec<(String, String)> {
    let each = firsts.len().div_ceil(LABELS).max(1);
    let named = firsts.iter().enumerate().rev().step_by(each);
    let mut names: Vec<(String, String)> = named
        .map(|(at, first)| (decimal(LEFT + place(at)), format::month(shell.lang, *first)))
        .collect();
    names.reverse();
    names
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

/// A round step so that at most four fit below the value.
fn step(most: i64, unit: i64) -> i64 {
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
    fn a_plot_begins_at_zero_and_labels_keep_apart() {
        assert_eq!(height(0, 500), HEIGHT * 100);
        assert_eq!(height(500, 500), 0);
        assert!((beside(2_000, 2_100) - 2_100).abs() >= 1_400);
        assert_eq!(beside(2_000, 9_000), 2_000);
    }
}
