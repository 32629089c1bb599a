//! What commands print: sentences and tables for people, one JSON value for programs.

use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use serde_json::json;

use crate::failure::Failure;

/// How to print.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// One JSON value on standard output instead of words.
    pub json: bool,
}

impl Output {
    /// Prints a result in the form that was asked for.
    pub fn show(self, value: &impl Serialize, words: &str) {
        if self.json {
            let text = serde_json::to_string_pretty(value).unwrap_or_default();
            print(&text);
        } else {
            print(words.trim_end());
        }
    }

    /// Prints one line of JSON for a program that goes on reading while the command is at work.
    pub fn line(self, value: &impl Serialize) {
        if self.json {
            print(&serde_json::to_string(value).unwrap_or_default());
        }
    }

    /// Prints a line for people only, while a command is still at work.
    pub fn say(self, words: &str) {
        if !self.json {
            print(words);
        }
    }

    /// Prints why a command failed, to standard error.
    pub fn fail(self, failure: &Failure) {
        if !self.json {
            for line in failure.message.lines().chain(failure.detail.as_deref()) {
                eprintln!("seatwise: {line}");
            }
            return;
        }
        let mut error = json!({ "code": failure.code, "message": failure.message });
        if let Some(detail) = &failure.detail {
            error["detail"] = json!(detail);
        }
        if !failure.wrong.is_empty() {
            error["settings"] = json!(failure.wrong);
        }
        eprintln!("{}", json!({ "error": error }));
    }

    /// A bar that shows how far a long work is; nothing is drawn unless a person watches.
    pub fn bar(self, what: &'static str, total: u64) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(total), self.target());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {human_pos}/{human_len} {eta}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(what);
        bar
    }

    /// Like [`Output::bar`] for work whose size is not known.
    pub fn spinner(self, what: &'static str) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(None, self.target());
        let style = ProgressStyle::with_template("{spinner} {msg} {human_pos}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.set_message(what);
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }

    fn target(self) -> ProgressDrawTarget {
        if self.json || !std::io::stderr().is_terminal() {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        }
    }
}

/// A reader that went away (`seatwise ... | head`) is not an error of ours.
fn print(words: &str) {
    let mut out = std::io::stdout().lock();
    drop(writeln!(out, "{words}").and_then(|()| out.flush()));
}

/// A number with its word: `1 person`, `2 people`.
pub fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Columns side by side, the first row above the others.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(cell)).max().unwrap_or_default()
        })
        .collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, wanted) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(wanted - width(cell) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Chinese and full-width characters take two places in a terminal.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| match u32::from(c) {
            0x1100..=0x115f
            | 0x2e80..=0xa4cf
            | 0xac00..=0xd7a3
            | 0xf900..=0xfaff
            | 0xfe30..=0xfe6f
            | 0xff00..=0xff60
            | 0xffe0..=0xffe6
            | 0x20000..=0x3fffd => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_in_any_script() {
        let rows = [
            ["Name", "State"],
            ["李伟", "active"],
            ["Олена Шевчук", "active"],
        ];
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(ToString::to_string).collect())
            .collect();
        let text = table(&rows);
        let starts: Vec<usize> = text
            .lines()
            .map(|line| width(line.rsplit_once("  ").unwrap().0.trim_end()))
            .collect();
        assert_eq!(starts, [4, 4, 12]);
        assert_eq!(text.lines().nth(1), Some("李伟          active"));
    }
}
