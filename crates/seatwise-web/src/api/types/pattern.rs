//! The patterns that texts of the wire must fit, and their check.

/// A line: no control characters, and something to be seen.
pub const LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f]*[^\u0000-\u001f\u007f-\u009f\s][^\u0000-\u001f\u007f-\u009f]*$";
/// A line that may be empty.
pub const ANY_LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f]*$";
/// Several lines, with something to be seen.
pub const LINES: &str = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\u0000-\u0020\u007f-\u009f\s][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$";
/// The place of a page in a list.
pub const CURSOR: &str = "^[A-Za-z0-9_-]{1,900}$";
/// The secret of a link by mail.
pub const SECRET: &str = "^[0-9a-z_]{20,90}$";
/// The key of a stage or field.
pub const KEY: &str = "^[a-z0-9_-]{1,60}$";
/// A telephone number has a digit in it; blanks are none.
pub const PHONE: &str = r"^( *|[^\u0000-\u001f\u007f-\u009f]*[0-9][^\u0000-\u001f\u007f-\u009f]*)$";
/// A login name has neither blanks nor an `@`; it may be none.
pub const LOGIN: &str = r"^([^\u0000-\u0020\u007f-\u009f\s@]{2,64})?$";
/// The name of a time zone; which ones there are, the machine knows.
pub const ZONE: &str = "^[A-Za-z][A-Za-z0-9_+/-]*$";
/// ISO 4217.
pub const CURRENCY: &str = "^[A-Z]{3}$";
/// A digest in hexadecimal digits.
pub const HEX: &str = "^[0-9a-f]{32}$";

/// What a value of this pattern is, in Rust; `None` for a pattern that nobody declared.
pub fn fits(pattern: &str, text: &str) -> Option<bool> {
    let line = |c: char| !c.is_control();
    let seen = text
        .chars()
        .any(|c| !c.is_control() && !c.is_whitespace() && c != '\u{feff}');
    let word = |least: usize, most: usize, allowed: &dyn Fn(char) -> bool| {
        (least..=most).contains(&text.len()) && text.chars().all(allowed)
    };
    Some(match pattern {
        LINE => seen && text.chars().all(line),
        // What is wrong with a telephone number or login has a code of its own, which the domain tells.
        ANY_LINE | PHONE | LOGIN => text.chars().all(line),
        ZONE => {
            text.starts_with(|c: char| c.is_ascii_alphabetic())
                && text
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '/' | '-'))
        }
        LINES => {
            seen && text
                .chars()
                .all(|c| line(c) || matches!(c, '\n' | '\t' | '\r'))
        }
        CURSOR => word(1, 900, &|c| {
            c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
        }),
        SECRET => word(20, 90, &|c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
        }),
        KEY => word(1, 60, &|c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')
        }),
        CURRENCY => word(3, 3, &|c| c.is_ascii_uppercase()),
        ANY_ID => seatwise_domain::ids::decode_any(text).is_some(),
        OWNER => {
            matches!(text, "me" | "unassigned" | "left")
                || public_id(&id_pattern("usr"), text) == Some(true)
        }
        PARTY => ["usr", "team", "grp", "pos"]
            .iter()
            .any(|prefix| public_id(&id_pattern(prefix), text) == Some(true)),
        ROLE => text.parse::<seatwise_domain::roles::RoleKey>().is_ok(),
        HEX => word(32, 32, &|c| matches!(c, '0'..='9' | 'a'..='f')),
        _ => return public_id(pattern, text),
    })
}

const ID_TAIL: &str = "_[0-9a-hjkmnp-tv-z]{25}[048cgmrw]$";

fn public_id(pattern: &str, text: &str) -> Option<bool> {
    let prefix = pattern.strip_prefix('^')?.strip_suffix(ID_TAIL)?;
    let digits = text
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'));
    Some(digits.is_some_and(|digits| {
        let digit = |c: char| c.is_ascii_digit() || (c.is_ascii_lowercase() && !"ilou".contains(c));
        digits.len() == 26
            && digits.chars().all(digit)
            && digits.ends_with(|c| "048cgmrw".contains(c))
    }))
}

/// The pattern of the public form of an id.
pub fn id_pattern(prefix: &str) -> String {
    format!("^{prefix}{ID_TAIL}")
}

/// The pattern of what stands in an address for something with ids of this prefix: a role may go by a word.
pub fn path_pattern(prefix: &str) -> String {
    if prefix == "role" {
        ROLE.to_owned()
    } else {
        id_pattern(prefix)
    }
}

/// Letters, an underscore, and 26 characters.
pub(super) const ANY_ID: &str = "^[a-z]{3,4}_[0-9a-hjkmnp-tv-z]{25}[048cgmrw]$";
/// A person, team, group or position.
pub(super) const PARTY: &str = "^(usr|team|grp|pos)_[0-9a-hjkmnp-tv-z]{25}[048cgmrw]$";
/// A role of the program, or one of the account.
pub const ROLE: &str = "^(sales|team-user|role_[0-9a-hjkmnp-tv-z]{25}[048cgmrw])$";
/// A word, or a person.
pub(super) const OWNER: &str = "^(me|unassigned|left|usr_[0-9a-hjkmnp-tv-z]{25}[048cgmrw])$";

#[cfg(test)]
mod tests {
    use super::*;
    use seatwise_domain::clock::Timestamp;
    use seatwise_domain::ids::{Ids, UserId};

    #[test]
    fn every_public_id_fits_its_own_pattern_only() {
        let ids = Ids::from_seed(7);
        for _ in 0..200 {
            let id: UserId = ids.next(Timestamp::from_micros(1_700_000_000_000_000));
            assert_eq!(fits(&id_pattern("usr"), &id.to_string()), Some(true));
            assert_eq!(fits(&id_pattern("lead"), &id.to_string()), Some(false));
        }
        assert_eq!(fits(&id_pattern("usr"), "usr_0"), Some(false));
        assert_eq!(fits("^anything$", "anything"), None);
    }

    #[test]
    fn a_line_shows_something_and_has_no_control_characters() {
        assert_eq!(fits(LINE, "Zoë"), Some(true));
        assert_eq!(fits(LINE, " \u{a0} "), Some(false));
        assert_eq!(fits(LINE, "a\u{0}"), Some(false));
        assert_eq!(fits(LINE, "a\nb"), Some(false));
        assert_eq!(fits(LINES, "a\nb"), Some(true));
    }
}
