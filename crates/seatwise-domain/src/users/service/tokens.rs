//! The API tokens of a service user: its only way in, made and revoked by those who administer it.

use super::ServiceError;
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authn::{self, ApiToken, NewToken, Secret};
use crate::authz::{Caller, EditServiceUsers, Key, Scope};
use crate::ids::{TokenId, UserId};
use crate::store::{Db, Reads, WriteTx};
use crate::users::{self, User, UserState};

/// Holds a service user until the commit. A token is a way in, so that nobody makes one for a service user
/// who may do more than he (D16).
async fn held(
    tx: &mut WriteTx,
    caller: &Caller,
    scope: &Scope<EditServiceUsers>,
    user: UserId,
) -> Result<User, ServiceError> {
    let found = users::sql::lock(tx, scope.tenant(), user).await?;
    let found = found.ok_or(ServiceError::NoSuchUser)?;
    if !found.service {
        return Err(ServiceError::IsPerson);
    }
    caller.touches(tx, Key::EditServiceUsers, user).await??;
    Ok(found)
}

/// Makes a token for a service user. Its secret is in the answer and nowhere else.
pub async fn create_token(
    db: &Db,
    caller: &Caller,
    user: UserId,
    new: &NewToken,
) -> Result<(ApiToken, Secret), ServiceError> {
    let scope = caller.scope::<EditServiceUsers>()?;
    let new = new.read()?;
    let mut tx = db.write().await?;
    let found = held(&mut tx, caller, &scope, user).await?;
    if found.state != UserState::Active {
        return Err(ServiceError::NotActive);
    }
    let (token, secret) = authn::make_token(&mut tx, scope.tenant(), user, &new).await?;
    let event = Event::new(EventKind::TokenCreated)
        .on(SubjectKind::Token, token.id, token.name.clone())
        .detail("service_user", found.name)
        .detail("may_write", token.may_write);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok((token, secret))
}

/// Revokes a token of a service user; it is dead at the next request.
pub async fn revoke_token(
    db: &Db,
    caller: &Caller,
    user: UserId,
    token: TokenId,
) -> Result<(), ServiceError> {
    let scope = caller.scope::<EditServiceUsers>()?;
    let mut tx = db.write().await?;
    let found = held(&mut tx, caller, &scope, user).await?;
    let gone = authn::end_token(&mut tx, scope.tenant(), user, token).await?;
    let gone = gone.ok_or(ServiceError::NoSuchToken)?;
    let event = Event::new(EventKind::TokenRevoked)
        .on(SubjectKind::Token, token, gone.name)
        .detail("service_user", found.name);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}

/// The live tokens of a service user, without their secrets.
pub async fn tokens(
    tx: &mut impl Reads,
    caller: &Caller,
    user: UserId,
) -> Result<Vec<ApiToken>, ServiceError> {
    let scope = caller.scope::<EditServiceUsers>()?;
    let found = users::sql::by_id(tx, scope.tenant(), user).await?;
    if !found.ok_or(ServiceError::NoSuchUser)?.service {
        return Err(ServiceError::IsPerson);
    }
    Ok(authn::tokens(tx, scope.tenant(), user).await?)
}
