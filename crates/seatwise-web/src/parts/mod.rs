//! The pieces that pages are made of: each is a template under `templates/parts/` and a small type here.

mod field;
mod menu;
mod seats;

use std::borrow::Borrow;
use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

pub use field::{Choice, Field, Select, area, choice, field, select};
pub use menu::{Act, Item, Menu, chip, menu};
pub use seats::{Gauge, SeatBar, SeatTag, Seats, seat_bar, seat_tag, seats};

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

/// A person's initials in a circle; the name stands beside it.
#[derive(Template)]
#[template(path = "parts/face.html")]
pub struct Face {
    initials: String,
    hue: u8,
    size: Size,
    off: bool,
}

/// A person's circle. `off` greys people who cannot sign in.
pub fn face(name: &str, hue: impl Borrow<u8>, size: Size, off: bool) -> Face {
    Face {
        initials: initials(name),
        hue: hue.borrow() % 6,
        size,
        off,
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
pub fn stepper(steps: &[Step], current: usize, done: impl Display) -> Stepper<'_> {
    Stepper {
        steps,
        current,
        done: done.to_string(),
    }
}

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

impl HtmlSafe for Icon {}
impl HtmlSafe for Status {}
impl HtmlSafe for Face {}
impl HtmlSafe for IdButton {}
impl HtmlSafe for ViewTabs<'_> {}
impl HtmlSafe for Segmented<'_> {}
impl HtmlSafe for Stepper<'_> {}
impl HtmlSafe for Empty {}
impl HtmlSafe for Note {}
impl HtmlSafe for Pager {}
impl HtmlSafe for Timeline<'_> {}
impl HtmlSafe for Shares<'_> {}

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
