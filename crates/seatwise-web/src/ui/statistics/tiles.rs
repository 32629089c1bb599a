//! The four figures, without the value where it is hidden, with their change against the period before.

use seatwise_domain::statistics::{Numbers, Span, Statistics};

use crate::format;
use crate::shell::Shell;

/// How a figure changed.
pub(super) struct Change {
    /// Up or down.
    pub(super) icon: &'static str,
    /// The same for screen readers.
    pub(super) way: String,
    /// By how much.
    pub(super) words: String,
    /// Whether that is bad news.
    pub(super) bad: bool,
}

/// A figure.
pub(super) struct Tile {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) change: Option<Change>,
    /// What it is compared with, or that there is nothing to compare with.
    pub(super) versus: String,
}

/// Which way is good news.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Good {
    More,
    Less,
}

/// What a figure is told in.
#[derive(Clone, Copy)]
enum Unit {
    /// The change in percent of what was.
    Percent,
    /// The change in tenths of what is named.
    Tenths(&'static str),
}

pub(super) fn tiles(shell: &Shell, span: Span, found: &Statistics) -> Vec<Tile> {
    let (now, before) = (&found.total, &found.total_before);
    let whole = |number: u64| i64::try_from(number).ok();
    let tile = |key: &str, value: Option<String>, pair, good, unit| {
        tile(shell, span, (key, value), pair, good, unit)
    };
    let rate = |numbers: &Numbers| numbers.win_rate().and_then(whole);
    let days = |numbers: &Numbers| numbers.days_to_close().and_then(whole);
    let percent = Unit::Percent;
    let value = now.value.map(|value| {
        tile(
            "statistics-value",
            Some(shell.money(&value.0)),
            (Some(value.0), before.value.map(|value| value.0)),
            Good::More,
            percent,
        )
    });
    let others = [
        tile(
            "statistics-won",
            Some(shell.number(now.won)),
            (whole(now.won), whole(before.won)),
            Good::More,
            percent,
        ),
        tile(
            "statistics-rate",
            rate(now).map(|tenths| in_percent(shell, tenths)),
            (rate(now), rate(before)),
            Good::More,
            Unit::Tenths("statistics-points"),
        ),
        tile(
            "statistics-days",
            days(now).map(|tenths| format::tenths(shell.lang, tenths)),
            (days(now), days(before)),
            Good::Less,
            Unit::Tenths("statistics-days-more"),
        ),
    ];
    value.into_iter().chain(others).collect()
}

/// Tenths of a percent.
pub(super) fn in_percent(shell: &Shell, tenths: i64) -> String {
    let value = format::tenths(shell.lang, tenths);
    shell
        .t("statistics-percent")
        .with("value", value)
        .to_string()
}

fn tile(
    shell: &Shell,
    span: Span,
    (key, value): (&str, Option<String>),
    (now, before): (Option<i64>, Option<i64>),
    good: Good,
    unit: Unit,
) -> Tile {
    let change = match span {
        Span::Ever => None,
        _ => changed(shell, now, before, good, unit),
    };
    let versus = match (&change, span) {
        (None, Span::Ever) => "statistics-period-ever".to_owned(),
        (None, _) => "statistics-no-before".to_owned(),
        (Some(_), _) => ["statistics-versus-", span.as_str()].concat(),
    };
    let versus = shell.t(&versus).to_string();
    Tile {
        label: shell.t(key).to_string(),
        value: value.unwrap_or_else(|| "–".to_owned()),
        change,
        versus,
    }
}

/// How it changed; none where that cannot be said.
fn changed(
    shell: &Shell,
    now: Option<i64>,
    before: Option<i64>,
    good: Good,
    unit: Unit,
) -> Option<Change> {
    let (now, before) = (now?, before?);
    let by = now - before;
    let words = match unit {
        Unit::Percent if before == 0 => return None,
        Unit::Percent => {
            let percent = (by.abs().saturating_mul(100) + before / 2) / before;
            let value = shell.number(percent);
            shell.t("statistics-percent").with("value", value)
        }
        Unit::Tenths(key) => shell
            .t(key)
            .with("value", format::tenths(shell.lang, by.abs())),
    };
    if by == 0 {
        let same = Change {
            icon: "minus",
            way: String::new(),
            words: shell.t("statistics-same").to_string(),
            bad: false,
        };
        return Some(same);
    }
    let up = by > 0;
    Some(Change {
        icon: if up { "arrow-up" } else { "arrow-down" },
        way: shell
            .t(if up {
                "statistics-up"
            } else {
                "statistics-down"
            })
            .to_string(),
        words: words.to_string(),
        bad: up != (good == Good::More),
    })
}
