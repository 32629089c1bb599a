//! Numbers, money and dates as each language writes them.

use std::cell::OnceCell;

use fixed_decimal::Decimal;
use icu::datetime::{DateTimeFormatter, fieldsets};
use icu::decimal::DecimalFormatter;
use icu::locale::{Locale, locale};
use icu::time::DateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Unit};
use jiff_icu::ConvertFrom as _;

use crate::locale::Lang;
use crate::text::Text;

/// Formatters cost far more to make than to use, so each thread makes those of a language once.
struct Formats {
    number: DecimalFormatter,
    date: DateTimeFormatter<fieldsets::YMD>,
    moment: DateTimeFormatter<fieldsets::YMDT>,
    day: DateTimeFormatter<fieldsets::MD>,
    month: DateTimeFormatter<fieldsets::M>,
    month_of_year: DateTimeFormatter<fieldsets::YM>,
    weekday: DateTimeFormatter<fieldsets::E>,
    weekday_long: DateTimeFormatter<fieldsets::E>,
}

impl Formats {
    fn new(lang: Lang) -> Self {
        let locale: Locale = match lang {
            Lang::En => locale!("en-GB"),
            Lang::De => locale!("de"),
            Lang::Ru => locale!("ru"),
            Lang::Uk => locale!("uk"),
            Lang::Zh => locale!("zh"),
        };
        let prefs = || (&locale).into();
        Self {
            number: DecimalFormatter::try_new(
                (&locale).into(),
                icu::decimal::options::DecimalFormatterOptions::default(),
            )
            .expect(BUILT_IN),
            date: DateTimeFormatter::try_new(prefs(), fieldsets::YMD::medium()).expect(BUILT_IN),
            moment: DateTimeFormatter::try_new(prefs(), fieldsets::YMD::medium().with_time_hm())
                .expect(BUILT_IN),
            day: DateTimeFormatter::try_new(prefs(), fieldsets::MD::medium()).expect(BUILT_IN),
            month: DateTimeFormatter::try_new(prefs(), fieldsets::M::medium()).expect(BUILT_IN),
            month_of_year: DateTimeFormatter::try_new(prefs(), fieldsets::YM::medium())
                .expect(BUILT_IN),
            weekday: DateTimeFormatter::try_new(prefs(), fieldsets::E::medium()).expect(BUILT_IN),
            weekday_long: DateTimeFormatter::try_new(prefs(), fieldsets::E::long())
                .expect(BUILT_IN),
        }
    }
}

const BUILT_IN: &str = "the five languages are compiled in";

thread_local! {
    static FORMATS: [OnceCell<Formats>; 5] = const { [const { OnceCell::new() }; 5] };
}

fn with<T>(lang: Lang, act: impl FnOnce(&Formats) -> T) -> T {
    FORMATS.with(|all| act(all[lang.index()].get_or_init(|| Formats::new(lang))))
}

/// A whole number with the language's grouping.
pub fn number(lang: Lang, value: i64) -> String {
    with(lang, |formats| {
        formats.number.format_to_string(&Decimal::from(value))
    })
}

/// A number of tenths: `31.4`, `31,4`.
pub fn tenths(lang: Lang, value: i64) -> String {
    let mut decimal = Decimal::from(value);
    decimal.multiply_pow10(-1);
    with(lang, |formats| formats.number.format_to_string(&decimal))
}

/// How many of the smallest unit are one of the currency.
pub fn minor_units(currency: &str) -> i64 {
    10_i64.pow(minor_digits(currency).unsigned_abs().into())
}

/// The name of a month: `Nov`.
pub fn month(lang: Lang, first: Date) -> String {
    with(lang, |formats| {
        formats
            .month
            .format(&icu::calendar::Date::convert_from(first))
            .to_string()
    })
}

/// A month with its year: `Nov 2026`.
pub fn month_of_year(lang: Lang, first: Date) -> String {
    with(lang, |formats| {
        formats
            .month_of_year
            .format(&icu::calendar::Date::convert_from(first))
            .to_string()
    })
}

/// A day of the week, of which Monday is 0: `Mon`.
pub fn weekday(lang: Lang, number: usize) -> String {
    with(lang, |formats| {
        formats.weekday.format(&day_of_week(number)).to_string()
    })
}

/// The same in a sentence: `Monday`.
pub fn weekday_long(lang: Lang, number: usize) -> String {
    with(lang, |formats| {
        formats
            .weekday_long
            .format(&day_of_week(number))
            .to_string()
    })
}

/// A day of a week that begins with a Monday.
fn day_of_week(number: usize) -> icu::calendar::Date<icu::calendar::Iso> {
    let day = i8::try_from(number % 7).unwrap_or_default();
    icu::calendar::Date::convert_from(jiff::civil::date(2026, 6, 1 + day))
}

/// An hour of the day, as all five languages write it: `9:00`.
pub fn hour(number: usize) -> String {
    format!("{number}:00")
}

/// An amount of the smallest unit; whole amounts go without decimals, as in `€62,000`.
pub fn money(lang: Lang, minor: i64, currency: &str) -> String {
    let mut decimal = Decimal::from(minor);
    let digits = minor_digits(currency);
    decimal.multiply_pow10(-digits);
    if minor % 10_i64.pow(digits.unsigned_abs().into()) == 0 {
        decimal.trim_end();
    }
    let number = with(lang, |formats| formats.number.format_to_string(&decimal));
    let symbol = symbol(lang, currency);
    match lang {
        Lang::En | Lang::Zh if symbol.chars().count() > 2 => format!("{symbol}\u{a0}{number}"),
        Lang::En | Lang::Zh => match number.strip_prefix(['-', '\u{2212}']) {
            Some(positive) => format!("-{symbol}{positive}"),
            None => format!("{symbol}{number}"),
        },
        Lang::De | Lang::Ru | Lang::Uk => format!("{number}\u{a0}{symbol}"),
    }
}

