//! Trying a change of access: it is made in a transaction, looked at, and the transaction is let go (D7). What
//! is told is what the deciding function says, so that it is what happens.

use std::collections::HashSet;

use super::effect::{Effect, LeadCounts, Look, Snapshot, TOLD, people_concerned};
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::store::{Reads, StoreError};

/// What people could do and see before the change.
#[derive(Debug)]
pub(crate) struct Rehearsal {
    tenant: TenantId,
    looks: Vec<Look>,
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
        let counts = LeadCounts::load(tx, tenant).await?;
        Self::counted(tx, tenant, users, counts).await
    }

    /// The same where the transaction has moved leads before.
    pub(crate) async fn counted(
        tx: &mut impl Reads,
        tenant: TenantId,
        users: impl IntoIterator<Item = UserId>,
        counts: LeadCounts,
    ) -> Result<Self, StoreError> {
        let mut seen = HashSet::new();
        let users: Vec<UserId> = users
            .into_iter()
            .filter(|user| seen.insert(*user))
            .collect();
        let concerned = users.len() as u64;
        Self::begin(tx, tenant, users, (concerned, counts)).await
    }

    /// Looks at everybody whom a setting of the account can concern.
    pub(crate) async fn of_all(tx: &mut impl Reads, tenant: TenantId) -> Result<Self, StoreError> {
        let (users, concerned) = people_concerned(tx, tenant).await?;
        let counts = LeadCounts::load(tx, tenant).await?;
        Self::begin(tx, tenant, users, (concerned, counts)).await
    }

    async fn begin(
        tx: &mut impl Reads,
        tenant: TenantId,
        users: Vec<UserId>,
        (concerned, counts): (u64, LeadCounts),
    ) -> Result<Self, StoreError> {
        let looks = users.into_iter().take(TOLD).map(|user| (user, None));
        let looks: Vec<Look> = looks.collect();
        Ok(Self {
            tenant,
            counts,
            before: Snapshot::of(tx, tenant, &looks).await?,
            looks,
            concerned,
        })
    }

    /// Looks at one of these people at later moments, too: what counts from a day on does nothing now (P55).
    pub(crate) async fn also_on(
        mut self,
        tx: &mut impl Reads,
        user: UserId,
        days: impl IntoIterator<Item = Timestamp>,
    ) -> Result<Self, StoreError> {
        let looks: Vec<Look> = days.into_iter().map(|day| (user, Some(day))).collect();
        let seen = Snapshot::of(tx, self.tenant, &looks).await?;
        self.before.add(seen);
        self.looks.extend(looks);
        Ok(self)
    }

    /// What the change did; ask after it, and let the transaction go.
    pub(crate) async fn end(self, tx: &mut impl Reads) -> Result<Effect, StoreError> {
        let after = Snapshot::of(tx, self.tenant, &self.looks).await?;
        Ok(self.before.until(&after, &self.counts, self.concerned))
    }
}
