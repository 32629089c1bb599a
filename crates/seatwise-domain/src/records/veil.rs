//! Fields that roles hide or let only read (P52): the one rule for what leaves the server and what may come in.

use jiff::civil::Date;

use super::{Fields, ImportedLead, Lead, LeadRow, Minor, NewLead};
use crate::authz::{Caller, FieldAccess, FieldRules};
use crate::problem::{self, ProblemKind, ToProblem};

/// Before the key of one of the account's own fields, in rules and in changes.
pub(crate) const OWN: &str = "fields.";

/// The place of a field in a lead.
pub(super) enum Slot<'a> {
    Amount(&'a mut Option<Minor>),
    Day(&'a mut Option<Date>),
    Text(&'a mut Option<String>),
    Own(&'a mut Fields, String),
}

/// What stands there.
#[derive(Debug, PartialEq, Eq)]
enum Held {
    Amount(Option<Minor>),
    Day(Option<Date>),
    Text(Option<String>),
}

impl Slot<'_> {
    fn held(&self) -> Held {
        match self {
            Self::Amount(amount) => Held::Amount(**amount),
            Self::Day(day) => Held::Day(**day),
            Self::Text(text) => Held::Text((*text).clone()),
            Self::Own(fields, key) => Held::Text(fields.get(key).cloned()),
        }
    }

    fn hold(self, held: Held) {
        match (self, held) {
            (Self::Amount(amount), Held::Amount(held)) => *amount = held,
            (Self::Day(day), Held::Day(held)) => *day = held,
            (Self::Text(text), Held::Text(held)) => *text = held,
            (Self::Own(fields, key), Held::Text(Some(held))) => {
                fields.insert(key, held);
            }
            (Self::Own(fields, key), _) => {
                fields.remove(&key);
            }
            _ => {}
        }
    }

    fn clear(self) {
        match self {
            Self::Amount(amount) => *amount = None,
            Self::Day(day) => *day = None,
            Self::Text(text) => *text = None,
            Self::Own(fields, key) => {
                fields.remove(&key);
            }
        }
    }
}

/// What has the fields of a lead.
pub(super) trait Fielded: Clone {
    /// The place of a field; none where this knows no such field.
    fn slot(&mut self, field: &str) -> Option<Slot<'_>>;
}

/// The fields that every form of a lead has, then those of its own.
macro_rules! slots {
    ($of:expr, $field:expr, $fields:expr, { $($name:literal => $slot:expr),* $(,)? }) => {
        Some(match $field {
            "value" => Slot::Amount(&mut $of.value),
            "opened_on" => Slot::Day(&mut $of.opened_on),
            "closed_on" => Slot::Day(&mut $of.closed_on),
            "next_step" => Slot::Text(&mut $of.next_step),
            "next_step_on" => Slot::Day(&mut $of.next_step_on),
            "contact_name" => Slot::Text(&mut $of.contact_name),
            "external_id" => Slot::Text(&mut $of.external_id),
            $($name => $slot,)*
            field => return further($fields, field),
        })
    };
}

fn further<'a>(fields: Option<&'a mut Fields>, field: &str) -> Option<Slot<'a>> {
    let key = field.strip_prefix(OWN)?;
    fields.map(|fields| Slot::Own(fields, key.to_owned()))
}

impl Fielded for LeadRow {
    fn slot(&mut self, field: &str) -> Option<Slot<'_>> {
        slots!(self, field, None, {})
    }
}

impl Fielded for Lead {
    fn slot(&mut self, field: &str) -> Option<Slot<'_>> {
        slots!(self.row, field, Some(&mut self.fields), {
            "contact_email" => Slot::Text(&mut self.contact_email),
        })
    }
}

impl Fielded for NewLead {
    fn slot(&mut self, field: &str) -> Option<Slot<'_>> {
        slots!(self, field, Some(&mut self.fields), {
            "contact_email" => Slot::Text(&mut self.contact_email),
        })
    }
}

impl Fielded for ImportedLead {
    fn slot(&mut self, field: &str) -> Option<Slot<'_>> {
        slots!(self, field, Some(&mut self.fields), {
            "contact_email" => Slot::Text(&mut self.contact_email),
        })
    }
}

