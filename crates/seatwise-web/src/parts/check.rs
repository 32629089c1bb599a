//! Ticks, hidden values, and the one type that a form's inputs share.

use std::fmt::{self, Display};

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Field, Finder, Select};

/// A tick with its words.
#[derive(Template)]
#[template(path = "parts/check.html")]
pub struct Check {
    name: &'static str,
    value: String,
    id: String,
    label: String,
    hint: Option<String>,
    checked: bool,
    switch: bool,
}

/// A tick with its words.
pub fn check(name: &'static str, label: impl Display, checked: bool) -> Check {
    Check {
        name,
        value: "on".to_owned(),
        id: name.to_owned(),
        label: label.to_string(),
        hint: None,
        checked,
        switch: false,
    }
}

impl Check {
    /// With the value that is sent, where several ticks share a name.
    pub fn value(mut self, value: impl Display) -> Self {
        self.value = value.to_string();
        let plain = |sign: char| {
            if sign.is_ascii_alphanumeric() {
                sign
            } else {
                '-'
            }
        };
        let value: String = self.value.chars().map(plain).collect();
        self.id = format!("{}-{value}", self.name);
        self
    }

    /// A sentence below.
    pub fn hint(mut self, hint: impl Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// Drawn as a switch: it changes something by itself.
    pub fn switch(mut self) -> Self {
        self.switch = true;
        self
    }
}

/// A value that goes with a form unseen.
#[derive(Template)]
#[template(path = "parts/hidden.html")]
pub struct Hidden {
    name: &'static str,
    value: String,
}

/// Anything that a form holds.
pub enum Input {
    /// A line or paragraph of text.
    Field(Field),
    /// A choice of one.
    Select(Select),
    /// A search beside a choice.
    Finder(Finder),
    /// A tick.
    Check(Check),
    /// A value that goes along unseen.
    Hidden(Hidden),
}

/// A value that goes with a form unseen.
pub fn hidden(name: &'static str, value: impl Display) -> Input {
    Input::Hidden(Hidden {
        name,
        value: value.to_string(),
    })
}

impl From<Field> for Input {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl From<Select> for Input {
    fn from(select: Select) -> Self {
        Self::Select(select)
    }
}

impl From<Finder> for Input {
    fn from(finder: Finder) -> Self {
        Self::Finder(finder)
    }
}

impl From<Check> for Input {
    fn from(check: Check) -> Self {
        Self::Check(check)
    }
}

impl Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(field) => field.fmt(f),
            Self::Select(select) => select.fmt(f),
            Self::Finder(finder) => finder.fmt(f),
            Self::Check(check) => check.fmt(f),
            Self::Hidden(hidden) => hidden.fmt(f),
        }
    }
}

impl HtmlSafe for Check {}
impl HtmlSafe for Input {}
