//! The form of a role as it comes: names of its fields are made of permissions and fields of leads.

use std::collections::BTreeMap;

use seatwise_domain::clock::Timestamp;
use seatwise_domain::roles::{GivableWords, NewRole, Role, RoleEdit, Words};

/// Before the word of a permission.
pub const GRANT: &str = "may.";
/// Before the name of a field.
pub const FIELD: &str = "rule.";

/// Whether any role may be given, or the ticked ones only (P64).
pub const GIVABLE: &str = "givable";
/// Before the key of a role that may be given.
pub const GIVE: &str = "give.";

/// What was typed and chosen, pair by pair.
#[derive(Debug, Clone, Default)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// As it came.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// A role as its form shows it first.
    pub fn of(role: &Role) -> Self {
        let text = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut pairs = vec![
            text("name", &role.name),
            text("description", &role.description),
            text("seen", &role.updated_at.micros().to_string()),
        ];
        let grants = role.grants.words().into_iter();
        pairs.extend(grants.map(|(key, word)| (format!("{GRANT}{key}"), word)));
        let fields = role.fields.iter();
        pairs.extend(
            fields.map(|(field, access)| (format!("{FIELD}{field}"), access.as_str().to_owned())),
        );
        let keys = role.grants.givable().keys();
        pairs.push(text(GIVABLE, if keys.is_some() { "listed" } else { "any" }));
        let keys = keys.into_iter().flatten();
        pairs.extend(keys.map(|key| (format!("{GIVE}{key}"), "on".to_owned())));
        Self(pairs)
    }

    /// One value; empty for none.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Whether something was sent under the name.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// One value set anew.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// What goes along with the page that asks.
    pub fn kept(&self) -> Vec<(String, String)> {
        let sent = self.0.iter();
        sent.filter(|(name, _)| !matches!(name.as_str(), "confirmed" | "again"))
            .cloned()
            .collect()
    }

    fn words(&self) -> Words {
        let after = |prefix: &str| -> BTreeMap<String, String> {
            let pairs = self.0.iter();
            pairs
                .filter_map(|(name, value)| {
                    Some((name.strip_prefix(prefix)?.to_owned(), value.clone()))
                })
                .collect()
        };
        Words {
            grants: after(GRANT),
            fields: after(FIELD),
            givable: match self.get(GIVABLE) {
                "any" => Some(GivableWords::Any),
                "listed" => {
                    let ticked = after(GIVE);
                    Some(GivableWords::Only(ticked.into_keys().collect()))
                }
                _ => None,
            },
        }
    }

    /// The edit of a role; the program's own keep their names.
    pub fn edit(&self, role: &Role) -> RoleEdit {
        let named = !role.key.is_built_in();
        let text = |name: &str| Some(self.get(name).to_owned());
        RoleEdit {
            name: text("name").filter(|_| named),
            description: text("description").filter(|_| named),
            words: self.words(),
            seen: self.get("seen").parse().ok().map(Timestamp::from_micros),
            reason: self.get("reason").to_owned(),
        }
    }

    /// A new role. A copy comes with its permissions on the form, so that nothing has to be taken from it again.
    pub fn new_role(&self) -> NewRole {
        NewRole {
            name: self.get("name").to_owned(),
            description: self.get("description").to_owned(),
            set: self.get("kind") == "set",
            copy_of: None,
            words: self.words(),
            reason: self.get("reason").to_owned(),
        }
    }
}