/// The lead as somebody with these rules sees it: what is hidden is empty.
pub(super) fn veiled<L: Fielded>(mut lead: L, rules: &FieldRules) -> L {
    for (field, access) in rules.iter() {
        if access == FieldAccess::Hidden
            && let Some(slot) = lead.slot(field)
        {
            slot.clear();
        }
    }
    lead
}

/// Keeps what somebody with these rules may not change, in a lead that was made from what he sees. Sending back
/// what was shown changes nothing, so a hidden field cannot be guessed; anything else is the name of the field.
pub(super) fn kept<L: Fielded>(mut wanted: L, before: &L, rules: &FieldRules) -> Result<L, String> {
    if rules.is_free() {
        return Ok(wanted);
    }
    let mut before = before.clone();
    let mut shown = veiled(before.clone(), rules);
    for (field, access) in rules.iter() {
        if access == FieldAccess::Edit {
            continue;
        }
        let (Some(slot), Some(seen), Some(held)) =
            (wanted.slot(field), shown.slot(field), before.slot(field))
        else {
            continue;
        };
        if slot.held() != seen.held() {
            return Err(field.to_owned());
        }
        slot.hold(held.held());
    }
    Ok(wanted)
}

/// A field that the caller's roles keep from him.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the field {field} may not be changed")]
pub struct FieldLocked {
    /// The field, as roles name it.
    pub field: String,
    /// Hidden, or only read.
    pub access: FieldAccess,
    /// The names of the roles that say so; the key of one without a name.
    pub roles: Vec<String>,
}

impl FieldLocked {
    pub(super) fn of(caller: &Caller, field: String) -> Self {
        let roles = caller.locked_by(&field).into_iter().map(|role| {
            if role.name.is_empty() {
                role.key.clone()
            } else {
                role.name.clone()
            }
        });
        Self {
            roles: roles.collect(),
            access: caller.fields().of(&field),
            field,
        }
    }
}

impl ToProblem for FieldLocked {
    fn problem(&self) -> &'static ProblemKind {
        match self.access {
            FieldAccess::Hidden => &problem::FIELD_HIDDEN,
            FieldAccess::Read | FieldAccess::Edit => &problem::FIELD_READ_ONLY,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![
            ("field", self.field.clone()),
            ("role", self.roles.join(", ")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::roles::FIELDS;

    fn full() -> NewLead {
        let day = Some(jiff::civil::date(2026, 3, 1));
        let text = || Some("x".to_owned());
        NewLead {
            value: Some(Minor(5)),
            opened_on: day,
            closed_on: day,
            next_step: text(),
            next_step_on: day,
            contact_name: text(),
            contact_email: text(),
            external_id: text(),
            fields: Fields::from([("region".to_owned(), "x".to_owned())]),
            ..NewLead::default()
        }
    }

    fn rules(field: &str, access: FieldAccess) -> FieldRules {
        FieldRules::new(BTreeMap::from([(field.to_owned(), access)]))
    }

    #[test]
    fn p52_every_field_that_a_role_can_speak_of_has_its_place() {
        for field in FIELDS.into_iter().chain(["fields.region"]) {
            let hidden = rules(field, FieldAccess::Hidden);
            let mut seen = veiled(full(), &hidden);
            let empty = NewLead::default().slot(field).unwrap().held();
            assert_eq!(seen.slot(field).unwrap().held(), empty, "{field}");
            for other in FIELDS.into_iter().filter(|other| *other != field) {
                assert_ne!(
                    seen.slot(other).unwrap().held(),
                    Held::Text(None),
                    "{other}"
                );
            }
        }
        assert!(full().slot("title").is_none());
    }

    #[test]
    fn p52_what_was_shown_may_come_back_and_nothing_else() {
        let (read, hidden) = (
            rules("value", FieldAccess::Read),
            rules("value", FieldAccess::Hidden),
        );
        let with = |value| NewLead { value, ..full() };
        let kept_value = |wanted, rules| kept(with(wanted), &full(), rules).map(|lead| lead.value);
        let there = Some(Minor(5));
        assert_eq!(kept_value(there, &read), Ok(there));
        assert_eq!(kept_value(None, &read), Err("value".to_owned()));
        assert_eq!(kept_value(None, &hidden), Ok(there));
        assert_eq!(kept_value(there, &hidden), Err("value".to_owned()));
    }
}
