//! The form of a lead as it comes, and what it says of the lead.

use seatwise_domain::ids::{self, EventId};
use seatwise_domain::records::{Lead, LeadChange, Minor, NewLead, NewOwner, Patch};
use serde::Deserialize;

/// What was typed. A field that was not offered, or only shown, is not sent and stays as it is.
#[derive(Debug, Default, Deserialize)]
pub struct LeadForm {
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) stage: String,
    pub(super) value: Option<String>,
    #[serde(default)]
    pub(super) owner: String,
    #[serde(default)]
    pub(super) owner_q: String,
    pub(super) contact_name: Option<String>,
    pub(super) contact_email: Option<String>,
    pub(super) next_step: Option<String>,
    pub(super) next_step_on: Option<String>,
    #[serde(default)]
    pub(super) version: String,
}

fn text(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn day(text: &str) -> Option<jiff::civil::Date> {
    text.parse().ok()
}

fn patch<T>(sent: Option<&String>, read: impl FnOnce(&str) -> Option<T>) -> Patch<T> {
    sent.map_or(Patch::Keep, |text| Patch::from_form(read(text)))
}

/// An amount as people type it: `1.250,50`, `1,250.50`, `1250`. The last point or comma before one or two
/// digits is the decimal one.
fn amount(text: &str) -> Result<Option<Minor>, ()> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let cut = text
        .rfind([',', '.'])
        .filter(|at| matches!(text.len() - at, 2 | 3));
    let (whole, cents) = cut.map_or((text.as_str(), ""), |at| (&text[..at], &text[at + 1..]));
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let whole: i64 = whole.parse().map_err(|_| ())?;
    let cents: i64 = format!("{cents:0<2}").parse().map_err(|_| ())?;
    let minor = whole
        .checked_mul(100)
        .and_then(|minor| minor.checked_add(cents));
    minor.map(|minor| Some(Minor(minor))).ok_or(())
}

impl LeadForm {
    pub(super) fn of(lead: &Lead) -> Self {
        let row = &lead.row;
        Self {
            title: row.title.clone(),
            stage: row.stage.to_string(),
            value: row
                .value
                .map(|value| format!("{}.{:02}", value.0 / 100, value.0 % 100)),
            owner: String::new(),
            owner_q: String::new(),
            contact_name: row.contact_name.clone(),
            contact_email: lead.contact_email.clone(),
            next_step: row.next_step.clone(),
            next_step_on: row.next_step_on.map(|date| date.to_string()),
            version: lead.version.to_string(),
        }
    }

    /// What was typed, with what was not sent as it stands in the lead.
    pub(super) fn or(self, lead: &Lead) -> Self {
        let there = Self::of(lead);
        Self {
            value: self.value.or(there.value),
            contact_name: self.contact_name.or(there.contact_name),
            contact_email: self.contact_email.or(there.contact_email),
            next_step: self.next_step.or(there.next_step),
            next_step_on: self.next_step_on.or(there.next_step_on),
            ..self
        }
    }

    pub(super) fn amount(&self) -> Result<Option<Minor>, ()> {
        amount(self.value.as_deref().unwrap_or_default())
    }

    pub(super) fn new_lead(&self, value: Option<Minor>) -> NewLead {
        let owner = match self.owner.as_str() {
            "unassigned" => NewOwner::Unassigned,
            id => ids::parse(id).map_or(NewOwner::Me, NewOwner::User),
        };
        NewLead {
            title: self.title.clone(),
            owner,
            stage: self.stage.parse().ok(),
            value,
            next_step: self.next_step.as_deref().and_then(text),
            next_step_on: self.next_step_on.as_deref().and_then(day),
            contact_name: self.contact_name.as_deref().and_then(text),
            contact_email: self.contact_email.as_deref().and_then(text),
            ..NewLead::default()
        }
    }

    pub(super) fn change(&self, value: Option<Minor>) -> LeadChange {
        LeadChange {
            title: Some(self.title.clone()),
            stage: self.stage.parse().ok(),
            value: patch(self.value.as_ref(), |_| value),
            next_step: patch(self.next_step.as_ref(), text),
            next_step_on: patch(self.next_step_on.as_ref(), day),
            contact_name: patch(self.contact_name.as_ref(), text),
            contact_email: patch(self.contact_email.as_ref(), text),
            version: ids::parse::<EventId>(&self.version).ok(),
            ..LeadChange::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_of_several_countries_type_it() {
        for (typed, minor) in [
            ("1250", 125_000),
            ("1,250.50", 125_050),
            ("1.250,50", 125_050),
            ("1 250,5", 125_050),
            ("1.250", 125_000),
        ] {
            assert_eq!(amount(typed), Ok(Some(Minor(minor))), "{typed}");
        }
        assert_eq!(amount(" "), Ok(None));
        assert_eq!(amount("many"), Err(()));
    }
}
