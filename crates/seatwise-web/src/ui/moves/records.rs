//! Who gets the leads that somebody held before he moved: the panel of the form, and the numbers before it is done.

use seatwise_domain::handover::{Preview, StageEffect};
use seatwise_domain::ids::UserId;
use seatwise_domain::records::Choosable;

use super::typed::{MoveForm, UNASSIGNED};
use crate::parts::{Input, choice, select};
use crate::shell::Shell;
use crate::ui::form::{Panel, Radio, Wrong};
use crate::ui::leads::words::stage;
use crate::ui::pick;

/// They stay with him, or somebody gets the open ones or all.
pub(super) fn panel(
    shell: &Shell,
    people: &Choosable,
    mover: UserId,
    form: &MoveForm,
    wrong: &Wrong,
) -> Panel {
    let choices = [
        ("keep", "moves-records-keep", "moves-records-keep-text"),
        ("open", "moves-records-open", "moves-records-open-text"),
        ("all", "moves-records-all", "moves-records-all-text"),
    ]
    .into_iter()
    .map(|(value, label, text)| Radio {
        name: "records",
        value,
        label: shell.t(label).to_string(),
        text: shell.t(text).to_string(),
        checked: form.records == value || (!form.gives() && value == "keep"),
    })
    .collect();
    let mut options = pick::options(shell, people, Some(mover));
    if people.nobody {
        options.insert(0, choice(UNASSIGNED, shell.t("moves-to-unassigned")));
    }
    let finder = pick::search(shell, people, "to_q", &form.to_q);
    let heirs = select("to", shell.t("deactivate-heir"), options)
        .empty(shell.t("deactivate-heir-choose"))
        .chosen(&form.to)
        .hint(pick::hint(shell, people))
        .error(wrong.at("to"));
    Panel {
        title: shell.t("moves-records").to_string(),
        choices,
        inputs: finder
            .map(Input::from)
            .into_iter()
            .chain([heirs.into()])
            .collect(),
        ..Panel::default()
    }
}

/// How many go to whom, and how many stay, stage by stage.
pub(super) fn facts(
    shell: &Shell,
    people: Option<&Choosable>,
    form: &MoveForm,
    preview: &Preview,
) -> Vec<(String, String)> {
    let chosen = people.and_then(|people| people.chosen.as_ref());
    let decision = match chosen {
        Some(person) => shell
            .t("deactivate-plan-to")
            .with("name", person.name.as_str()),
        None if form.to == UNASSIGNED => shell.t("deactivate-plan-unassigned"),
        None => shell.t("deactivate-plan-to").with("name", "–"),
    };
    let decision = decision.with("count", preview.moves).to_string();
    let mut facts = vec![(shell.t("moves-records").to_string(), decision)];
    for (moves, label) in [(true, "moves-records-go"), (false, "deactivate-fact-stay")] {
        let lines = preview.stages.iter();
        let lines = lines.filter(|line| line.moves == moves && line.count.count > 0);
        let words: Vec<String> = lines.map(|line| of_stage(shell, line)).collect();
        if !words.is_empty() {
            facts.push((shell.t(label).to_string(), words.join(", ")));
        }
    }
    facts
}

fn of_stage(shell: &Shell, line: &StageEffect) -> String {
    let name = stage(shell, &line.count.stage);
    format!("{name} {}", shell.number(line.count.count))
}
