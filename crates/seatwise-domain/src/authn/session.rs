//! Signed-in browsers: listed, ended one by one or all at once.

use super::secret::Secret;
use super::{hours, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{ActsFor, Caller, Denied, EditOwn, EndsSessions, Scope, Session};
use crate::clock::Timestamp;
use crate::ids::{SessionId, TenantId, UserId};
use crate::problem::{ProblemKind, ToProblem};
use crate::store::{Db, FromRow, Reader, Reads, StoreError, WriteTx};

/// A session ends this many days after it began, whatever happens (ASVS 7.3.2).
pub const SESSION_DAYS: i64 = 30;
/// A session ends after this many days without use (ASVS 7.3.1).
pub const SESSION_IDLE_DAYS: i64 = 7;

/// A signed-in browser, as its owner sees it.
#[derive(Debug, Clone)]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// What the browser says it is.
    pub agent: String,
    /// The address it signed in from.
    pub address: String,
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last seen, to the minute.
    pub seen_at: Timestamp,
}

impl FromRow for SessionRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            agent: row.text()?,
            address: row.text()?,
            created_at: row.at()?,
            seen_at: row.at()?,
        })
    }
}

/// Where a session comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Browser<'a> {
    pub agent: &'a str,
    pub address: &'a str,
}

/// Begins a session inside the transaction that proved who it is; always a new secret (AB-030).
pub async fn begin(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    agent: &str,
    address: &str,
) -> Result<Secret, StoreError> {
    let secret = Secret::make(tx.ids(), "sws", tenant);
    let agent: String = agent
        .chars()
        .filter(|c| !c.is_control())
        .take(300)
        .collect();
    sql::insert_session(
        tx,
        tenant,
        user,
        &secret.hash,
        Browser {
            agent: &agent,
            address,
        },
    )
    .await?;
    // Last: all who come in within the hour share a line of the tally.
    hours::count(tx, tenant).await?;
    Ok(secret)
}

/// Notes that a session was used; at most once a minute, so that reading pages stays reading.
pub async fn touch(db: &Db, caller: &Caller, session: &Session) -> Result<(), StoreError> {
    if db.now() < session.seen_at.plus_seconds(60) {
        return Ok(());
    }
    let (Some(user), tenant) = (caller.user(), caller.tenant()) else {
        return Ok(());
    };
    let mut tx = db.write().await?;
    sql::touch(&mut tx, tenant, user, session.id).await?;
    tx.commit(Audit::Housekeeping).await
}

/// The open sessions of a person, newest use first, at most 100.
pub async fn sessions(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<SessionRow>, StoreError> {
    sql::sessions(tx, tenant, user).await
}

/// Why no session was ended.
#[derive(Debug, thiserror::Error)]
pub enum EndError {
    /// A read-only token ends nothing (AB-140).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for EndError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Ends one of the caller's own sessions, or all but the one named in `keep`. Tells how many.
pub async fn end(
    db: &Db,
    caller: &Caller,
    one: Option<SessionId>,
    keep: Option<SessionId>,
) -> Result<u64, EndError> {
    let scope = caller.scope::<EditOwn>()?;
    let Some(user) = scope.user() else {
        return Ok(0);
    };
    let mut tx = db.write().await?;
    let ended = sql::end_own(&mut tx, scope.tenant(), user, one, keep).await?;
    if one.is_some() && ended == 0 {
        return Ok(0);
    }
    let event = Event::new(EventKind::SessionsEnded)
        .on(SubjectKind::User, user, caller.actor().name.clone())
        .detail("sessions", ended);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(ended)
}

/// Step: ends all sessions of the caller but the one he came with. Tells how many.
pub async fn end_others(
    tx: &mut WriteTx,
    scope: &Scope<EditOwn>,
    keep: Option<SessionId>,
) -> Result<u64, StoreError> {
    match scope.user() {
        Some(user) => sql::end_own(tx, scope.tenant(), user, None, keep).await,
        None => Ok(0),
    }
}

/// Step: ends every session of a person and takes back his tokens if asked. Tells how many sessions.
pub async fn end_all<P: EndsSessions>(
    tx: &mut WriteTx,
    scope: &Scope<P>,
    user: UserId,
    tokens_too: bool,
) -> Result<u64, StoreError> {
    let tenant = ActsFor::tenant(scope);
    let ended = sql::end_own(tx, tenant, user, None, None).await?;
    if tokens_too {
        sql::revoke_all_tokens(tx, tenant, user).await?;
    }
    Ok(ended)
}