const fn minor_digits(currency: &str) -> i16 {
    match currency.as_bytes() {
        b"JPY" | b"KRW" | b"VND" => 0,
        _ => 2,
    }
}

fn symbol(lang: Lang, currency: &str) -> &str {
    match currency {
        "EUR" => "€",
        "USD" if lang == Lang::Zh => "US$",
        "USD" => "$",
        "GBP" => "£",
        "UAH" => "₴",
        "RUB" => "₽",
        "CNY" if lang == Lang::Zh => "¥",
        "CNY" => "CN¥",
        "PLN" => "zł",
        other => other,
    }
}

/// A date: `21 Nov 2026`, `21.11.2026`, `2026年11月21日`.
pub fn date(lang: Lang, date: Date) -> String {
    with(lang, |formats| {
        formats
            .date
            .format(&icu::calendar::Date::convert_from(date))
            .to_string()
    })
}

/// A date of this year, as short as the language allows: `21 Nov`.
pub fn day(lang: Lang, date: Date) -> String {
    with(lang, |formats| {
        formats
            .day
            .format(&icu::calendar::Date::convert_from(date))
            .to_string()
    })
}

/// The day of a moment in the account's time zone.
pub fn day_of(lang: Lang, at: Timestamp, zone: &TimeZone) -> String {
    date(lang, at.to_zoned(zone.clone()).date())
}

/// A moment to the minute: `21 Nov 2026, 09:41`.
pub fn moment(lang: Lang, at: Timestamp, zone: &TimeZone) -> String {
    let local = at.to_zoned(zone.clone()).datetime();
    with(lang, |formats| {
        formats
            .moment
            .format(&DateTime::convert_from(local))
            .to_string()
    })
}

/// How long ago, in words up to seven days, then the date.
pub fn ago(lang: Lang, at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let past = now.duration_since(at);
    if past < SignedDuration::ZERO || past >= SignedDuration::from_hours(24 * 7) {
        return day_of(lang, at, zone);
    }
    let minutes = past.as_mins();
    if minutes < 1 {
        return Text::new(lang, "ago-now").to_string();
    }
    if minutes < 60 {
        return Text::new(lang, "ago-minutes")
            .with("count", minutes)
            .to_string();
    }
    let today = now.to_zoned(zone.clone()).date();
    let then = at.to_zoned(zone.clone()).date();
    let days = then
        .until((Unit::Day, today))
        .map_or(0, |span| span.get_days());
    match days {
        0 => Text::new(lang, "ago-hours")
            .with("count", past.as_hours())
            .to_string(),
        1 => Text::new(lang, "ago-yesterday").to_string(),
        days => Text::new(lang, "ago-days").with("count", days).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_money_follow_the_language() {
        assert_eq!(number(Lang::En, 8800), "8,800");
        assert_eq!(number(Lang::De, 8800), "8.800");
        assert_eq!(number(Lang::Ru, 1_153_214), "1\u{a0}153\u{a0}214");
        assert_eq!(money(Lang::En, 6_200_000, "EUR"), "€62,000");
        assert_eq!(money(Lang::En, -13_019, "EUR"), "-€130.19");
        assert_eq!(money(Lang::De, 13_019, "EUR"), "130,19\u{a0}€");
        assert_eq!(money(Lang::Uk, 100, "CHF"), "1\u{a0}CHF");
    }

    #[test]
    fn dates_follow_the_language_and_the_zone() {
        let at: Timestamp = "2026-11-21T22:30:00Z".parse().expect("a moment");
        let kyiv = TimeZone::get("Europe/Kyiv").expect("a zone of the bundled database");
        assert_eq!(moment(Lang::En, at, &kyiv), "22 Nov 2026, 00:30");
        assert_eq!(day_of(Lang::En, at, &TimeZone::UTC), "21 Nov 2026");
        assert_eq!(day_of(Lang::De, at, &TimeZone::UTC), "21.11.2026");
        assert_eq!(day_of(Lang::Zh, at, &TimeZone::UTC), "2026年11月21日");
    }

    #[test]
    fn months_have_names_and_tenths_a_separator() {
        let first = jiff::civil::date(2026, 11, 1);
        assert_eq!(month(Lang::En, first), "Nov");
        assert_eq!(month_of_year(Lang::En, first), "Nov 2026");
        assert_eq!(month(Lang::Zh, first), "11月");
        assert_eq!(tenths(Lang::De, 314), "31,4");
        assert_eq!(tenths(Lang::En, 750), "75.0");
    }

    #[test]
    fn the_past_is_told_in_words_for_a_week() {
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().expect("a moment");
        let back = |hours| {
            ago(
                Lang::En,
                now - SignedDuration::from_hours(hours),
                now,
                &TimeZone::UTC,
            )
        };
        assert_eq!(back(2), "2 hr ago");
        assert_eq!(back(20), "yesterday");
        assert_eq!(back(24 * 5), "5 days ago");
        assert_eq!(back(24 * 8), "13 Nov 2026");
    }
}
