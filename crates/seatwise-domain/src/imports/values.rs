//! Dates, amounts and telephone numbers as people type them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How `3/4/2026` is meant; other forms are plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// Day before month.
    #[default]
    DayFirst,
    /// Month before day, as in the United States.
    MonthFirst,
}

/// A date in one of the common forms, if it exists: `31.02.2022` does not.
pub fn date(text: &str, order: DateOrder) -> Option<Date> {
    let text = text.trim();
    // A workbook gives a date with its time.
    let day = text.split_once('T').map_or(text, |(day, _)| day);
    let day = day.split_once(' ').map_or(
        day,
        |(day, rest)| if rest.contains(':') { day } else { text },
    );
    let day = day.trim_end_matches(['日', '.']).replace(['年', '月'], "-");
    let mark = day
        .chars()
        .find(|letter| matches!(letter, '-' | '.' | '/'))?;
    let parts: Vec<&str> = day.split(mark).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let number = |text: &str| {
        (text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse::<i16>().ok())?
    };
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    let (year, month, day) = if first.len() == 4 {
        (a, b, c)
    } else if mark == '/' && order == DateOrder::MonthFirst {
        (full_year(third, c), a, b)
    } else {
        (full_year(third, c), b, a)
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `24` is 2024 and `71` is 1971.
fn full_year(text: &str, year: i16) -> i16 {
    match text.len() {
        4 => year,
        2 if year < 70 => 2000 + year,
        2 => 1900 + year,
        // Not a year; no date has it.
        _ => i16::MAX,
    }
}

/// Which order the dates of a column speak for; the first that can only be read one way decides.
pub fn order_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> DateOrder {
    for text in texts {
        let parts: Vec<u16> = text
            .trim()
            .split('/')
            .filter_map(|part| part.trim().parse().ok())
            .collect();
        match parts.as_slice() {
            [first, _, _] if *first > 12 => return DateOrder::DayFirst,
            [_, second, _] if *second > 12 => return DateOrder::MonthFirst,
            _ => {}
        }
    }
    DateOrder::DayFirst
}

/// An amount in minor units: `1054`, `1,054.50`, `1.054,50 €`, `$ 12`. A mark before exactly three digits parts thousands.
pub fn amount(text: &str) -> Option<i64> {
    let mut digits = String::new();
    let mut negative = false;
    for letter in text.trim().chars() {
        match letter {
            '0'..='9' | '.' | ',' => digits.push(letter),
            '-' | '−' if digits.is_empty() => negative = true,
            // Thousands may be parted by blanks and apostrophes, and a currency may stand on either side.
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' | '$' | '€' | '£' | '¥' | '₴' | '₽' =>
                {}
            letter if letter.is_alphabetic() => {}
            _ => return None,
        }
    }
    let (whole, cents) = match digits.rfind(['.', ',']) {
        None => (digits.as_str(), ""),
        Some(at) => {
            let (whole, rest) = digits.split_at(at);
            let rest = rest.get(1..).unwrap_or_default();
            let mark = digits.get(at..=at).unwrap_or_default();
            let repeated = whole.contains(mark);
            if repeated || (rest.len() == 3 && !whole.is_empty() && !whole.contains(['.', ','])) {
                (digits.as_str(), "")
            } else {
                (whole, rest)
            }
        }
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if whole.is_empty() && cents.is_empty() {
        return None;
    }
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let minor = whole.checked_mul(100)?.checked_add(hundredths(cents)?)?;
    Some(if negative { -minor } else { minor })
}

/// Two digits; further ones are rounded off.
fn hundredths(digits: &str) -> Option<i64> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut padded = digits
        .get(..digits.len().min(3))
        .unwrap_or_default()
        .to_owned();
    while padded.len() < 3 {
        padded.push('0');
    }
    let thousandths: i64 = padded.parse().ok()?;
    Some((thousandths + 5) / 10)
}

/// A telephone number as it was typed, if it looks like one: digits and the usual marks, 5 to 20 digits.
pub fn phone(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let usual = text.chars().all(|letter| {
        letter.is_ascii_digit()
            || matches!(
                letter,
                '+' | '-' | '/' | '(' | ')' | '.' | ' ' | '\u{a0}' | '–'
            )
    });
    ((5..=20).contains(&digits) && usual && text.len() <= 60).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_forms_people_use() {
        let of = |text| date(text, DateOrder::DayFirst).map(|date| date.to_string());
        for text in [
            "2019-04-01",
            "01.04.2019",
            "1.4.19",
            "1/4/2019",
            "2019/04/01",
            "2019-04-01T00:00:00",
            "2019年4月1日",
            "2019-04-01 12:30:00",
        ] {
            assert_eq!(of(text).as_deref(), Some("2019-04-01"), "{text}");
        }
        assert_eq!(
            date("4/1/2019", DateOrder::MonthFirst),
            date("2019-04-01", DateOrder::DayFirst)
        );
        for text in [
            "31.02.2022",
            "n/a",
            "",
            "2019",
            "1.2.3.4",
            "13-13-2020",
            "0.0.0",
            "1.1.123",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn the_dates_of_a_column_tell_their_order() {
        assert_eq!(order_of(["1/2/2026", "3/25/2026"]), DateOrder::MonthFirst);
        assert_eq!(order_of(["1/2/2026", "25/3/2026"]), DateOrder::DayFirst);
        assert_eq!(order_of(["01.02.2026", ""]), DateOrder::DayFirst);
    }

    #[test]
    fn amounts_are_read_in_the_forms_people_use() {
        for (text, minor) in [
            ("1054", 105_400),
            ("1,054", 105_400),
            ("1.054", 105_400),
            ("1,054.50", 105_450),
            ("1.054,5 €", 105_450),
            ("1 054,50 грн", 105_450),
            ("1.234.567", 123_456_700),
            ("$ 12.345,678", 1_234_568),
            ("0,05", 5),
            (".5", 50),
            ("-3", -300),
            ("54.999", 5_499_900),
        ] {
            assert_eq!(amount(text), Some(minor), "{text}");
        }
        for text in ["", "n/a", "1;2", "99999999999999999999", "12%"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn a_telephone_number_is_kept_as_it_was_typed() {
        assert_eq!(
            phone(" 040 / 555 01-10 ").as_deref(),
            Some("040 / 555 01-10")
        );
        assert_eq!(
            phone("+49 (0)40 5550111").as_deref(),
            Some("+49 (0)40 5550111")
        );
        for text in ["n/a", "", "12", "ask Anna", "=1+1"] {
            assert_eq!(phone(text), None, "{text}");
        }
    }
}
