//! Editing a person.

use seatwise_domain::users::{self, Edit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::UserAnswer;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{
    DateText, Email, Instant, Language, LevelWord, Login, Name, Phone, Reason, ShortText, ZoneName,
    given,
};
use crate::api::v1::audit::ChangeLine;

/// What to change; what is absent stays, null empties.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditUser {
    #[schema(nullable = false)]
    name: Option<Name>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Email>)]
    email: Option<Option<Email>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Login>)]
    login: Option<Option<Login>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Phone>)]
    phone: Option<Option<Phone>>,
    /// Form of address.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<ShortText>)]
    gender: Option<Option<ShortText>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<ShortText>)]
    job_title: Option<Option<ShortText>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Language>)]
    language: Option<Option<Language>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<ZoneName>)]
    time_zone: Option<Option<ZoneName>>,
    /// First day at work.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<DateText>)]
    started_on: Option<Option<DateText>>,
    /// Never above one's own.
    #[schema(nullable = false)]
    level: Option<LevelWord>,
    /// `updated_at` of what was seen; another value refuses the edit.
    #[schema(nullable = false)]
    seen: Option<Instant>,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// A person after an edit.
#[derive(Debug, Serialize, ToSchema)]
pub struct EditedAnswer {
    #[serde(flatten)]
    user: UserAnswer,
    /// What changed, or would change in a dry run: old and new value of each field.
    changes: Vec<ChangeLine>,
    /// True when nothing was written.
    dry_run: bool,
}

/// How it is done.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct EditQuery {
    /// True checks the edit and answers what it would change; nothing is written and nobody is mailed.
    #[schema(nullable = false)]
    dry_run: Option<bool>,
}

/// Null as the domain writes it: an empty text.
fn text<T: Into<String>>(field: Option<Option<T>>) -> Option<String> {
    field.map(|value| value.map(Into::into).unwrap_or_default())
}

/// Edits.
pub async fn edit(call: Call) -> Done {
    let body: EditUser = call.body()?;
    let language = body
        .language
        .map(|word| word.map_or("", Language::as_str).to_owned());
    let seen = body
        .seen
        .and_then(|at| at.0.parse::<jiff::Timestamp>().ok())
        .map(|at| seatwise_domain::clock::Timestamp::from_micros(at.as_microsecond()));
    let command = Edit {
        name: body.name.map(String::from),
        email: text(body.email),
        login: text(body.login),
        phone: text(body.phone),
        gender: text(body.gender),
        job_title: text(body.job_title),
        language,
        time_zone: text(body.time_zone),
        started_on: text(body.started_on),
        level: body.level.map(Into::into),
        seen,
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let dry_run = call.query::<EditQuery>()?.dry_run.unwrap_or_default();
    let (db, caller, id) = (&call.app.db, call.caller()?, call.id("id")?);
    let edited = if dry_run {
        let mut tx = db.read().await?;
        users::preview(&mut tx, caller, id, &command).await?
    } else {
        users::edit(db, caller, id, &command).await?
    };
    Ok(Answer::ok(&EditedAnswer {
        user: edited.user.into(),
        changes: edited.changes.into_iter().map(ChangeLine::from).collect(),
        dry_run,
    }))
}
