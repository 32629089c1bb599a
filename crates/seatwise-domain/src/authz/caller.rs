//! The caller of one request or job step: loaded by one statement, asked for scopes, then dropped.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::actor::{Actor, ActorKind, Idempotency, Source};
use super::facts::Facts;
use super::fields::FieldRules;
use super::grants::Grants;
use super::permission::{Key, Level, Permission, SeatKind};
use super::scope::{Because, Denied, Scope};
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
    pub(super) actor: Arc<Actor>,
    principal: Principal,
    pub(super) identity: Option<Arc<Identity>>,
    pub(super) facts: Arc<Facts>,
    pub(super) grants: Arc<Grants>,
    pub(super) fields: Arc<FieldRules>,
    read_only: bool,
}

/// What the seat says, and what level, roles and teams say together, in this order: the same for who calls
/// and for who is looked at.
pub(super) fn decide(seat: Option<SeatKind>, grants: &Grants, key: Key) -> Result<(), Because> {
    if seat.is_some_and(|seat| !key.seat_kinds().contains(&seat)) {
        return Err(Because::Licence);
    }
    if grants.has(key) {
        Ok(())
    } else {
        Err(Because::Level)
    }
}

impl Caller {
    pub(super) fn of_identity(
        identity: Identity,
        facts: Facts,
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
            looks: false,
        };
        let fields = if identity.level >= Level::Admin {
            FieldRules::default()
        } else {
            facts.fields()
        };
        Self {
            actor: Arc::new(actor),
            principal,
            grants: Arc::new(facts.grants(&identity)),
            fields: Arc::new(fields),
            facts: Arc::new(facts),
            read_only,
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
            looks: false,
        };
        Self {
            actor: Arc::new(actor),
            principal,
            identity: None,
            facts: Arc::default(),
            grants: Arc::new(Grants::of_level(Level::Owner)),
            fields: Arc::default(),
            read_only: false,
        }
    }

    /// The person behind a session secret; `None` if the session has ended or the person may not sign in.
    pub async fn by_session(
        tx: &mut impl Reads,
        tenant: TenantId,
        token_hash: &[u8],
    ) -> Result<Option<(Self, Session)>, StoreError> {
        let Some((identity, session)) = sql::by_session(tx, tenant, token_hash).await? else {
            return Ok(None);
        };
        let facts = Facts::load(tx, &identity).await?;
        let principal = Principal::User(identity.user);
        let caller = Self::of_identity(identity, facts, principal, Source::Page, false);
        Ok(Some((caller, session)))
    }

    /// The person behind an API token; `None` if it is revoked, expired or its person may not sign in.
    pub async fn by_token(
        tx: &mut impl Reads,
        tenant: TenantId,
        token_hash: &[u8],
    ) -> Result<Option<Self>, StoreError> {
        let found = sql::by_token(tx, tenant, token_hash).await?;
        let Some((identity, token, may_write)) = found else {
            return Ok(None);
        };
        let facts = Facts::load(tx, &identity).await?;
        let principal = Principal::Token(identity.user, token);
        let caller = Self::of_identity(identity, facts, principal, Source::Api, !may_write);
        Ok(Some(caller))
    }

    /// An active person of an account, for jobs and tests.
    pub async fn load(
        tx: &mut impl Reads,
        tenant: TenantId,
        user: UserId,
        source: Source,
    ) -> Result<Option<Self>, StoreError> {
        let Some(identity) = sql::by_user(tx, tenant, user).await? else {
            return Ok(None);
        };
        let facts = Facts::load(tx, &identity).await?;
        let principal = Principal::User(user);
        Ok(Some(Self::of_identity(
            identity, facts, principal, source, false,
        )))
    }

    /// What a person's access is, or would be if he could sign in, with the word of his state. It acts
    /// nowhere: it is looked at, compared and explained (D6, D16).
    pub async fn looked_at(
        tx: &mut impl Reads,
        tenant: TenantId,
        user: UserId,
    ) -> Result<Option<(Self, String)>, StoreError> {
        let now = tx.now();
        Self::looked_at_on(tx, tenant, user, now).await
    }

    /// The same at a moment: with the roles that count then (P55).
    pub async fn looked_at_on(
        tx: &mut impl Reads,
        tenant: TenantId,
        user: UserId,
        at: Timestamp,
    ) -> Result<Option<(Self, String)>, StoreError> {
        let Some((identity, state)) = sql::any_user(tx, tenant, user).await? else {
            return Ok(None);
        };
        let facts = Facts::load_on(tx, &identity, at).await?;
        let principal = Principal::User(user);
        let caller = Self::of_identity(identity, facts, principal, Source::Page, false);
        Ok(Some((caller, state)))
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

    /// The same caller for a request that only looks: a token that may only read sees what its person sees,
    /// also what a change would do. In exchange nothing is kept in its name, whatever permission was asked for.
    #[must_use]
    pub fn looking(mut self) -> Self {
        if self.read_only {
            Arc::make_mut(&mut self.actor).looks = true;
        }
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
                if self.read_only && key.writes() && !self.actor.looks {
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
        decide(seat, &self.grants, key)
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
        Ok(Scope::new(
            Arc::clone(&self.actor),
            self.user(),
            Arc::clone(&self.fields),
        ))
    }
}
