//! What stands behind a person, for those who decide over him and for himself (J1).

use super::references::{self, Reference};
use super::{aliases, sql};
use crate::authz::{Caller, Denied, Key, ViewUsers};
use crate::clock::Timestamp;
use crate::ids::UserId;
use crate::store::{Reads, StoreError};

/// What only those learn who may deactivate people, and each person of himself.
#[derive(Debug, Clone, Default)]
pub struct Behind {
    /// Further addresses that he signs in with.
    pub aliases: Vec<String>,
    /// What points at him, without what does not.
    pub references: Vec<Reference>,
    /// When his password was chosen; `None` when he has none.
    pub password_at: Option<Timestamp>,
}

/// Refuses all but those who decide over a person, and himself.
pub async fn may_look_behind(
    tx: &mut impl Reads,
    caller: &Caller,
    user: UserId,
) -> Result<Result<(), Denied>, StoreError> {
    if caller.user() == Some(user) {
        return Ok(Ok(()));
    }
    if !caller.holds(Key::DeactivateUsers) {
        return Ok(caller.allows(Key::DeactivateUsers));
    }
    caller.reaches(tx, Key::DeactivateUsers, user).await
}

/// What stands behind a person; nothing for everybody else.
pub async fn behind(
    tx: &mut impl Reads,
    caller: &Caller,
    user: UserId,
) -> Result<Behind, StoreError> {
    let Ok(scope) = caller.scope::<ViewUsers>() else {
        return Ok(Behind::default());
    };
    if may_look_behind(tx, caller, user).await?.is_err() {
        return Ok(Behind::default());
    }
    Ok(Behind {
        aliases: aliases::aliases(tx, scope.tenant(), user).await?,
        references: references::references(tx, &scope, user).await?,
        password_at: sql::password_at(tx, scope.tenant(), user).await?,
    })
}
