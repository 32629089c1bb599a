//! The newest leads of some owners. One statement over all leads would meet the owners' leads late or never
//! (an idle team in a large account); the newest lead of each owner is one step in an index, and whose newest is
//! older than that of a page full of others has nothing on the page.

use uuid::Uuid;

use super::read::{ROW, ids};
use crate::args;
use crate::authz::{RecordScope, ViewRecords};
use crate::ids::{RecordId, UserId};
use crate::records::LeadRow;
use crate::records::filter::{LeadFilter, Sort};
use crate::store::{Cursor, PageSize, Reads, Sql, StoreError};

/// Beyond this many owners one statement over all leads meets theirs soon enough.
pub(super) const MOST: usize = 2_000;

/// From this many owners on the account's newest leads are likely theirs.
pub(super) const BUSY: usize = 600;

/// How many of the account's newest leads are looked at before anybody's are walked; and how many for busy owners.
const LOOKED_AT: u32 = 200;
const LOOKED_AT_FOR_BUSY: u32 = 600;

/// How many people a select finds, up to `most` and one more.
pub(super) async fn number(
    tx: &mut impl Reads,
    people: Sql,
    most: usize,
) -> Result<usize, StoreError> {
    let sql = Sql::new("with p (id) as (").append(people).push(
        ") select count(*) from (select 1 from p limit $?) as found",
        args![most + 1],
    );
    let number = tx.number(sql).await?;
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

/// A page of the leads of the people that a select finds, and of those that are shared one by one.
pub(super) async fn list(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    people: Sql,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<LeadRow>, StoreError> {
    let wanted = size.get() + 1;
    let back = cursor.is_some_and(|cursor| cursor.back);
    let owners = newest_of_each(tx, scope, filter, people, cursor, size).await?;
    let mut found = walked(tx, scope, filter, &owners, back, size).await?;
    found.extend(shared(tx, scope, filter, cursor, size).await?);
    found.sort_unstable();
    found.dedup();
    if !back {
        found.reverse();
    }
    found.truncate(wanted);
    rows(tx, scope, found, back).await
}

/// Those of the account's newest leads that are within reach: a page of them where so many owners are busy, and then
/// nobody needs to know who the owners are. `None` when they do not fill a page.
pub(super) async fn looked(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    owners: usize,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Option<Vec<LeadRow>>, StoreError> {
    let most = if owners > BUSY {
        LOOKED_AT_FOR_BUSY
    } else {
        LOOKED_AT
    };
    let back = cursor.is_some_and(|cursor| cursor.back);
    let (from, none) = if back {
        (" and r.id <= coalesce((", Uuid::max())
    } else {
        (" and r.id >= coalesce((", Uuid::nil())
    };
    // An index tells with which lead they end, without reading one.
    let last = Sql::new("select r.id from records r")
        .push(" where r.tenant_id = $?", args![scope.tenant()]);
    let last = Sort::Newest
        .page(last, cursor)
        .push(" limit 1 offset $?", args![most - 1]);
    let sql = scope
        .limit_each(Sql::new(ROW))
        .push(from, args![])
        .append(last)
        .push("), $?)", args![none]);
    let sql = Sort::Newest
        .page(filter.narrow(sql, scope), cursor)
        .push(" limit $?", args![size.with_next()]);
    let rows: Vec<LeadRow> = tx.all(sql).await?;
    Ok(Some(rows).filter(|rows| rows.len() > size.get()))
}

/// The owners whose leads can be on the page, each with his first lead there: a page full of owners is enough, since
/// each of them brings one.
async fn newest_of_each(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    people: Sql,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<(UserId, RecordId)>, StoreError> {
    let first = Sql::new("select r.id from records r").push(
        " where r.tenant_id = $? and r.owner_id = p.id",
        args![scope.tenant()],
    );
    let first = Sort::Newest.page(filter.of_anyone().narrow(first, scope), cursor);
    // Kept as it is made, or SQLite would look for each lead again to sort by it.
    let sql = Sql::new("with p (id) as (")
        .append(people)
        .push(
            "), q as materialized (select p.id as owner, (",
            args![],
        )
        .append(first)
        .push(
            " limit 1) as newest from p) select q.owner, q.newest from q where q.newest is not null",
            args![],
        );
    let back = cursor.is_some_and(|cursor| cursor.back);
    let order = if back {
        " order by q.newest limit $?"
    } else {
        " order by q.newest desc limit $?"
    };
    let found = tx.rows(sql.push(order, args![size.with_next()])).await?;
    let owners = found.iter().map(|row| {
        let mut row = row.reader();
        Ok((row.id()?, row.id()?))
    });
    owners.collect()
}

/// One walk for each of these owners, in one statement: from his first lead on, no further than the page can reach.
async fn walked(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    owners: &[(UserId, RecordId)],
    back: bool,
    size: PageSize,
) -> Result<Vec<RecordId>, StoreError> {
    let Some((_, last)) = owners.last() else {
        return Ok(Vec::new());
    };
    let (from, to, order) = if back {
        (
            " and r.id >= $?",
            " and r.id <= $?",
            " order by r.id limit $?",
        )
    } else {
        (
            " and r.id <= $?",
            " and r.id >= $?",
            " order by r.id desc limit $?",
        )
    };
    // With a page full of owners their first leads fill it, and none beyond the last of those is on it.
    let full = owners.len() > size.get();
    let anyone = filter.of_anyone();
    // Kept as they are made, or SQLite would merge them two by two, each time with a sort.
    let mut walks = Sql::new("with r (id) as materialized (");
    for (index, (owner, first)) in owners.iter().enumerate() {
        if index > 0 {
            walks.add(" union all ", args![]);
        }
        let walk = scope.of_owner(Sql::new("select r.id as id from records r"), *owner);
        let mut walk = anyone.narrow(walk, scope).push(from, args![*first]);
        if full {
            walk.add(to, args![*last]);
        }
        walks = walks
            .push("select id from (", args![])
            .append(walk)
            .push(order, args![size.with_next()])
            .push(") as walk", args![]);
    }
    let sql = walks.push(") select r.id from r", args![]);
    ids(tx.rows(sql.push(order, args![size.with_next()])).await?)
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
        .limit_each(Sql::new(ROW))
        .push(" and r.id in ", args![])
        .list(found);
    let order = if back {
        " order by r.id"
    } else {
        " order by r.id desc"
    };
    tx.all(sql.push(order, args![])).await
}
