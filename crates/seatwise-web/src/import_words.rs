//! What imports say of files and rows, in words for every door.

use seatwise_domain::imports::{Field, Note, Other, Reason, RowReport};

use crate::locale::Lang;
use crate::role_words;
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
    let name = match &row.detail.other {
        Some(other) if other.name.is_empty() => role(lang, other),
        Some(other) => other.name.clone(),
        None => String::new(),
    };
    // A column that becomes a field of the account's own is called as it is called in the file.
    let field = match row.detail.field {
        Some(Field::Extra) => row.detail.value.clone(),
        Some(field) => self::field(lang, field),
        None => String::new(),
    };
    let word = match reason {
        // A name that is near is asked for.
        Reason::RoleUnknown if row.detail.other.is_some() => "role-near",
        reason => reason.as_str(),
    };
    let mut text = keyed(lang, "imports-why-", word)
        .with("field", field)
        .with("value", row.detail.value.as_str())
        .with("name", name);
    if let Some(other) = row.detail.row {
        text = text.with("row", other.to_string());
    }
    text.to_string()
}

/// What a role is called that is named beside a row.
fn role(lang: Lang, role: &Other) -> String {
    match role.id.parse() {
        Ok(key) => role_words::called(lang, &key, &role.name),
        Err(_) => role.name.clone(),
    }
}

/// Which roles and sets a row gives; none when it gives none.
pub fn roles(lang: Lang, row: &RowReport) -> Option<String> {
    let roles = row.detail.roles.iter().map(|given| role(lang, given));
    let roles: Vec<String> = roles.collect();
    if roles.is_empty() {
        return None;
    }
    let text = keyed(lang, "imports-gives-", "roles")
        .with("count", roles.len())
        .with("roles", roles.join(", "));
    Some(text.to_string())
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
        .chain(roles(lang, row))
        .chain(remarks)
        .collect::<Vec<_>>()
        .join(" ")
}
