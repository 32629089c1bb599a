//! Counting: one walk of two indexes for whole months, whatever the size of the account.

use std::collections::HashMap;

use jiff::civil::Date;

use super::numbers::Numbers;
use super::period::{Period, moved};
use super::sql::{self, Counted, Part, Stretch};
use super::{Filter, MonthLine, PersonLine, Span, Statistics, StatisticsError, teams};
use crate::authz::{RecordScope, ViewStatistics};
use crate::ids::UserId;
use crate::records::month_number;
use crate::store::{Reads, StoreError};
use crate::tenants;

/// The least number of months that are told one by one.
const MONTHS: i64 = 12;

/// The field whose days a period or a month would tell although the roles behind the scope hide them.
pub fn hidden_date(scope: &RecordScope<ViewStatistics>) -> Option<&'static str> {
    let dates = ["opened_on", "closed_on"];
    dates.into_iter().find(|field| scope.fields().hides(field))
}

/// What is counted for somebody who asks so; whoever may not know days is told of all time (P52).
fn span(scope: &RecordScope<ViewStatistics>, asked: Option<Span>) -> Result<Span, StatisticsError> {
    match (asked, hidden_date(scope)) {
        (asked, None) => Ok(asked.unwrap_or_default()),
        (None | Some(Span::Ever), Some(_)) => Ok(Span::Ever),
        (Some(_), Some(field)) => Err(StatisticsError::DatesHidden(field)),
    }
}

/// What the people within reach are credited with.
pub async fn figures(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewStatistics>,
    filter: &Filter,
) -> Result<Statistics, StatisticsError> {
    let account = tenants::find(tx, scope.tenant()).await?;
    let account = account.ok_or_else(|| StoreError::fault("the account of a scope is there"))?;
    let zone = account.zone();
    let period = span(scope, filter.span)?.period(tx.now().date_in(&zone))?;
    let team = match filter.team {
        Some(_) if !account.teams_on => return Err(StatisticsError::NoSuchTeam),
        Some(team) => {
            let found = sql::teams(tx, scope.tenant(), Some(&[team])).await?;
            let reached = teams::within(scope).is_none_or(|teams| teams.contains(&team));
            let found = found.into_iter().next().filter(|_| reached);
            Some(found.ok_or(StatisticsError::NoSuchTeam)?)
        }
        None => None,
    };
    let user = match filter.user {
        Some(user) => {
            let reached = scope.covers(tx, Some(user)).await?;
            let found = sql::people(tx, scope.tenant(), &[user]).await?;
            let found = found.into_iter().next().filter(|_| reached);
            Some(found.ok_or(StatisticsError::NoSuchUser)?)
        }
        None => None,
    };
    // Whoever is asked for by name is named (D5).
    let hide = filter.user.is_none() && filter.hide.unwrap_or(account.hide_inactive);
    let before = period.map(Period::before);
    let found = match period.zip(before) {
        Some((period, before)) => count(tx, scope, filter, period, before).await?,
        None => count_ever(tx, scope, filter).await?,
    };
    let mut total = Numbers::default();
    for numbers in found.people.values() {
        total.add(numbers);
    }
    let (people, others) = named(tx, scope, found.people, hide).await?;
    let mut made = Statistics {
        months: period.map_or_else(Vec::new, |period| months(period, &found.months)),
        period,
        before,
        team,
        user: user.map(|(person, _)| person),
        hide,
        total,
        total_before: found.before,
        people,
        others,
    };
    for numbers in made.numbers() {
        numbers.veil(scope.fields());
    }
    made.people.sort_by(order);
    Ok(made)
}

/// Most won first, as far as it is told; the order of lines says nothing that they do not.
fn order(a: &PersonLine, b: &PersonLine) -> std::cmp::Ordering {
    let key = |line: &PersonLine| (line.now.value, line.now.won, line.now.created);
    key(b)
        .cmp(&key(a))
        .then_with(|| a.person.name.cmp(&b.person.name))
        .then_with(|| a.person.id.cmp(&b.person.id))
}

