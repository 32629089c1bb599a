//! Sending activation mails: to one, to many ticked ones, or to all of an import (L7, L11, L12).

use std::collections::HashMap;

use super::{User, UserState, sql, write};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authn::link::{self, Purpose};
use crate::authz::{AddsUsers, Caller, Denied, InviteUsers, Key, Scope};
use crate::ids::UserId;
use crate::mail::{self, Mail, Recipient};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};
use crate::tenants;

/// The most people of one call.
pub const RESEND_MAX: usize = 10_000;

/// Why somebody gets no activation mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkippedWhy {
    /// He has signed in already (L13).
    AlreadyActive,
    /// He has left.
    Deactivated,
    /// He has no address (K8).
    NoAddress,
    /// There is no such person in the account.
    Unknown,
    /// He is outside the part of the people to which whoever sends invites (P64).
    OutsidePart,
}

/// Somebody who gets no mail.
#[derive(Debug, Clone)]
pub struct Skipped {
    /// Who.
    pub user: UserId,
    /// His name, if he exists.
    pub name: String,
    /// Why.
    pub why: SkippedWhy,
}

/// What a call did.
#[derive(Debug, Clone, Default)]
pub struct Resent {
    /// Whom a mail is queued for.
    pub sent: Vec<UserId>,
    /// Who was left out, with the reason.
    pub skipped: Vec<Skipped>,
}

/// Why nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum ResendError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// More than [`RESEND_MAX`] at once.
    #[error("too many people at once")]
    TooMany,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ResendError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::TooMany => &problem::BAD_REQUEST,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Sends the activation mail again. Older links of the same people stop working, mails that still wait are
/// taken back: each person gets one mail, however often the button is pressed before it goes out (AB-078).
pub async fn resend(
    db: &Db,
    caller: &Caller,
    users: &[UserId],
    reason: &str,
) -> Result<Resent, ResendError> {
    let scope = caller.scope::<InviteUsers>()?;
    let reason = Reason::read(reason)?;
    if users.len() > RESEND_MAX {
        return Err(ResendError::TooMany);
    }
    let mut tx = db.write().await?;
    let (resent, events) = send_activations(&mut tx, &scope, caller, users).await?;
    if !events.is_empty() {
        let events = events
            .into_iter()
            .map(|event| event.reason(&reason))
            .collect();
        tx.commit(Audit::all(&scope, events)).await?;
    }
    Ok(resent)
}

/// Step: picks those who can be mailed, queues their mails and gives the lines for the audit log.
pub async fn send_activations(
    tx: &mut WriteTx,
    scope: &Scope<impl AddsUsers>,
    caller: &Caller,
    users: &[UserId],
) -> Result<(Resent, Vec<Event>), StoreError> {
    let mut found: HashMap<UserId, User> = sql::lock_many(tx, scope.tenant(), users)
        .await?
        .into_iter()
        .map(|user| (user.id, user))
        .collect();
    let outside = caller.outside(tx, Key::InviteUsers, users).await?;
    let mut resent = Resent::default();
    let mut events = Vec::new();
    for id in users {
        let Some(user) = found.remove(id) else {
            if !resent.sent.contains(id) {
                resent.skipped.push(Skipped {
                    user: *id,
                    name: String::new(),
                    why: SkippedWhy::Unknown,
                });
            }
            continue;
        };
        let why = match user.state {
            _ if outside.contains(id) => Some(SkippedWhy::OutsidePart),
            UserState::Active | UserState::Frozen => Some(SkippedWhy::AlreadyActive),
            UserState::Deactivated | UserState::Anonymised => Some(SkippedWhy::Deactivated),
            _ if user.email.is_none() => Some(SkippedWhy::NoAddress),
            _ => None,
        };
        if let Some(why) = why {
            resent.skipped.push(Skipped {
                user: *id,
                name: user.name,
                why,
            });
            continue;
        }
        let mut event = Event::new(EventKind::ActivationSent).on(SubjectKind::User, *id, user.name);
        if user.state == UserState::Invited {
            event = event.change("state", "invited", "pending");
        }
        events.push(event);
        resent.sent.push(*id);
    }
    mail_activations(tx, scope, caller, &resent.sent).await?;
    Ok((resent, events))
}

/// Queues activation mails for people who are invited or pending and have an address.
pub(super) async fn mail_activations(
    tx: &mut WriteTx,
    scope: &Scope<impl AddsUsers>,
    caller: &Caller,
    users: &[UserId],
) -> Result<(), StoreError> {
    if users.is_empty() {
        return Ok(());
    }
    let tenant = scope.tenant();
    let account = tenants::find(tx, tenant).await?;
    let account = account.ok_or_else(|| StoreError::fault("the account of a scope is there"))?;
    let people = sql::find_many(tx, scope, users).await?;
    mail::cancel_of_users(tx, scope, users, "activation").await?;
    let links = link::make(tx, tenant, users, Purpose::Activate).await?;
    let Some(expires_at) = links.first().map(|(_, _, expires_at)| *expires_at) else {
        return Ok(());
    };
    write::set_pending(tx, scope, users, expires_at).await?;
    let mut mails = Vec::with_capacity(links.len());
    for (id, secret, expires_at) in links {
        let Some((user, address)) = people
            .get(&id)
            .and_then(|user| Some((user, user.email.clone()?)))
        else {
            continue;
        };
        let recipient = Recipient {
            user: id,
            address,
            name: user.name.clone(),
            language: user
                .language
                .clone()
                .unwrap_or_else(|| account.language.clone()),
        };
        let mail = Mail::Activation {
            token: secret.shown,
            account: account.name.clone(),
            invited_by: caller.actor().person().map(str::to_owned),
            expires_at,
        };
        mails.push((recipient, mail));
    }
    mail::enqueue_many(tx, tenant, mails).await.map(drop)
}
