//! What imports say of files and rows, in words for every door.

use seatwise_domain::imports::{Field, Note, Reason, RowReport};

use crate::locale::Lang;
use crate::text::Text;

/// A text whose key ends in a word of the domain.
pub fn keyed<'a>(lang: Lang, prefix: &str, word: &str) -> Text<'a> {
    Text::new(lang, [prefix, &word.replace('_', "-")].concat())
}

/// The name of a field.
pub fn field(lang: Lang, field: Field) -> String {
    keyed(lang, "field-", field.as_str()).to_string()
}

/// Why a file cannot be read and what to do, by the values of its error; none when they name no reason.
pub fn file(lang: Lang, values: &[(&'static str, String)]) -> Option<String> {
    let value = |wanted: &str| {
        let found = values.iter().find(|(name, _)| *name == wanted);
        found.map_or("", |(_, value)| value.as_str())
    };
    let reason = Some(value("reason")).filter(|reason| !reason.is_empty())?;
    let looks = keyed(lang, "imports-looks-", value("looks")).to_string();
    // The row as text: numbers of rows are read off a sheet, where they have no grouping.
    let mut text = keyed(lang, "imports-file-", reason)
        .with("looks", looks)
        .with("row", value("row"))
        .with("encoding", value("encoding").to_uppercase());
    if let Ok(limit) = value("limit").parse::<u64>() {
        text = text.with("limit", limit);
    }
    Some(text.to_string())
}

/// Why a row has its verdict, in a sentence.
pub fn reason(lang: Lang, row: &RowReport, reason: Reason) -> String {
    let name = row.detail.other.as_ref().map_or("", |other| &other.name);
    // A column that becomes a field of the account's own is called as it is called in the file.
    let field = match row.detail.field {
        Some(Field::Extra) => row.detail.value.clone(),
        Some(field) => self::field(lang, field),
        None => String::new(),
    };
    let mut text = keyed(lang, "imports-why-", reason.as_str())
        .with("field", field)
        .with("value", row.detail.value.as_str())
        .with("name", name);
    if let Some(other) = row.detail.row {
        text = text.with("row", other.to_string());
    }
    text.to_string()
}

/// What is worth knowing about a row that is taken.
pub fn remark(lang: Lang, note: &Note) -> String {
    let field = note
        .field
        .map_or_else(String::new, |field| self::field(lang, field));
    keyed(lang, "imports-note-", note.code.as_str())
        .with("field", field)
        .with("value", note.value.as_str())
        .to_string()
}

/// Everything that is said of a row, in one line.
pub fn row(lang: Lang, row: &RowReport) -> String {
    let reason = row.reason.map(|reason| self::reason(lang, row, reason));
    let remarks = row.detail.notes.iter().map(|note| remark(lang, note));
    reason
        .into_iter()
        .chain(remarks)
        .collect::<Vec<_>>()
        .join(" ")
}
