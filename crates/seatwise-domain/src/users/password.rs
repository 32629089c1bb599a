//! Passwords of people: changed by themselves, forgotten, or reset by an admin (N56, J2, K19, K20).

use super::{User, UserState, password_sql, sql, write};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authn::link::{self, Found, Purpose};
use crate::authn::{self, Password, PasswordError};
use crate::authz::{ActsFor, Caller, Denied, EditOwn, Key, Level, ResetPasswords, Session};
use crate::ids::{TenantId, UserId};
use crate::mail::{self, Mail, Recipient};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError, WriteTx};
use crate::tenants::{self, Account};
use crate::text::email_key;

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// A read-only token changes nothing.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Only a signed-in person has a password to change.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The current password is wrong (AB-005).
    #[error("the current password is wrong")]
    WrongPassword,
    /// The new one is too weak.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ChangePasswordError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NotSignedIn => &problem::SIGN_IN_NEEDED,
            Self::WrongPassword => &problem::PASSWORD_WRONG,
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

/// Changes one's own password; the other sessions end (AB-034) and the person is told by mail (AB-179).
pub async fn change_password(
    db: &Db,
    caller: &Caller,
    own: Option<&Session>,
    current: &str,
    new: &str,
) -> Result<(), ChangePasswordError> {
    let scope = caller.scope::<EditOwn>()?;
    let tenant = scope.tenant();
    let id = scope.user().ok_or(ChangePasswordError::NotSignedIn)?;
    let (user, hash) = {
        let mut tx = db.read().await?;
        let user = sql::by_id(&mut tx, tenant, id)
            .await?
            .ok_or(ChangePasswordError::NotSignedIn)?;
        (user, sql::password(&mut tx, tenant, id).await?)
    };
    if !Password::typed(current).matches(hash).await {
        return Err(ChangePasswordError::WrongPassword);
    }
    let names = [
        user.name.as_str(),
        user.email.as_deref().unwrap_or_default(),
    ];
    let hash = Password::choose(new, &names)?.hash().await?;
    let mut tx = db.write().await?;
    write::set_password(&mut tx, tenant, id, Some(&hash)).await?;
    let sessions = authn::end_others(&mut tx, &scope, own.map(|session| session.id)).await?;
    tell(&mut tx, &scope, &user).await?;
    let event = Event::new(EventKind::PasswordChanged)
        .on(SubjectKind::User, id, user.name.clone())
        .changed("password")
        .detail("sessions", sessions);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}

/// Where a mail to somebody goes, with his account; `None` without an address.
pub(super) async fn recipient(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: &User,
) -> Result<Option<(Recipient, Account)>, StoreError> {
    let Some(address) = user.email.clone() else {
        return Ok(None);
    };
    let account = tenants::find(tx, tenant).await?;
    let account = account.ok_or_else(|| StoreError::fault("the account of a person is there"))?;
    let language = user.language.clone();
    let language = language.unwrap_or_else(|| account.language.clone());
    Ok(Some((
        Recipient {
            user: user.id,
            address,
            name: user.name.clone(),
            language,
        },
        account,
    )))
}

async fn tell(tx: &mut WriteTx, scope: &impl ActsFor, user: &User) -> Result<(), StoreError> {
    if let Some((to, account)) = recipient(tx, scope.tenant(), user).await? {
        let account = account.name;
        mail::enqueue(tx, scope, &to, &Mail::PasswordChanged { account }).await?;
    }
    Ok(())
}

/// So many reset mails an address gets in five minutes (AB-065).
const RESETS: u64 = 3;

/// Who forgot a password, as the one who acts: somebody who may sign in with one, also for the first time (K14, K19).
async fn whose_password(
    tx: &mut impl Reads,
    tenant: TenantId,
    id: UserId,
) -> Result<Option<Caller>, StoreError> {
    let found = Caller::looked_at(tx, tenant, id).await?;
    let may = |state: &str| matches!(state, "active" | "pending");
    Ok(found
        .filter(|(_, state)| may(state))
        .map(|(caller, _)| caller))
}

/// Queues a reset mail for everybody the address belongs to who may sign in with a password. Says nothing about
/// whether there is anybody (AB-064).
pub async fn forgot(db: &Db, address: &str) -> Result<(), StoreError> {
    let key = email_key(address);
    let found = {
        let mut tx = db.read().await?;
        password_sql::by_address(&mut tx, &key).await?
    };
    for (tenant, id) in found {
        let mut tx = db.write().await?;
        let Some(caller) = whose_password(&mut tx, tenant, id).await? else {
            continue;
        };
        let Some(user) = sql::lock(&mut tx, tenant, id).await? else {
            continue;
        };
        let since = tx.now().plus_seconds(-300);
        if password_sql::reset_asked_since(&mut tx, tenant, id, since).await? >= RESETS {
            continue;
        }
        let Ok(scope) = caller.scope::<EditOwn>() else {
            continue;
        };
        send_reset(&mut tx, &scope, &user, false).await?;
        let event = Event::new(EventKind::PasswordReset)
            .on(SubjectKind::User, id, user.name.clone())
            .detail("by", "forgotten");
        tx.commit(Audit::by(&scope, event)).await?;
    }
    Ok(())
}

