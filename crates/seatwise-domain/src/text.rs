//! Names and addresses, folded in Rust so that both databases compare alike.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The longest e-mail address that is taken (RFC 5321, section 4.5.3.1).
pub const EMAIL_MAX: usize = 254;
/// The longest name of a person, team or lead, in characters.
pub const NAME_MAX: usize = 200;

/// Why a text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("the text is empty")]
    Empty,
    /// Longer than the field takes.
    #[error("the text is too long")]
    TooLong,
    /// A control or NUL character (AB-020, AB-175).
    #[error("the text has a character that cannot be shown")]
    Control,
    /// Not a complete e-mail address (RFC 5321, RFC 6531).
    #[error("not a complete e-mail address")]
    NotAnEmail,
}

/// An e-mail address as it is shown and mailed to, with the key it is compared by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress {
    shown: String,
    key: String,
}

impl EmailAddress {
    /// Reads an address; blanks around it, full-width letters and letter case do not matter (AB-021).
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        let shown = if text.is_ascii() {
            text.to_owned()
        } else {
            let narrow: String = text.nfkc().collect();
            narrow.trim().to_owned()
        };
        if shown.is_empty() {
            return Err(TextError::Empty);
        }
        if shown.len() > EMAIL_MAX {
            return Err(TextError::TooLong);
        }
        let options = email_address::Options::default()
            .without_display_text()
            .without_domain_literal()
            .with_required_tld();
        if shown.contains(char::is_whitespace)
            || shown.chars().any(char::is_control)
            || shown.starts_with('"')
            || email_address::EmailAddress::parse_with_options(&shown, options).is_err()
        {
            return Err(TextError::NotAnEmail);
        }
        let key = email_key(&shown);
        Ok(Self { shown, key })
    }

    /// The address as it was typed, without blanks around it.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// The folded form; two addresses are one exactly if their keys are equal.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// The folded form of an address or login, also of one that would not be taken.
pub fn email_key(text: &str) -> String {
    let text = text.trim();
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkc().flat_map(char::to_lowercase).nfc().collect()
}

/// A single-line text without control characters, trimmed, of at most `max` characters.
pub fn line(text: &str, max: usize) -> Result<String, TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if text.chars().count() > max {
        return Err(TextError::TooLong);
    }
    if text.chars().any(char::is_control) {
        return Err(TextError::Control);
    }
    Ok(composed(text))
}

/// The composed form, which most text is in already.
fn composed(text: &str) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    }
}

/// Like [`line`], and `None` for a text of blanks only.
pub fn optional_line(text: &str, max: usize) -> Result<Option<String>, TextError> {
    match line(text, max) {
        Ok(text) => Ok(Some(text)),
        Err(TextError::Empty) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A text of several lines: NUL and other control characters are refused, line ends become `\n`.
pub fn paragraph(text: &str, max: usize) -> Result<String, TextError> {
    let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if text.chars().count() > max {
        return Err(TextError::TooLong);
    }
    if text
        .chars()
        .any(|c| c.is_control() && c != '\n' && c != '\t')
    {
        return Err(TextError::Control);
    }
    Ok(composed(&text))
}

/// The word of a list that was probably meant.
pub fn nearest<'k>(word: &str, words: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let most = (word.chars().count() / 3).clamp(1, 3);
    words
        .map(|known| (strsim::damerau_levenshtein(word, known), known))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// The key that names are searched and sorted by: no case, no accents, `ß` as `ss`, `ё` as `е`.
pub fn name_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    push_name_key(text, &mut key);
    key
}

/// Adds the [`name_key`] of a text to a key.
pub(crate) fn push_name_key(text: &str, key: &mut String) {
    if text.is_ascii() {
        fold(text.chars().map(|c| c.to_ascii_lowercase()), key);
    } else {
        let plain = text.nfkd().filter(|c| !is_combining_mark(*c));
        fold(plain.flat_map(char::to_lowercase), key);
    }
}

fn fold(letters: impl Iterator<Item = char>, key: &mut String) {
    let begin = key.len();
    let mut blank = true;
    for c in letters {
        match c {
            'ß' => key.push_str("ss"),
            'ø' => key.push('o'),
            'ł' => key.push('l'),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'ı' => key.push('i'),
            c if c.is_whitespace() => {
                if !blank {
                    key.push(' ');
                }
                blank = true;
                continue;
            }
            c => key.push(c),
        }
        blank = false;
    }
    if key.len() > begin && key.ends_with(' ') {
        key.pop();
    }
}

/// A `like` pattern that finds the key anywhere, with `%`, `_` and `\` taken as they are
/// (statements write `like $1 escape '\'`).
pub fn contains_pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in name_key(text).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_one_person_whatever_the_case_width_or_blanks() {
        let plain = EmailAddress::parse("kaethe.mueller@nordwind-solar.example").unwrap();
        for other in [
            "KAETHE.MUELLER@nordwind-solar.example",
            "  kaethe.mueller@nordwind-solar.example ",
            "ｋａｅｔｈｅ.mueller@nordwind-solar.example",
        ] {
            assert_eq!(EmailAddress::parse(other).unwrap().key(), plain.key());
        }
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for bad in [
            "",
            "  ",
            "anna",
            "a..b@x.example",
            "oemer(at)x.example",
            "a@b c.example",
            "a@x",
            "a\0@x.example",
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad:?}");
        }
        assert!(EmailAddress::parse("müller@example.org").is_ok());
    }

    #[test]
    fn names_are_found_without_accents_and_case() {
        assert_eq!(name_key("  Jürgen   GROẞ "), "jurgen gross");
        assert_eq!(name_key("Алёна Їжак"), name_key("алена іжак"));
        assert_eq!(contains_pattern("50%_a"), "%50\\%\\_a%");
    }

    #[test]
    fn plain_text_is_folded_as_any_other() {
        for text in [
            "  Anna\t\u{b}Fox ",
            "ANNA",
            "",
            " ",
            "a  b",
            "Anna.Fox@X.example",
        ] {
            let accented = format!("{text}\u{301}");
            assert_eq!(name_key(text), name_key(&accented), "{text:?}");
        }
        assert_eq!(line("Ju\u{308}rgen", NAME_MAX).unwrap(), "Jürgen");
    }
}
