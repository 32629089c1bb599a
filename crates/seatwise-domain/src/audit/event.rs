//! Lines of the audit log, and the only value a transaction can be committed with.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde::Serialize;
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::{Change, Reason, sql};
use crate::authz::{Actor, ActsFor};
use crate::ids::EventId;
use crate::store::{Commit, StoreError, Value, WriteTx};
use crate::tally;

macro_rules! events {
    ($($name:ident = $word:literal;)*) => {
        /// What happened. The words are public: filters, exports and translations use them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum EventKind { $(#[doc = concat!("`", $word, "`")] $name),* }

        impl EventKind {
            /// All kinds, in the order of the source.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The public word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }

        impl std::str::FromStr for EventKind {
            type Err = crate::authz::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($word => Ok(Self::$name),)* _ => Err(crate::authz::UnknownWord) }
            }
        }
    };
}

events! {
    AccountCreated     = "account.created";
    AccountEdited      = "account.edited";
    UserCreated        = "user.created";
    UserActivated      = "user.activated";
    UserEdited         = "user.edited";
    UserDeactivated    = "user.deactivated";
    UserReactivated    = "user.reactivated";
    UserRemoved        = "user.removed";
    UserAnonymised     = "user.anonymised";
    ActivationSent     = "user.activation-sent";
    InvitationCancelled = "user.invitation-cancelled";
    PasswordReset      = "user.password-reset";
    PasswordChanged    = "user.password-changed";
    PictureChanged     = "user.picture-changed";
    TeamsChanged       = "user.teams-changed";
    AliasAdded         = "user.alias-added";
    AliasRemoved       = "user.alias-removed";
    OwnershipOffered   = "ownership.offered";
    OwnershipWithdrawn = "ownership.withdrawn";
    OwnershipDeclined  = "ownership.declined";
    OwnershipTransferred = "ownership.transferred";
    SignedIn           = "session.started";
    SessionsEnded      = "session.ended";
    TokenCreated       = "token.created";
    TokenRevoked       = "token.revoked";
    SeatsChanged       = "seats.changed";
    TeamCreated        = "team.created";
    TeamRenamed        = "team.renamed";
    TeamMembersChanged = "team.members-changed";
    GroupCreated       = "group.created";
    GroupRenamed       = "group.renamed";
    GroupMoved         = "group.moved";
    GroupKindChanged   = "group.kind-changed";
    GroupRemoved       = "group.removed";
    GroupMembersChanged = "group.members-changed";
    GroupsChanged      = "user.groups-changed";
    PositionCreated    = "position.created";
    PositionRenamed    = "position.renamed";
    PositionMoved      = "position.moved";
    PositionRemoved    = "position.removed";
    PositionChanged    = "user.position-changed";
    Moved              = "user.moved";
    MoveUndone         = "user.move-undone";
    SharingRuleCreated = "sharing-rule.created";
    SharingRuleRemoved = "sharing-rule.removed";
    RoleCreated        = "role.created";
    RoleEdited         = "role.edited";
    RoleDeleted        = "role.deleted";
    RoleMadeDefault    = "role.made-default";
    RolesChanged       = "user.roles-changed";
    RightsChanged      = "user.rights-changed";
    LeadCreated        = "lead.created";
    LeadEdited         = "lead.edited";
    LeadsAssigned      = "lead.assigned";
    NoteAdded          = "lead.note-added";
    LeadShared         = "lead.shared";
    LeadUnshared       = "lead.unshared";
    LeadRemoved        = "lead.removed";
    HandedOver         = "hand-over.made";
    HandOverUndone     = "hand-over.undone";
    HandOverResumed    = "hand-over.resumed";
    ImportUploaded     = "import.uploaded";
    ImportRun          = "import.run";
    ImportFinished     = "import.finished";
    ImportResumed      = "import.resumed";
    ImportMailed       = "import.activations-sent";
    ImportUndone       = "import.undone";
    ImportUndoFinished = "import.undo-finished";
    UsersExported      = "export.users";
    LeadsExported      = "export.leads";
    AuditExported      = "export.audit";
    StatisticsExported = "export.statistics";
    MailCancelled      = "mail.cancelled";
}

/// What an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// The account.
    Account,
    /// A person.
    User,
    /// A lead.
    Lead,
    /// A team.
    Team,
    /// A group.
    Group,
    /// A position.
    Position,
    /// A rule that shares what some own with others.
    SharingRule,
    /// A role or permission set.
    Role,
    /// An import.
    Import,
    /// An API token.
    Token,
    /// A mail of the outbox.
    Mail,
    /// Seats of the account.
    Seats,
}

impl SubjectKind {
    /// The word in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::User => "user",
            Self::Lead => "lead",
            Self::Team => "team",
            Self::Group => "group",
            Self::Position => "position",
            Self::SharingRule => "sharing-rule",
            Self::Role => "role",
            Self::Import => "import",
            Self::Token => "token",
            Self::Mail => "mail",
            Self::Seats => "seats",
        }
    }
}

