//! The row about statistics: a year, against the year before, of an account that has worked for five years.

use std::time::Duration;

use seatwise_domain::authz::{RecordScope, ViewStatistics};
use seatwise_domain::statistics::{Filter, Span, figures};

use crate::data::World;
use crate::measure::per_turn;
use crate::table::Table;

pub const NAME: &str = "statistics of a year and the year before";

const TURNS: u32 = 10;

pub async fn year(world: &World, table: &mut Table) {
    let scope: RecordScope<ViewStatistics> =
        world.caller(world.owner).await.records().expect("may see");
    let filter = Filter {
        span: Some(Span::Days(
            jiff::civil::date(2025, 1, 1),
            jiff::civil::date(2025, 12, 31),
        )),
        ..Filter::default()
    };
    let product = per_turn(world.server(), TURNS, async || {
        let mut tx = world.db.read().await.expect("a snapshot");
        let found = figures(&mut tx, &scope, &filter).await.expect("figures");
        assert!(found.total.won > 0 && found.total_before.won > 0);
        assert_eq!(found.months.len(), 12);
    });
    let name = format!("{NAME} ({})", world.name());
    table.cpu(name, product.await, Duration::from_millis(150), None);
}
