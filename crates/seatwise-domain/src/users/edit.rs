//! Editing a person: shown before it is saved (J7), with old and new values in the log (J16).

use super::add::{FieldError, login, phone};
use super::conflicts::ConflictError;
use super::names::{move_names, names_are_free, way_in};
use super::{User, UserState, resend, sql, write};
use crate::audit::{Audit, Change, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditUsers, InviteUsers, Key, Level};
use crate::clock::Timestamp;
use crate::ids::UserId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError};
use crate::tenants;
use crate::text::{EmailAddress, NAME_MAX, line, optional_line};

/// What to change; `None` stays, an empty text empties the field.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// First and last name.
    pub name: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// The sign-in name apart from the address.
    pub login: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Form of address.
    pub gender: Option<String>,
    /// What he does.
    pub job_title: Option<String>,
    /// The language he reads.
    pub language: Option<String>,
    /// His time zone.
    pub time_zone: Option<String>,
    /// First day at work as ISO text; an empty text empties it.
    pub started_on: Option<String>,
    /// What he is; never the owner's, never above the editor's (N31).
    pub level: Option<Level>,
    /// `updated_at` of what the editor saw; another value refuses.
    pub seen: Option<Timestamp>,
    /// Why.
    pub reason: String,
}

/// A person before and after.
#[derive(Debug, Clone)]
pub struct Edited {
    /// After.
    pub user: User,
    /// What changed, for the confirmation and the log.
    pub changes: Vec<Change>,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// Not allowed (J1).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// Something typed is wrong.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// He would have nothing left to sign in with.
    #[error("this is the only name to sign in with")]
    OnlySignInName,
    /// Not a time zone that is known.
    #[error("an unknown time zone")]
    TimeZone,
    /// Not a calendar date.
    #[error("not a date")]
    Date,
    /// The address or login is in use.
    #[error(transparent)]
    Conflict(#[from] ConflictError),
    /// Above the editor's level, or the owner's.
    #[error("nobody gives a level above his own")]
    LevelTooHigh,
    /// A team seat gives nothing to administer with.
    #[error("an admin needs a regular seat")]
    TeamSeat,
    /// The owner is changed by himself and stays the owner.
    #[error("the owner's level and sign-in are his own")]
    IsOwner,
    /// Nobody takes his own level away.
    #[error("nobody changes his own level")]
    IsSelf,
    /// A program's account neither signs in nor administers (P65).
    #[error("a service user has neither a sign-in nor a level")]
    IsService,
    /// Somebody else changed the person since the form was opened.
    #[error("the user was changed meanwhile")]
    ChangedMeanwhile,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for EditError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            // An address that could go, if the person had something else to sign in with.
            Self::OnlySignInName | Self::Field(FieldError::NoWayIn) => &problem::ONLY_WAY_IN,
            Self::Field(error) => error.problem(),
            Self::TimeZone => &problem::TIME_ZONE_UNKNOWN,
            Self::Date => &problem::DATE_INVALID,
            Self::Conflict(error) => error.problem(),
            Self::LevelTooHigh => &problem::LEVEL_TOO_HIGH,
            Self::TeamSeat => &problem::ADMIN_NEEDS_SEAT,
            Self::IsOwner => &problem::IS_OWNER,
            Self::IsSelf => &problem::IS_SELF,
            Self::IsService => &problem::SERVICE_USER_FIXED,
            Self::ChangedMeanwhile => &problem::CHANGED_MEANWHILE,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Field(error) => error.values(),
            Self::Conflict(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Checks an edit and shows what it would change; writes nothing (J7).
pub async fn preview(
    tx: &mut impl Reads,
    caller: &Caller,
    user: UserId,
    command: &Edit,
) -> Result<Edited, EditError> {
    let scope = caller.scope::<EditUsers>()?;
    Reason::read(&command.reason)?;
    let before = sql::by_id(tx, scope.tenant(), user)
        .await?
        .ok_or(EditError::NoSuchUser)?;
    caller.touches(tx, Key::EditUsers, user).await??;
    if command.seen.is_some_and(|seen| seen != before.updated_at) {
        return Err(EditError::ChangedMeanwhile);
    }
    let after = apply(caller, &before, command)?;
    names_are_free(tx, &scope, &before, &after).await?;
    way_in(tx, &scope, &before, &after).await?;
    Ok(Edited {
        changes: changes(&before, &after),
        user: after,
    })
}

/// Saves an edit. A changed address signs in from now on with the old password, the old one no longer
/// (N50); somebody who is pending gets a new mail at the new address.
pub async fn edit(
    db: &Db,
    caller: &Caller,
    user: UserId,
    command: &Edit,
) -> Result<Edited, EditError> {
    let scope = caller.scope::<EditUsers>()?;
    let reason = Reason::read(&command.reason)?;
    let mut tx = db.write().await?;
    let before = sql::lock(&mut tx, scope.tenant(), user)
        .await?
        .ok_or(EditError::NoSuchUser)?;
    caller.touches(&mut tx, Key::EditUsers, user).await??;
    if command.seen.is_some_and(|seen| seen != before.updated_at) {
        return Err(EditError::ChangedMeanwhile);
    }
    let mut after = apply(caller, &before, command)?;
    names_are_free(&mut tx, &scope, &before, &after).await?;
    way_in(&mut tx, &scope, &before, &after).await?;
    let changes = changes(&before, &after);
    if changes.is_empty() {
        return Ok(Edited {
            user: before,
            changes,
        });
    }
    write::set_profile(&mut tx, scope.tenant(), &after).await?;
    move_names(&mut tx, &scope, &before, &after).await?;
    // A mail that still waits counts as well: it must not go to the address that was wrong.
    if before.email != after.email && after.email.is_some() && before.state == UserState::Pending {
        let inviting = caller.scope::<InviteUsers>()?;
        caller.reaches(&mut tx, Key::InviteUsers, user).await??;
        resend::mail_activations(&mut tx, &inviting, caller, &[user]).await?;
    }
    after.updated_at = tx.now();
    let mut event = Event::new(EventKind::UserEdited)
        .on(SubjectKind::User, user, after.name.clone())
        .reason(&reason);
    for change in &changes {
        event = event.change(&change.field, change.before.clone(), change.after.clone());
    }
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(Edited {
        user: after,
        changes,
    })
}

fn apply(caller: &Caller, before: &User, command: &Edit) -> Result<User, EditError> {
    let mut after = before.clone();
    if let Some(name) = &command.name {
        after.name = line(name, NAME_MAX).map_err(FieldError::Name)?;
    }
    if let Some(email) = &command.email {
        after.email = match email.trim() {
            "" => None,
            text => Some(
                EmailAddress::parse(text)
                    .map_err(FieldError::Email)?
                    .as_str()
                    .to_owned(),
            ),
        };
    }
    if let Some(text) = &command.login {
        after.login = login(text)?.map(|(shown, _)| shown);
    }
    if before.service {
        let plain = after.email.is_none() && after.login.is_none();
        let level = command.level.unwrap_or(before.level);
        if !plain || level != before.level {
            return Err(EditError::IsService);
        }
    } else if after.email.is_none() && after.login.is_none() {
        return Err(EditError::OnlySignInName);
    }
    if let Some(text) = &command.phone {
        after.phone = phone(text)?;
    }
    if let Some(text) = &command.gender {
        after.gender = optional_line(text, NAME_MAX).map_err(FieldError::Text)?;
    }
    if let Some(text) = &command.job_title {
        after.job_title = optional_line(text, NAME_MAX).map_err(FieldError::Text)?;
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
            return Err(EditError::TimeZone);
        }
    }
    if let Some(date) = command.started_on.as_deref().map(str::trim) {
        after.started_on = match date {
            "" => None,
            date => Some(date.parse().map_err(|_| EditError::Date)?),
        };
    }
    if let Some(level) = command.level.filter(|level| *level != before.level) {
        if before.level == Level::Owner {
            return Err(EditError::IsOwner);
        }
        if caller.user() == Some(before.id) {
            return Err(EditError::IsSelf);
        }
        if level == Level::Owner || level > caller.level() {
            return Err(EditError::LevelTooHigh);
        }
        if !before.seat_kind.may_hold(level) {
            return Err(EditError::TeamSeat);
        }
        after.level = level;
    }
    let sign_in_changed = before.email != after.email || before.login != after.login;
    if sign_in_changed && before.level == Level::Owner && caller.level() != Level::Owner {
        return Err(EditError::IsOwner);
    }
    Ok(after)
}

fn changes(before: &User, after: &User) -> Vec<Change> {
    let text = |text: &Option<String>| serde_json::json!(text);
    let date =
        |date: Option<jiff::civil::Date>| serde_json::json!(date.map(|date| date.to_string()));
    let fields = [
        (
            "name",
            serde_json::json!(before.name),
            serde_json::json!(after.name),
        ),
        ("email", text(&before.email), text(&after.email)),
        ("login", text(&before.login), text(&after.login)),
        ("phone", text(&before.phone), text(&after.phone)),
        ("gender", text(&before.gender), text(&after.gender)),
        ("job_title", text(&before.job_title), text(&after.job_title)),
        ("language", text(&before.language), text(&after.language)),
        ("time_zone", text(&before.time_zone), text(&after.time_zone)),
        (
            "started_on",
            date(before.started_on),
            date(after.started_on),
        ),
        (
            "level",
            serde_json::json!(before.level),
            serde_json::json!(after.level),
        ),
    ];
    fields
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| Change {
            field: field.to_owned(),
            before,
            after,
        })
        .collect()
}
