//! Roles and extents in the reader's language, for pages and programs alike.

use seatwise_domain::authz::{Extent, Key};
use seatwise_domain::roles::{Role, RoleKey, RoleName};

use crate::locale::Lang;
use crate::text::Text;

/// What a role is called: as the account calls it, or in the reader's language.
pub fn called(lang: Lang, key: &RoleKey, name: &str) -> String {
    if name.is_empty() {
        Text::new(lang, ["role-", key.as_str()].concat()).to_string()
    } else {
        name.to_owned()
    }
}

/// What a role is called.
pub fn of_role(lang: Lang, role: &Role) -> String {
    called(lang, &role.key, &role.name)
}

/// What a role is called.
pub fn of_name(lang: Lang, role: &RoleName) -> String {
    called(lang, &role.key, &role.name)
}

/// What a role of the program's own is for; the account's own say it themselves.
pub fn purpose(lang: Lang, role: &Role) -> String {
    if role.key.is_built_in() {
        Text::new(lang, ["role-about-", role.key.as_str()].concat()).to_string()
    } else {
        role.description.clone()
    }
}

/// What a permission allows.
pub fn permission(lang: Lang, key: Key) -> String {
    Text::new(lang, ["may-", &key.as_str().replace('.', "-")].concat()).to_string()
}

/// How far something goes in public words: one, or several where roles add up to what no single word says.
pub fn extents(extent: Extent) -> Vec<&'static str> {
    if extent.has(Extent::ALL) {
        return vec!["all"];
    }
    let wide = [
        ("privacy", Extent::PRIVACY),
        ("team", Extent::TEAM),
        ("led", Extent::LED),
        ("subordinates", Extent::SUBORDINATES),
    ];
    let found = wide.iter().filter(|(_, one)| extent.has(*one));
    let words: Vec<&'static str> = found.map(|(word, _)| *word).collect();
    if words.is_empty() {
        return vec![if extent.any() { "own" } else { "none" }];
    }
    words
}

/// How far something goes: yes or no for what is about neither records nor people.
pub fn extent(lang: Lang, key: Key, extent: Extent) -> String {
    let word = match extent {
        _ if !key.has_reach() && !key.has_part() => {
            let yes = if extent.any() { "edit-yes" } else { "edit-no" };
            return Text::new(lang, yes).to_string();
        }
        _ if extent.has(Extent::ALL) => "all",
        _ if extent.has(Extent::LED) => "team",
        other => other
            .word()
            .unwrap_or(if key.has_part() { "both" } else { "team" }),
    };
    Text::new(lang, ["extent-", word].concat()).to_string()
}
