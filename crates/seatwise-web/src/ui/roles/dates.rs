//! The two dates of a role that somebody holds: as they are typed, and in words.

use jiff::civil::Date;
use seatwise_domain::clock::Timestamp;
use seatwise_domain::problem;

use crate::parts::{Field, field};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::Failure;

/// The fields of the first and the last day.
pub(crate) fn fields(shell: &Shell) -> [Field; 2] {
    [
        ("from", "roles-from-field", "roles-from-hint"),
        ("until", "roles-until-field", "roles-until-hint"),
    ]
    .map(|(name, label, hint)| {
        field(name, shell.t(label))
            .kind("date")
            .hint(shell.t(hint))
            .optional(shell.t("form-optional"))
    })
}

/// From when on and until when, as far as it is said.
pub(super) fn words(shell: &Shell, from: Option<Timestamp>, until: Option<Timestamp>) -> String {
    let words = match (from, until) {
        (None, None) => return String::new(),
        (Some(from), None) => shell.t("roles-from").with("date", shell.moment(&from)),
        (None, Some(until)) => shell.t("roles-until").with("date", shell.moment(&until)),
        (Some(from), Some(until)) => shell
            .t("roles-between")
            .with("from", shell.moment(&from))
            .with("until", shell.moment(&until)),
    };
    words.to_string()
}

/// A day that was typed; none for an empty field.
fn day(signed: &Signed, text: &str) -> Result<Option<Date>, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let day = text.parse();
    day.map(Some)
        .map_err(|_| signed.refuse(&problem::DATE_INVALID))
}

/// The begin of a day in the reader's time zone.
fn begin_of(signed: &Signed, day: Date) -> Result<Timestamp, Failure> {
    let begin = day.to_zoned(signed.shell.zone.clone());
    let begin = begin.map_err(|_| signed.refuse(&problem::DATE_INVALID))?;
    Ok(Timestamp::from_micros(begin.timestamp().as_microsecond()))
}

/// The moments between which a role is given: from the begin of the first day to the end of the last.
pub(crate) fn between(
    signed: &Signed,
    (from, until): (&str, &str),
) -> Result<(Option<Timestamp>, Option<Timestamp>), Failure> {
    let from = day(signed, from)?;
    let from = from.map(|day| begin_of(signed, day)).transpose()?;
    let until = match day(signed, until)? {
        Some(last) => {
            let next = last.tomorrow();
            let next = next.map_err(|_| signed.refuse(&problem::DATE_INVALID))?;
            Some(begin_of(signed, next)?)
        }
        None => None,
    };
    Ok((from, until))
}