async fn send_reset(
    tx: &mut WriteTx,
    scope: &impl ActsFor,
    user: &User,
    by_admin: bool,
) -> Result<bool, StoreError> {
    let tenant = scope.tenant();
    let Some((to, account)) = recipient(tx, tenant, user).await? else {
        return Ok(false);
    };
    mail::cancel_of_users(tx, scope, &[user.id], "password-reset").await?;
    for (_, secret, expires_at) in link::make(tx, tenant, &[user.id], Purpose::Reset).await? {
        let account = account.name.clone();
        let mail = Mail::PasswordReset {
            token: secret.shown,
            account,
            by_admin,
            expires_at,
        };
        mail::enqueue(tx, scope, &to, &mail).await?;
    }
    Ok(true)
}

/// Why a reset did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ResetError {
    /// Not allowed (N57).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// The owner is never without a password: he changes it himself (D17).
    #[error("the owner's password is his own")]
    IsOwner,
    /// The person has not signed in yet: the activation mail is the way in.
    #[error("the user has not signed in yet")]
    NotYetActive,
    /// The person is suspended or has left.
    #[error("the user has no access at present")]
    NotActive,
    /// He has no address to send a link to.
    #[error("the user has no e-mail address")]
    NoAddress,
    /// The link does not work.
    #[error("the link does not work")]
    LinkInvalid,
    /// The link's time is over.
    #[error("the link has expired")]
    LinkExpired,
    /// The new password is too weak.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ResetError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::IsOwner => &problem::IS_OWNER,
            Self::NotYetActive => &problem::NOT_YET_ACTIVE,
            Self::NotActive => &problem::NOT_ACTIVE,
            Self::NoAddress => &problem::NO_MAIL_ADDRESS,
            Self::LinkInvalid => &problem::LINK_INVALID,
            Self::LinkExpired => &problem::LINK_EXPIRED,
            Self::Password(error) => error.problem(),
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Password(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Whether an admin may reset this person's password, and why not (N57); the page asks before it offers it.
pub fn may_be_reset(user: &User) -> Result<(), ResetError> {
    if user.level == Level::Owner {
        return Err(ResetError::IsOwner);
    }
    match user.state {
        UserState::Invited | UserState::Pending => Err(ResetError::NotYetActive),
        UserState::Active if user.email.is_none() => Err(ResetError::NoAddress),
        UserState::Active => Ok(()),
        UserState::Frozen | UserState::Deactivated | UserState::Anonymised => {
            Err(ResetError::NotActive)
        }
    }
}

/// An admin's reset: sessions and tokens end, the password is deleted, a mail with a link goes out (N56).
pub async fn reset_by_admin(
    db: &Db,
    caller: &Caller,
    user: UserId,
    reason: &str,
) -> Result<u64, ResetError> {
    let scope = caller.scope::<ResetPasswords>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let tenant = scope.tenant();
    let found = sql::lock(&mut tx, tenant, user)
        .await?
        .ok_or(ResetError::NoSuchUser)?;
    may_be_reset(&found)?;
    caller.touches(&mut tx, Key::ResetPasswords, user).await??;
    if !send_reset(&mut tx, &scope, &found, true).await? {
        return Err(ResetError::NoAddress);
    }
    write::set_password(&mut tx, tenant, user, None).await?;
    let sessions = authn::end_all(&mut tx, &scope, user, true).await?;
    let event = Event::new(EventKind::PasswordReset)
        .on(SubjectKind::User, user, found.name)
        .changed("password")
        .detail("by", "admin")
        .detail("sessions", sessions)
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(sessions)
}

/// Whether a reset link works; following it changes nothing.
pub async fn reset_link(tx: &mut impl Reads, token: &str) -> Result<(), ResetError> {
    match link::find(tx, Purpose::Reset, token).await? {
        Some(Found::Usable(_)) => Ok(()),
        Some(Found::Expired(_)) => Err(ResetError::LinkExpired),
        None => Err(ResetError::LinkInvalid),
    }
}

/// Chooses a new password with a link: all sessions end, the link and its older sisters are dead (AB-057).
pub async fn reset(db: &Db, token: &str, password: &str) -> Result<(), ResetError> {
    let (tenant, id, names) = {
        let mut tx = db.read().await?;
        reset_link(&mut tx, token).await?;
        let Some(Found::Usable(link)) = link::find(&mut tx, Purpose::Reset, token).await? else {
            return Err(ResetError::LinkInvalid);
        };
        let user = sql::by_id(&mut tx, link.tenant, link.user)
            .await?
            .ok_or(ResetError::LinkInvalid)?;
        (
            link.tenant,
            link.user,
            [user.name, user.email.unwrap_or_default()],
        )
    };
    let own: Vec<&str> = names.iter().map(String::as_str).collect();
    let hash = Password::choose(password, &own)?.hash().await?;
    let mut tx = db.write().await?;
    let Some(Found::Usable(link)) = link::find(&mut tx, Purpose::Reset, token).await? else {
        return Err(ResetError::LinkInvalid);
    };
    let caller = whose_password(&mut tx, tenant, id)
        .await?
        .ok_or(ResetError::LinkInvalid)?;
    let user = sql::lock(&mut tx, tenant, id)
        .await?
        .ok_or(ResetError::LinkInvalid)?;
    if !link::consume(&mut tx, &link).await? {
        return Err(ResetError::LinkInvalid);
    }
    link::revoke(&mut tx, tenant, &[id], Purpose::Reset).await?;
    write::set_password(&mut tx, tenant, id, Some(&hash)).await?;
    let scope = caller.scope::<EditOwn>()?;
    let sessions = authn::end_others(&mut tx, &scope, None).await?;
    tell(&mut tx, &scope, &user).await?;
    let event = Event::new(EventKind::PasswordChanged)
        .on(SubjectKind::User, id, user.name)
        .changed("password")
        .detail("sessions", sessions);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
