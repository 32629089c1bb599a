//! Removing a person who has left: what tells who he was goes, what he did stays (Z84, decision 4, D3).

use super::{User, UserState, sql, write};
use crate::args;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, Level, RemoveUsers};
use crate::ids::{TenantId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::stmt;
use crate::store::{Db, StoreError, WriteTx};
use crate::{groups, roles, sharing, teams};

stmt!(
    ERASE_NAMES = "delete from sign_in_names where tenant_id = $1 and user_id = $2",
    ERASE_PICTURE = "delete from user_pictures where tenant_id = $1 and user_id = $2",
    ERASE_SESSIONS = "delete from sessions where tenant_id = $1 and user_id = $2",
    ERASE_TOKENS = "delete from api_tokens where tenant_id = $1 and user_id = $2",
    ERASE_LINKS = "delete from links where tenant_id = $1 and user_id = $2",
    ERASE_MAILS = "delete from mails where tenant_id = $1 and user_id = $2",
    ERASE_ROLES = "delete from user_roles where tenant_id = $1 and user_id = $2",
    ERASE_TRACES = "update users set picture_etag = null, theme = null, mailed_at = null, position_id = null
                     where tenant_id = $1 and id = $2",
    ERASE_CELLS = "update import_rows set cells = $3, before = null, detail = null
                    where tenant_id = $1 and subject_id = $2
                      and import_id in (select id from imports where tenant_id = $1 and kind = 'users')"
);

/// Why nobody was removed.
#[derive(Debug, thiserror::Error)]
pub enum AnonymiseError {
    /// Not allowed; only the owner is.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// He is deactivated first, so that his seat, sessions and leads are settled.
    #[error("the user is not deactivated")]
    NotDeactivated,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for AnonymiseError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser => &problem::NOT_FOUND,
            Self::NotDeactivated => &problem::NOT_DEACTIVATED,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// What a removed person is called from then on: the end of his id, the same in every language.
pub fn pseudonym(user: UserId) -> String {
    let id = user.to_string();
    format!("#{}", &id[id.len().saturating_sub(6)..])
}

/// Removes a deactivated person for good: name, addresses, login, phone, picture, password, sessions, tokens, mails
/// and the cells of the file that brought him. Leads, notes, hand-overs and history stay under a pseudonym, and
/// the lines of the audit log stay as they were written. His addresses may be used again. There is no way back.
pub async fn anonymise(
    db: &Db,
    caller: &Caller,
    user: UserId,
    reason: &str,
) -> Result<User, AnonymiseError> {
    let scope = caller.scope::<RemoveUsers>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let tenant = scope.tenant();
    let before = sql::lock(&mut tx, tenant, user)
        .await?
        .ok_or(AnonymiseError::NoSuchUser)?;
    if before.state != UserState::Deactivated {
        return Err(AnonymiseError::NotDeactivated);
    }
    let after = User {
        state: UserState::Anonymised,
        level: Level::User,
        name: pseudonym(user),
        email: None,
        login: None,
        phone: None,
        gender: None,
        job_title: None,
        language: None,
        time_zone: None,
        started_on: None,
        picture: None,
        mailed_at: None,
        link_expires_at: None,
        ..before.clone()
    };
    teams::remove_members(&mut tx, tenant, &[user]).await?;
    groups::remove_members(&mut tx, tenant, &[user]).await?;
    sharing::forget_users(&mut tx, tenant, &[user]).await?;
    roles::take_all(&mut tx, tenant, &[user]).await?;
    write::set_profile(&mut tx, tenant, &after).await?;
    write::set_password(&mut tx, tenant, user, None).await?;
    erase(&mut tx, tenant, user).await?;
    write::set_state(&mut tx, tenant, &before, &after).await?;
    let event = Event::new(EventKind::UserAnonymised)
        .on(SubjectKind::User, user, after.name.clone())
        .change("state", before.state.as_str(), after.state.as_str())
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(after)
}

/// Step: deletes what only a person had and what tells who he was: every sign-in name, picture, session, token, link and
/// mail, the choice of theme, and the cells of the rows of files that brought or changed him.
async fn erase(tx: &mut WriteTx, tenant: TenantId, user: UserId) -> Result<(), StoreError> {
    for erase in [
        &ERASE_NAMES,
        &ERASE_PICTURE,
        &ERASE_SESSIONS,
        &ERASE_TOKENS,
        &ERASE_LINKS,
        &ERASE_MAILS,
        &ERASE_ROLES,
        &ERASE_TRACES,
    ] {
        tx.run(erase.with(args![tenant, user])).await?;
    }
    let nothing = serde_json::Value::Array(Vec::new());
    tx.run(ERASE_CELLS.with(args![tenant, user, nothing]))
        .await
        .map(drop)
}
