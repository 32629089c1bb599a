//! Queuing mails in the transaction that causes them.

use super::{Mail, sql};
use crate::authz::ActsFor;
use crate::ids::{MailId, TenantId, UserId};
use crate::store::{Args, Reads as _, StoreError, WriteTx};

const BATCH: usize = 500;

/// Somebody a mail goes to.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The person.
    pub user: UserId,
    /// The address.
    pub address: String,
    /// The name.
    pub name: String,
    /// The language to write in.
    pub language: String,
}

/// Queues one mail for whoever holds the scope.
pub async fn enqueue(
    tx: &mut WriteTx,
    scope: &impl ActsFor,
    recipient: &Recipient,
    mail: &Mail,
) -> Result<MailId, StoreError> {
    let ids = enqueue_many(tx, scope.tenant(), vec![(recipient.clone(), mail.clone())]).await?;
    ids.into_iter()
        .next()
        .ok_or_else(|| StoreError::fault("a queued mail has an id"))
}

/// Queues many mails in statements of 500.
pub async fn enqueue_many(
    tx: &mut WriteTx,
    tenant: TenantId,
    mails: Vec<(Recipient, Mail)>,
) -> Result<Vec<MailId>, StoreError> {
    let mut ids = Vec::with_capacity(mails.len());
    let mut rows: Vec<Args> = Vec::new();
    let now = tx.now();
    for (recipient, mail) in mails {
        let id: MailId = tx.id();
        let data =
            serde_json::to_value(&mail).map_err(|error| StoreError::Fault(Box::new(error)))?;
        let message_id = format!(
            "<{}.{}@seatwise>",
            crate::ids::encode(id.0),
            crate::ids::encode(tenant.0)
        );
        rows.push(crate::args![
            tenant,
            id,
            mail.kind(),
            recipient.user,
            recipient.address,
            recipient.name,
            recipient.language,
            data,
            message_id,
            "waiting",
            0_i64,
            now,
            now,
        ]);
        ids.push(id);
        if rows.len() == BATCH {
            sql::insert(tx, std::mem::take(&mut rows)).await?;
        }
    }
    if !rows.is_empty() {
        sql::insert(tx, rows).await?;
    }
    tx.wake_workers();
    Ok(ids)
}

/// Takes back waiting mails of a kind, because a newer link or a changed state made them wrong.
pub async fn cancel_of_users(
    tx: &mut WriteTx,
    scope: &impl ActsFor,
    users: &[UserId],
    kind: &'static str,
) -> Result<u64, StoreError> {
    let mut cancelled = 0;
    for users in users.chunks(BATCH) {
        cancelled += sql::cancel_of_users(tx, scope.tenant(), users, kind).await?;
    }
    Ok(cancelled)
}
