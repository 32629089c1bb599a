//! Links between the views of a list and the steps of a flow.

use std::borrow::Borrow;
use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

/// One link of a row of views.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// An icon before the words, in a switch.
    pub icon: Option<&'static str>,
    /// How many it holds, written for the language.
    pub count: Option<String>,
    /// Whether it is shown now.
    pub current: bool,
}

impl Tab {
    /// A view that is not the current one.
    pub fn new(href: impl Display, label: impl Display) -> Self {
        Self {
            href: href.to_string(),
            label: label.to_string(),
            icon: None,
            count: None,
            current: false,
        }
    }

    /// With the number of what it holds.
    pub fn count(mut self, count: impl Display) -> Self {
        self.count = Some(count.to_string());
        self
    }

    /// With an icon.
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Marked when it is the one shown.
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// Views of one list, as links with counts.
#[derive(Template)]
#[template(path = "parts/view_tabs.html")]
pub struct ViewTabs<'a> {
    label: String,
    tabs: &'a [Tab],
}

/// Views of one list, as links with counts.
pub fn view_tabs(label: impl Display, tabs: &[Tab]) -> ViewTabs<'_> {
    ViewTabs {
        label: label.to_string(),
        tabs,
    }
}

/// A switch between two or three ways to show the same.
#[derive(Template)]
#[template(path = "parts/segmented.html")]
pub struct Segmented<'a> {
    label: String,
    tabs: &'a [Tab],
}

/// A switch between two or three ways to show the same.
pub fn segmented(label: impl Display, tabs: &[Tab]) -> Segmented<'_> {
    Segmented {
        label: label.to_string(),
        tabs,
    }
}

/// One step of a flow.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its words.
    pub label: String,
    /// Where a finished step can be seen again, as long as nothing is written.
    pub href: Option<String>,
}

/// The steps of a flow with the current one marked.
#[derive(Template)]
#[template(path = "parts/stepper.html")]
pub struct Stepper<'a> {
    steps: &'a [Step],
    current: usize,
    done: String,
}

/// The steps of a flow; `current` counts from 0, `done` is the hidden word of a finished one.
pub fn stepper(steps: &[Step], current: impl Borrow<usize>, done: impl Display) -> Stepper<'_> {
    Stepper {
        steps,
        current: *current.borrow(),
        done: done.to_string(),
    }
}

impl HtmlSafe for ViewTabs<'_> {}
impl HtmlSafe for Segmented<'_> {}
impl HtmlSafe for Stepper<'_> {}
