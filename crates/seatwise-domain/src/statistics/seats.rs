//! Seats over time, for whoever may see the licences: how many there were and how many were taken at the end of each
//! month.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::period::moved;
use super::{Filter, Statistics};
use crate::authz::{Caller, SeatKind, ViewSeats};
use crate::clock::Timestamp;
use crate::seats::{self, Taken};
use crate::store::{Reads, StoreError};
use crate::tenants;

/// The seats at the end of a month; of the month that today is in, now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatMonth {
    /// Its first day.
    pub first: Date,
    /// Both kinds, sales seats first.
    pub kinds: [Taken; 2],
}

impl SeatMonth {
    /// How many seats of a kind there were and how many were taken.
    pub fn of(&self, kind: SeatKind) -> Option<&Taken> {
        self.kinds.iter().find(|taken| taken.kind == kind)
    }
}

/// The kinds to tell of: sales seats, and team seats where there were any.
pub fn seat_kinds(months: &[SeatMonth]) -> Vec<SeatKind> {
    let had = |kind: SeatKind| {
        let mut taken = months.iter().filter_map(|month| month.of(kind));
        taken.any(|taken| taken.bought > 0)
    };
    let kinds = SeatKind::ALL.into_iter();
    let told = kinds.filter(|kind| *kind == SeatKind::Regular || had(*kind));
    told.collect()
}

/// The seats in the months of the figures, without those of which nothing is known and those to come. None for whoever
/// may not see licences, for all of time, and for figures of a team or of a person, who have no seats of their own.
pub async fn seats(
    tx: &mut impl Reads,
    caller: &Caller,
    filter: &Filter,
    found: &Statistics,
) -> Result<Option<Vec<SeatMonth>>, StoreError> {
    let Ok(scope) = caller.scope::<ViewSeats>() else {
        return Ok(None);
    };
    if filter.team.is_some() || filter.user.is_some() || found.months.is_empty() {
        return Ok(None);
    }
    let account = tenants::find(tx, scope.tenant()).await?;
    let account = account.ok_or_else(|| StoreError::fault("the account of a scope is there"))?;
    let zone = account.zone();
    let now = tx.now();
    let today = now.date_in(&zone);
    let begun = found.months.iter().map(|month| month.first);
    let begun: Vec<Date> = begun.filter(|first| *first <= today).collect();
    let ends = begun.iter().map(|first| end(*first, &zone).min(now));
    let ends: Vec<Timestamp> = ends.collect();
    let known = seats::history(tx, &scope, &ends).await?;
    let months = begun.into_iter().zip(known);
    let months = months.filter_map(|(first, kinds)| {
        let kinds = kinds?;
        Some(SeatMonth { first, kinds })
    });
    Ok(Some(months.collect()))
}

/// The last instant of a month.
fn end(first: Date, zone: &TimeZone) -> Timestamp {
    let next = DateTime::from_parts(moved(first, 1), Time::midnight());
    let next = zone.to_ambiguous_timestamp(next).compatible();
    next.map_or(Timestamp::from_micros(i64::MAX), |next| {
        Timestamp::from_micros(next.as_microsecond() - 1)
    })
}
