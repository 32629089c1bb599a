//! What the cells of a row say of the fields of a lead.

use super::judge::{Detail, Note, NoteCode, RawRow, Reason, shortened};
use super::leads::{Known, Leads, Refusal, because};
use super::{Field, stage_words, values};
use crate::records::{ImportedLead, Minor, OWN};
use crate::text::EmailAddress;

impl Leads {
    /// The plain fields: a cell that says nothing leaves what is there.
    pub(super) fn fill(&self, row: &RawRow, lead: &mut ImportedLead, notes: &mut Vec<Note>) {
        let text = |field| Some(self.frame.cell(row, field)).filter(|text| !text.is_empty());
        let order = self.frame.options.date_order;
        let mut left_out = |code, field, value: &str| {
            notes.push(Note {
                code,
                field: Some(field),
                value: shortened(value),
            });
        };
        if let Some(title) = text(Field::Title) {
            title.clone_into(&mut lead.title);
        }
        if let Some(external) = text(Field::ExternalId) {
            lead.external_id = Some(external.to_owned());
        }
        if let Some(amount) = text(Field::Value) {
            match values::amount(amount).filter(|minor| *minor >= 0) {
                Some(minor) => lead.value = Some(Minor(minor)),
                None => left_out(NoteCode::ValueNotTaken, Field::Value, amount),
            }
        }
        let dates = [
            (Field::OpenedOn, &mut lead.opened_on),
            (Field::ClosedOn, &mut lead.closed_on),
            (Field::NextStepOn, &mut lead.next_step_on),
        ];
        for (field, slot) in dates {
            if let Some(date) = text(field) {
                match values::date(date, order) {
                    Some(date) => *slot = Some(date),
                    None => left_out(NoteCode::DateNotTaken, field, date),
                }
            }
        }
        if let Some(step) = text(Field::NextStep) {
            lead.next_step = Some(step.to_owned());
        }
        if let Some(contact) = text(Field::ContactName) {
            lead.contact_name = Some(contact.to_owned());
        }
        if let Some(address) = text(Field::ContactEmail) {
            match EmailAddress::parse(address) {
                Ok(address) => lead.contact_email = Some(address.as_str().to_owned()),
                Err(_) => left_out(NoteCode::AddressNotTaken, Field::ContactEmail, address),
            }
        }
        for (key, value) in self.extra(row) {
            lead.fields.insert(key.to_owned(), value.to_owned());
        }
    }

    pub(super) fn extra<'a>(&'a self, row: &'a RawRow) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.extras.iter().filter_map(|(at, key)| {
            let value = row.cells.get(*at)?.trim();
            (!value.is_empty()).then_some((key.as_str(), value))
        })
    }

    /// What a lead is called when the file has no column for it: account and product, or its id.
    pub(super) fn title(&self, row: &RawRow) -> Option<String> {
        let mut named: Vec<(usize, &str)> = Vec::new();
        for (key, value) in self.extra(row) {
            if let Some(rank) = stage_words::title_rank(key) {
                named.push((rank, value));
            }
        }
        named.sort_unstable_by_key(|(rank, _)| *rank);
        let joined = named
            .iter()
            .map(|(_, value)| *value)
            .collect::<Vec<_>>()
            .join(" – ");
        let external = self.frame.cell(row, Field::ExternalId);
        [joined.as_str(), external]
            .into_iter()
            .find(|text| !text.is_empty())
            .map(str::to_owned)
    }
    /// A row that says something of a field which is not for whoever runs the import to say.
    pub(super) fn locked(&self, row: &RawRow, name: &str, known: &Known<'_>) -> Refusal {
        let reason = if known.rules.hides(name) {
            Reason::FieldHidden
        } else {
            Reason::FieldReadOnly
        };
        let own = name.strip_prefix(OWN);
        let column = self
            .extras
            .iter()
            .find(|(_, key)| Some(key.as_str()) == own);
        let detail = match (column, name.parse()) {
            (Some((at, _)), _) => {
                let column = self.frame.columns.get(*at);
                let label = column.map_or("", |column| column.name.as_str());
                Detail::value(Field::Extra, label)
            }
            (None, Ok(field)) => Detail::value(field, self.frame.cell(row, field)),
            (None, Err(_)) => Detail::default(),
        };
        because(reason, detail)
    }
}
