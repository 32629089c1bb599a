//! Statements of the statistics. They walk covering indexes in the order by which they group, so that neither
//! rows nor sorting cost anything.

use super::numbers::Numbers;
use super::period::Period;
use super::{Filter, Person, Team};
use crate::args;
use crate::authz::{Reach, RecordScope, ViewStatistics};
use crate::clock::day_number;
use crate::ids::{TeamId, TenantId, UserId};
use crate::records::month_number;
use crate::store::{Reads, Sql, StoreError};

/// What a row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A whole month.
    Month(i64),
    /// What a person, or nobody, is credited with in the period.
    Person(Option<UserId>),
    /// The period before.
    Before,
}

/// A row.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) part: Part,
    pub(super) numbers: Numbers,
}

/// Which months and days are walked, and from which month on a lead belongs to the period before and to the
/// period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) months: (i64, i64),
    pub(super) days: Option<(i64, i64)>,
    pub(super) before: i64,
    pub(super) period: i64,
}

impl Stretch {
    pub(super) fn of_days(period: Period, before: i64, of_period: i64) -> Self {
        Self {
            months: (month_number(period.from), month_number(period.to)),
            days: Some((day_number(period.from), day_number(period.to))),
            before,
            period: of_period,
        }
    }
}

/// The names of a pair of index and columns; both kinds of figures are counted by the same text.
struct Columns {
    select: &'static str,
    person: &'static str,
    month_in: &'static str,
    month_from: &'static str,
    days: &'static str,
    group: &'static str,
}

const STARTED: Columns = Columns {
    select: "with g as (select r.started_month as month, r.started_by as person, 'open' as state, count(*) as number,
                    cast(0 as bigint) as value, cast(0 as bigint) as days, cast(0 as bigint) as timed
               from records r",
    person: "r.started_by",
    month_in: " and r.started_month in ",
    month_from: " and r.started_month >= $? and r.started_month <= $?",
    days: " and r.started_day >= $? and r.started_day <= $?",
    group: " group by r.started_month, r.started_by)",
};

const CLOSED: Columns = Columns {
    select: "with g as (select r.closed_month as month, r.closed_by as person, r.state as state, count(*) as number,
                    cast(coalesce(sum(r.value_minor), 0) as bigint) as value,
                    cast(coalesce(sum(case when r.closed_day >= r.started_day then r.closed_day - r.started_day end), 0)
                         as bigint) as days,
                    count(case when r.closed_day >= r.started_day then 1 end) as timed
               from records r",
    person: "r.closed_by",
    month_in: " and r.closed_month in ",
    month_from: " and r.closed_month >= $? and r.closed_month <= $?",
    days: " and r.closed_day >= $? and r.closed_day <= $?",
    group: " group by r.closed_month, r.closed_by, r.state)",
};

/// By month, then by period and person; sums of few groups, since the walk has made them.
const SUMS: &str = " select cast(0 as bigint), g.month, cast(null as uuid), g.state, cast(sum(g.number) as bigint),
            cast(sum(g.value) as bigint), cast(sum(g.days) as bigint), cast(sum(g.timed) as bigint)
       from g group by g.month, g.state
     union all
     select cast(1 as bigint), h.period, h.person, h.state, cast(sum(h.number) as bigint),
            cast(sum(h.value) as bigint), cast(sum(h.days) as bigint), cast(sum(h.timed) as bigint)
       from (select case when g.month >= $? then cast(1 as bigint) else cast(0 as bigint) end as period, g.person,
                    g.state, g.number, g.value, g.days, g.timed
               from g where g.month >= $?) as h
      group by h.period, h.person, h.state";

/// Longer than this, months are walked in order and not looked up one by one.
const MOST_MONTHS: i64 = 360;

