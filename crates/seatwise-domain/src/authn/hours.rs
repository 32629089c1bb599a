//! When people sign in: how often in each hour of the week, by the clock of the account. No line says who.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::args;
use crate::authz::{Scope, ViewAudit};
use crate::clock::day_number;
use crate::ids::TenantId;
use crate::stmt;
use crate::store::{Reads, StoreError, WriteTx};

stmt!(
    ZONE = "select time_zone from tenants where id = $1",
    ADD = "insert into sign_in_hours (tenant_id, day, hour, number) values ($1, $2, $3, 1)
           on conflict (tenant_id, day, hour) do update set number = sign_in_hours.number + excluded.number",
    // The first of January 1970 was a Thursday.
    BETWEEN = "select (day + 3) % 7, hour, cast(sum(number) as bigint) from sign_in_hours
                where tenant_id = $1 and day >= $2 and day <= $3 group by 1, 2 order by 1, 2 limit 168"
);

/// How often people signed in, by day of the week from Monday on and by hour.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Week(pub [[u64; 24]; 7]);

impl Week {
    /// Day (Monday is 0), hour and number, where the number is not zero.
    pub fn hours(&self) -> impl Iterator<Item = (usize, usize, u64)> {
        let days = self.0.iter().enumerate();
        let hours = days.flat_map(|(day, hours)| {
            let hours = hours.iter().enumerate();
            hours.map(move |(hour, number)| (day, hour, *number))
        });
        hours.filter(|(_, _, number)| *number > 0)
    }

    /// Its day, hour and number where most signed in, the earliest of several; none if nobody did.
    pub fn busiest(&self) -> Option<(usize, usize, u64)> {
        self.hours()
            .max_by_key(|(day, hour, number)| (*number, std::cmp::Reverse((*day, *hour))))
    }
}

/// Step: counts a session that begins now.
pub(super) async fn count(tx: &mut WriteTx, tenant: TenantId) -> Result<(), StoreError> {
    let zone = match tx.row(ZONE.with(args![tenant])).await? {
        Some(row) => TimeZone::get(&row.reader().text()?).unwrap_or(TimeZone::UTC),
        None => TimeZone::UTC,
    };
    let here = zone.to_datetime(tx.now().to_jiff());
    let hour = i64::from(here.hour());
    tx.run(ADD.with(args![tenant, day_number(here.date()), hour]))
        .await
        .map(drop)
}

/// How often people signed in from one day to another, both included.
pub async fn sign_ins(
    tx: &mut impl Reads,
    scope: &Scope<ViewAudit>,
    (from, to): (Date, Date),
) -> Result<Week, StoreError> {
    let days = args![scope.tenant(), day_number(from), day_number(to)];
    let mut week = Week::default();
    for row in tx.rows(BETWEEN.with(days)).await? {
        let mut row = row.reader();
        let place = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let (day, hour) = (place(row.count()?), place(row.count()?));
        let number = row.count()?;
        if let Some(cell) = week.0.get_mut(day).and_then(|hours| hours.get_mut(hour)) {
            *cell = number;
        }
    }
    Ok(week)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_hour_is_the_earliest_of_several() {
        let mut week = Week::default();
        assert_eq!(week.busiest(), None);
        week.0[4][9] = 3;
        week.0[1][20] = 3;
        week.0[1][21] = 3;
        week.0[6][0] = 1;
        assert_eq!(week.busiest(), Some((1, 20, 3)));
        assert_eq!(week.hours().count(), 4);
    }
}
