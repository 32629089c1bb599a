//! The pieces that pages are made of: each is a template under `templates/parts/` and a small type here.

mod check;
mod field;
mod lists;
mod menu;
mod notes;
mod seats;
mod views;

use std::borrow::Borrow;
use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

pub use check::{Check, Hidden, Input, check, hidden};
pub use field::{Choice, Field, Finder, Select, area, choice, field, finder, select};
pub use lists::{Event, Pager, Share, Shares, Timeline, shares, timeline};
pub use menu::{Act, Item, Menu, chip, menu};
pub use notes::{Empty, Note, empty, note};
pub use seats::{Gauge, SeatBar, SeatTag, Seats, seat_bar, seat_tag, seats};
pub use views::{Segmented, Step, Stepper, Tab, ViewTabs, segmented, stepper, view_tabs};

/// An icon of the sprite, by its name in `frontend/src/icons.txt`.
#[derive(Template)]
#[template(path = "parts/icon.html")]
pub struct Icon {
    name: &'static str,
}

/// An icon beside words; it says nothing to a screen reader.
pub const fn icon(name: &'static str) -> Icon {
    Icon { name }
}

/// The colour of a state; the word and the icon beside it say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Active, done.
    Success,
    /// Pending, needs a decision.
    Warning,
    /// Stopped, failed.
    Danger,
    /// Notes, renewal.
    Info,
    /// Team seats.
    Violet,
    /// Deactivated, skipped.
    Neutral,
}

impl Tone {
    /// The value of `data-tone`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Info => "info",
            Self::Violet => "violet",
            Self::Neutral => "neutral",
        }
    }
}

/// A state as a pill: icon and word, always both.
#[derive(Template)]
#[template(path = "parts/status.html")]
pub struct Status {
    tone: Tone,
    icon: &'static str,
    label: String,
}

/// A state as a pill.
pub fn status(tone: Tone, icon: &'static str, label: impl Display) -> Status {
    Status {
        tone,
        icon,
        label: label.to_string(),
    }
}

/// How large a face is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In tables of the second rank and on cards.
    Small,
    /// In lists of people.
    Medium,
    /// At the head of a person's page.
    Large,
}

/// A person's picture or initials in a circle; the name stands beside it.
#[derive(Template)]
#[template(path = "parts/face.html")]
pub struct Face {
    initials: String,
    hue: u8,
    size: Size,
    off: bool,
    picture: Option<String>,
}

/// A person's circle. `off` greys people who cannot sign in.
pub fn face(name: &str, hue: impl Borrow<u8>, size: Size, off: impl Borrow<bool>) -> Face {
    Face {
        initials: initials(name),
        hue: hue.borrow() % 6,
        size,
        off: *off.borrow(),
        picture: None,
    }
}

impl Face {
    /// With the picture at this address, if there is one.
    pub fn picture(mut self, address: Option<&str>) -> Self {
        self.picture = address.map(str::to_owned);
        self
    }
}

/// The first letters of two words; of a Han name its last two characters.
pub fn initials(name: &str) -> String {
    let name = name.trim();
    if name
        .chars()
        .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
    {
        let letters: Vec<char> = name
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        return letters[letters.len().saturating_sub(2)..].iter().collect();
    }
    let mut words = name
        .split(|letter: char| letter.is_whitespace() || letter == '.' || letter == '@')
        .filter(|word| !word.is_empty());
    let first = words.next().and_then(|word| word.chars().next());
    let last = words
        .next_back()
        .filter(|_| !name.contains('@'))
        .and_then(|word| word.chars().next());
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

/// An id that shows on hover and focus and is copied by a click.
#[derive(Template)]
#[template(path = "parts/id_button.html")]
pub struct IdButton {
    id: String,
    label: String,
    copied: String,
}

/// The button that copies an id.
pub fn id_button(id: impl Display, label: impl Display, copied: impl Display) -> IdButton {
    IdButton {
        id: id.to_string(),
        label: label.to_string(),
        copied: copied.to_string(),
    }
}

impl HtmlSafe for Icon {}
impl HtmlSafe for Status {}
impl HtmlSafe for Face {}
impl HtmlSafe for IdButton {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_two_letters_or_two_han_characters() {
        assert_eq!(initials("Katrin Oelmann"), "KO");
        assert_eq!(initials("Anna Maria von Berg"), "AB");
        assert_eq!(initials("李文静"), "文静");
        assert_eq!(initials("йосип"), "Й");
        assert_eq!(initials("anna@example.org"), "A");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn a_part_escapes_what_people_typed() {
        let html = status(Tone::Info, "info", "<b>x</b>").to_string();
        assert!(html.contains("&#60;b&#62;"), "{html}");
    }
}
