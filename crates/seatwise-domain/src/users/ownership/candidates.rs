//! To whom the ownership can be offered: the same answer as the act gives (D4).

use super::{OwnershipError, sql};
use crate::authz::{Caller, TransferOwnership};
use crate::records::{Choosable, OFFERED};
use crate::store::{COUNT_LIMIT, Count, Reads};

/// Active people on a sales seat who can sign in, as a page offers them.
pub async fn candidates(
    tx: &mut impl Reads,
    caller: &Caller,
    search: &str,
) -> Result<Choosable, OwnershipError> {
    let scope = caller.scope::<TransferOwnership>()?;
    let tenant = scope.tenant();
    let mut people = sql::candidates(tx, tenant, search, OFFERED + 1).await?;
    let total = if people.len() > OFFERED as usize {
        people.truncate(OFFERED as usize);
        Count::capped(sql::count_candidates(tx, tenant, search, COUNT_LIMIT + 1).await?)
    } else {
        Count::exact(people.len() as u64)
    };
    Ok(Choosable {
        people,
        total,
        chosen: None,
        with_pending: false,
        nobody: false,
    })
}
