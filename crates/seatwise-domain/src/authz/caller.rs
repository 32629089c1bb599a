//! The caller of one request or job step: loaded by one statement, asked for scopes, then dropped.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::actor::{Actor, ActorKind, Idempotency, Source};
use super::permission::{Granted, Key, Level, Permission, RecordAction, SeatKind, granted};
use super::scope::{Because, Denied, Reach, RecordScope, Scope};
use super::sql::{self, Identity};
use crate::clock::Timestamp;
use crate::ids::{SessionId, TenantId, TokenId, UserId};
use crate::store::{Reads, StoreError};

/// Work that the program does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Nightly tidying.
    Housekeeping,
}

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal {
    /// A signed-in person.
    User(UserId),
    /// A person's API token.
    Token(UserId, TokenId),
    /// Whoever runs the program at a shell.
    Operator,
    /// The program itself.
    System(Task),
}

/// A principal as a job keeps it; it is loaded again at each step, so that a demoted admin's job stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoredPrincipal {
    /// A person, also one who used a token.
    User(UserId),
    /// Whoever runs the program at a shell.
    Operator,
    /// The program itself.
    System(Task),
}

/// The signed-in browser a caller came with.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// When it was last seen, so that it is touched at most once a minute.
    pub seen_at: Timestamp,
}

/// Who calls, with everything that decides what is allowed. Lives for one request or job step.
#[derive(Debug, Clone)]
pub struct Caller {
    actor: Arc<Actor>,
    principal: Principal,
    identity: Option<Arc<Identity>>,
    granted: Granted,
    read_only: bool,
    reach: Reach,
}

/// What the seat and the level say, in this order: the same for who calls and for who is looked at.
pub(super) fn decide(seat: Option<SeatKind>, granted: Granted, key: Key) -> Result<(), Because> {
    if seat.is_some_and(|seat| !key.seat_kinds().contains(&seat)) {
        return Err(Because::Licence);
    }
    if granted.has(key) {
        Ok(())
    } else {
        Err(Because::Level)
    }
}

impl Caller {
    fn of_identity(
        identity: Identity,
        principal: Principal,
        source: Source,
        read_only: bool,
    ) -> Self {
        let kind = if matches!(principal, Principal::Token(..)) {
            ActorKind::Token
        } else {
            ActorKind::User
        };
        let id = match principal {
            Principal::Token(_, token) => token.0,
            _ => identity.user.0,
        };
        let actor = Actor {
            tenant: identity.tenant,
            kind,
            id: Some(id),
            name: identity.name.clone(),
            source,
            request_id: None,
            idempotency: None,
        };
        let reach = if identity.level >= Level::Admin || identity.sees_all {
            Reach::All
        } else {
            Reach::Own(identity.user)
        };
        Self {
            actor: Arc::new(actor),
            principal,
            granted: granted(identity.level, identity.seat_kind),
            read_only,
            reach,
            identity: Some(Arc::new(identity)),
        }
    }

    fn without_identity(
        tenant: TenantId,
        principal: Principal,
        kind: ActorKind,
        source: Source,
    ) -> Self {
        let actor = Actor {
            tenant,
            kind,
            id: None,
            name: kind.as_str().to_owned(),
            source,
            request_id: None,
            idempotency: None,
        };
        Self {
            actor: Arc::new(actor),
            principal,
            identity: None,
            granted: granted(Level::Owner, SeatKind::Regular),
            read_only: false,
            reach: Reach::All,
        }
    }

    /// The person behind a session secret; `None` if the session has ended or the person may not sign in.
    pub async fn by_session(
        tx: &mut impl Reads,
        tenant: TenantId,
        token_hash: &[u8],
    ) -> Result<Option<(Self, Session)>, StoreError> {
        let found = sql::by_session(tx, tenant, token_hash).await?;
        Ok(found.map(|(identity, session)| {
            let principal = Principal::User(identity.user);
            (
                Self::of_identity(identity, principal, Source::Page, false),
                session,
            )
        }))
    }

    /// The person behind an API token; `None` if it is revoked, expired or its person may not sign in.
    pub async fn by_token(
        tx: &mut impl Reads,
        tenant: TenantId,
        token_hash: &[u8],
    ) -> Result<Option<Self>, StoreError> {
        let found = sql::by_token(tx, tenant, token_hash).await?;
        Ok(found.map(|(identity, token, may_write)| {
            let principal = Principal::Token(identity.user, token);
            Self::of_identity(identity, principal, Source::Api, !may_write)
        }))
    }