#[derive(Default)]
struct Found {
    people: HashMap<Option<UserId>, Numbers>,
    before: Numbers,
    months: HashMap<i64, Numbers>,
}

impl Found {
    fn take(&mut self, counted: Vec<Counted>) {
        for one in counted {
            match one.part {
                Part::Month(month) => self.months.entry(month).or_default().add(&one.numbers),
                Part::Person(person) => self.people.entry(person).or_default().add(&one.numbers),
                Part::Before => self.before.add(&one.numbers),
            }
        }
    }
}

/// Everything: each month that leads began or ended in.
async fn count_ever(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewStatistics>,
    filter: &Filter,
) -> Result<Found, StoreError> {
    let mut found = Found::default();
    let Some(months) = sql::bounds(tx, scope.tenant()).await? else {
        return Ok(found);
    };
    let always = i64::MIN;
    let stretch = Stretch {
        months,
        days: None,
        before: always,
        period: always,
    };
    found.take(sql::count(tx, scope, filter, stretch).await?);
    Ok(found)
}

async fn count(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewStatistics>,
    filter: &Filter,
    period: Period,
    before: Period,
) -> Result<Found, StoreError> {
    let (first, last) = (month_number(chart_start(period)), month_number(period.to));
    let year_before = first - 12;
    let mut found = Found::default();
    if period.is_whole_months() {
        let begins = month_number(before.from);
        let stretch = Stretch {
            months: (year_before.min(begins), last),
            days: None,
            before: begins,
            period: month_number(period.from),
        };
        found.take(sql::count(tx, scope, filter, stretch).await?);
        return Ok(found);
    }
    // Months are whole, the period is not: each is counted by itself.
    let never = i64::MAX;
    let stretches = [
        Stretch {
            months: (year_before, last),
            days: None,
            before: never,
            period: never,
        },
        Stretch::of_days(period, i64::MIN, i64::MIN),
        Stretch::of_days(before, i64::MIN, never),
    ];
    for (number, stretch) in stretches.into_iter().enumerate() {
        let mut counted = sql::count(tx, scope, filter, stretch).await?;
        counted.retain(|one| matches!(one.part, Part::Month(_)) == (number == 0));
        found.take(counted);
    }
    Ok(found)
}

/// The first day of the first month that is told.
fn chart_start(period: Period) -> Date {
    let told = period.months().max(MONTHS);
    moved(period.to.first_of_month(), 1 - told)
}

fn months(period: Period, found: &HashMap<i64, Numbers>) -> Vec<MonthLine> {
    let start = chart_start(period);
    let count = month_number(period.to) - month_number(start) + 1;
    let of = |first| {
        let found = found.get(&month_number(first));
        found.copied().unwrap_or_default()
    };
    (0..count)
        .map(|number| {
            let first = moved(start, number);
            MonthLine {
                first,
                now: of(first),
                year_before: of(moved(first, -12)),
            }
        })
        .collect()
}

/// The lines of people who are named, and what is left.
async fn named(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewStatistics>,
    found: HashMap<Option<UserId>, Numbers>,
    hide: bool,
) -> Result<(Vec<PersonLine>, Option<Numbers>), StoreError> {
    let ids: Vec<UserId> = found.keys().copied().flatten().collect();
    let mut known: HashMap<UserId, _> = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        for (person, state) in sql::people(tx, scope.tenant(), chunk).await? {
            known.insert(person.id, (person, state == "deactivated"));
        }
    }
    let mut people = Vec::with_capacity(found.len());
    let mut others = Numbers::default();
    for (id, now) in found {
        match id.and_then(|id| known.remove(&id)) {
            Some((person, left)) if !(hide && left) => {
                people.push(PersonLine { person, left, now });
            }
            _ => others.add(&now),
        }
    }
    Ok((people, Some(others).filter(|others| !others.is_empty())))
}
