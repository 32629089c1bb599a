//! Accepting an invitation: one click on the link, a name and a password, and the person is active (L4).

use super::{User, UserState, sql, write};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authn::link::{self, Found, Purpose};
use crate::authn::{self, Password, PasswordError, SignedIn};
use crate::authz::{Caller, Source};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError};
use crate::tenants::{self, Account};
use crate::text::{NAME_MAX, TextError, line};

/// What the person fills in.
#[derive(Debug, Clone)]
pub struct Activate {
    /// The secret of the link.
    pub token: String,
    /// The name he wants to be called.
    pub name: String,
    /// The password he chooses.
    pub password: String,
    /// The language he reads, if he chose one.
    pub language: Option<String>,
    /// What the browser says it is.
    pub agent: String,
    /// The address he comes from.
    pub address: String,
    /// Through which door.
    pub source: Source,
}

/// An invitation that somebody followed.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Who is invited.
    pub user: User,
    /// Where to.
    pub account: Account,
    /// True when the link's time is over; the page says how to get a new one (L10).
    pub expired: bool,
}

/// Why nobody was activated.
#[derive(Debug, thiserror::Error)]
pub enum ActivateError {
    /// Unknown, used, revoked, or the person is not waiting any more.
    #[error("the link does not work")]
    LinkInvalid,
    /// The link's time is over.
    #[error("the link has expired")]
    LinkExpired,
    /// The name is empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// The password is too weak.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ActivateError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::LinkInvalid => &problem::LINK_INVALID,
            Self::LinkExpired => &problem::LINK_EXPIRED,
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Password(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Password(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// The invitation that a link belongs to; `None` if it does not work. Following it changes nothing.
pub async fn invitation(
    tx: &mut impl Reads,
    token: &str,
) -> Result<Option<Invitation>, StoreError> {
    let (link, expired) = match link::find(tx, Purpose::Activate, token).await? {
        None => return Ok(None),
        Some(Found::Usable(link)) => (link, false),
        Some(Found::Expired(link)) => (link, true),
    };
    let user = sql::by_id(tx, link.tenant, link.user)
        .await?
        .filter(|user| user.state.is_waiting());
    let account = tenants::find(tx, link.tenant).await?;
    Ok(user.zip(account).map(|(user, account)| Invitation {
        user,
        account,
        expired,
    }))
}

/// Activates the person and signs him in. His seat was taken with the invitation (decision 2).
pub async fn activate(db: &Db, command: &Activate) -> Result<SignedIn, ActivateError> {
    let name = line(&command.name, NAME_MAX).map_err(ActivateError::Name)?;
    let seen = {
        let mut tx = db.read().await?;
        invitation(&mut tx, &command.token)
            .await?
            .ok_or(ActivateError::LinkInvalid)?
    };
    if seen.expired {
        return Err(ActivateError::LinkExpired);
    }
    let email = seen.user.email.clone().unwrap_or_default();
    let own = [name.as_str(), email.as_str(), seen.account.name.as_str()];
    let hash = Password::choose(&command.password, &own)?.hash().await?;

    let mut tx = db.write().await?;
    let Some(Found::Usable(link)) = link::find(&mut tx, Purpose::Activate, &command.token).await?
    else {
        return Err(ActivateError::LinkInvalid);
    };
    let tenant = link.tenant;
    let before = sql::lock(&mut tx, tenant, link.user)
        .await?
        .filter(|user| user.state.is_waiting());
    let before = before.ok_or(ActivateError::LinkInvalid)?;
    if !link::consume(&mut tx, &link).await? {
        return Err(ActivateError::LinkInvalid);
    }
    let mut after = before.clone();
    after.name = name;
    if let Some(language) = command
        .language
        .as_ref()
        .filter(|word| tenants::is_language(word))
    {
        after.language = Some(language.clone());
    }
    after.state = UserState::Active;
    after.activated_at = Some(tx.now());
    after.link_expires_at = None;
    write::set_profile(&mut tx, tenant, &after).await?;
    write::set_password(&mut tx, tenant, after.id, Some(&hash)).await?;
    write::set_state(&mut tx, tenant, &before, &after).await?;
    // The person is his own actor; he can be loaded now that he is active.
    let caller = Caller::load(&mut tx, tenant, after.id, command.source).await?;
    let caller = caller.ok_or(ActivateError::LinkInvalid)?;
    let secret = authn::begin(&mut tx, tenant, after.id, &command.agent, &command.address).await?;
    let mut event = Event::new(EventKind::UserActivated)
        .on(SubjectKind::User, after.id, after.name.clone())
        .change("state", before.state.as_str(), "active")
        .changed("password");
    if before.name != after.name {
        event = event.change("name", before.name.as_str(), after.name.as_str());
    }
    if before.language != after.language {
        event = event.change("language", before.language, after.language);
    }
    tx.commit(Audit::of(caller.actor(), event)).await?;
    Ok(SignedIn {
        secret,
        tenant,
        slug: seen.account.slug,
        user: after.id,
        first: true,
    })
}
