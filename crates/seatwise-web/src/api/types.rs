//! The words of the wire: texts with their limits, public ids, pages, and fields that may be absent.

use std::borrow::Cow;

use seatwise_domain::ids::{
    EventId, Id as _, ImportId, MailId, NoteId, RecordId, SessionId, TeamId, TokenId, UserId,
};
use seatwise_domain::store::{Cursor, Page};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::locale::Lang;
use crate::shell::Theme;

/// A line: no control characters, and something to be seen.
pub const LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f]*[^\u0000-\u001f\u007f-\u009f\s][^\u0000-\u001f\u007f-\u009f]*$";
/// A line that may be empty.
pub const ANY_LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f]*$";
/// Several lines, with something to be seen.
pub const LINES: &str = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\u0000-\u0020\u007f-\u009f\s][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$";
/// The place of a page in a list.
pub const CURSOR: &str = "^[A-Za-z0-9_-]{1,900}$";
/// The secret of a link by mail.
pub const SECRET: &str = "^[0-9a-z_]{20,90}$";
/// The key of a stage or field.
pub const KEY: &str = "^[a-z0-9_-]{1,60}$";
/// ISO 4217.
pub const CURRENCY: &str = "^[A-Z]{3}$";
/// A digest in hexadecimal digits.
pub const HEX: &str = "^[0-9a-f]{32}$";

/// What a value of this pattern is, in Rust; `None` for a pattern that nobody declared.
pub fn fits(pattern: &str, text: &str) -> Option<bool> {
    let line = |c: char| !c.is_control();
    let seen = text
        .chars()
        .any(|c| !c.is_control() && !c.is_whitespace() && c != '\u{feff}');
    let word = |least: usize, most: usize, allowed: &dyn Fn(char) -> bool| {
        (least..=most).contains(&text.len()) && text.chars().all(allowed)
    };
    Some(match pattern {
        LINE => seen && text.chars().all(line),
        ANY_LINE => text.chars().all(line),
        LINES => {
            seen && text
                .chars()
                .all(|c| line(c) || matches!(c, '\n' | '\t' | '\r'))
        }
        CURSOR => word(1, 900, &|c| {
            c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
        }),
        SECRET => word(20, 90, &|c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
        }),
        KEY => word(1, 60, &|c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')
        }),
        CURRENCY => word(3, 3, &|c| c.is_ascii_uppercase()),
        ANY_ID => seatwise_domain::ids::decode_any(text).is_some(),
        OWNER => {
            matches!(text, "me" | "unassigned" | "left")
                || public_id(&id_pattern("usr"), text) == Some(true)
        }
        HEX => word(32, 32, &|c| matches!(c, '0'..='9' | 'a'..='f')),
        _ => return public_id(pattern, text),
    })
}

const ID_TAIL: &str = "_[0-9a-hjkmnp-tv-z]{25}[048cgmrw]$";

fn public_id(pattern: &str, text: &str) -> Option<bool> {
    let prefix = pattern.strip_prefix('^')?.strip_suffix(ID_TAIL)?;
    let digits = text
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'));
    Some(digits.is_some_and(|digits| {
        let digit = |c: char| c.is_ascii_digit() || (c.is_ascii_lowercase() && !"ilou".contains(c));
        digits.len() == 26
            && digits.chars().all(digit)
            && digits.ends_with(|c| "048cgmrw".contains(c))
    }))
}

/// The pattern of the public form of an id.
pub fn id_pattern(prefix: &str) -> String {
    format!("^{prefix}{ID_TAIL}")
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $schema:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let schema: ObjectBuilder = $schema;
                schema.into()
            }
        }
        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }
        impl From<$name> for String {
            fn from(text: $name) -> Self { text.0 }
        }
    )*};
}

/// A string of `least` to `most` characters of this pattern.
pub fn string(least: usize, most: usize, pattern: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(least))
        .max_length(Some(most))
        .pattern(Some(pattern))
}

fn email() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(3))
        .max_length(Some(254))
        .format(Some(SchemaFormat::Custom("email".to_owned())))
}

fn chosen_password() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(seatwise_domain::authn::PASSWORD_MIN))
        .max_length(Some(seatwise_domain::authn::PASSWORD_MAX))
        .format(Some(SchemaFormat::Custom("password".to_owned())))
        .description(Some("Easily guessed ones are refused."))
}

texts! {
    /// A name of a person, team, token or account.
    Name = string(1, 200, LINE).description(Some("One line of 1 to 200 characters."));
    /// An e-mail address.
    Email = email().description(Some("An e-mail address; letter case does not matter."));
    /// What somebody signs in with: an e-mail address or a login.
    SignInName = string(1, 254, LINE).description(Some("An e-mail address or a login name."));
    /// A password that somebody chooses.
    NewPassword = chosen_password();
    /// A password that somebody typed to prove who he is.
    TypedPassword = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(1_000))
        .format(Some(SchemaFormat::Custom("password".to_owned())));
    /// A short text, or nothing.
    ShortText = string(0, 200, ANY_LINE);
    /// Why something is done.
    Reason = string(0, 500, ANY_LINE).description(Some("Why, for the audit log."));
    /// A telephone number.
    Phone = string(0, 40, ANY_LINE).description(Some("With a digit in it; empty for none."));
    /// A login name.
    Login = string(0, 64, ANY_LINE).description(Some("2 to 64 characters without blanks and `@`; empty for none."));
    /// A note.
    NoteText = string(1, 10_000, LINES);
    /// A short word of hexadecimal digits.
    KeyText = string(32, 32, HEX);
    /// The part of addresses that names an account.
    Slug = string(1, 60, KEY);
    /// The secret of a link by mail.
    LinkSecret = string(20, 90, SECRET);
    /// Search words.
    Search = string(0, 200, ANY_LINE);
    /// The key of a stage.
    StageKey = string(1, 60, KEY);
    /// A time zone of the IANA database.
    ZoneName = string(1, 60, LINE).description(Some("IANA, for example `Europe/Berlin`."));
    /// The place of a page in a list.
    PageCursor = string(1, 900, CURSOR).description(Some("`next` or `previous` of the page before."));
    /// A calendar date.
    DateText = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::Custom("date".to_owned())))
        .min_length(Some(10))
        .max_length(Some(10));
    /// An instant, RFC 3339 in UTC.
    Instant = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::Custom("date-time".to_owned())))
        .max_length(Some(40));
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $domain:ty { $($word:ident $text:literal),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] #[serde(rename = $text)] $word),* }

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
        All "all", Active "active", Pending "pending", Frozen "frozen", Deactivated "deactivated"
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

