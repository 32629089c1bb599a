//! The operator of the installation makes somebody the owner, because the present one is lost (N59).

use super::changes::{Changes, between};
use super::{OwnershipError, sql, transfer};
use crate::audit::{Audit, Reason};
use crate::authz::{Because, Caller, Denied, Key, Principal, Scope, TransferOwnership};
use crate::ids::UserId;
use crate::mail::{self, Mail};
use crate::seats;
use crate::store::{Db, Reads};
use crate::users;
use crate::users::password::recipient;

/// Who becomes the owner, and why.
#[derive(Debug, Clone)]
pub struct Appoint {
    /// Who.
    pub to: UserId,
    /// Why; the log shows it to the people of the account.
    pub reason: String,
}

fn operator(caller: &Caller) -> Result<Scope<TransferOwnership>, OwnershipError> {
    if caller.principal() != Principal::Operator {
        return Err(OwnershipError::Denied(Denied {
            key: Key::TransferOwnership,
            because: Because::Level,
        }));
    }
    Ok(caller.scope::<TransferOwnership>()?)
}

/// What [`appoint`] would change, or why it would refuse; writes nothing.
pub async fn would_appoint(
    tx: &mut impl Reads,
    caller: &Caller,
    to: UserId,
) -> Result<Changes, OwnershipError> {
    let scope = operator(caller)?;
    between(tx, scope.tenant(), to).await
}

/// Makes an active person the owner, without his consent and without the present owner's; both are told by
/// mail, and an offer that was open is gone. He keeps his seat, or takes one.
pub async fn appoint(
    db: &Db,
    caller: &Caller,
    command: &Appoint,
) -> Result<Changes, OwnershipError> {
    let scope = operator(caller)?;
    let reason = Reason::read(&command.reason)?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    sql::lock(&mut tx, tenant).await?;
    let owner = sql::owner(&mut tx, tenant).await?;
    let owner = owner.ok_or(OwnershipError::Unknown)?;
    if owner == command.to {
        return Err(OwnershipError::IsOwner);
    }
    let (owner, candidate) = transfer::both(&mut tx, tenant, owner, command.to).await?;
    let owner = owner.ok_or(OwnershipError::Gone)?;
    let password = users::sql::password(&mut tx, tenant, candidate.id).await?;
    transfer::fits(&candidate, password.is_some())?;
    seats::take(&mut tx, &scope, candidate.id, candidate.seat_kind).await??;
    let changes = between(&mut tx, tenant, candidate.id).await?;
    let events = transfer::change(&mut tx, tenant, (&owner, &candidate), &reason).await?;
    for user in [&owner, &candidate] {
        if let Some((to, account)) = recipient(&mut tx, tenant, user).await? {
            let mail = Mail::OwnershipChanged {
                account: account.name,
                owner: candidate.name.clone(),
                by_operator: true,
            };
            mail::enqueue(&mut tx, &scope, &to, &mail).await?;
        }
    }
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(changes)
}
