//! Numbers and dates of a workbook as the text a person would type.

use calamine::ExcelDateTime;
use jiff::Unit;
use jiff::civil::DateTime;

/// Without ".0" and without an exponent, with the 15 digits that Excel keeps.
pub(crate) fn plain(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let rounded = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    if rounded == 0.0 {
        return "0".to_owned();
    }
    rounded.to_string()
}

/// `2026-11-22`, `2026-11-22T13:45:00`, `13:45:00`; a duration may have more than 24 hours.
pub(crate) fn date(value: &ExcelDateTime) -> String {
    let serial = value.as_f64();
    if value.is_duration() {
        return duration(serial);
    }
    let (year, month, day, hour, minute, second, milli) = value.to_ymd_hms_milli();
    let exact = DateTime::new(
        i16::try_from(year).unwrap_or_default(),
        i8::try_from(month).unwrap_or_default(),
        i8::try_from(day).unwrap_or_default(),
        i8::try_from(hour).unwrap_or_default(),
        i8::try_from(minute).unwrap_or_default(),
        i8::try_from(second).unwrap_or_default(),
        i32::from(milli) * 1_000_000,
    );
    // Excel counts a 29 February 1900; such a cell stays the number that it is.
    let Ok(moment) = exact.and_then(|moment| moment.round(Unit::Second)) else {
        return plain(serial);
    };
    if (0.0..1.0).contains(&serial) {
        moment.time().to_string()
    } else if moment.time() == jiff::civil::Time::midnight() {
        moment.date().to_string()
    } else {
        moment.to_string()
    }
}

fn duration(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    if seconds.abs() > 1e12 {
        return plain(days);
    }
    let sign = if seconds < 0.0 { "-" } else { "" };
    let seconds = seconds.abs();
    let (hours, rest) = ((seconds / 3600.0).floor(), seconds % 3600.0);
    format!(
        "{sign}{hours:02}:{:02}:{:02}",
        (rest / 60.0).floor(),
        rest % 60.0
    )
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn numbers_are_what_a_person_typed() {
        for (value, text) in [
            (7.0, "7"),
            (-0.0, "0"),
            (1.5, "1.5"),
            (0.1 + 0.2, "0.3"),
            (4_915_551_234_567.0, "4915551234567"),
            (1e15, "1000000000000000"),
            (1.25e-7, "0.000000125"),
            (-12.3, "-12.3"),
        ] {
            assert_eq!(plain(value), text);
        }
    }

    #[test]
    fn dates_are_iso_text() {
        let of = |serial, kind| date(&ExcelDateTime::new(serial, kind, false));
        assert_eq!(of(45_943.0, ExcelDateTimeType::DateTime), "2025-10-13");
        assert_eq!(
            of(45_943.541_666_666_664, ExcelDateTimeType::DateTime),
            "2025-10-13T13:00:00"
        );
        assert_eq!(of(0.5, ExcelDateTimeType::DateTime), "12:00:00");
        assert_eq!(of(1.5, ExcelDateTimeType::TimeDelta), "36:00:00");
        assert_eq!(of(60.0, ExcelDateTimeType::DateTime), "60");
    }
}
