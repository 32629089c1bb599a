//! Personal API tokens: shown once, read-only or not, revoked at once.

use super::secret::Secret;
use super::sql;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Because, Caller, Denied, EditOwn, Key};
use crate::clock::Timestamp;
use crate::ids::{TenantId, TokenId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, FromRow, Reader, Reads, StoreError, WriteTx};
use crate::text::{NAME_MAX, TextError, line};

/// A token, without its secret.
#[derive(Debug, Clone)]
pub struct ApiToken {
    /// Its id.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// False when it may only read.
    pub may_write: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it works; for ever without.
    pub expires_at: Option<Timestamp>,
}

impl FromRow for ApiToken {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            name: row.text()?,
            may_write: row.bool()?,
            created_at: row.at()?,
            expires_at: row.at_opt()?,
        })
    }
}

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What to call it.
    pub name: String,
    /// False for one that may only read.
    pub may_write: bool,
    /// For how many days; for ever without.
    pub days: Option<u32>,
}

/// For how many days a token can work at most, unless it has no end.
pub const TOKEN_DAYS_MAX: u32 = 3_650;

impl NewToken {
    /// The same with its name as it is kept; refuses what no token can be called, and days that are none.
    pub fn read(&self) -> Result<Self, TokenError> {
        let possible = |days: u32| (1..=TOKEN_DAYS_MAX).contains(&days);
        if !self.days.is_none_or(possible) {
            return Err(TokenError::Days);
        }
        Ok(Self {
            name: line(&self.name, NAME_MAX).map_err(TokenError::Name)?,
            ..self.clone()
        })
    }
}

/// Why a token was not made or revoked.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// Only a person has tokens, and a read-only token makes none.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The name is missing or too long.
    #[error("the name of the token: {0}")]
    Name(TextError),
    /// Not between one day and [`TOKEN_DAYS_MAX`].
    #[error("not a possible number of days")]
    Days,
    /// There is no such token.
    #[error("there is no such token")]
    NoSuchToken,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for TokenError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Days => &problem::TOKEN_DAYS_INVALID,
            Self::NoSuchToken => &problem::NOT_FOUND,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Whose tokens: those of a service user are made by who administers it (P65).
fn owner(caller: &Caller) -> Result<UserId, TokenError> {
    let scope = caller.scope::<EditOwn>()?;
    if caller.identity().is_some_and(|identity| identity.service) {
        return Err(TokenError::Denied(Denied {
            key: Key::EditServiceUsers,
            because: Because::Level,
        }));
    }
    scope.user().ok_or(TokenError::NoSuchToken)
}

/// Makes a token for the caller. Its secret is in the answer and nowhere else.
pub async fn create_token(
    db: &Db,
    caller: &Caller,
    new: &NewToken,
) -> Result<(ApiToken, Secret), TokenError> {
    let user = owner(caller)?;
    let new = new.read()?;
    let mut tx = db.write().await?;
    let (token, secret) = make_token(&mut tx, caller.tenant(), user, &new).await?;
    let event = Event::new(EventKind::TokenCreated)
        .on(SubjectKind::Token, token.id, token.name.clone())
        .detail("may_write", token.may_write);
    tx.commit(Audit::of(caller.actor(), event)).await?;
    Ok((token, secret))
}

/// Step: makes a token that has been read; its line belongs into the commit.
pub async fn make_token(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    new: &NewToken,
) -> Result<(ApiToken, Secret), StoreError> {
    let secret = Secret::make(tx.ids(), "swt", tenant);
    let token = ApiToken {
        id: tx.id(),
        name: new.name.clone(),
        may_write: new.may_write,
        created_at: tx.now(),
        expires_at: new.days.map(|days| tx.now().plus_days(i64::from(days))),
    };
    sql::insert_token(tx, tenant, user, &secret.hash, &token).await?;
    Ok((token, secret))
}

/// Step: revokes a token of somebody; `None` when there is no such one.
pub async fn end_token(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    id: TokenId,
) -> Result<Option<ApiToken>, StoreError> {
    let token = sql::token(tx, tenant, user, id).await?;
    if token.is_some() {
        sql::revoke_token(tx, tenant, user, id).await?;
    }
    Ok(token)
}

/// Revokes one of the caller's own tokens; it is dead at the next request.
pub async fn revoke_token(db: &Db, caller: &Caller, id: TokenId) -> Result<(), TokenError> {
    let user = owner(caller)?;
    let mut tx = db.write().await?;
    let token = end_token(&mut tx, caller.tenant(), user, id).await?;
    let token = token.ok_or(TokenError::NoSuchToken)?;
    let event = Event::new(EventKind::TokenRevoked).on(SubjectKind::Token, id, token.name);
    tx.commit(Audit::of(caller.actor(), event)).await?;
    Ok(())
}

/// The live tokens of a person, newest first, at most 100.
pub async fn tokens(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<ApiToken>, StoreError> {
    sql::tokens(tx, tenant, user).await
}