/// A line to be written.
#[derive(Debug, Clone)]
pub struct Event {
    pub(super) id: Option<EventId>,
    pub(super) kind: EventKind,
    pub(super) subject: Option<(SubjectKind, Uuid, String)>,
    pub(super) changes: Vec<Changed>,
    pub(super) detail: Map<String, Json>,
    pub(super) reason: Option<String>,
}

/// A field as the log keeps it; without values if they are secret.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Changed {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) before: Option<Json>,
    pub(super) field: String,
}

impl Event {
    /// A line without subject, changes and reason.
    pub fn new(kind: EventKind) -> Self {
        Self {
            id: None,
            kind,
            subject: None,
            changes: Vec::new(),
            detail: Map::new(),
            reason: None,
        }
    }

    /// With an id that other rows refer to.
    #[must_use]
    pub fn with_id(mut self, id: EventId) -> Self {
        self.id = Some(id);
        self
    }

    /// What it is about, with its name at the time.
    #[must_use]
    pub fn on(mut self, kind: SubjectKind, id: impl Into<Uuid>, name: impl Into<String>) -> Self {
        self.subject = Some((kind, id.into(), name.into()));
        self
    }

    /// A field that changed. Secrets are given as [`Event::changed`].
    #[must_use]
    pub fn change(mut self, field: &str, before: impl Into<Json>, after: impl Into<Json>) -> Self {
        if self.changes.is_empty() {
            self.changes.reserve(8);
        }
        self.changes.push(Changed {
            after: Some(after.into()),
            before: Some(before.into()),
            field: field.to_owned(),
        });
        self
    }

    /// A field that changed and whose values are secret.
    #[must_use]
    pub fn changed(mut self, field: &str) -> Self {
        self.changes.push(Changed {
            after: None,
            before: None,
            field: field.to_owned(),
        });
        self
    }

    /// Something worth knowing that is not a changed field, for example how many leads.
    #[must_use]
    pub fn detail(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.detail.insert(name.to_owned(), value.into());
        self
    }

    /// Why, in the words of the person who did it.
    #[must_use]
    pub fn reason(mut self, reason: &Reason) -> Self {
        self.reason = reason.words().map(str::to_owned);
        self
    }

    /// The changed fields as the log keeps them, for a history beside the log.
    pub fn changes_json(&self) -> Result<Value, StoreError> {
        Value::json(&self.changes)
    }

    /// The changed fields, to show what a line would say that is not written.
    pub(crate) fn into_changes(self) -> Vec<Change> {
        let changes = self.changes.into_iter();
        changes
            .map(|changed| Change {
                field: changed.field,
                before: changed.before.unwrap_or_default(),
                after: changed.after.unwrap_or_default(),
            })
            .collect()
    }

    /// True when it is about this.
    pub(crate) fn is_about(&self, kind: SubjectKind, id: impl Into<Uuid>) -> bool {
        let id = id.into();
        let subject = self.subject.as_ref();
        subject.is_some_and(|(of, which, _)| *of == kind && *which == id)
    }

    /// True when the lines differ in subject and values only.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let subject = |event: &Self| event.subject.as_ref().map(|(kind, _, _)| *kind);
        self.kind == other.kind && subject(self) == subject(other) && self.reason == other.reason
    }

    /// True when no field changed and the event says nothing else.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.detail.is_empty()
    }
}

/// What a transaction is committed with.
#[derive(Debug)]
pub enum Audit {
    /// Lines of the log.
    Lines {
        /// Who acts.
        actor: Arc<Actor>,
        /// What was done.
        events: Vec<Event>,
    },
    /// Nothing that a person did: session touches, leases, progress. `guard.rs` counts the uses.
    Housekeeping,
}

impl Audit {
    /// One line by whoever holds the scope.
    pub fn by(scope: &impl ActsFor, event: Event) -> Self {
        Self::Lines {
            actor: Arc::clone(scope.actor()),
            events: vec![event],
        }
    }

    /// Several lines.
    pub fn all(scope: &impl ActsFor, events: Vec<Event>) -> Self {
        Self::Lines {
            actor: Arc::clone(scope.actor()),
            events,
        }
    }

    /// One line by an actor without a scope: own-account acts and signing in.
    pub fn of(actor: &Arc<Actor>, event: Event) -> Self {
        Self::Lines {
            actor: Arc::clone(actor),
            events: vec![event],
        }
    }
}

impl Commit for Audit {
    async fn write(self, tx: &mut WriteTx) -> Result<(), StoreError> {
        let Self::Lines { actor, events } = self else {
            return tally::leads::write(tx).await;
        };
        if actor.looks {
            return Err(StoreError::fault("who only looks keeps nothing"));
        }
        if let Some(idempotency) = &actor.idempotency
            && !idempotency.claimed.swap(true, Ordering::SeqCst)
        {
            sql::claim_key(tx, &actor, idempotency).await?;
        }
        sql::insert(tx, &actor, &events).await?;
        tally::leads::write(tx).await
    }
}

impl WriteTx {
    /// Keeps what the transaction did, together with its lines of the audit log.
    pub async fn commit(self, audit: Audit) -> Result<(), StoreError> {
        Commit::commit(audit, self).await
    }
}
