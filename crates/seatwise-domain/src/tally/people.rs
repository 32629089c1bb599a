//! How many people are in each state.

use crate::args;
use crate::ids::TenantId;
use crate::stmt;
use crate::store::{Reads, StoreError, WriteTx};

stmt!(
    ADD = "insert into user_tallies (tenant_id, state, number) values ($1, $2, $3)
           on conflict (tenant_id, state) do update set number = user_tallies.number + excluded.number",
    LIST = "select state, number from user_tallies where tenant_id = $1 order by state limit 20"
);

/// Step: notes that `number` people went from one state to another; `None` is outside of the account.
pub(crate) async fn moved(
    tx: &mut WriteTx,
    tenant: TenantId,
    from: Option<&str>,
    to: Option<&str>,
    number: u64,
) -> Result<(), StoreError> {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    if number == 0 || from == to {
        return Ok(());
    }
    // Always in the order of the words, so that two transactions never wait for each other.
    let mut steps: Vec<(&str, i64)> = [(from, -number), (to, number)]
        .into_iter()
        .filter_map(|(state, n)| state.map(|s| (s, n)))
        .collect();
    steps.sort_unstable();
    for (state, number) in steps {
        tx.run(ADD.with(args![tenant, state, number])).await?;
    }
    Ok(())
}

/// The states with the number of people in each.
pub(crate) async fn list(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<(String, u64)>, StoreError> {
    let rows = tx.rows(LIST.with(args![tenant])).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.text()?, row.count()?))
        })
        .collect()
}
