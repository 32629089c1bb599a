//! Who acts, through which door; every audit line says it.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use uuid::Uuid;

use crate::ids::TenantId;

/// Through which door an act came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// A page.
    Page,
    /// The REST API.
    Api,
    /// The command line.
    Cli,
    /// A background job.
    Job,
}

impl Source {
    /// The word in the audit log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Cli => "cli",
            Self::Job => "job",
        }
    }
}

/// What kind of principal acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A signed-in person.
    User,
    /// A person's API token.
    Token,
    /// Whoever runs the program at a shell.
    Operator,
    /// The program itself.
    System,
}

impl ActorKind {
    /// The word in the audit log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Token => "token",
            Self::Operator => "operator",
            Self::System => "system",
        }
    }
}

/// A client's promise that equal requests are one: the key, and the hash of what was asked.
#[derive(Debug)]
pub struct Idempotency {
    /// The client's key.
    pub key: String,
    /// SHA-256 over method, path and body.
    pub body_hash: Vec<u8>,
    /// Set by the first commit of the request, which carries the key.
    pub claimed: AtomicBool,
}

/// Who acts in an account.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The account.
    pub tenant: TenantId,
    /// What kind of principal.
    pub kind: ActorKind,
    /// The user or token; none for operator and system.
    pub id: Option<Uuid>,
    /// The name at the time of the act.
    pub name: String,
    /// Through which door.
    pub source: Source,
    /// The request it belongs to.
    pub request_id: Option<String>,
    /// The idempotency key of the request.
    pub idempotency: Option<Arc<Idempotency>>,
    /// True for a request that only looks: no commit takes its lines.
    pub looks: bool,
}

impl Actor {
    /// The name of the person who acts, directly or through a token; none for operator and system.
    pub fn person(&self) -> Option<&str> {
        match self.kind {
            ActorKind::User | ActorKind::Token => Some(&self.name),
            ActorKind::Operator | ActorKind::System => None,
        }
    }
}

/// Anything that proves who acts for which account: scopes.
pub trait ActsFor: Sync {
    /// Who acts.
    fn actor(&self) -> &Arc<Actor>;

    /// The account.
    fn tenant(&self) -> TenantId {
        self.actor().tenant
    }
}
