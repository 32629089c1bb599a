//! The outbox as an administrator sees it; without a mail server it is where links are taken from.

use super::sql::{self, MailState, QueuedMail};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, Key, Level, Scope, ViewOutbox};
use crate::ids::{MailId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Count, Cursor, Db, Page, PageSize, Reads, StoreError};

/// A page of the outbox, newest first.
pub async fn list(
    tx: &mut impl Reads,
    scope: &Scope<ViewOutbox>,
    state: Option<MailState>,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<QueuedMail>, StoreError> {
    let items = sql::list(tx, scope, state, cursor, size).await?;
    Ok(Page::cut(items, size, cursor, Count::capped(0), |mail| {
        (String::new(), mail.id.0)
    }))
}

/// One mail, with its link as long as it waits. The link is a way in: those do not get it who may do less than
/// whoever it is for, and nobody gets that of the owner but himself and the operator (D16).
pub async fn open_link(
    tx: &mut impl Reads,
    caller: &Caller,
    id: MailId,
) -> Result<Option<QueuedMail>, OpenError> {
    let scope = caller.scope::<ViewOutbox>()?;
    let Some(mut mail) = sql::find(tx, &scope, id).await? else {
        return Ok(None);
    };
    if mail.mail.token().is_some() && !may_enter_as(tx, caller, mail.user).await? {
        mail.mail = mail.mail.without_secret();
    }
    Ok(Some(mail))
}

async fn may_enter_as(
    tx: &mut impl Reads,
    caller: &Caller,
    user: UserId,
) -> Result<bool, StoreError> {
    if caller.user() == Some(user) || caller.level() == Level::Owner {
        return Ok(true);
    }
    if caller.touches(tx, Key::ViewOutbox, user).await?.is_err() {
        return Ok(false);
    }
    // A link lets in whoever holds it: it is for those who could reset the password or invite anew (P64).
    for key in [Key::ResetPasswords, Key::InviteUsers] {
        if caller.reaches(tx, key, user).await?.is_err() {
            return Ok(false);
        }
    }
    let found = Caller::looked_at(tx, caller.tenant(), user).await?;
    Ok(found.is_none_or(|(other, _)| other.level() < Level::Owner))
}

/// Why a mail is not shown.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for OpenError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Store(_) => Vec::new(),
        }
    }
}

/// Why a mail was not cancelled.
#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// It is not waiting any more, or there is no such mail.
    #[error("there is no such waiting mail")]
    NotWaiting,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CancelError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NotWaiting => &problem::NOT_FOUND,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Takes a waiting mail back.
pub async fn cancel(db: &Db, caller: &Caller, id: MailId) -> Result<(), CancelError> {
    let scope = caller.scope::<ViewOutbox>()?;
    let mut tx = db.write().await?;
    let mail = sql::find(&mut tx, &scope, id)
        .await?
        .ok_or(CancelError::NotWaiting)?;
    if !sql::cancel(&mut tx, &scope, id).await? {
        return Err(CancelError::NotWaiting);
    }
    let event = Event::new(EventKind::MailCancelled)
        .on(SubjectKind::User, mail.user, mail.to_name)
        .detail("mail", mail.mail.kind());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
