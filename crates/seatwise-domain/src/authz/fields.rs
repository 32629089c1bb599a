//! Fields of records that a role hides or lets only read (P52).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What somebody may do with a field of the records that he sees.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum FieldAccess {
    /// Does not learn what it holds, on any way.
    Hidden,
    /// Sees it.
    Read,
    /// Sees and changes it, where he may edit the record.
    #[default]
    Edit,
}

impl FieldAccess {
    /// All answers, least first.
    pub const ALL: [Self; 3] = [Self::Hidden, Self::Read, Self::Edit];

    /// The word in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Read => "read",
            Self::Edit => "edit",
        }
    }
}

/// The fields that are not free for somebody, by their names; all others may be edited.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldRules(BTreeMap<String, FieldAccess>);

impl FieldRules {
    /// From the fields of a role.
    pub fn new(rules: BTreeMap<String, FieldAccess>) -> Self {
        Self(rules)
    }

    /// What is said of a field.
    pub fn of(&self, field: &str) -> FieldAccess {
        self.0.get(field).copied().unwrap_or_default()
    }

    /// True when the field is hidden.
    pub fn hides(&self, field: &str) -> bool {
        self.of(field) == FieldAccess::Hidden
    }

    /// True when any field is hidden.
    pub fn hides_some(&self) -> bool {
        self.0.values().any(|access| *access == FieldAccess::Hidden)
    }

    /// True when the field may be changed.
    pub fn edits(&self, field: &str) -> bool {
        self.of(field) == FieldAccess::Edit
    }

    /// True when nothing is said of any field.
    pub fn is_free(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields that something is said of.
    pub fn iter(&self) -> impl Iterator<Item = (&str, FieldAccess)> {
        self.0
            .iter()
            .map(|(field, access)| (field.as_str(), *access))
    }

    /// Another role of the same person: what either lets do may be done, and a field of which a role says
    /// nothing is free in it.
    pub(super) fn merge_role(&mut self, other: &Self) {
        self.0 = std::mem::take(&mut self.0)
            .into_iter()
            .map(|(field, access)| {
                let lifted = access.max(other.of(&field));
                (field, lifted)
            })
            .filter(|(_, access)| *access != FieldAccess::Edit)
            .collect();
    }

    /// A permission set: it lifts the fields that it names, and says nothing of others.
    pub(super) fn lift(&mut self, set: &Self) {
        for (field, access) in &set.0 {
            if let Some(mine) = self.0.get_mut(field) {
                *mine = (*mine).max(*access);
            }
        }
        self.0.retain(|_, access| *access != FieldAccess::Edit);
    }

    /// The fields of which the other allows more than this.
    pub fn lacks(&self, other: &Self) -> Vec<String> {
        let beyond = |(field, access): &(&String, &FieldAccess)| other.of(field) > **access;
        let found = self.0.iter().filter(beyond);
        found.map(|(field, _)| field.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(list: &[(&str, FieldAccess)]) -> FieldRules {
        FieldRules(
            list.iter()
                .map(|(field, access)| ((*field).to_owned(), *access))
                .collect(),
        )
    }

    #[test]
    fn p52_a_second_role_lifts_what_the_first_hides() {
        let mut merged = rules(&[
            ("value", FieldAccess::Hidden),
            ("contact_email", FieldAccess::Hidden),
        ]);
        merged.merge_role(&rules(&[("value", FieldAccess::Read)]));
        assert_eq!(merged, rules(&[("value", FieldAccess::Read)]));
    }

    #[test]
    fn p54_a_set_lifts_only_what_it_names() {
        let mut merged = rules(&[
            ("value", FieldAccess::Hidden),
            ("contact_email", FieldAccess::Read),
        ]);
        merged.lift(&rules(&[("value", FieldAccess::Edit)]));
        assert_eq!(merged, rules(&[("contact_email", FieldAccess::Read)]));
        assert_eq!(merged.lacks(&FieldRules::default()), ["contact_email"]);
    }
}
