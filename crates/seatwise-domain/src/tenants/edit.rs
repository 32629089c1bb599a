//! Changing an account's settings.

use super::list::Account;
use super::settings::Settings;
use super::{is_language, is_time_zone, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditAccount};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError};
use crate::text::{NAME_MAX, TextError, line};

/// What to change; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct EditAccountCommand {
    /// The name.
    pub name: Option<String>,
    /// One of [`super::LANGUAGES`].
    pub language: Option<String>,
    /// An IANA name.
    pub time_zone: Option<String>,
    /// Everybody sees all leads, or his own.
    pub sees_all: Option<bool>,
    /// N48.
    pub hide_inactive: Option<bool>,
    /// The rest.
    pub settings: Option<Settings>,
}

/// Why the account was not changed.
#[derive(Debug, thiserror::Error)]
pub enum EditAccountError {
    /// Not allowed (N10, N25).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The name is empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// Not one of the five languages.
    #[error("an unknown language")]
    Language,
    /// Not a time zone that is known.
    #[error("an unknown time zone")]
    TimeZone,
    /// Nobody could be added any more (decision 6).
    #[error("the form of a new user asks for no way in")]
    NoWayIn,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for EditAccountError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Language => &problem::LANGUAGE_UNKNOWN,
            Self::TimeZone => &problem::TIME_ZONE_UNKNOWN,
            Self::NoWayIn => &problem::USER_FORM_NO_WAY_IN,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Changes the account; takes effect for everybody at the next request.
pub async fn edit(
    db: &Db,
    caller: &Caller,
    command: &EditAccountCommand,
) -> Result<Account, EditAccountError> {
    let scope = caller.scope::<EditAccount>()?;
    let mut tx = db.write().await?;
    let before = sql::find(&mut tx, scope.tenant()).await?;
    let before = before.ok_or_else(|| StoreError::fault("the account of a scope is there"))?;
    let mut after = before.clone();
    if let Some(name) = &command.name {
        after.name = line(name, NAME_MAX).map_err(EditAccountError::Name)?;
    }
    if let Some(language) = &command.language {
        after.language = Some(language.clone())
            .filter(|word| is_language(word))
            .ok_or(EditAccountError::Language)?;
    }
    if let Some(zone) = &command.time_zone {
        after.time_zone = Some(zone.clone())
            .filter(|name| is_time_zone(name))
            .ok_or(EditAccountError::TimeZone)?;
    }
    after.sees_all = command.sees_all.unwrap_or(after.sees_all);
    after.hide_inactive = command.hide_inactive.unwrap_or(after.hide_inactive);
    if let Some(settings) = &command.settings {
        if !settings.lets_people_in() {
            return Err(EditAccountError::NoWayIn);
        }
        after.settings = settings.clone();
    }
    let mut event =
        Event::new(EventKind::AccountEdited).on(SubjectKind::Account, after.id, after.name.clone());
    let texts = [
        ("name", &before.name, &after.name),
        ("language", &before.language, &after.language),
        ("time_zone", &before.time_zone, &after.time_zone),
    ];
    for (field, old, new) in texts {
        if old != new {
            event = event.change(field, old.as_str(), new.as_str());
        }
    }
    let flags = [
        ("sees_all", before.sees_all, after.sees_all),
        ("hide_inactive", before.hide_inactive, after.hide_inactive),
    ];
    for (field, old, new) in flags {
        if old != new {
            event = event.change(field, old, new);
        }
    }
    if before.settings != after.settings {
        let old = serde_json::to_value(&before.settings).unwrap_or_default();
        let new = serde_json::to_value(&after.settings).unwrap_or_default();
        event = event.change("settings", old, new);
    }
    if event.is_empty() {
        return Ok(after);
    }
    sql::update(&mut tx, &after).await?;
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(after)
}
