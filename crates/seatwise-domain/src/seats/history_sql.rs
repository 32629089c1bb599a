//! Statements about what changed in the seats of an account.

use crate::args;
use crate::authz::SeatKind;
use crate::clock::Timestamp;
use crate::ids::TenantId;
use crate::stmt;
use crate::store::{Args, Reads, Sql, StoreError};

stmt!(
    FIRST = "select min(at) from seat_changes where tenant_id = $1",
    PRESENT = "select kind, count(*), count(user_id) from seats where tenant_id = $1 group by kind"
);

/// What changed in the seats of a kind between a moment and the next one, or since the last one.
pub(super) struct Changed {
    /// The place of the earlier moment.
    pub since: usize,
    pub kind: SeatKind,
    pub bought: i64,
    pub used: i64,
}

/// When a seat changed for the first time.
pub(super) async fn first_change(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Option<Timestamp>, StoreError> {
    match tx.row(FIRST.with(args![tenant])).await? {
        Some(row) => row.reader().at_opt(),
        None => Ok(None),
    }
}

/// Each kind with how many seats there are and how many are taken.
pub(super) async fn present(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<[(SeatKind, i64, i64); 2], StoreError> {
    let mut present = SeatKind::ALL.map(|kind| (kind, 0, 0));
    for row in tx.rows(PRESENT.with(args![tenant])).await? {
        let mut row = row.reader();
        let (kind, bought, used): (SeatKind, _, _) = (row.word()?, row.int()?, row.int()?);
        for line in &mut present {
            if line.0 == kind {
                *line = (kind, bought, used);
            }
        }
    }
    Ok(present)
}

pub(super) async fn changes_between(
    tx: &mut impl Reads,
    tenant: TenantId,
    moments: &[Timestamp],
) -> Result<Vec<Changed>, StoreError> {
    if moments.is_empty() {
        return Ok(Vec::new());
    }
    let never = Timestamp::from_micros(i64::MAX);
    let ends = moments.iter().copied().skip(1).chain([never]);
    let spans = moments.iter().copied().zip(ends).enumerate();
    let spans = spans.map(|(place, (from, until))| -> Args { args![place, from, until] });
    // From each span to its changes, which one walk of the primary key finds.
    let sql = Sql::new("with v (place, since, until) as (values ")
        .rows(spans)
        .push(
            ") select v.place, c.kind, cast(sum(c.bought) as bigint), cast(sum(c.used) as bigint)
                 from v cross join seat_changes c
                where c.tenant_id = $? and c.at > v.since and c.at <= v.until
                group by v.place, c.kind",
            args![tenant],
        );
    let rows = tx.rows(sql).await?;
    let changes = rows.iter().map(|row| {
        let mut row = row.reader();
        Ok(Changed {
            since: usize::try_from(row.count()?)
                .map_err(|error| StoreError::Fault(Box::new(error)))?,
            kind: row.word()?,
            bought: row.int()?,
            used: row.int()?,
        })
    });
    changes.collect()
}
