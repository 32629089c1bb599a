//! Taking back what was shared.

use super::sql;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, Party, ShareRecords};
use crate::ids::{EventId, RecordId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records;
use crate::store::{Db, StoreError};

/// Why nothing was taken back.
#[derive(Debug, thiserror::Error)]
pub enum UnshareError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The lead is not within reach, or not shared with that side.
    #[error("there is no such lead, or it is not shared")]
    Unknown,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for UnshareError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Takes back what was shared with a side, whoever shared it and whatever state the side is in.
pub async fn unshare(
    db: &Db,
    caller: &Caller,
    lead: RecordId,
    with: Party,
    reason: &str,
) -> Result<(), UnshareError> {
    let scope = caller.records::<ShareRecords>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let found = records::lock(&mut tx, &scope, lead).await?;
    let found = found.ok_or(UnshareError::Unknown)?;
    let shares = sql::shares(&mut tx, scope.tenant(), lead).await?;
    let share = shares.into_iter().find(|share| share.with.party == with);
    let share = share.ok_or(UnshareError::Unknown)?;
    sql::unshare(&mut tx, scope.tenant(), lead, with).await?;
    let number: EventId = tx.id();
    let nobody: Option<String> = None;
    let event = Event::new(EventKind::LeadUnshared)
        .with_id(number)
        .on(SubjectKind::Lead, lead, found.row.title)
        .change("shared_with", share.with.name, nobody.clone())
        .change("share_access", share.access.as_str(), nobody)
        .reason(&reason);
    records::note_act(&mut tx, &scope, lead, &event, number).await?;
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
