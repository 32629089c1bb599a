//! Changing an account's settings.

use super::list::Account;
use super::plan::Plan;
use super::settings::Settings;
use super::{is_language, is_time_zone, sql};
use crate::audit::{self, Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditAccount, Effect, Rehearsal, Visibility};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};
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
    /// How far users see each other's leads (N25).
    pub visibility: Option<Visibility>,
    /// Teams on or off (N6).
    pub teams_on: Option<bool>,
    /// Superiors see what the people below them own (P50).
    pub superiors_see: Option<bool>,
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
    /// The plan has no teams (N7).
    #[error("the plan has no teams")]
    NoTeams,
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
            Self::NoTeams => &problem::PLAN_WITHOUT_TEAMS,
            Self::NoWayIn => &problem::USER_FORM_NO_WAY_IN,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::NoTeams => vec![("plans", Plan::with_teams())],
            _ => Vec::new(),
        }
    }
}

impl EditAccountCommand {
    /// Whether it changes who sees whose leads, so that it is worth a look before it is saved (D7).
    pub fn changes_access(&self, account: &Account) -> bool {
        let other = |wanted: Option<bool>, now: bool| wanted.is_some_and(|wanted| wanted != now);
        let visibility = self.visibility;
        visibility.is_some_and(|wanted| wanted != account.visibility)
            || other(self.teams_on, account.teams_on)
            || other(self.superiors_see, account.superiors_see)
    }
}

/// What an edit would do.
#[derive(Debug, Clone)]
pub struct AccountPreview {
    /// Who would gain and who would lose what.
    pub effect: Effect,
    /// The settings that would change.
    pub changes: Vec<audit::Change>,
}

/// Answers what an edit would do (D7). Nothing is written, and what would be refused is refused.
pub async fn preview(
    db: &Db,
    caller: &Caller,
    command: &EditAccountCommand,
) -> Result<AccountPreview, EditAccountError> {
    let scope = caller.scope::<EditAccount>()?;
    let mut tx = db.write().await?;
    let rehearsal = Rehearsal::of_all(&mut tx, scope.tenant()).await?;
    let (_, event) = step(&mut tx, caller, command).await?;
    Ok(AccountPreview {
        effect: rehearsal.end(&mut tx).await?,
        changes: event.into_changes(),
    })
}

/// Changes the account; takes effect for everybody at the next request.
pub async fn edit(
    db: &Db,
    caller: &Caller,
    command: &EditAccountCommand,
) -> Result<Account, EditAccountError> {
    let scope = caller.scope::<EditAccount>()?;
    let mut tx = db.write().await?;
    let (after, event) = step(&mut tx, caller, command).await?;
    if !event.is_empty() {
        tx.commit(Audit::by(&scope, event)).await?;
    }
    Ok(after)
}

/// Changes it without the commit.
async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    command: &EditAccountCommand,
) -> Result<(Account, Event), EditAccountError> {
    let scope = caller.scope::<EditAccount>()?;
    let before = sql::find(tx, scope.tenant()).await?;
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
    after.visibility = command.visibility.unwrap_or(after.visibility);
    after.superiors_see = command.superiors_see.unwrap_or(after.superiors_see);
    after.teams_on = command.teams_on.unwrap_or(after.teams_on);
    if after.teams_on && !before.teams_on && !after.plan.teams {
        return Err(EditAccountError::NoTeams);
    }
    // Who could see more by it himself does not decide over it (D16).
    if (before.visibility, before.teams_on, before.superiors_see)
        != (after.visibility, after.teams_on, after.superiors_see)
    {
        caller.may_widen()?;
    }
    if before.teams_on != after.teams_on {
        caller.may_switch_teams(tx).await??;
    }
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
        ("teams_on", before.teams_on, after.teams_on),
        ("superiors_see", before.superiors_see, after.superiors_see),
        ("hide_inactive", before.hide_inactive, after.hide_inactive),
    ];
    for (field, old, new) in flags {
        if old != new {
            event = event.change(field, old, new);
        }
    }
    if before.visibility != after.visibility {
        let (old, new) = (before.visibility.as_str(), after.visibility.as_str());
        event = event.change("lead_visibility", old, new);
    }
    if before.settings != after.settings {
        let old = serde_json::to_value(&before.settings).unwrap_or_default();
        let new = serde_json::to_value(&after.settings).unwrap_or_default();
        event = event.change("settings", old, new);
    }
    if !event.is_empty() {
        sql::update(tx, &after).await?;
    }
    Ok((after, event))
}
