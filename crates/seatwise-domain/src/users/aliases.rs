//! Further addresses that a person signs in and is found with (N34).

use super::add::FieldError;
use super::conflicts::{Conflict, ConflictError};
use super::{sql, write};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, EditOwn};
use crate::ids::{TenantId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads, StoreError};
use crate::text::{EmailAddress, email_key};

/// The most aliases of a person.
pub const ALIASES_MAX: usize = 20;

/// Why an alias was not added or removed.
#[derive(Debug, thiserror::Error)]
pub enum AliasError {
    /// Only a person has aliases.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// A read-only token changes nothing.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Not an address.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// Somebody has it.
    #[error(transparent)]
    Conflict(#[from] ConflictError),
    /// He has [`ALIASES_MAX`] already.
    #[error("no further alias is possible")]
    TooMany,
    /// It is not an alias of his.
    #[error("there is no such alias")]
    NoSuchAlias,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for AliasError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::NotSignedIn => &problem::SIGN_IN_NEEDED,
            Self::Denied(error) => error.problem(),
            Self::Field(error) => error.problem(),
            // Whose it is, an outsider is not told (AB-024).
            Self::Conflict(_) => &problem::EMAIL_TAKEN,
            Self::TooMany => &problem::TOO_MANY_ALIASES,
            Self::NoSuchAlias => &problem::NOT_FOUND,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Conflict(error) => vec![("email", error.name.clone())],
            _ => Vec::new(),
        }
    }
}

/// The aliases of a person, as typed.
pub async fn aliases(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<String>, StoreError> {
    let names = sql::names(tx, tenant, user).await?;
    Ok(names
        .into_iter()
        .filter(|(kind, _)| kind == "alias")
        .map(|(_, shown)| shown)
        .collect())
}

/// Adds an alias to the caller.
pub async fn add_alias(db: &Db, caller: &Caller, address: &str) -> Result<(), AliasError> {
    let scope = caller.scope::<EditOwn>()?;
    let user = scope.user().ok_or(AliasError::NotSignedIn)?;
    let address = EmailAddress::parse(address).map_err(FieldError::Email)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    if aliases(&mut tx, tenant, user).await?.len() >= ALIASES_MAX {
        return Err(AliasError::TooMany);
    }
    if !write::take_name(
        &mut tx,
        tenant,
        user,
        "alias",
        address.key(),
        address.as_str(),
    )
    .await?
    {
        let conflict = Conflict::Taken(user);
        return Err(ConflictError {
            name: address.as_str().to_owned(),
            conflict,
            login: false,
        }
        .into());
    }
    let event = Event::new(EventKind::AliasAdded)
        .on(SubjectKind::User, user, caller.actor().name.clone())
        .change("alias", serde_json::Value::Null, address.as_str());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}

/// Removes one of the caller's aliases.
pub async fn remove_alias(db: &Db, caller: &Caller, address: &str) -> Result<(), AliasError> {
    let scope = caller.scope::<EditOwn>()?;
    let user = scope.user().ok_or(AliasError::NotSignedIn)?;
    let mut tx = db.write().await?;
    if !write::free_alias(&mut tx, scope.tenant(), user, &email_key(address)).await? {
        return Err(AliasError::NoSuchAlias);
    }
    let event = Event::new(EventKind::AliasRemoved)
        .on(SubjectKind::User, user, caller.actor().name.clone())
        .change("alias", address.trim(), serde_json::Value::Null);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
