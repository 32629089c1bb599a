//! Statistics: what is counted, whom it is credited to, who may see it, and what leaves as a file.

mod credit;
mod people_who_left;
mod reach;
mod real_data;
mod screens;
mod seats;
mod sign_ins;

use seatwise_domain::authz::{Caller, ViewStatistics};
use seatwise_domain::statistics::{Filter, Span, Statistics, StatisticsError, figures};
use seatwise_domain::store::Db;

/// From one day to another.
pub fn days(from: &str, to: &str) -> Filter {
    Filter {
        span: Some(Span::Days(
            from.parse().expect("a day"),
            to.parse().expect("a day"),
        )),
        ..Filter::default()
    }
}

/// What a caller is answered.
pub async fn asked(
    db: &Db,
    caller: &Caller,
    filter: &Filter,
) -> Result<Statistics, StatisticsError> {
    let scope = caller.records::<ViewStatistics>().expect("a right");
    let mut tx = db.read().await.expect("a snapshot");
    figures(&mut tx, &scope, filter).await
}

/// The names of the lines, with leads won.
pub fn won(found: &Statistics) -> Vec<(String, u64)> {
    let lines = found.people.iter();
    lines
        .map(|line| (line.person.name.clone(), line.now.won))
        .collect()
}
