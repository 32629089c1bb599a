//! Delivery: claim a few, send them, note what became of each. A mail is tried until it is taken or refused.

use super::sql;
use super::transport::{SendError, Transport};
use super::{Compose, QueuedMail};
use crate::audit::Audit;
use crate::store::{Db, Reads as _, StoreError};

/// Mails of one claim: their time-outs together end before the claim does.
const BATCH: i64 = 7;
/// A process that dies while it sends leaves the mail to the next try after this pause.
const CLAIM_SECONDS: i64 = 120;

/// What a round of delivery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Taken by the mail server.
    pub sent: u64,
    /// To be tried again.
    pub later: u64,
    /// Refused for good.
    pub failed: u64,
}

/// Sends what is due, at most 7 mails; call again while something was sent. Without a mail server the
/// mails wait.
pub async fn deliver_due(
    db: &Db,
    compose: &dyn Compose,
    transport: &Transport,
) -> Result<Delivered, StoreError> {
    let mut done = Delivered::default();
    if !transport.is_set_up() {
        return Ok(done);
    }
    let mut tx = db.write().await?;
    let next = tx.now().plus_seconds(CLAIM_SECONDS);
    let claimed = sql::claim(&mut tx, BATCH, next).await?;
    if claimed.is_empty() {
        return Ok(done);
    }
    tx.commit(Audit::Housekeeping).await?;
    for mail in claimed {
        let composed = compose.compose(&mail);
        let result = transport.send(&mail, &composed).await;
        record(db, &mail, result, &mut done).await?;
    }
    Ok(done)
}

async fn record(
    db: &Db,
    mail: &QueuedMail,
    result: Result<(), SendError>,
    done: &mut Delivered,
) -> Result<(), StoreError> {
    let kept = serde_json::to_value(mail.mail.clone().without_secret())
        .map_err(|error| StoreError::Fault(Box::new(error)))?;
    let mut tx = db.write().await?;
    match result {
        Ok(()) => {
            sql::sent(&mut tx, mail, kept).await?;
            done.sent += 1;
        }
        Err(SendError::Refused(error)) => {
            tracing::warn!(mail = %mail.id, attempts = mail.attempts, "the mail server refused a mail for good");
            sql::failed(&mut tx, mail, &error, kept).await?;
            done.failed += 1;
        }
        Err(SendError::Later(error)) => {
            let pause = (10 * (1_i64 << mail.attempts.min(9))).min(1_800);
            tracing::info!(mail = %mail.id, attempts = mail.attempts, pause, "the mail server did not take a mail yet");
            let at = tx.now().plus_seconds(pause);
            sql::later(&mut tx, mail, at, &error).await?;
            done.later += 1;
        }
    }
    tx.commit(Audit::Housekeeping).await
}
