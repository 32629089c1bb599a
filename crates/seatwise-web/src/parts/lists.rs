//! Below and beside lists: pages, history, shares.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

/// The links below a list that lead on and back.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/pager.html")]
pub struct Pager {
    /// What is shown, in words: "1–50 of 8,800".
    pub shown: String,
    /// The address and words of the page before.
    pub previous: Option<(String, String)>,
    /// The address and words of the page after.
    pub next: Option<(String, String)>,
    /// The name of the group of links.
    pub label: String,
}

/// One line of somebody's or something's history.
#[derive(Debug, Clone)]
pub struct Event {
    /// The kind, as an icon.
    pub icon: &'static str,
    /// What happened, in a sentence.
    pub what: String,
    /// Why, as it was typed.
    pub reason: Option<String>,
    /// Who and when.
    pub who_when: String,
    /// The audit entry.
    pub href: Option<String>,
}

/// A history, newest first.
#[derive(Template)]
#[template(path = "parts/timeline.html")]
pub struct Timeline<'a> {
    events: &'a [Event],
}

/// A history, newest first.
pub fn timeline(events: &[Event]) -> Timeline<'_> {
    Timeline { events }
}

/// A share of a stacked bar.
#[derive(Debug, Clone)]
pub struct Share {
    /// The words of the legend.
    pub label: String,
    /// The number, written for the language.
    pub number: String,
    /// The number.
    pub count: u64,
    /// Which of the six chart colours.
    pub colour: u8,
    /// The filtered list behind it.
    pub href: Option<String>,
}

/// A bar of shares with its legend.
#[derive(Template)]
#[template(path = "parts/shares.html")]
pub struct Shares<'a> {
    label: String,
    shares: &'a [Share],
}

/// A bar of shares; `label` is the sentence that says the same.
pub fn shares(label: impl Display, shares: &[Share]) -> Shares<'_> {
    Shares {
        label: label.to_string(),
        shares,
    }
}

impl Shares<'_> {
    /// Start and width of each share in thousandths of the bar.
    fn bars(&self) -> Vec<(u64, u64, u8)> {
        let total = self
            .shares
            .iter()
            .map(|share| share.count)
            .sum::<u64>()
            .max(1);
        let mut start = 0;
        self.shares
            .iter()
            .map(|share| {
                let bar = (
                    start * 1000 / total,
                    share.count * 1000 / total,
                    share.colour,
                );
                start += share.count;
                bar
            })
            .collect()
    }
}

impl HtmlSafe for Pager {}
impl HtmlSafe for Timeline<'_> {}
impl HtmlSafe for Shares<'_> {}
