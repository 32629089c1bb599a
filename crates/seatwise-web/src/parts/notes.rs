//! What a page says: notes that stay, and what stands in place of an empty list.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Act, Tab, Tone};

/// What stands where a list has nothing.
#[derive(Template)]
#[template(path = "parts/empty.html")]
pub struct Empty {
    icon: &'static str,
    title: String,
    text: String,
    actions: Vec<Tab>,
}

/// What stands where a list has nothing: what is missing and why.
pub fn empty(icon: &'static str, title: impl Display, text: impl Display) -> Empty {
    Empty {
        icon,
        title: title.to_string(),
        text: text.to_string(),
        actions: Vec::new(),
    }
}

impl Empty {
    /// With a way on.
    pub fn action(mut self, action: Tab) -> Self {
        self.actions.push(action);
        self
    }
}

/// A paragraph that stays until its matter is settled.
#[derive(Template)]
#[template(path = "parts/note.html")]
pub struct Note {
    tone: Tone,
    icon: &'static str,
    title: String,
    text: String,
    action: Option<Act>,
    link: Option<Tab>,
    arrived: bool,
}

/// A paragraph that stays until its matter is settled.
pub fn note(tone: Tone, icon: &'static str, title: impl Display) -> Note {
    Note {
        tone,
        icon,
        title: title.to_string(),
        text: String::new(),
        action: None,
        link: None,
        arrived: false,
    }
}

impl Note {
    /// With a sentence under its title.
    pub fn text(mut self, text: impl Display) -> Self {
        self.text = text.to_string();
        self
    }

    /// With a button that does something.
    pub fn act(mut self, act: Act) -> Self {
        self.action = Some(act);
        self
    }

    /// With a link.
    pub fn link(mut self, link: Tab) -> Self {
        self.link = Some(link);
        self
    }

    /// Told to screen readers, since it comes after an action.
    pub fn arrived(mut self) -> Self {
        self.arrived = true;
        self
    }
}

impl HtmlSafe for Empty {}
impl HtmlSafe for Note {}
