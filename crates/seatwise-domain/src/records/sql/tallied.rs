//! Counts that are read instead of counted: how many leads each person owns in each state is kept with every change.
//! It answers where leads are reached by who owns them alone, and asked for by owner and state alone.

use std::collections::HashMap;

use super::read::people;
use crate::args;
use crate::authz::{Reach, RecordScope, ViewRecords};
use crate::ids::UserId;
use crate::records::filter::{LeadFilter, OwnerFilter};
use crate::store::{COUNT_LIMIT, ReadTx, Reads as _, Sql, StoreError};
use crate::tally;

/// So many lines are read first: those of a hundred busy people, who mostly have more leads than are counted.
const FIRST: u32 = 400;

/// How many leads the filter finds within reach, up to the limit of counts and one more; `None` where they have to be
/// counted.
pub(in crate::records) async fn count(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
) -> Result<Option<u64>, StoreError> {
    if !scope.is_of_owners() || !filter.is_of_owners() {
        return Ok(None);
    }
    let lines = match lines(scope, filter) {
        Lines::None => return Ok(Some(0)),
        Lines::Few(lines) => {
            let sql = Sql::new("select cast(coalesce(sum(t.number), 0) as bigint)").append(lines);
            return tx.number(sql).await.map(Some);
        }
        Lines::Many(lines) => lines,
    };
    let (with, from) = lines;
    let sum = "(select coalesce(sum(l.number), 0) from (select t.number";
    let sql = with
        .push("select cast(case when ", args![])
        .push(sum, args![])
        .append(from.clone())
        .push(
            " limit $?) l) > $? then $? else ",
            args![FIRST, COUNT_LIMIT, COUNT_LIMIT + 1],
        )
        .push(sum, args![])
        .append(from)
        .push(") l) end as bigint)", args![]);
    tx.number(sql).await.map(Some)
}

/// The lines of the tally that a filter asks for.
enum Lines {
    /// Nobody's.
    None,
    /// One person's: a statement from its `from` on.
    Few(Sql),
    /// Those of many: what stands before the statement, and from its `from` on.
    Many((Sql, Sql)),
}

fn lines(scope: &RecordScope<ViewRecords>, filter: &LeadFilter) -> Lines {
    let tenant = scope.tenant();
    let of = |owner| {
        let lines = Sql::default().push(
            " from record_tallies t where t.tenant_id = $? and t.owner_id = $?",
            args![tenant, tally::leads::key(tenant, owner)],
        );
        filter.narrow_state(lines, "t.state")
    };
    let everybody = *scope.reach() == Reach::All;
    match filter.owner {
        OwnerFilter::Unassigned if everybody => return Lines::Few(of(None)),
        OwnerFilter::Unassigned => return Lines::None,
        OwnerFilter::Me => {
            return match scope.user() {
                Some(user) => Lines::Few(scope.is_one(of(Some(user)), "t.owner_id")),
                None => Lines::None,
            };
        }
        OwnerFilter::User(user) if is_nobody(&user, scope) => return Lines::None,
        OwnerFilter::User(user) => {
            return Lines::Few(scope.is_one(of(Some(user)), "t.owner_id"));
        }
        OwnerFilter::Anyone | OwnerFilter::Left => {}
    }
    if let (OwnerFilter::Anyone, Some(own)) = (filter.owner, scope.own_only()) {
        return Lines::Few(of(Some(own)));
    }
    let Some(people) = people(scope, filter) else {
        let all = Sql::default().push(
            " from record_tallies t where t.tenant_id = $?",
            args![tenant],
        );
        return Lines::Many((Sql::default(), filter.narrow_state(all, "t.state")));
    };
    let with = Sql::new("with p (id) as not materialized (")
        .append(people)
        .push(") ", args![]);
    let theirs = Sql::default().push(
        " from p cross join record_tallies t where t.tenant_id = $? and t.owner_id = p.id",
        args![tenant],
    );
    Lines::Many((with, filter.narrow_state(theirs, "t.state")))
}

/// Nobody's leads stand under the account's id, which no person has.
fn is_nobody(user: &UserId, scope: &RecordScope<ViewRecords>) -> bool {
    user.0 == scope.tenant().0
}

/// How many open leads each of these people has; who has none is missing. `None` where they have to be counted.
pub(in crate::records) async fn open_of(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
    users: &[UserId],
) -> Result<Option<HashMap<UserId, u64>>, StoreError> {
    if !scope.is_of_owners() {
        return Ok(None);
    }
    let sql = Sql::new("select t.owner_id, t.number from record_tallies t")
        .push(
            " where t.tenant_id = $? and t.state = 'open' and t.number > 0 and t.owner_id in ",
            args![scope.tenant()],
        )
        .list(users.iter().copied().filter(|user| !is_nobody(user, scope)));
    let mut found = HashMap::new();
    for row in tx.rows(scope.is_one_of(sql, "t.owner_id")).await? {
        let mut row = row.reader();
        found.insert(row.id()?, row.count()?);
    }
    Ok(Some(found))
}
