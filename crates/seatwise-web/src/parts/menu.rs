//! Menus: a button and a native popover with links and buttons of forms.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

/// A deed behind a button: it is sent by POST.
#[derive(Debug, Clone)]
pub struct Act {
    /// Where it is sent.
    pub action: String,
    /// Its words.
    pub label: String,
    /// Its icon.
    pub icon: &'static str,
    /// Values that go with it.
    pub values: Vec<(&'static str, String)>,
}

impl Act {
    /// A deed without values.
    pub fn new(action: impl Display, icon: &'static str, label: impl Display) -> Self {
        Self {
            action: action.to_string(),
            label: label.to_string(),
            icon,
            values: Vec::new(),
        }
    }

    /// With a value.
    pub fn value(mut self, name: &'static str, value: impl Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}

/// One line of a menu.
#[derive(Debug, Clone)]
pub enum Item {
    /// Leads to a page.
    Link {
        /// Where it leads.
        href: String,
        /// Its icon.
        icon: &'static str,
        /// Its words.
        label: String,
        /// Whether it takes something away.
        danger: bool,
        /// Whether it is the chosen one of several.
        chosen: Option<bool>,
    },
    /// Does something at once, by the page's empty form.
    Post {
        /// Where it is sent.
        action: String,
        /// Its icon.
        icon: &'static str,
        /// Its words.
        label: String,
        /// Name and value that go with it.
        value: Option<(&'static str, String)>,
    },
    /// Cannot be done now, for a reason worth knowing.
    Barred {
        /// Its icon.
        icon: &'static str,
        /// Its words.
        label: String,
        /// Why not.
        reason: String,
    },
    /// A line between groups.
    Rule,
    /// A heading of a group.
    Caption(String),
}

impl Item {
    /// Leads to a page.
    pub fn link(href: impl Display, icon: &'static str, label: impl Display) -> Self {
        Self::Link {
            href: href.to_string(),
            icon,
            label: label.to_string(),
            danger: false,
            chosen: None,
        }
    }

    /// Leads to a page where something is taken away.
    pub fn danger(href: impl Display, icon: &'static str, label: impl Display) -> Self {
        Self::Link {
            href: href.to_string(),
            icon,
            label: label.to_string(),
            danger: true,
            chosen: None,
        }
    }

    /// One of several, marked if chosen.
    pub fn option(href: impl Display, label: impl Display, chosen: bool) -> Self {
        Self::Link {
            href: href.to_string(),
            icon: "check",
            label: label.to_string(),
            danger: false,
            chosen: Some(chosen),
        }
    }

    /// Does something at once.
    pub fn post(action: impl Display, icon: &'static str, label: impl Display) -> Self {
        Self::Post {
            action: action.to_string(),
            icon,
            label: label.to_string(),
            value: None,
        }
    }

    /// Does something at once, with a value.
    pub fn post_with(
        action: impl Display,
        icon: &'static str,
        label: impl Display,
        value: (&'static str, String),
    ) -> Self {
        Self::Post {
            action: action.to_string(),
            icon,
            label: label.to_string(),
            value: Some(value),
        }
    }

    /// Cannot be done now.
    pub fn barred(icon: &'static str, label: impl Display, reason: impl Display) -> Self {
        Self::Barred {
            icon,
            label: label.to_string(),
            reason: reason.to_string(),
        }
    }
}

/// A button with three dots or with words, and its menu.
#[derive(Template)]
#[template(path = "parts/menu.html")]
pub struct Menu<'a> {
    id: String,
    label: String,
    items: &'a [Item],
    chip: Option<Chip>,
}

#[derive(Debug)]
struct Chip {
    icon: &'static str,
    value: Option<String>,
}

/// A menu behind three dots; `label` says whose it is.
pub fn menu(id: impl Display, label: impl Display, items: &[Item]) -> Menu<'_> {
    Menu {
        id: id.to_string(),
        label: label.to_string(),
        items,
        chip: None,
    }
}

/// A filter: dashed while it is empty, tinted with its value when set.
pub fn chip<'a>(
    id: impl Display,
    icon: &'static str,
    label: impl Display,
    value: Option<String>,
    items: &'a [Item],
) -> Menu<'a> {
    Menu {
        id: id.to_string(),
        label: label.to_string(),
        items,
        chip: Some(Chip { icon, value }),
    }
}

impl HtmlSafe for Menu<'_> {}
