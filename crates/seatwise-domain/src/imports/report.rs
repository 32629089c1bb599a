//! A row with what was said about it.

use uuid::Uuid;

use super::judge::{Detail, Reason, Verdict};
use super::{Field, Mapping, rows_sql};
use crate::store::{FromRow, Reader, StoreError};

/// A row of the file with its verdict.
#[derive(Debug, Clone)]
pub struct RowReport {
    /// The number that the office program shows.
    pub number: u32,
    /// The cells as they stand in the file.
    pub cells: Vec<String>,
    /// What happens or happened; none before the dry run.
    pub verdict: Option<Verdict>,
    /// Why.
    pub reason: Option<Reason>,
    /// The values for the sentence, and remarks.
    pub detail: Detail,
    /// The person or lead that the row made or changed.
    pub subject: Option<Uuid>,
}

impl FromRow for RowReport {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let unknown = |_| StoreError::fault("unknown word in a verdict");
        Ok(Self {
            number: rows_sql::number(row)?,
            cells: row.json_as()?,
            verdict: row
                .text_opt()?
                .map(|word| word.parse())
                .transpose()
                .map_err(unknown)?,
            reason: row
                .text_opt()?
                .map(|word| word.parse())
                .transpose()
                .map_err(unknown)?,
            detail: match row.json_opt()? {
                Some(detail) => serde_json::from_value(detail)
                    .map_err(|error| StoreError::Fault(Box::new(error)))?,
                None => Detail::default(),
            },
            subject: row.id_opt()?,
        })
    }
}

impl RowReport {
    /// The cell that goes into a field; empty when there is none.
    pub fn cell(&self, mapping: &Mapping, field: Field) -> &str {
        mapping
            .column(field)
            .and_then(|column| self.cells.get(column))
            .map_or("", |cell| cell.trim())
    }

    /// What the row is about, in one line: the name or the title, else the address or the id.
    pub fn label(&self, mapping: &Mapping) -> String {
        let cell = |field| self.cell(mapping, field);
        let full = format!("{} {}", cell(Field::FirstName), cell(Field::LastName));
        [
            cell(Field::Name),
            full.trim(),
            cell(Field::Title),
            cell(Field::Email),
            cell(Field::ExternalId),
        ]
        .into_iter()
        .find(|text| !text.is_empty())
        .map(super::judge::shortened)
        .unwrap_or_default()
    }
}
