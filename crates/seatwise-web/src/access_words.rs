//! Rules of access and changes of it in words.

use seatwise_domain::access::{Rule, RuleLine, Said};
use seatwise_domain::authz::{Extent, HeldRole, Key, Supposition, Visibility};

use crate::locale::Lang;
use crate::text::{self, Text};

/// The public word of a change.
pub const fn change(part: &Supposition) -> &'static str {
    match part {
        Supposition::SignsIn => "sign-in",
        Supposition::Shared { to_edit: false } => "share-to-read",
        Supposition::Shared { to_edit: true } => "share-to-edit",
        Supposition::Owns => "give-lead",
        Supposition::Holds(_) => "give-role",
        Supposition::MemberOf(..) => "join-team",
        Supposition::Leads(..) => "lead-team",
        Supposition::TeamsOn => "teams-on",
        Supposition::Visibility(Visibility::All) => "visibility-all",
        Supposition::Visibility(_) => "visibility-team",
        Supposition::SalesSeat => "sales-seat",
        Supposition::Admin => "make-admin",
    }
}

/// The name of a role: the account's own, else the program's in the reader's language.
pub fn role(lang: Lang, key: &str, name: &str) -> String {
    if !name.is_empty() {
        return name.to_owned();
    }
    match key {
        "sales" => Text::new(lang, "access-role-sales").to_string(),
        "team-user" => Text::new(lang, "access-role-team-user").to_string(),
        _ => key.to_owned(),
    }
}

/// A change in a sentence.
pub fn change_text(lang: Lang, part: &Supposition) -> String {
    let key = match part {
        Supposition::Holds(HeldRole { set: true, .. }) => "access-change-give-set".to_owned(),
        _ => ["access-change-", change(part)].concat(),
    };
    let name = match part {
        Supposition::Holds(held) => role(lang, &held.key, &held.name),
        Supposition::MemberOf(_, name) | Supposition::Leads(_, name) => name.clone(),
        _ => String::new(),
    };
    Text::new(lang, key).with("name", name).to_string()
}

/// A rule in a sentence, with what it is about.
pub fn rule_text(lang: Lang, line: &RuleLine) -> String {
    let key = ["access-rule-", line.rule.as_str()].concat();
    let about = line.about.as_deref().unwrap_or_default();
    let name = match line.rule {
        Rule::State => Text::new(lang, ["state-", about].concat()).to_string(),
        Rule::Licence => Text::new(lang, ["access-seat-", about].concat()).to_string(),
        Rule::Level => Text::new(lang, ["level-", about].concat()).to_string(),
        Rule::Role | Rule::Set => role(lang, about, line.name.as_deref().unwrap_or_default()),
        _ => String::new(),
    };
    let mut text = Text::new(lang, key).with("name", name);
    if line.rule == Rule::Part {
        text = text.with("count", about.parse::<u64>().unwrap_or_default());
    }
    text.to_string()
}

/// How far it goes, for a rule that gives something with a reach.
pub fn extent(lang: Lang, key: Key, extent: Extent) -> Option<String> {
    if key.has_part() {
        let word = ["access-extent-people-", extent.word().unwrap_or("both")].concat();
        return Some(Text::new(lang, word).to_string());
    }
    let word = if extent.has(Extent::LED) {
        "led"
    } else {
        extent.word()?
    };
    let key = ["access-extent-", word].concat();
    text::has(lang, &key).then(|| Text::new(lang, key).to_string())
}

/// The outcome of a rule in a word.
pub fn said(lang: Lang, said: Said) -> String {
    Text::new(lang, ["access-said-", said.as_str()].concat()).to_string()
}