impl From<seatwise_domain::clock::Timestamp> for Instant {
    fn from(at: seatwise_domain::clock::Timestamp) -> Self {
        Self(at.to_string())
    }
}

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

/// The public form of an id.
pub fn public(prefix: &str, id: uuid::Uuid) -> String {
    format!("{prefix}_{}", seatwise_domain::ids::encode(id))
}

/// An id of any kind.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct AnyId(pub String);

/// Letters, an underscore, and 26 characters.
const ANY_ID: &str = "^[a-z]{3,4}_[0-9a-hjkmnp-tv-z]{25}[048cgmrw]$";

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

/// A page of a list, with the cursors of its neighbours.
#[derive(Debug, Serialize, ToSchema)]
pub struct Paged<T: ToSchema> {
    /// The rows, in the order of the list.
    pub items: Vec<T>,
    /// Where the next page begins; null on the last one.
    #[schema(required)]
    pub next: Option<PageCursor>,
    /// Where the previous page ends; null on the first one.
    #[schema(required)]
    pub previous: Option<PageCursor>,
    /// How many rows the whole list has, counted up to 10,000; null where it is not counted.
    #[schema(required)]
    pub total: Option<u64>,
    /// True when there are more rows than `total`.
    pub total_is_capped: bool,
}

impl<T: ToSchema> Paged<T> {
    /// A page whose rows were counted.
    pub fn counted<R>(page: Page<R>, row: impl FnMut(R) -> T) -> Self {
        let total = page.total;
        Self {
            total: Some(total.number),
            total_is_capped: total.more,
            ..Self::uncounted(page, row)
        }
    }

    /// A page of a list that only grows, which nobody counts.
    pub fn uncounted<R>(page: Page<R>, row: impl FnMut(R) -> T) -> Self {
        let cursor = |cursor: Option<Cursor>| cursor.map(|cursor| PageCursor(cursor.encode()));
        Self {
            next: cursor(page.next),
            previous: cursor(page.previous),
            total: None,
            total_is_capped: false,
            items: page.items.into_iter().map(row).collect(),
        }
    }
}

/// The fields of a query that asks for a page.
pub fn page_query() -> serde_json::Map<String, serde_json::Value> {
    let fields = serde_json::json!({
        "limit": {
            "type": "integer", "format": "int32", "minimum": 1, "maximum": 200,
            "description": "How many rows a page has; 50 without.",
        },
        "cursor": {
            "type": "string", "minLength": 1, "maxLength": 900, "pattern": CURSOR,
            "description": "`next` or `previous` of the page before.",
        },
    });
    match fields {
        serde_json::Value::Object(fields) => fields,
        _ => serde_json::Map::new(),
    }
}

/// Which page of a list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct PageQuery {
    /// How many rows it has.
    pub limit: Option<u32>,
    /// Where it begins.
    pub cursor: Option<String>,
}

/// Further fields of a lead, by key.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct FieldMap(pub std::collections::BTreeMap<String, String>);

impl PartialSchema for FieldMap {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .additional_properties(Some(Schema::Object(string(0, 2_000, ANY_LINE).build())))
            .max_properties(Some(100))
            .into()
    }
}

impl ToSchema for FieldMap {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("FieldMap")
    }
}

/// Whose leads.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct OwnerWord(pub String);

/// A word, or a person.
const OWNER: &str = "^(me|unassigned|left|usr_[0-9a-hjkmnp-tv-z]{25}[048cgmrw])$";

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

/// Tells null from absent: null empties a field, absent leaves it alone.
pub fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use seatwise_domain::clock::Timestamp;
    use seatwise_domain::ids::{Ids, UserId};

    #[test]
    fn every_public_id_fits_its_own_pattern_only() {
        let ids = Ids::from_seed(7);
        for _ in 0..200 {
            let id: UserId = ids.next(Timestamp::from_micros(1_700_000_000_000_000));
            assert_eq!(fits(&id_pattern("usr"), &id.to_string()), Some(true));
            assert_eq!(fits(&id_pattern("lead"), &id.to_string()), Some(false));
        }
        assert_eq!(fits(&id_pattern("usr"), "usr_0"), Some(false));
        assert_eq!(fits("^anything$", "anything"), None);
    }

    #[test]
    fn a_line_shows_something_and_has_no_control_characters() {
        assert_eq!(fits(LINE, "Zoë"), Some(true));
        assert_eq!(fits(LINE, " \u{a0} "), Some(false));
        assert_eq!(fits(LINE, "a\u{0}"), Some(false));
        assert_eq!(fits(LINE, "a\nb"), Some(false));
        assert_eq!(fits(LINES, "a\nb"), Some(true));
    }
}
