//! The newest leads of some owners. One statement over all leads would meet the owners' leads late or never
//! (an idle team in a large account); one walk of an index for each owner does not.

use uuid::Uuid;

use super::read::{ROW, ids, row_columns};
use crate::args;
use crate::authz::{RecordScope, ViewRecords};
use crate::ids::{RecordId, UserId};
use crate::records::LeadRow;
use crate::records::filter::{LeadFilter, OwnerFilter, Sort};
use crate::store::{Cursor, PageSize, Reads, Sql, StoreError};

/// Beyond this many owners one statement over all leads meets theirs soon enough.
pub(super) const MOST: usize = 2_000;

/// Beyond this many people who left, the planner sees enough leads at once.
pub(super) const LEFT_MOST: usize = 200;

/// Owners in one statement, which bounds its length.
const CHUNK: usize = 200;

/// How many of the account's newest leads are looked at before anybody's are walked.
const LOOKED_AT: u32 = 600;

/// A lead as [`ROW`] reads it, from the newest of the account.
const LOOKED_ROW: &str = concat!(row_columns!(), " from (select * from records r");

pub(super) async fn list(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    people: &[UserId],
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<LeadRow>, StoreError> {
    let wanted = size.get() + 1;
    let back = cursor.is_some_and(|cursor| cursor.back);
    let mut found = Vec::new();
    for people in people.chunks(CHUNK) {
        found.extend(walked(tx, scope, filter, people, cursor, size).await?);
    }
    found.extend(shared(tx, scope, filter, cursor, size).await?);
    found.sort_unstable();
    found.dedup();
    if !back {
        found.reverse();
    }
    found.truncate(wanted);
    rows(tx, scope, found, back).await
}

/// Those of the account's newest leads that are within reach: a page of them where the owners are busy, and then
/// nobody needs to know who the owners are. `None` when they do not fill a page.
pub(super) async fn looked(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Option<Vec<LeadRow>>, StoreError> {
    let newest = Sql::new(LOOKED_ROW).push(" where r.tenant_id = $?", args![scope.tenant()]);
    let newest = Sort::Newest.page(newest, cursor).push(
        " limit $?) as r left join users u on u.tenant_id = r.tenant_id and u.id = r.owner_id",
        args![LOOKED_AT],
    );
    let sql = filter.narrow(scope.limit(newest), scope);
    let sql = Sort::Newest
        .page(sql, cursor)
        .push(" limit $?", args![size.with_next()]);
    let rows: Vec<LeadRow> = tx.all(sql).await?;
    Ok(Some(rows).filter(|rows| rows.len() > size.get()))
}

/// One walk for each owner, in one statement.
async fn walked(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    people: &[UserId],
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<RecordId>, StoreError> {
    let anyone = LeadFilter {
        owner: OwnerFilter::Anyone,
        ..filter.clone()
    };
    let mut walks = Sql::new("select id from (");
    for (index, person) in people.iter().enumerate() {
        if index > 0 {
            walks.add(" union all ", args![]);
        }
        let walk = scope.of_owner(Sql::new("select r.id as id from records r"), *person);
        let walk = Sort::Newest.page(anyone.narrow(walk, scope), cursor);
        walks = walks
            .push("select id from (", args![])
            .append(walk)
            .push(" limit $?) as walk", args![size.with_next()]);
    }
    let back = cursor.is_some_and(|cursor| cursor.back);
    let order = if back {
        ") as walks order by id limit $?"
    } else {
        ") as walks order by id desc limit $?"
    };
    ids(tx.rows(walks.push(order, args![size.with_next()])).await?)
}

/// The newest of the leads that are shared one by one.
async fn shared(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<RecordId>, StoreError> {
    let select = Sql::new("select r.id from records r");
    let Some(sql) = scope.limit_to(select, crate::authz::Branch::Share) else {
        return Ok(Vec::new());
    };
    let sql = Sort::Newest
        .page(filter.narrow(sql, scope), cursor)
        .push(" limit $?", args![size.with_next()]);
    ids(tx.rows(sql).await?)
}

/// The rows of leads that were found; the scope's limit stands here, too.
async fn rows(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    found: Vec<RecordId>,
    back: bool,
) -> Result<Vec<LeadRow>, StoreError> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let found = found.into_iter().map(Uuid::from);
    let sql = scope
        .limit(Sql::new(ROW))
        .push(" and r.id in ", args![])
        .list(found);
    let order = if back {
        " order by r.id"
    } else {
        " order by r.id desc"
    };
    tx.all(sql.push(order, args![])).await
}