    /// An active person of an account, for jobs and tests.
    pub async fn load(
        tx: &mut impl Reads,
        tenant: TenantId,
        user: UserId,
        source: Source,
    ) -> Result<Option<Self>, StoreError> {
        let found = sql::by_user(tx, tenant, user).await?;
        Ok(found.map(|identity| Self::of_identity(identity, Principal::User(user), source, false)))
    }

    /// Whoever runs the program at a shell: everything in any account.
    pub fn operator(tenant: TenantId) -> Self {
        Self::without_identity(
            tenant,
            Principal::Operator,
            ActorKind::Operator,
            Source::Cli,
        )
    }

    /// The program itself.
    pub fn system(tenant: TenantId, task: Task) -> Self {
        Self::without_identity(
            tenant,
            Principal::System(task),
            ActorKind::System,
            Source::Job,
        )
    }

    /// The caller that a job runs for, loaded anew; `None` if the person may not act any more.
    pub async fn for_job(
        tx: &mut impl Reads,
        tenant: TenantId,
        stored: StoredPrincipal,
    ) -> Result<Option<Self>, StoreError> {
        match stored {
            StoredPrincipal::User(user) => Self::load(tx, tenant, user, Source::Job).await,
            StoredPrincipal::Operator => Ok(Some(Self::operator(tenant))),
            StoredPrincipal::System(task) => Ok(Some(Self::system(tenant, task))),
        }
    }

    /// The principal as a job keeps it.
    pub fn stored(&self) -> StoredPrincipal {
        match self.principal {
            Principal::User(user) | Principal::Token(user, _) => StoredPrincipal::User(user),
            Principal::Operator => StoredPrincipal::Operator,
            Principal::System(task) => StoredPrincipal::System(task),
        }
    }

    /// The same caller with the request it serves, for the audit log.
    #[must_use]
    pub fn in_request(mut self, request_id: String, source: Source) -> Self {
        let actor = Arc::make_mut(&mut self.actor);
        actor.request_id = Some(request_id);
        actor.source = source;
        self
    }

    /// The same caller with the client's idempotency key.
    #[must_use]
    pub fn with_idempotency(mut self, idempotency: Idempotency) -> Self {
        Arc::make_mut(&mut self.actor).idempotency = Some(Arc::new(idempotency));
        self
    }

    /// The account.
    pub fn tenant(&self) -> TenantId {
        self.actor.tenant
    }

    /// The person, directly or through a token.
    pub fn user(&self) -> Option<UserId> {
        match self.principal {
            Principal::User(user) | Principal::Token(user, _) => Some(user),
            Principal::Operator | Principal::System(_) => None,
        }
    }

    /// Who calls.
    pub fn principal(&self) -> Principal {
        self.principal
    }

    /// Who acts, for audit lines.
    pub fn actor(&self) -> &Arc<Actor> {
        &self.actor
    }

    /// The person's data that pages show; none for operator and system.
    pub fn identity(&self) -> Option<&Identity> {
        self.identity.as_deref()
    }

    /// The level; operator and system count as owner.
    pub fn level(&self) -> Level {
        self.identity
            .as_ref()
            .map_or(Level::Owner, |identity| identity.level)
    }

    /// Whether the permission is given, and why not. Every other question ends here.
    pub fn allows(&self, key: Key) -> Result<(), Denied> {
        self.decide(key)
            .and_then(|()| {
                if self.read_only && key.writes() {
                    Err(Because::ReadOnlyToken)
                } else {
                    Ok(())
                }
            })
            .map_err(|because| Denied { key, because })
    }

    /// True when the person holds the permission, also through a token that may only read: for what shows
    /// more to those who could act.
    pub fn holds(&self, key: Key) -> bool {
        self.decide(key).is_ok()
    }

    fn decide(&self, key: Key) -> Result<(), Because> {
        let seat = self.identity.as_ref().map(|identity| identity.seat_kind);
        decide(seat, self.granted, key)
    }

    /// True when the permission is given; pages hide what is not.
    pub fn can(&self, key: Key) -> bool {
        self.allows(key).is_ok()
    }

    /// True for a token that may only read; own-account acts ask this, too.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// The scope for a permission.
    pub fn scope<P: Permission>(&self) -> Result<Scope<P>, Denied> {
        self.allows(P::KEY)?;
        Ok(Scope::new(Arc::clone(&self.actor), self.user()))
    }

    /// The scope for an action on records.
    pub fn records<A: RecordAction>(&self) -> Result<RecordScope<A>, Denied> {
        self.allows(A::KEY)?;
        Ok(RecordScope::new(
            Arc::clone(&self.actor),
            self.user(),
            self.reach,
        ))
    }
}
