//! What a person changes about himself.

use super::add::{FieldError, phone};
use super::{User, sql, write};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditOwn};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError};
use crate::tenants;
use crate::text::{NAME_MAX, line};

/// What to change; `None` stays.
#[derive(Debug, Clone, Default)]
pub struct EditProfile {
    /// First and last name.
    pub name: Option<String>,
    /// Telephone; an empty text empties it.
    pub phone: Option<String>,
    /// The language of pages and mails.
    pub language: Option<String>,
    /// The time zone; an empty text means the account's.
    pub time_zone: Option<String>,
    /// `light`, `dark` or `system`.
    pub theme: Option<String>,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Only a person has a profile.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// A read-only token changes nothing.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Something typed is wrong.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// Not a time zone that is known.
    #[error("an unknown time zone")]
    TimeZone,
    /// Not one of the themes.
    #[error("an unknown theme")]
    Theme,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ProfileError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::NotSignedIn => &problem::SIGN_IN_NEEDED,
            Self::Denied(error) => error.problem(),
            Self::Field(error) => error.problem(),
            Self::TimeZone => &problem::TIME_ZONE_UNKNOWN,
            Self::Theme => &problem::BAD_REQUEST,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Field(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// The caller himself; `None` for operator and system.
pub async fn profile(tx: &mut impl Reads, caller: &Caller) -> Result<Option<User>, StoreError> {
    match caller.user() {
        Some(user) => sql::by_id(tx, caller.tenant(), user).await,
        None => Ok(None),
    }
}

/// Changes one's own profile. Level, address and state are not among it (AB-088).
pub async fn edit_profile(
    db: &Db,
    caller: &Caller,
    command: &EditProfile,
) -> Result<User, ProfileError> {
    let scope = caller.scope::<EditOwn>()?;
    let id = scope.user().ok_or(ProfileError::NotSignedIn)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    let before = sql::lock(&mut tx, tenant, id)
        .await?
        .ok_or(ProfileError::NotSignedIn)?;
    let mut after = before.clone();
    if let Some(name) = &command.name {
        after.name = line(name, NAME_MAX).map_err(FieldError::Name)?;
    }
    if let Some(text) = &command.phone {
        after.phone = phone(text)?;
    }
    if let Some(language) = &command.language {
        after.language = Some(language.clone()).filter(|word| !word.is_empty());
        if after
            .language
            .as_deref()
            .is_some_and(|word| !tenants::is_language(word))
        {
            return Err(FieldError::Language.into());
        }
    }
    if let Some(zone) = &command.time_zone {
        after.time_zone = Some(zone.clone()).filter(|name| !name.is_empty());
        if after
            .time_zone
            .as_deref()
            .is_some_and(|name| !tenants::is_time_zone(name))
        {
            return Err(ProfileError::TimeZone);
        }
    }
    if command
        .theme
        .as_deref()
        .is_some_and(|theme| !matches!(theme, "light" | "dark" | "system"))
    {
        return Err(ProfileError::Theme);
    }
    let mut event = Event::new(EventKind::UserEdited).on(SubjectKind::User, id, after.name.clone());
    let fields = [
        ("name", Some(&before.name), Some(&after.name)),
        ("phone", before.phone.as_ref(), after.phone.as_ref()),
        (
            "language",
            before.language.as_ref(),
            after.language.as_ref(),
        ),
        (
            "time_zone",
            before.time_zone.as_ref(),
            after.time_zone.as_ref(),
        ),
    ];
    for (field, old, new) in fields {
        if old != new {
            event = event.change(field, serde_json::json!(old), serde_json::json!(new));
        }
    }
    if let Some(theme) = &command.theme {
        write::set_theme(&mut tx, tenant, id, theme).await?;
        event = event.detail("theme", theme.as_str());
    }
    if event.is_empty() {
        return Ok(before);
    }
    write::set_profile(&mut tx, tenant, &after).await?;
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(after)
}
