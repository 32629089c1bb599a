//! Choosing a person: the first ones by name, and a search where there are more than a list can show.

use seatwise_domain::ids::{self, UserId};
use seatwise_domain::records::Choosable;

use crate::parts::{Choice, Finder, choice, finder};
use crate::shell::Shell;

/// Above so many people a choice offers a search.
const SEARCHED_ABOVE: u64 = 30;

/// The person that a form or an address names.
pub fn read(text: Option<&str>) -> Option<UserId> {
    ids::parse(text?).ok()
}

/// The people as entries of a select; whoever is chosen already is among them in any case.
pub fn options(shell: &Shell, people: &Choosable, without: Option<UserId>) -> Vec<Choice> {
    let listed = |id: UserId| people.people.iter().any(|person| person.id == id);
    let chosen = people.chosen.iter().filter(|person| !listed(person.id));
    let chosen = chosen.map(|person| (person.id, person.name.clone()));
    let others = people.people.iter().map(|person| {
        let label = if person.pending {
            format!("{} ({})", person.name, shell.t("state-pending"))
        } else if person.left {
            format!("{} ({})", person.name, shell.t("state-deactivated"))
        } else {
            person.name.clone()
        };
        (person.id, label)
    });
    chosen
        .chain(others)
        .filter(|(id, _)| Some(*id) != without)
        .map(|(id, label)| choice(id, label))
        .collect()
}

/// The search, where the list may be too long to be read or complete.
pub fn search(
    shell: &Shell,
    people: &Choosable,
    name: &'static str,
    typed: &str,
) -> Option<Finder> {
    let typed = typed.trim();
    if typed.is_empty() && people.total.number <= SEARCHED_ABOVE {
        return None;
    }
    let shown = people.people.len();
    let words = if shown == 0 {
        shell.t("pick-none").to_string()
    } else {
        let key = if people.total.more {
            "pick-shown-many"
        } else if people.total.number == shown as u64 {
            "pick-all"
        } else {
            "pick-shown"
        };
        shell
            .t(key)
            .with("shown", shown)
            .with("total", people.total.number)
            .to_string()
    };
    let made = finder(name, shell.t("pick-search"), shell.t("users-find"), words);
    Some(made.value(typed))
}

/// Who is not in the list, as the account has decided.
pub fn hint(shell: &Shell, people: &Choosable) -> String {
    let key = if people.with_pending {
        "deactivate-heir-hint-pending"
    } else {
        "deactivate-heir-hint"
    };
    shell.t(key).to_string()
}
