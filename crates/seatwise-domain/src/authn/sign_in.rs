//! Signing in with a name and a password. Every failure looks alike from outside (AB-010).

use super::link::{self, Purpose};
use super::password::Password;
use super::secret::Secret;
use super::session::EndError;
use super::{session, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Session, Source};
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};
use crate::text::email_key;

/// What somebody typed, and from where.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// E-mail address or login.
    pub name: String,
    /// The password.
    pub password: String,
    /// The account, where the address names one.
    pub account: Option<String>,
    /// What the browser says it is.
    pub agent: String,
    /// The address it comes from.
    pub address: String,
    /// Through which door.
    pub source: Source,
}

/// A new session.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// For the cookie.
    pub secret: Secret,
    /// The account.
    pub tenant: TenantId,
    /// The part of addresses that names it.
    pub slug: String,
    /// The person.
    pub user: UserId,
    /// True when this was the first time (K14).
    pub first: bool,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Unknown name, wrong password, no access: one answer for all.
    #[error("name and password do not fit")]
    Failed,
    /// Right, but an admin chose the password: this reset link leads to an own one (decision 9).
    #[error("the password has to be changed first")]
    PasswordDue(Secret),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for SignInError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Failed => &problem::SIGN_IN_FAILED,
            Self::PasswordDue(_) => &problem::PASSWORD_DUE,
            Self::Store(error) => error.problem(),
        }
    }
}

/// One of the people that a name may mean: the same address can be used in several accounts.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub tenant: TenantId,
    pub slug: String,
    pub user: UserId,
    pub name: String,
    pub state: String,
    pub hash: Option<String>,
    pub hashed_at: Option<Timestamp>,
    /// An admin chose the password, and it is to be changed first.
    pub change_due: bool,
}

/// Signs in. The first time makes a pending person active (K14).
pub async fn sign_in(db: &Db, command: &SignIn) -> Result<SignedIn, SignInError> {
    let candidates = {
        let mut tx = db.read().await?;
        sql::candidates(
            &mut tx,
            &email_key(&command.name),
            command.account.as_deref(),
        )
        .await?
    };
    let mut proven = None;
    if candidates.is_empty() {
        Password::typed(&command.password).matches(None).await;
    }
    for candidate in candidates {
        let usable = matches!(candidate.state.as_str(), "active" | "pending" | "invited");
        let hash = candidate.hash.clone().filter(|_| usable);
        let fits = Password::typed(&command.password).matches(hash).await;
        if fits && proven.is_none() {
            proven = Some(candidate);
        }
    }
    let candidate = proven.ok_or(SignInError::Failed)?;
    begin_session(db, &candidate, command).await
}

async fn begin_session(
    db: &Db,
    candidate: &Candidate,
    command: &SignIn,
) -> Result<SignedIn, SignInError> {
    let mut tx = db.write().await?;
    // The password was compared outside of a transaction; it must still be the same one.
    if !sql::lock_for_sign_in(&mut tx, candidate).await? {
        return Err(SignInError::Failed);
    }
    let first = candidate.state != "active";
    let (tenant, user) = (candidate.tenant, candidate.user);
    if first {
        sql::activate(&mut tx, candidate).await?;
    }
    let secret = if candidate.change_due {
        let made = link::make(&mut tx, tenant, &[user], Purpose::Reset).await?;
        let (_, secret, _) = made.into_iter().next().ok_or(SignInError::Failed)?;
        secret
    } else {
        session::begin(&mut tx, tenant, user, &command.agent, &command.address).await?
    };
    let caller = Caller::load(&mut tx, tenant, user, command.source)
        .await?
        .ok_or(SignInError::Failed)?;
    let kind = match (first, candidate.change_due) {
        (true, _) => EventKind::UserActivated,
        (false, true) => EventKind::PasswordReset,
        (false, false) => EventKind::SignedIn,
    };
    let mut event = Event::new(kind).on(SubjectKind::User, user, candidate.name.clone());
    if first {
        event = event.change("state", candidate.state.as_str(), "active");
    }
    if candidate.change_due {
        event = event.detail("by", "due");
    }
    tx.commit(Audit::of(caller.actor(), event)).await?;
    if candidate.change_due {
        return Err(SignInError::PasswordDue(secret));
    }
    Ok(SignedIn {
        secret,
        tenant,
        slug: candidate.slug.clone(),
        user,
        first,
    })
}

/// Ends the session on the server (AB-031).
pub async fn sign_out(db: &Db, caller: &Caller, own: &Session) -> Result<(), EndError> {
    session::end(db, caller, Some(own.id), None).await.map(drop)
}
