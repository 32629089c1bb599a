//! The figures of the statistics as a file: the total, the period before, each user, each month with its seats, and the
//! hours of the week in which people sign in.

use jiff::civil::Date;
use seatwise_domain::authn::Week;
use seatwise_domain::authz::{Caller, SeatKind};
use seatwise_domain::records::Minor;
use seatwise_domain::statistics::{self, Filter, MonthLine, Numbers, Period};
use seatwise_domain::store::Db;
use seatwise_tables::Cell;

use super::{FileError, Format, Sheet, count, heads, target};
use crate::format;
use crate::locale::Lang;
use crate::text::Text;

/// The figures within reach, with the same numbers as the page.
pub async fn statistics(
    db: &Db,
    caller: &Caller,
    filter: &Filter,
    lang: Lang,
    format: Format,
) -> Result<Vec<u8>, FileError> {
    let taken = statistics::export(db, caller, filter, format.ending()).await?;
    let (found, seats) = (taken.figures, taken.seats);
    let values = found.total.value.is_some();
    let keys: Vec<&'static str> = [
        "statistics-part",
        "statistics-col-name",
        "statistics-col-created",
        "statistics-col-won",
        "statistics-col-lost",
        "statistics-col-cancelled",
        "statistics-value",
        "statistics-rate",
        "statistics-days",
        "statistics-col-year-before",
    ]
    .into_iter()
    .filter(|key| values || !matches!(*key, "statistics-value" | "statistics-col-year-before"))
    .collect();
    let word = |key: &'static str| Text::new(lang, key).to_string();
    let target = target(lang, caller, format, "nav-statistics");
    // What a role of the reader hides, and what he may not see, has no columns.
    let kinds = seats.as_deref().map(statistics::seat_kinds);
    let kinds = kinds.unwrap_or_default();
    let mut heads = heads(lang, &keys);
    heads.extend(kinds.iter().flat_map(|kind| seat_heads(lang, *kind)));
    let before_sign_ins = heads.len();
    if taken.sign_ins.is_some() {
        heads.push(word("statistics-sign-ins-col"));
    }
    let mut sheet = Sheet::new(&target, &heads)?;
    let days = |period: Option<Period>| match period {
        Some(period) => format!("{} – {}", period.from, period.to),
        None => word("statistics-period-ever"),
    };
    let taken_in = |month: Option<Date>| {
        let months = seats.iter().flatten();
        let mut months = months.filter(|seats| Some(seats.first) == month);
        let month = months.next();
        let cells = kinds.iter().flat_map(move |kind| {
            let taken = month.and_then(|month| month.of(*kind));
            let numbers = taken.map(|taken| [taken.bought, taken.used].map(count));
            numbers.unwrap_or([Cell::Blank, Cell::Blank])
        });
        cells.collect::<Vec<Cell>>()
    };
    let mut row =
        |part: &'static str, name: String, numbers: &Numbers, month: Option<&MonthLine>| {
            let mut cells = vec![word(part).into(), name.into()];
            cells.extend(figures(numbers));
            let before = month.map_or(Cell::Blank, |month| money(month.year_before.value));
            cells.extend(Some(before).filter(|_| values));
            cells.extend(taken_in(month.map(|month| month.first)));
            sheet.row(&cells);
        };
    row(
        "statistics-part-period",
        days(found.period),
        &found.total,
        None,
    );
    if let Some(before) = found.before {
        row(
            "statistics-part-before",
            days(Some(before)),
            &found.total_before,
            None,
        );
    }
    for line in found.people {
        let name = line.person.name;
        row("statistics-part-user", name, &line.now, None);
    }
    if let Some(others) = &found.others {
        let name = word("statistics-others");
        row("statistics-part-user", name, others, None);
    }
    for month in &found.months {
        let name = format::month_of_year(lang, month.first);
        row("statistics-part-month", name, &month.now, Some(month));
    }
    for (day, hour, number) in taken.sign_ins.iter().flat_map(Week::hours) {
        let name = Text::new(lang, "statistics-sign-ins-hour")
            .with("day", format::weekday(lang, day))
            .with("hour", format::hour(hour))
            .to_string();
        let mut cells = vec![word("statistics-sign-ins-col").into(), name.into()];
        cells.resize(before_sign_ins, Cell::Blank);
        cells.push(count(number));
        sheet.row(&cells);
    }
    Ok(sheet.finish()?)
}

/// The heads of the columns of a kind of seats, in the file and on the page: bought and used.
pub(crate) fn seat_heads(lang: Lang, kind: SeatKind) -> [String; 2] {
    let kind = Text::new(lang, ["seats-", kind.as_str()].concat()).to_string();
    let keys = ["statistics-seats-col-bought", "statistics-seats-col-used"];
    keys.map(|key| Text::new(lang, key).with("kind", kind.clone()).to_string())
}

fn money(value: Option<Minor>) -> Cell {
    value.map_or(Cell::Blank, |value| Cell::Money(value.0))
}

/// The cells of a line; where values are hidden there is none for them.
fn figures(numbers: &Numbers) -> impl Iterator<Item = Cell> {
    // Tenths, as amounts with two decimals.
    let tenths = |number: Option<u64>| match number.map(i64::try_from) {
        Some(Ok(number)) => Cell::Money(number.saturating_mul(10)),
        _ => Cell::Blank,
    };
    let counts = [
        numbers.created,
        numbers.won,
        numbers.lost,
        numbers.cancelled,
    ];
    let value = numbers.value.map(|value| Cell::Money(value.0));
    let rates = [numbers.win_rate(), numbers.days_to_close()].map(tenths);
    counts.map(count).into_iter().chain(value).chain(rates)
}