/// The first and the last month that a lead began or ended in; none without leads. Each is one look at an index.
pub(super) async fn bounds(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Option<(i64, i64)>, StoreError> {
    let sql = Sql::default().push(
        "select (select min(r.started_month) from records r where r.tenant_id = $?),
                (select max(r.started_month) from records r where r.tenant_id = $?),
                (select min(r.closed_month) from records r where r.tenant_id = $? and r.closed_month is not null),
                (select max(r.closed_month) from records r where r.tenant_id = $? and r.closed_month is not null)",
        args![tenant, tenant, tenant, tenant],
    );
    let Some(row) = tx.row(sql).await? else {
        return Ok(None);
    };
    let mut row = row.reader();
    let mut months = Vec::with_capacity(4);
    for _ in 0..4 {
        months.extend(row.int_opt()?);
    }
    let first = months.iter().min().copied();
    Ok(first.zip(months.iter().max().copied()))
}

/// Leads that began, and leads that ended.
pub(super) async fn count(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewStatistics>,
    filter: &Filter,
    stretch: Stretch,
) -> Result<Vec<Counted>, StoreError> {
    let mut counted = Vec::new();
    for (columns, began) in [(STARTED, true), (CLOSED, false)] {
        let sql = statement(scope, filter, stretch, &columns);
        for row in tx.rows(sql).await? {
            let mut row = row.reader();
            let (by_person, key) = (row.int()? == 1, row.int()?);
            let person = row.id_opt()?;
            let state = row.word()?;
            let (number, value) = (row.count()?, row.int()?);
            let days = (row.count()?, row.count()?);
            counted.push(Counted {
                part: match (by_person, key) {
                    (false, month) => Part::Month(month),
                    (true, 1) => Part::Person(person),
                    (true, _) => Part::Before,
                },
                numbers: if began {
                    Numbers::began(number)
                } else {
                    Numbers::ended(state, number, value, days)
                },
            });
        }
    }
    Ok(counted)
}

fn statement(
    scope: &RecordScope<ViewStatistics>,
    filter: &Filter,
    stretch: Stretch,
    columns: &Columns,
) -> Sql {
    let mut sql = scope.limit_credited(Sql::new(columns.select), columns.person);
    if let Some(user) = filter.user {
        sql = sql
            .push(" and ", args![])
            .push(columns.person, args![])
            .push(" = $?", args![user]);
    }
    if let Some(team) = filter.team {
        sql = sql
            .push(" and ", args![])
            .push(columns.person, args![])
            .push(
                " in (select m.user_id from team_members m where m.tenant_id = $? and m.team_id = $?)",
                args![scope.tenant(), team],
            );
    }
    let (first, last) = stretch.months;
    let few = filter.user.is_some() || filter.team.is_some() || *scope.reach() != Reach::All;
    // Months one by one let the index find the few people in each; a walk of everybody's passes them in order.
    sql = if few && last - first < MOST_MONTHS {
        sql.push(columns.month_in, args![]).list(first..=last)
    } else {
        sql.push(columns.month_from, args![first, last])
    };
    if let Some((first, last)) = stretch.days {
        sql.add(columns.days, args![first, last]);
    }
    sql.push(columns.group, args![])
        .push(SUMS, args![stretch.period, stretch.before])
}

/// Teams by name: those named, or all.
pub(super) async fn teams(
    tx: &mut impl Reads,
    tenant: TenantId,
    only: Option<&[TeamId]>,
) -> Result<Vec<Team>, StoreError> {
    let mut sql = Sql::default().push(
        "select t.id, t.name from teams t where t.tenant_id = $?",
        args![tenant],
    );
    if let Some(only) = only {
        sql = sql
            .push(" and t.id in ", args![])
            .list(only.iter().copied());
    }
    let rows = tx
        .rows(sql.push(" order by t.name_key, t.id limit 1000", args![]))
        .await?;
    let teams = rows.iter().map(|row| {
        let mut row = row.reader();
        Ok(Team {
            id: row.id()?,
            name: row.text()?,
        })
    });
    teams.collect()
}

/// People with their state.
pub(super) async fn people(
    tx: &mut impl Reads,
    tenant: TenantId,
    ids: &[UserId],
) -> Result<Vec<(Person, String)>, StoreError> {
    let sql = Sql::default()
        .push(
            "select u.id, u.name, u.state from users u where u.tenant_id = $? and u.id in ",
            args![tenant],
        )
        .list(ids.iter().copied());
    let rows = tx.rows(sql).await?;
    let people = rows.iter().map(|row| {
        let mut row = row.reader();
        let person = Person {
            id: row.id()?,
            name: row.text()?,
        };
        Ok((person, row.text()?))
    });
    people.collect()
}
