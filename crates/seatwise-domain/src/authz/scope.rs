//! Scopes: proof that a permission was asked for and given. Only this folder can make them.

use std::marker::PhantomData;
use std::sync::Arc;

use super::actor::{Actor, ActsFor};
use super::permission::{Key, Permission, RecordAction};
use crate::args;
use crate::ids::{TenantId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::Sql;

/// The right to do one thing in one account.
pub struct Scope<P> {
    actor: Arc<Actor>,
    user: Option<UserId>,
    permission: PhantomData<fn() -> P>,
}

impl<P> Clone for Scope<P> {
    fn clone(&self) -> Self {
        Self {
            actor: Arc::clone(&self.actor),
            user: self.user,
            permission: PhantomData,
        }
    }
}

impl<P: Permission> std::fmt::Debug for Scope<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Scope<{}>", P::KEY.as_str())
    }
}

impl<P> ActsFor for Scope<P> {
    fn actor(&self) -> &Arc<Actor> {
        &self.actor
    }
}

impl<P> Scope<P> {
    pub(super) fn new(actor: Arc<Actor>, user: Option<UserId>) -> Self {
        Self {
            actor,
            user,
            permission: PhantomData,
        }
    }

    /// The account.
    pub fn tenant(&self) -> TenantId {
        self.actor.tenant
    }

    /// The person who acts, directly or through a token; none for operator and system.
    pub fn user(&self) -> Option<UserId> {
        self.user
    }
}

/// To which records a permission reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those the person owns.
    Own(UserId),
    /// All of the account, unassigned ones too.
    All,
}

/// The right to do one thing to the records within reach.
pub struct RecordScope<A> {
    actor: Arc<Actor>,
    user: Option<UserId>,
    reach: Reach,
    action: PhantomData<fn() -> A>,
}

impl<A> Clone for RecordScope<A> {
    fn clone(&self) -> Self {
        Self {
            actor: Arc::clone(&self.actor),
            user: self.user,
            reach: self.reach,
            action: PhantomData,
        }
    }
}

impl<A: RecordAction> std::fmt::Debug for RecordScope<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecordScope<{}>({:?})", A::KEY.as_str(), self.reach)
    }
}

impl<A> ActsFor for RecordScope<A> {
    fn actor(&self) -> &Arc<Actor> {
        &self.actor
    }
}

impl<A> RecordScope<A> {
    pub(super) fn new(actor: Arc<Actor>, user: Option<UserId>, reach: Reach) -> Self {
        Self {
            actor,
            user,
            reach,
            action: PhantomData,
        }
    }

    /// The account.
    pub fn tenant(&self) -> TenantId {
        self.actor.tenant
    }

    /// The person who acts; none for operator and system.
    pub fn user(&self) -> Option<UserId> {
        self.user
    }

    /// To which records.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// Adds `where r.tenant_id = ... [and r.owner_id = ...]` to a statement over `records r`: the list,
    /// the single read, the count, the export and the bulk act all begin here.
    pub fn limit(&self, select: Sql) -> Sql {
        let sql = select.push(" where r.tenant_id = $?", args![self.tenant()]);
        match self.reach {
            Reach::All => sql,
            Reach::Own(user) => sql.push(" and r.owner_id = $?", args![user]),
        }
    }

    /// True when the reach covers a record of this owner; the same rule as [`RecordScope::limit`].
    pub fn covers(&self, owner: Option<UserId>) -> bool {
        match self.reach {
            Reach::All => true,
            Reach::Own(user) => owner == Some(user),
        }
    }
}

/// Which of the questions was answered with no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The seat kind does not include it.
    Licence,
    /// The level does not include it.
    Level,
    /// The token may only read.
    ReadOnlyToken,
}

/// A refusal with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} is not allowed: {because:?}", key.as_str())]
pub struct Denied {
    /// What was asked for.
    pub key: Key,
    /// Why not.
    pub because: Because,
}

impl ToProblem for Denied {
    fn problem(&self) -> &'static ProblemKind {
        match self.because {
            Because::ReadOnlyToken => &problem::TOKEN_READ_ONLY,
            Because::Licence | Because::Level => &problem::DENIED,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![("permission", self.key.as_str().to_owned())]
    }
}
