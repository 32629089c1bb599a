//! Leads as a file: a column for each field that the caller's roles do not hide.

use seatwise_domain::authz::Caller;
use seatwise_domain::records::{self, Lead, LeadFilter};
use seatwise_domain::store::Db;
use seatwise_tables::Cell;

use super::{FileError, Format, Sheet, day, heads, target};
use crate::locale::Lang;
use crate::text::{self, Text};

/// A column: the key of its words, and the field that roles can hide.
type Column = (&'static str, Option<&'static str>);

const COLUMNS: [Column; 12] = [
    ("field-title", None),
    ("field-owner", None),
    ("field-stage", None),
    ("field-value", Some("value")),
    ("field-opened-on", Some("opened_on")),
    ("field-closed-on", Some("closed_on")),
    ("field-next-step", Some("next_step")),
    ("field-next-step-on", Some("next_step_on")),
    ("field-contact-name", Some("contact_name")),
    ("field-contact-email", Some("contact_email")),
    ("field-external-id", Some("external_id")),
    ("export-id", None),
];

/// The leads that a filter finds within reach, with the account's further fields.
pub async fn leads(
    db: &Db,
    caller: &Caller,
    filter: &LeadFilter,
    lang: Lang,
    format: Format,
) -> Result<Vec<u8>, FileError> {
    let mut export = records::export(db, caller, filter, format.ending()).await?;
    let further = export.own_fields().await?;
    let shown: Vec<&'static str> = COLUMNS
        .iter()
        .filter(|(_, field)| field.is_none_or(|field| export.shows(field)))
        .map(|(key, _)| *key)
        .collect();
    let mut heads = heads(lang, &shown);
    heads.extend(further.iter().map(|field| field.label.clone()));
    let target = target(lang, caller, format, "nav-leads");
    let mut sheet = Sheet::new(&target, &heads)?;
    loop {
        let batch = export.next_batch().await?;
        if batch.is_empty() {
            return Ok(sheet.finish()?);
        }
        for lead in batch {
            let own = further.iter();
            let own = own.map(|field| lead.fields.get(&field.key).cloned().into());
            let cells = shown.iter().map(|key| cell(lang, &lead, key));
            let cells: Vec<Cell> = cells.chain(own).collect();
            sheet.row(&cells);
        }
    }
}

fn cell(lang: Lang, lead: &Lead, column: &str) -> Cell {
    let row = &lead.row;
    match column {
        "field-title" => row.title.clone().into(),
        "field-owner" => row.owner.as_ref().map(|owner| owner.name.clone()).into(),
        "field-stage" => stage(lang, row.stage.as_str()).into(),
        "field-value" => row.value.map_or(Cell::Blank, |value| Cell::Money(value.0)),
        "field-opened-on" => day(row.opened_on),
        "field-closed-on" => day(row.closed_on),
        "field-next-step" => row.next_step.clone().into(),
        "field-next-step-on" => day(row.next_step_on),
        "field-contact-name" => row.contact_name.clone().into(),
        "field-contact-email" => lead.contact_email.clone().into(),
        "field-external-id" => row.external_id.clone().into(),
        _ => row.id.to_string().into(),
    }
}

fn stage(lang: Lang, key: &str) -> String {
    let words = ["stage-", key].concat();
    if text::has(lang, &words) {
        Text::new(lang, words).to_string()
    } else {
        key.to_owned()
    }
}
