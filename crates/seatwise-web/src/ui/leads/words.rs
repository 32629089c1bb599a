//! Stages, values and next steps in words, and the menu of a lead.

use jiff::civil::Date;
use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::records::{LeadRow, LeadState, Owner, Stage, StageKey};

use crate::frame::hue;
use crate::parts::{self, Item, Status, Tone};
use crate::shell::Shell;
use crate::text::{self, Text};

/// A stage's word: the account's own, else the program's in the reader's language.
pub fn stage(shell: &Shell, stage: &Stage) -> String {
    stage
        .label
        .clone()
        .unwrap_or_else(|| stage_key(shell, &stage.key))
}

/// A stage of the program by its key.
pub fn stage_key(shell: &Shell, key: &StageKey) -> String {
    let text = ["stage-", key.as_str()].concat();
    if text::has(shell.lang, &text) {
        Text::new(shell.lang, text).to_string()
    } else {
        key.to_string()
    }
}

/// The chart colour of a stage: won is green, lost and cancelled are grey, open ones take turns.
pub const fn colour(stage: &Stage, at: usize) -> u8 {
    match stage.state {
        LeadState::Won => 4,
        LeadState::Lost => 6,
        LeadState::Cancelled => 5,
        LeadState::Open => match at % 3 {
            0 => 1,
            1 => 2,
            _ => 3,
        },
    }
}

/// A stage as a pill.
pub fn pill(shell: &Shell, row: &LeadRow, stages: &[Stage]) -> Status {
    let label = stages
        .iter()
        .find(|stage| stage.key == row.stage)
        .map_or_else(|| stage_key(shell, &row.stage), |found| stage(shell, found));
    let (tone, icon) = match row.state {
        LeadState::Open => (Tone::Info, "kanban"),
        LeadState::Won => (Tone::Success, "circle-check"),
        LeadState::Lost => (Tone::Neutral, "circle-minus"),
        LeadState::Cancelled => (Tone::Neutral, "circle-x"),
    };
    parts::status(tone, icon, label)
}

/// An owner beside a lead.
pub struct Person {
    /// The name.
    pub name: String,
    /// Colour of the circle.
    pub hue: u8,
    /// Whether it is grey.
    pub off: bool,
    /// Since when the person is gone, in words.
    pub left: Option<String>,
}

/// An owner beside a lead.
pub fn person(shell: &Shell, owner: &Owner) -> Person {
    let left = owner.left_at.map(|at| {
        let when = shell.ago(&at);
        shell.t("leads-left-when").with("when", when).to_string()
    });
    Person {
        name: owner.name.clone(),
        hue: hue(owner.id),
        off: owner.left,
        left,
    }
}

/// The next step in words, and whether it is overdue.
pub fn next_step(shell: &Shell, row: &LeadRow) -> (Option<String>, bool) {
    let today = shell.now.to_zoned(shell.zone.clone()).date();
    match (&row.next_step, row.next_step_on) {
        (_, Some(on)) if on < today && !row.state.is_closed() => {
            (Some(overdue(shell, on, today)), true)
        }
        (Some(step), Some(on)) => (Some(format!("{step} · {}", shell.date(&on))), false),
        (Some(step), None) => (Some(step.clone()), false),
        (None, Some(on)) => (Some(shell.date(&on)), false),
        (None, None) => (None, false),
    }
}

fn overdue(shell: &Shell, on: Date, today: Date) -> String {
    let days = on
        .until((jiff::Unit::Day, today))
        .map_or(0, |span| span.get_days());
    shell.t("leads-overdue").with("count", days).to_string()
}

/// What can be done to a lead: every move that dragging would do is here.
pub fn menu(shell: &Shell, caller: &Caller, row: &LeadRow, stages: &[Stage]) -> Vec<Item> {
    let at = |path: &str| shell.href(&format!("/leads/{}{path}", row.id));
    let mut items = vec![Item::link(at(""), "external-link", shell.t("leads-open"))];
    if caller.can(Key::AssignRecords) {
        items.push(Item::link(
            at("#assign"),
            "user-check",
            shell.t("leads-assign-to"),
        ));
    }
    if caller.can(Key::EditRecords) {
        items.push(Item::link(at("/edit"), "pencil", shell.t("leads-edit")));
        items.push(Item::Rule);
        items.push(Item::Caption(shell.t("leads-move-to").to_string()));
        for other in stages.iter().filter(|stage| stage.key != row.stage) {
            items.push(Item::post_with(
                at("/stage"),
                "arrow-right",
                stage(shell, other),
                ("stage", other.key.to_string()),
            ));
        }
    }
    items
}
