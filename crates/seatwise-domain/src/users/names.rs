//! What an edit does to the names that somebody signs in with.

use super::add::FieldError;
use super::conflicts::{Conflict, ConflictError};
use super::edit::EditError;
use super::{User, sql, write};
use crate::authz::{EditUsers, Scope};
use crate::store::{Reads, WriteTx};
use crate::text::email_key;

/// Whether a changed address and login are nobody else's.
pub(super) async fn names_are_free(
    tx: &mut impl Reads,
    scope: &Scope<EditUsers>,
    before: &User,
    after: &User,
) -> Result<(), EditError> {
    let wanted = [
        (&before.email, &after.email, false),
        (&before.login, &after.login, true),
    ];
    for (old, new, login) in wanted {
        let Some(name) = new.as_ref().filter(|_| old != new) else {
            continue;
        };
        let key = email_key(name);
        let mut held =
            sql::conflicts(tx, scope.tenant(), std::slice::from_ref(&key), false).await?;
        if let Some(conflict) = held.remove(&key) {
            let own = matches!(&conflict, Conflict::Taken(user) | Conflict::Deactivated(user)
                | Conflict::Alias(user) | Conflict::Pending(user) if *user == before.id);
            if !own {
                return Err(ConflictError {
                    name: name.clone(),
                    conflict,
                    login,
                }
                .into());
            }
        }
    }
    Ok(())
}

/// Who waits for his first sign-in keeps a way to it: the address of the activation mail, or a password (K8).
pub(super) async fn way_in(
    tx: &mut impl Reads,
    scope: &Scope<EditUsers>,
    before: &User,
    after: &User,
) -> Result<(), EditError> {
    let loses = before.email.is_some() && after.email.is_none() && before.state.is_waiting();
    if loses
        && sql::password(tx, scope.tenant(), before.id)
            .await?
            .is_none()
    {
        return Err(FieldError::NoWayIn.into());
    }
    Ok(())
}

/// Gives up the old address and login and takes the new ones.
pub(super) async fn move_names(
    tx: &mut WriteTx,
    scope: &Scope<EditUsers>,
    before: &User,
    after: &User,
) -> Result<(), EditError> {
    let tenant = scope.tenant();
    for (old, new, kind) in [
        (&before.email, &after.email, "email"),
        (&before.login, &after.login, "login"),
    ] {
        if old == new {
            continue;
        }
        write::free_name(tx, tenant, before.id, kind).await?;
        let Some(shown) = new else { continue };
        let key = email_key(shown);
        // An alias that becomes the primary address is his already.
        write::free_alias(tx, tenant, before.id, &key).await?;
        if !write::take_name(tx, tenant, before.id, kind, &key, shown).await? {
            let conflict = Conflict::Taken(before.id);
            return Err(ConflictError {
                name: shown.clone(),
                conflict,
                login: kind == "login",
            }
            .into());
        }
    }
    Ok(())
}
