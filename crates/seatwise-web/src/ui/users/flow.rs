//! What the deactivation wizard and the later hand-over share: the form, the choices, the template.

use askama::Template;
use seatwise_domain::handover::{Receiver, Stages};
use seatwise_domain::ids::UserId;
use seatwise_domain::records::{Choosable, StageCount, StageKey};
use serde::Deserialize;

use super::head::Head;
use crate::parts::{self, Field, Finder, Note, Select, Step, select};
use crate::shell::Shell;
use crate::ui::leads::words::stage;
use crate::ui::pick;

/// What was chosen so far; it travels in the address from step to step, since nothing is written before the
/// last one.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct FlowForm {
    /// Which step.
    pub step: Option<u8>,
    /// `to`, `unassigned` or `later`.
    pub leads: Option<String>,
    /// The receiver.
    pub to: Option<String>,
    /// Stages that stay.
    #[serde(default, rename = "leave[]", alias = "leave")]
    pub leave: Vec<String>,
    /// Whether the stages were shown, so that no tick means none stays.
    pub chosen: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// A part of the receiver's name.
    #[serde(default)]
    pub to_q: String,
    /// Set by the button of that search, which shows the same step again.
    pub find: Option<String>,
    /// How many leads the last step said would move; another number refuses the act.
    pub expected: Option<u64>,
}

/// A choice that can be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// To a person or to the inbox.
    Give(Receiver),
    /// Nothing now.
    Later,
    /// To a person who was not chosen yet.
    Nobody,
}

impl FlowForm {
    /// The choice of the radio buttons.
    pub fn choice(&self) -> Choice {
        match self.leads.as_deref() {
            Some("unassigned") => Choice::Give(Receiver::Unassigned),
            Some("later") => Choice::Later,
            _ => match self.receiver() {
                Some(user) => Choice::Give(Receiver::User(user)),
                None => Choice::Nobody,
            },
        }
    }

    /// The person who was chosen.
    pub fn receiver(&self) -> Option<UserId> {
        pick::read(self.to.as_deref())
    }

    /// The stages that stay; the closed ones unless asked otherwise (N45).
    pub fn stays(&self, count: &StageCount) -> bool {
        if self.chosen.is_some() && self.leads.as_deref() != Some("unassigned") {
            self.leave.iter().any(|key| key == count.stage.key.as_str())
        } else {
            count.stage.state.is_closed()
        }
    }

    /// The stages that move.
    pub fn stages(&self, counts: &[StageCount]) -> Stages {
        let keys: Vec<StageKey> = counts
            .iter()
            .filter(|count| !self.stays(count))
            .map(|count| count.stage.key.clone())
            .collect();
        let open: Vec<StageKey> = counts
            .iter()
            .filter(|count| !count.stage.state.is_closed())
            .map(|count| count.stage.key.clone())
            .collect();
        if keys == open {
            Stages::Open
        } else {
            Stages::These(keys)
        }
    }

    /// How many leads would move.
    pub fn moves(&self, counts: &[StageCount]) -> u64 {
        counts
            .iter()
            .filter(|count| !self.stays(count))
            .map(|count| count.count)
            .sum()
    }

    /// The values for the next step.
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        let mut kept = Vec::new();
        if let Some(leads) = &self.leads {
            kept.push(("leads", leads.clone()));
        }
        if let Some(to) = &self.to {
            kept.push(("to", to.clone()));
        }
        if let Some(chosen) = &self.chosen {
            kept.push(("chosen", chosen.clone()));
        }
        kept.extend(self.leave.iter().map(|key| ("leave[]", key.clone())));
        kept
    }
}

/// A line of what is affected.
pub struct Affected {
    /// Its icon.
    pub icon: &'static str,
    /// What.
    pub label: String,
    /// How many.
    pub count: u64,
    /// The list of them, where there is one.
    pub href: Option<String>,
    /// What becomes of it.
    pub then: String,
}

/// A stage with its tick.
pub struct StageTick {
    /// What is sent.
    pub key: String,
    /// Its word.
    pub label: String,
    /// How many leads.
    pub count: u64,
    /// Whether they stay.
    pub leave: bool,
}

/// The three choices.
pub struct Choose {
    /// What is asked.
    pub question: String,
    /// Which is chosen.
    pub leads: String,
    /// What the first one means.
    pub to_text: String,
    /// The people who may get leads.
    pub heirs: Select,
    /// The search for those who are not in the select.
    pub finder: Option<Finder>,
    /// The label of the ticks.
    pub leave_label: String,
    /// The stages.
    pub stages: Vec<StageTick>,
    /// What the second one means.
    pub unassigned_text: String,
    /// What the third one means; not offered once the person is gone.
    pub later_text: Option<String>,
}

/// The last step.
pub struct Confirm {
    /// The decisions.
    pub facts: Vec<(String, String)>,
    /// Why.
    pub reason: Field,
}

/// A step of the flow.
#[derive(Template)]
#[template(path = "users/deactivate.html")]
pub struct FlowPage<'a> {
    /// The frame.
    pub shell: &'a Shell,
    /// The heading.
    pub title: String,
    /// Whom it is about.
    pub head: Head,
    /// Name, address and id.
    pub who: String,
    /// The steps.
    pub steps: Vec<Step>,
    /// The current one.
    pub step: usize,
    /// What is wrong.
    pub notes: Vec<Note>,
    /// `get` between steps, `post` at the end.
    pub method: &'static str,
    /// Where it is sent.
    pub action: String,
    /// What was chosen before.
    pub kept: Vec<(&'static str, String)>,
    /// Step 1.
    pub affected: Option<Vec<Affected>>,
    /// Step 2.
    pub choose: Option<Choose>,
    /// Step 3.
    pub confirm: Option<Confirm>,
    /// The words of the button.
    pub button: String,
    /// Whether the button does it.
    pub final_step: bool,
    /// Whether what it does ends somebody's access.
    pub destructive: bool,
    /// The step before.
    pub back: Option<String>,
    /// Where Cancel leads.
    pub cancel: String,
    /// What happens.
    pub after: Vec<(&'static str, String)>,
}

/// The select of people who may get leads.
pub fn heirs(shell: &Shell, people: &Choosable, form: &FlowForm, leaver: UserId) -> Select {
    let options = pick::options(shell, people, Some(leaver));
    select("to", shell.t("deactivate-heir"), options)
        .empty(shell.t("deactivate-heir-choose"))
        .chosen(form.to.as_deref().unwrap_or_default())
        .hint(pick::hint(shell, people))
}

/// The stages with their ticks; empty ones are left out.
pub fn ticks(shell: &Shell, counts: &[StageCount], form: &FlowForm) -> Vec<StageTick> {
    counts
        .iter()
        .filter(|count| count.count > 0)
        .map(|count| StageTick {
            key: count.stage.key.to_string(),
            label: stage(shell, &count.stage),
            count: count.count,
            leave: form.stays(count),
        })
        .collect()
}
