//! The rules for what stands in a lead, the same for the page, the API and the import.

use super::{Fields, Minor};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::text::{self, EmailAddress, NAME_MAX};

/// The longest value of a further field, in characters.
pub const FIELD_MAX: usize = 2_000;
/// How many further fields a lead takes.
const FIELDS_MAX: usize = 100;
/// More than any currency needs, and exact in a JSON number.
const VALUE_MAX: i64 = 9_000_000_000_000_000;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// Empty, too long or with control characters.
    #[error("the title is empty, too long or has characters that cannot be shown")]
    Title,
    /// Negative or beyond what can be counted.
    #[error("the value is negative or too large")]
    Value,
    /// Not a complete e-mail address.
    #[error("the contact's address is not a complete e-mail address")]
    ContactEmail,
    /// Too long, too many or with control characters.
    #[error("a text is too long or has characters that cannot be shown")]
    Text,
}

impl ToProblem for FieldError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Title => &problem::TITLE_INVALID,
            Self::Value => &problem::VALUE_INVALID,
            Self::ContactEmail => &problem::EMAIL_INVALID,
            Self::Text => &problem::TEXT_INVALID,
        }
    }
}

pub(super) fn title(text: &str) -> Result<String, FieldError> {
    text::line(text, NAME_MAX).map_err(|_| FieldError::Title)
}

pub(super) fn value(value: Option<Minor>) -> Result<Option<Minor>, FieldError> {
    match value {
        Some(Minor(number)) if !(0..=VALUE_MAX).contains(&number) => Err(FieldError::Value),
        other => Ok(other),
    }
}

/// A text of one line that may be missing; blanks count as missing.
pub(super) fn line(text: Option<&str>) -> Result<Option<String>, FieldError> {
    text::optional_line(text.unwrap_or_default(), NAME_MAX).map_err(|_| FieldError::Text)
}

/// The address as it is shown, checked.
pub(super) fn contact_email(text: Option<&str>) -> Result<Option<String>, FieldError> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => {
            let email = EmailAddress::parse(text).map_err(|_| FieldError::ContactEmail)?;
            Ok(Some(email.as_str().to_owned()))
        }
    }
}

/// Further fields without the empty ones.
pub(super) fn fields(fields: &Fields) -> Result<Fields, FieldError> {
    if fields.len() > FIELDS_MAX {
        return Err(FieldError::Text);
    }
    let mut clean = Fields::new();
    for (key, value) in fields {
        let key = text::line(key, 60).map_err(|_| FieldError::Text)?;
        match text::paragraph(value, FIELD_MAX) {
            Ok(value) => {
                clean.insert(key, value);
            }
            Err(text::TextError::Empty) => {}
            Err(_) => return Err(FieldError::Text),
        }
    }
    Ok(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_missing_and_control_characters_are_refused() {
        assert_eq!(line(Some("  ")), Ok(None));
        assert_eq!(line(Some("a\u{0}b")), Err(FieldError::Text));
        assert_eq!(title(" "), Err(FieldError::Title));
        assert_eq!(value(Some(Minor(-1))), Err(FieldError::Value));
        assert_eq!(contact_email(Some("")), Ok(None));
        assert_eq!(contact_email(Some("anna")), Err(FieldError::ContactEmail));
        let given = Fields::from([("a".into(), " x ".into()), ("b".into(), "  ".into())]);
        assert_eq!(fields(&given), Ok(Fields::from([("a".into(), "x".into())])));
    }
}
