//! Public ids.

use std::borrow::Cow;

use seatwise_domain::authz::Party;
use seatwise_domain::ids::{
    EventId, GroupId, Id as _, ImportId, MailId, NoteId, PositionId, RecordId, SessionId,
    SharingRuleId, TeamId, TokenId, UserId,
};
use seatwise_domain::roles::RoleKey;
use serde::{Deserialize, Serialize};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::pattern::{ANY_ID, PARTY, ROLE, id_pattern};
use super::text::string;

macro_rules! refs {
    ($($(#[$doc:meta])* $name:ident = $id:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub $id);

        impl From<$id> for $name {
            fn from(id: $id) -> Self {
                Self(id)
            }
        }
        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let length = <$id>::PREFIX.len() + 27;
                string(length, length, &id_pattern(<$id>::PREFIX)).into()
            }
        }
        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($id))
            }
        }
    )*};
}

refs! {
    /// A person.
    UserRef = UserId;
    /// A team.
    TeamRef = TeamId;
    /// A group.
    GroupRef = GroupId;
    /// A position.
    PositionRef = PositionId;
    /// A rule of sharing.
    SharingRuleRef = SharingRuleId;
    /// A lead.
    LeadRef = RecordId;
    /// A note.
    NoteRef = NoteId;
    /// A line of the audit log, or a hand-over.
    EventRef = EventId;
    /// An import.
    ImportRef = ImportId;
    /// A token.
    TokenRef = TokenId;
    /// A session.
    SessionRef = SessionId;
    /// A mail.
    MailRef = MailId;
}

/// The key of a role: `sales`, `team-user`, or the id of one that the account made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct RoleRef(pub RoleKey);

impl From<RoleKey> for RoleRef {
    fn from(key: RoleKey) -> Self {
        Self(key)
    }
}

impl PartialSchema for RoleRef {
    fn schema() -> RefOr<Schema> {
        string(5, 31, ROLE).into()
    }
}

impl ToSchema for RoleRef {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("RoleKey")
    }
}

/// The public form of an id.
pub fn public(prefix: &str, id: uuid::Uuid) -> String {
    format!("{prefix}_{}", seatwise_domain::ids::encode(id))
}

/// An id of any kind.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct AnyId(pub String);

impl AnyId {
    /// The id without its kind.
    pub fn uuid(&self) -> Option<uuid::Uuid> {
        seatwise_domain::ids::decode_any(&self.0)
    }
}

impl PartialSchema for AnyId {
    fn schema() -> RefOr<Schema> {
        string(30, 31, ANY_ID).into()
    }
}

impl ToSchema for AnyId {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("AnyId")
    }
}

/// A side of sharing: the id of a person, team, group or position.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct PartyRef(pub String);

impl PartyRef {
    /// The side; none for an id of another kind.
    pub fn party(&self) -> Option<Party> {
        crate::ui::sharing::parties::read(&self.0)
    }
}

impl From<Party> for PartyRef {
    fn from(party: Party) -> Self {
        Self(crate::ui::sharing::parties::public(party))
    }
}

impl PartialSchema for PartyRef {
    fn schema() -> RefOr<Schema> {
        string(30, 31, PARTY)
            .description(Some("The id of a person, team, group or position."))
            .into()
    }
}

impl ToSchema for PartyRef {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("PartyRef")
    }
}
