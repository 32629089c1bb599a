//! Making a service user: a name and a role, nothing else.

use super::{ServiceError, sql};
use crate::audit::{Audit, Event, EventKind, Reason, SubjectKind};
use crate::authz::{Caller, EditServiceUsers};
use crate::ids::UserId;
use crate::roles::{self, Give, RoleKey};
use crate::store::{Db, StoreError};
use crate::tally;
use crate::text::{NAME_MAX, line};
use crate::users::{self, User, UserState};

/// The service user to be made.
#[derive(Debug, Clone)]
pub struct NewServiceUser {
    /// What it is called, for example after its program.
    pub name: String,
    /// What it may do; never more than whoever makes it (P59).
    pub role: RoleKey,
    /// Why.
    pub reason: String,
}

/// Makes a service user. It is active at once and takes no seat.
pub async fn create(db: &Db, caller: &Caller, new: &NewServiceUser) -> Result<User, ServiceError> {
    let scope = caller.scope::<EditServiceUsers>()?;
    let reason = Reason::read(&new.reason)?;
    let name = line(&new.name, NAME_MAX).map_err(ServiceError::Name)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    let id: UserId = tx.id();
    sql::insert(&mut tx, tenant, id, &name, scope.user()).await?;
    let active = UserState::Active.as_str();
    tally::moved(&mut tx, tenant, None, Some(active), 1).await?;
    let nothing = serde_json::Value::Null;
    let made = Event::new(EventKind::UserCreated)
        .on(SubjectKind::User, id, name)
        .change("state", nothing.clone(), active)
        .change("service", nothing, true)
        .reason(&reason);
    let mut events = vec![made];
    let give = Give {
        users: vec![id],
        role: new.role.clone(),
        starts_at: None,
        expires_at: None,
        reason: new.reason.clone(),
    };
    events.extend(roles::give_newcomer(&mut tx, caller, &give).await?);
    let user = users::sql::by_id(&mut tx, tenant, id).await?;
    let user = user.ok_or_else(|| StoreError::fault("the user was just added"))?;
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(user)
}
