//! Texts of the wire with their limits.

use std::borrow::Cow;

use seatwise_domain::audit::REASON_MAX;
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::pattern::{ANY_LINE, CURSOR, HEX, KEY, LINE, LINES, LOGIN, PHONE, SECRET, ZONE};

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
    Reason = string(0, REASON_MAX, ANY_LINE).description(Some("Why, for the audit log."));
    /// What a role is for.
    RoleDescription = string(0, seatwise_domain::roles::DESCRIPTION_MAX, ANY_LINE);
    /// A telephone number.
    Phone = string(0, 40, PHONE).description(Some("With a digit in it; empty for none."));
    /// A login name.
    Login = string(0, 64, LOGIN).description(Some("2 to 64 characters without blanks and `@`; empty for none."));
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
    ZoneName = string(1, 60, ZONE).description(Some("IANA, for example `Europe/Berlin`."));
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

impl From<seatwise_domain::clock::Timestamp> for Instant {
    fn from(at: seatwise_domain::clock::Timestamp) -> Self {
        Self(at.to_string())
    }
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
