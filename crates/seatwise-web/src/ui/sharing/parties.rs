//! Sides of sharing on pages: a choice over people, teams, groups and positions, and the words for one.

use seatwise_domain::authz::Party;
use seatwise_domain::ids;
use seatwise_domain::sharing::{Access, OFFERED, PartyName};

use crate::parts::{Choice, Finder, Select, choice, finder, select};
use crate::shell::Shell;

/// The side that a form names by its id, whose beginning tells the kind.
pub fn read(text: &str) -> Option<Party> {
    match text.split_once('_')?.0 {
        "usr" => ids::parse(text).ok().map(Party::User),
        "team" => ids::parse(text).ok().map(Party::Team),
        "grp" => ids::parse(text).ok().map(Party::Group),
        "pos" => ids::parse(text).ok().map(Party::Position),
        _ => None,
    }
}

/// The public id of a side.
pub fn public(party: Party) -> String {
    match party {
        Party::User(id) => id.to_string(),
        Party::Team(id) => id.to_string(),
        Party::Group(id) => id.to_string(),
        Party::Position(id) => id.to_string(),
    }
}

/// The page of a side.
pub fn href(shell: &Shell, party: Party) -> String {
    match party {
        Party::User(id) => shell.href(&format!("/users/{id}")),
        Party::Team(id) => shell.href(&format!("/teams/{id}")),
        Party::Group(id) => shell.href(&format!("/groups/{id}")),
        Party::Position(id) => shell.href(&format!("/positions/{id}")),
    }
}

/// What a side is, in a word.
pub fn kind(shell: &Shell, party: Party) -> String {
    let key = ["sharing-kind-", party.kind()].concat();
    shell.t(&key).to_string()
}

/// The icon of a side.
pub const fn icon(party: Party) -> &'static str {
    match party {
        Party::User(_) => "user",
        Party::Team(_) | Party::Group(_) => "users-round",
        Party::Position(_) => "workflow",
    }
}

/// A choice of one side; each kind stands under its heading. `without` is left out.
pub fn choose(
    shell: &Shell,
    name: &'static str,
    label: impl std::fmt::Display,
    found: &[PartyName],
    without: &[Party],
) -> Select {
    let of = |kind: &str| -> Vec<Choice> {
        found
            .iter()
            .filter(|one| one.party.kind() == kind && !without.contains(&one.party))
            .take(OFFERED as usize)
            .map(|one| choice(public(one.party), &one.name))
            .collect()
    };
    select(name, label, Vec::new())
        .empty(shell.t("sharing-choose"))
        .group(shell.t("sharing-people"), of("user"))
        .group(shell.t("nav-teams"), of("team"))
        .group(shell.t("nav-groups"), of("group"))
        .group(shell.t("nav-positions"), of("position"))
}

/// The search beside such a choice, where it may hold more than it shows.
pub fn search(
    shell: &Shell,
    name: &'static str,
    typed: &str,
    found: &[PartyName],
) -> Option<Finder> {
    let of = |kind: &str| found.iter().filter(|one| one.party.kind() == kind).count();
    let kinds = ["user", "team", "group", "position"];
    let cut = kinds.iter().any(|kind| of(kind) > OFFERED as usize);
    if typed.trim().is_empty() && found.len() <= 30 {
        return None;
    }
    let words = if found.is_empty() {
        shell.t("pick-none")
    } else if cut {
        shell.t("sharing-more")
    } else {
        shell.t("sharing-all")
    };
    let made = finder(
        name,
        shell.t("sharing-search"),
        shell.t("users-find"),
        words,
    );
    Some(made.value(typed.trim()))
}

/// A choice of what sharing lets people do.
pub fn access(shell: &Shell, chosen: &str) -> Select {
    let options = Access::ALL
        .into_iter()
        .map(|access| choice(access.as_str(), access_words(shell, access)))
        .collect();
    select("access", shell.t("sharing-access"), options).chosen(chosen)
}

/// What sharing lets people do, in words.
pub fn access_words(shell: &Shell, access: Access) -> String {
    let key = ["sharing-access-", access.as_str()].concat();
    shell.t(&key).to_string()
}
