//! The figures of the statistics as a file: the total, the period before, each user, each month.

use seatwise_domain::authz::Caller;
use seatwise_domain::records::Minor;
use seatwise_domain::statistics::{self, Filter, Numbers, Period};
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
    let found = statistics::export(db, caller, filter, format.ending()).await?;
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
    let target = target(lang, caller, format, "nav-statistics");
    let mut sheet = Sheet::new(&target, &heads(lang, &keys))?;
    let word = |key: &'static str| Text::new(lang, key).to_string();
    let days = |period: Option<Period>| match period {
        Some(period) => format!("{} – {}", period.from, period.to),
        None => word("statistics-period-ever"),
    };
    let mut row = |part: &'static str, name: String, numbers: &Numbers, year_before: Cell| {
        let mut cells = vec![word(part).into(), name.into()];
        cells.extend(figures(numbers));
        cells.extend(Some(year_before).filter(|_| values));
        sheet.row(&cells);
    };
    row(
        "statistics-part-period",
        days(found.period),
        &found.total,
        Cell::Blank,
    );
    if let Some(before) = found.before {
        row(
            "statistics-part-before",
            days(Some(before)),
            &found.total_before,
            Cell::Blank,
        );
    }
    for line in found.people {
        let name = line.person.name;
        row("statistics-part-user", name, &line.now, Cell::Blank);
    }
    if let Some(others) = &found.others {
        let name = word("statistics-others");
        row("statistics-part-user", name, others, Cell::Blank);
    }
    for month in &found.months {
        let name = format::month_of_year(lang, month.first);
        let before = money(month.year_before.value);
        row("statistics-part-month", name, &month.now, before);
    }
    Ok(sheet.finish()?)
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
