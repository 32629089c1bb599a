//! The days to come on which people may do something else than today: a role of theirs begins or ends then (P55).

use std::collections::HashMap;

use crate::args;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::store::{Reads, Sql, StoreError};

const BATCH: usize = 500;

/// These days for each of the people who have one, in their order. Whoever asks what somebody may do asks it of today
/// and of them, since what is done today still holds then.
pub(crate) async fn turns(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<Timestamp>>, StoreError> {
    let now = tx.now();
    let mut turns: HashMap<UserId, Vec<Timestamp>> = HashMap::new();
    for users in users.chunks(BATCH) {
        let sql = Sql::new("select h.user_id, h.starts_at, h.expires_at from user_roles h")
            .push(
                " where h.tenant_id = $? and (h.starts_at > $? or h.expires_at > $?) and h.user_id in ",
                args![tenant, now, now],
            )
            .list(users.iter().copied());
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let user = row.id()?;
            let days = [row.at_opt()?, row.at_opt()?];
            let days = days.into_iter().flatten().filter(|day| *day > now);
            turns.entry(user).or_default().extend(days);
        }
    }
    for days in turns.values_mut() {
        days.sort_unstable();
        days.dedup();
    }
    Ok(turns)
}
