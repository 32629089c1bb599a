//! Sharing a lead with a person, team, group or position.

use super::list::Share;
use super::parties::{self, PartyError};
use super::{Access, sql};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditRecords, Party, RecordScope, ShareRecords};
use crate::ids::{EventId, RecordId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records::{self, Lead};
use crate::store::{Db, Reads as _, StoreError, WriteTx};

/// With how many a lead is shared at most.
pub const SHARES_MAX: usize = 50;

/// A lead to be shared.
#[derive(Debug, Clone)]
pub struct NewShare {
    /// Which.
    pub lead: RecordId,
    /// With whom.
    pub with: Party,
    /// To do what.
    pub access: Access,
    /// Why, in the person's words.
    pub reason: String,
}

/// Why a lead was not shared.
#[derive(Debug, thiserror::Error)]
pub enum ShareError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// None within reach.
    #[error("there is no such lead")]
    NoSuchLead,
    /// Who may not change it lets nobody change it.
    #[error("the lead may not be changed by who shares it")]
    MayNotEdit,
    /// Nobody who could use it.
    #[error(transparent)]
    With(#[from] PartyError),
    /// The owner has all rights already, and keeps none when the lead changes hands.
    #[error("the lead is the user's own")]
    WithOwner,
    /// Nobody shares with himself, to keep a way in for later.
    #[error("nobody shares with himself")]
    WithSelf,
    /// More than a lead is shared with.
    #[error("the lead is shared with {SHARES_MAX} already")]
    TooMany,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ShareError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchLead => &problem::NOT_FOUND,
            Self::MayNotEdit => &problem::SHARE_BEYOND_OWN,
            Self::With(error) => error.problem(),
            Self::WithOwner => &problem::SHARE_WITH_OWNER,
            Self::WithSelf => &problem::SHARE_WITH_SELF,
            Self::TooMany => &problem::SHARES_FULL,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Shares a lead, or changes what somebody may do with one that is shared already. The lead itself counts as
/// untouched, so that an undo of a hand-over still moves it.
pub async fn share(db: &Db, caller: &Caller, new: &NewShare) -> Result<Share, ShareError> {
    let scope = caller.records::<ShareRecords>()?;
    let reason = Reason::read(&new.reason)?;
    let mut tx = db.write().await?;
    let lead = records::lock(&mut tx, &scope, new.lead).await?;
    let lead = lead.ok_or(ShareError::NoSuchLead)?;
    check_own_rights(&mut tx, caller, &scope, &lead, new).await?;
    let with = parties::receiver(&mut tx, &scope, new.with).await??;
    let shares = sql::shares(&mut tx, scope.tenant(), new.lead).await?;
    let before = shares.iter().find(|share| share.with.party == new.with);
    if let Some(share) = before.filter(|share| share.access == new.access) {
        return Ok(share.clone());
    }
    if before.is_none() && shares.len() >= SHARES_MAX {
        return Err(ShareError::TooMany);
    }
    let place = (new.lead, new.with);
    sql::share(&mut tx, scope.tenant(), place, new.access, scope.user()).await?;
    let number: EventId = tx.id();
    let nobody: Option<String> = None;
    let event = Event::new(EventKind::LeadShared)
        .with_id(number)
        .on(SubjectKind::Lead, new.lead, lead.row.title)
        .change("shared_with", nobody, with.name.as_str())
        .change(
            "share_access",
            before.map(|share| share.access.as_str()),
            new.access.as_str(),
        )
        .reason(&reason);
    records::note_act(&mut tx, &scope, new.lead, &event, number).await?;
    let made = Share {
        by: match before {
            Some(share) => share.by.clone(),
            None => caller.identity().map(|identity| identity.name.clone()),
        },
        since: before.map_or(tx.now(), |share| share.since),
        with,
        access: new.access,
    };
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(made)
}

/// Refuses to share with the owner or with oneself, and to let others do more than one may.
async fn check_own_rights(
    tx: &mut WriteTx,
    caller: &Caller,
    scope: &RecordScope<ShareRecords>,
    lead: &Lead,
    new: &NewShare,
) -> Result<(), ShareError> {
    if let Party::User(user) = new.with {
        if lead
            .row
            .owner
            .as_ref()
            .is_some_and(|owner| owner.id == user)
        {
            return Err(ShareError::WithOwner);
        }
        if scope.user() == Some(user) {
            return Err(ShareError::WithSelf);
        }
    }
    if new.access == Access::Edit {
        let editing = caller.records::<EditRecords>();
        let editing = editing.map_err(|_| ShareError::MayNotEdit)?;
        let found = records::find(tx, &editing, new.lead).await?;
        found.ok_or(ShareError::MayNotEdit)?;
    }
    Ok(())
}
