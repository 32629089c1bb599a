//! The leads of the demonstration, as the table that the company brings along.

use std::fmt::Write as _;

use jiff::civil::Date;
use seatwise_domain::ids::Ids;

use super::people::HOST;

const COMPANIES: &[&str] = &[
    "Krämer Holzbau",
    "Stadtwerke Elmshorn",
    "Bäckerei Petersen",
    "Hofgut Lindenau",
    "Autohaus Gräf",
    "Reederei Claasen",
    "Brauerei Steinwald",
    "Klinikum Isartal",
    "Möbel Hartwig",
    "Gärtnerei Sonnleitner",
    "Molkerei Allgäuland",
    "Weingut Rebholz",
    "Агрофірма Колос",
    "Завод Будмаш",
    "Пекарня Київська",
    "Логістика Дніпро",
    "Готель Карпати",
    "Тепличний комбінат Полтава",
    "Склад-Сервис",
    "Мебельная фабрика Север",
    "华东精密机械",
    "苏州食品集团",
    "宁波港物流",
    "杭州纺织",
    "上海冷链",
    "Stolarnia Mazury",
    "Hurtownia Warta",
    "Boulangerie Martin",
    "Coopérative du Rhône",
    "Viñedos del Duero",
    "Aceites Jaén",
    "Kerry Dairy Farmers",
    "Galway Cold Store",
    "Vrtovi Zagreb",
    "Pekárna Vltava",
    "Segheria Alpina",
    "Hà Nội Textiles",
    "Van Dijk Greenhouses",
    "Aarhus Fisk",
    "Bergström Papper",
];

const PRODUCTS: &[(&str, u64)] = &[
    ("roof 30 kWp", 38_000),
    ("roof 80 kWp", 92_000),
    ("roof 250 kWp", 260_000),
    ("battery store 100 kWh", 74_000),
    ("carport with charging", 48_500),
    ("maintenance, 5 years", 9_600),
    ("ground mount 1 MWp", 810_000),
    ("energy monitoring", 5_400),
];

const CONTACTS: &[&str] = &[
    "Sabine Krämer",
    "Holger Petersen",
    "Ірина Савчук",
    "Олег Мороз",
    "Павел Зайцев",
    "周建国",
    "吴敏",
    "Marek Zieliński",
    "Claire Dubois",
    "Carmen Ruiz",
    "Aoife Byrne",
    "Ivana Babić",
];

/// A lead without its owner.
#[derive(Debug)]
pub struct Prospect {
    /// Company and product.
    pub title: String,
    /// In the smallest unit of the currency.
    pub value_minor: i64,
    /// The person at the company.
    pub contact: &'static str,
}

/// A lead of the seeded kind.
pub fn prospect(dice: &Ids) -> Prospect {
    let company = one_of(dice, COMPANIES);
    let (product, price) = one_of(dice, PRODUCTS);
    let percent = 80 + dice.below(45);
    let value = i64::try_from(price * percent).unwrap_or_default();
    Prospect {
        title: format!("{company}: {product}"),
        value_minor: value,
        contact: one_of(dice, CONTACTS),
    }
}

/// One of a list.
pub fn one_of<T: Copy>(dice: &Ids, list: &[T]) -> T {
    let at = usize::try_from(dice.below(list.len() as u64)).unwrap_or_default();
    *list
        .get(at)
        .or(list.first())
        .expect("a list with something in it")
}

/// The columns of [`table`].
pub const COLUMNS: &str =
    "Opportunity,Title,Owner,Stage,Value,Opened,Closed,Contact,Contact mail,Region,Source";

/// The leads that the company had before, as a CSV file; closed ones were closed in the year before `until`.
pub fn table(dice: &Ids, owners: &[(&str, &str)], count: u32, until: Date) -> String {
    let mut out = format!("{COLUMNS}\n");
    for number in 1..=count {
        let lead = prospect(dice);
        let (owner, region) = one_of(dice, owners);
        let stage = match dice.below(100) {
            0..32 => "won",
            32..56 => "lost",
            56..60 => "cancelled",
            60..80 => "engaging",
            _ => "prospecting",
        };
        let age = i64::try_from(30 + dice.below(360)).unwrap_or(30);
        let opened = before(until, age);
        let closed = if matches!(stage, "won" | "lost" | "cancelled") {
            let took = 10 + i64::try_from(dice.below(120)).unwrap_or_default();
            before(until, (age - took).max(1)).to_string()
        } else {
            String::new()
        };
        let source = one_of(dice, &["Fair", "Web", "Referral", "Call", "Partner"]);
        let (whole, cents) = (lead.value_minor / 100, lead.value_minor % 100);
        // Writing to a text can't fail.
        let _ = writeln!(
            out,
            "NW-{number:05},\"{}\",{owner}@{HOST},{stage},{whole}.{cents:02},{opened},{closed},\"{}\",contact{number}@customer.example,{region},{source}",
            lead.title, lead.contact
        );
    }
    out
}

fn before(day: Date, days: i64) -> Date {
    day.checked_sub(jiff::Span::new().days(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_table() {
        let table = |seed| {
            let day = jiff::civil::date(2026, 5, 1);
            super::table(
                &Ids::from_seed(seed),
                &[("a", "North"), ("b", "South")],
                50,
                day,
            )
        };
        assert_eq!(table(7), table(7));
        assert_ne!(table(7), table(8));
        assert_eq!(table(7).lines().count(), 51);
    }
}
