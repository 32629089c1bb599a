//! Rows about statistics: a year of an account that has worked for five years, and a year against the one before.

use std::time::Duration;

use seatwise_domain::authz::{RecordScope, ViewStatistics};
use seatwise_domain::statistics::{Filter, Span, figures};

use crate::Wanted;
use crate::data::World;
use crate::measure::per_turn;
use crate::table::Table;

/// How each row begins.
pub const NAME: &str = "statistics";

const TURNS: u32 = 10;

/// Both rows. The first year of the account has nothing before it; of any other the year before is counted, too.
pub async fn measure(world: &World, wanted: &Wanted, table: &mut Table) {
    for (year, limit, words) in [
        (2021, 150, "of a year"),
        (2025, 300, "of a year and the year before"),
    ] {
        let name = format!("{NAME} {words} ({})", world.name());
        if wanted.has(&name) {
            let cost = of_year(world, year).await;
            table.cpu(name, cost, Duration::from_millis(limit), None);
        }
    }
}

async fn of_year(world: &World, year: i16) -> Duration {
    let caller = world.caller(world.owner).await;
    let scope: RecordScope<ViewStatistics> = caller.records().expect("may see");
    let date = jiff::civil::date;
    let filter = Filter {
        span: Some(Span::Days(date(year, 1, 1), date(year, 12, 31))),
        ..Filter::default()
    };
    per_turn(world.server(), TURNS, async || {
        let mut tx = world.db.read().await.expect("a snapshot");
        let found = figures(&mut tx, &scope, &filter).await.expect("figures");
        assert!(found.total.created > 190_000 && found.total.won > 0);
        assert_eq!(found.total_before.won > 0, year > 2021);
        assert_eq!(found.months.len(), 12);
    })
    .await
}
