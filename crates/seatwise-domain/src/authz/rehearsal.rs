//! Trying a change of access: it is made in a transaction, looked at, and the transaction is let go (D7). What
//! is told is what the deciding function says, so that it is what happens.

use std::collections::HashSet;

use super::effect::{Effect, LeadCounts, Snapshot, TOLD, people_concerned};
use crate::ids::{TenantId, UserId};
use crate::store::{Reads, StoreError};

/// What people could do and see before the change.
#[derive(Debug)]
pub(crate) struct Rehearsal {
    tenant: TenantId,
    users: Vec<UserId>,
    concerned: u64,
    counts: LeadCounts,
    before: Snapshot,
}

impl Rehearsal {
    /// Looks at these people; ask before the change, in its transaction. At most [`TOLD`] are looked at.
    pub(crate) async fn of(
        tx: &mut impl Reads,
        tenant: TenantId,
        users: impl IntoIterator<Item = UserId>,
    ) -> Result<Self, StoreError> {
        let mut seen = HashSet::new();
        let users: Vec<UserId> = users
            .into_iter()
            .filter(|user| seen.insert(*user))
            .collect();
        let concerned = users.len() as u64;
        Self::begin(tx, tenant, users, concerned).await
    }

    /// Looks at everybody whom a setting of the account can concern.
    pub(crate) async fn of_all(tx: &mut impl Reads, tenant: TenantId) -> Result<Self, StoreError> {
        let (users, concerned) = people_concerned(tx, tenant).await?;
        Self::begin(tx, tenant, users, concerned).await
    }

    async fn begin(
        tx: &mut impl Reads,
        tenant: TenantId,
        mut users: Vec<UserId>,
        concerned: u64,
    ) -> Result<Self, StoreError> {
        users.truncate(TOLD);
        Ok(Self {
            tenant,
            counts: LeadCounts::load(tx, tenant).await?,
            before: Snapshot::take(tx, tenant, &users).await?,
            users,
            concerned,
        })
    }

    /// What the change did; ask after it, and let the transaction go.
    pub(crate) async fn end(self, tx: &mut impl Reads) -> Result<Effect, StoreError> {
        let after = Snapshot::take(tx, self.tenant, &self.users).await?;
        Ok(self.before.until(&after, &self.counts, self.concerned))
    }
}
