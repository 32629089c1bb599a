//! The people by whom lists and figures are filtered: whoever owns leads or may have owned some.

use super::{Choosable, OFFERED, sql};
use crate::authz::RecordScope;
use crate::ids::UserId;
use crate::store::{Count, Reads, StoreError};
use crate::tenants;

/// The people within reach by name, those who left last: the first ones, or those whose name or address
/// contains the search. Where the account hides people who left, they are absent (N48); whoever is chosen
/// is named in any case (D5).
pub async fn owners<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    search: Option<&str>,
    chosen: Option<UserId>,
) -> Result<Choosable, StoreError> {
    let account = tenants::find(tx, scope.tenant()).await?;
    let hide = account.is_some_and(|account| account.hide_inactive);
    let mut people = sql::owners(tx, scope, search, hide, OFFERED + 1).await?;
    let total = if people.len() > OFFERED as usize {
        people.truncate(OFFERED as usize);
        Count::capped(sql::count_owners(tx, scope, search, hide).await?)
    } else {
        Count::exact(people.len() as u64)
    };
    Ok(Choosable {
        people,
        total,
        chosen: match chosen {
            Some(user) => sql::person(tx, scope.tenant(), user).await?,
            None => None,
        },
        with_pending: true,
        nobody: false,
    })
}
