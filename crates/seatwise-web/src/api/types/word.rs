//! Words of the wire: each a fixed set.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::pattern::OWNER;
use super::text::string;
use crate::locale::Lang;
use crate::shell::Theme;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $domain:ty { $($word:ident $text:literal),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] #[serde(rename = $text)] $word),* }

        // By hand: the derive does not see a rename whose text comes from a macro, and would
        // promise the names of Rust.
        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some([$($text),*]))
                    .into()
            }
        }
        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value { $(<$domain>::$word => Self::$word),* }
            }
        }
        impl From<$name> for $domain {
            fn from(word: $name) -> Self {
                match word { $($name::$word => Self::$word),* }
            }
        }
    )*};
}

words! {
    /// What a person is in the account.
    LevelWord = seatwise_domain::authz::Level { User "user", Admin "admin", Owner "owner" }
    /// The kind of seat a person takes.
    SeatKindWord = seatwise_domain::authz::SeatKind { Regular "regular", Team "team" }
    /// Where in the life with the account a person is.
    StatusWord = seatwise_domain::users::UserState {
        Invited "invited", Pending "pending", Active "active", Frozen "frozen",
        Deactivated "deactivated", Anonymised "anonymised"
    }
    /// A view of the list of people.
    ViewWord = seatwise_domain::users::StateView {
        All "all", Active "active", Pending "pending", Frozen "frozen", Deactivated "deactivated",
        Removed "removed"
    }
    /// A language of pages and mails.
    Language = Lang { En "en", De "de", Ru "ru", Uk "uk", Zh "zh" }
    /// Light, dark, or as the device says.
    ThemeWord = Theme { System "system", Light "light", Dark "dark" }
    /// What a stage means for a lead.
    LeadStateWord = seatwise_domain::records::LeadState {
        Open "open", Won "won", Lost "lost", Cancelled "cancelled"
    }
    /// Where a mail is.
    MailStateWord = seatwise_domain::mail::MailState {
        Waiting "waiting", Sent "sent", Failed "failed", Cancelled "cancelled"
    }
    /// What a file brings.
    ImportKindWord = seatwise_domain::imports::ImportKind { Users "users", Leads "leads" }
    /// Where an import stands.
    ImportStateWord = seatwise_domain::imports::ImportState {
        Uploading "uploading", Uploaded "uploaded", Mapped "mapped", Checked "checked",
        Running "running", Done "done", Undoing "undoing", Undone "undone"
    }
    /// Why an import came to a standstill.
    StoppedWord = seatwise_domain::imports::Stopped {
        StarterMayNot "starter-may-not", Failed "failed"
    }
    /// What to do when there are fewer seats than new people.
    WhenFullWord = seatwise_domain::imports::WhenFull {
        SkipRows "skip_rows", RefuseFile "refuse_file"
    }
    /// What to do with a lead whose owner is not known.
    UnknownOwnerWord = seatwise_domain::imports::UnknownOwner {
        Skip "skip", Unassigned "unassigned"
    }
    /// How dates with slashes are meant.
    DateOrderWord = seatwise_domain::imports::DateOrder {
        DayFirst "day_first", MonthFirst "month_first"
    }
    /// What happens, or happened, with a row.
    VerdictWord = seatwise_domain::imports::Verdict {
        Create "create", Update "update", Skip "skip", NoSeat "no_seat", Problem "problem",
        Reversed "reversed", Kept "kept", Failed "failed"
    }
    /// How the account asks for a field of a new user; what is hidden is not taken.
    AskWord = seatwise_domain::tenants::Ask {
        Required "required", Optional "optional", Hidden "hidden"
    }
    /// What sharing lets people do with a lead.
    AccessWord = seatwise_domain::sharing::Access { Read "read", Edit "edit" }
    /// Whether people who have not signed in yet may be chosen.
    PendingWord = seatwise_domain::tenants::PendingSelectable {
        Never "never", HandoverOnly "handover_only", Always "always"
    }
}

impl Language {
    /// The code.
    pub fn as_str(self) -> &'static str {
        Lang::from(self).code()
    }
}

impl ThemeWord {
    /// The word.
    pub fn as_str(self) -> &'static str {
        Theme::from(self).name()
    }
}

/// A kind of line of the audit log.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct EventWord(pub String);

impl PartialSchema for EventWord {
    fn schema() -> RefOr<Schema> {
        let words = seatwise_domain::audit::EventKind::ALL
            .iter()
            .map(|kind| kind.as_str());
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(words))
            .into()
    }
}

impl ToSchema for EventWord {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("EventKind")
    }
}

/// A field that a column of a file can go into.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct ImportFieldWord(pub String);

impl PartialSchema for ImportFieldWord {
    fn schema() -> RefOr<Schema> {
        let words = seatwise_domain::imports::Field::ALL
            .iter()
            .map(|field| field.as_str());
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(words))
            .into()
    }
}

impl ToSchema for ImportFieldWord {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("ImportField")
    }
}

/// The encoding of a text file.
#[derive(Debug)]
pub struct EncodingWord;

impl PartialSchema for EncodingWord {
    fn schema() -> RefOr<Schema> {
        let codes =
            seatwise_domain::imports::Encoding::ALL.map(seatwise_domain::imports::Encoding::code);
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(codes))
            .into()
    }
}

impl ToSchema for EncodingWord {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Encoding")
    }
}

/// Whose leads.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct OwnerWord(pub String);

impl PartialSchema for OwnerWord {
    fn schema() -> RefOr<Schema> {
        string(2, 30, OWNER)
            .description(Some(
                "`me`, `unassigned`, `left` for people who were deactivated, or a person's id.",
            ))
            .into()
    }
}

impl ToSchema for OwnerWord {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("OwnerWord")
    }
}
