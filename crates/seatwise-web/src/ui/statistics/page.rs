//! The figures of a period, against the period before and the year before.

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::authz::{Key, Reach, ViewStatistics};
use seatwise_domain::problem;
use seatwise_domain::records;
use seatwise_domain::statistics::{self, PersonLine, Span, Statistics};

use super::chart::{self, Bar, Line};
use super::filters::StatisticsQuery;
use super::seats::{self, SeatsChart};
use super::sign_ins::{self, SignInsChart};
use super::tables::{self, Figures, MonthRow, UserRow};
use super::tiles::{self, Tile};
use crate::app::App;
use crate::parts;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::pick;
use crate::ui::query::{Chip, Link};

/// The search for a user, where the menu cannot list all.
struct UserSearch {
    typed: String,
    /// Whom it found, with the figures of each.
    found: Option<Vec<(String, String)>>,
}

#[derive(Template)]
#[template(path = "statistics/page.html")]
struct StatisticsPage<'a> {
    shell: &'a Shell,
    lead: String,
    /// Why there are no periods and no months, where a role hides days.
    dates_hidden: Option<String>,
    exports: Option<(String, String)>,
    chips: Vec<Chip>,
    kept: Vec<(&'static str, String)>,
    /// First and last day, where they are chosen one by one.
    days: Option<(String, String)>,
    search: Option<UserSearch>,
    /// Whether people who left are hidden, and where that is changed.
    hide: Option<(bool, String)>,
    tiles: Vec<Tile>,
    /// None where values are hidden, as all that is told of them.
    line: Option<Line>,
    bars: Vec<Bar>,
    /// None for whoever may not see licences.
    seats: Option<SeatsChart>,
    /// None for whoever may not read the audit log.
    sign_ins: Option<SignInsChart>,
    months: Vec<MonthRow>,
    users: Vec<UserRow>,
    further: u64,
    total: Figures,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<StatisticsQuery>,
) -> Answer {
    let scope = signed
        .caller
        .records::<ViewStatistics>()
        .map_err(|error| signed.fail(&error))?;
    // Whoever may not know days is shown all of time, and no period to choose (P52).
    let hidden = statistics::hidden_date(&scope);
    let query = match hidden {
        Some(_) => query.without_period(),
        None => query,
    };
    let filter = query
        .filter()
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = statistics::figures(&mut tx, &scope, &filter)
        .await
        .map_err(|error| signed.fail(&error))?;
    let teams = statistics::teams(&mut tx, &scope).await.map_err(fail)?;
    let seats = statistics::seats(&mut tx, &signed.caller, &filter, &found).await;
    let seats = seats.map_err(fail)?;
    let week = statistics::sign_ins(&mut tx, &signed.caller, &filter, &found).await;
    let week = week.map_err(fail)?;
    let alone = matches!(scope.reach(), Reach::Some(span) if span.is_own_only());
    let typed = query.user_q.trim();
    let (mut people, mut named) = (None, None);
    if !alone {
        let all = records::owners(&mut tx, &scope, None, filter.user).await;
        people = Some(all.map_err(fail)?);
        if !typed.is_empty() {
            let some = records::owners(&mut tx, &scope, Some(typed), None).await;
            named = Some(some.map_err(fail)?.people);
        }
    }
    drop(tx);
    signed.shell.at(Section::Statistics);
    let shell = &signed.shell;
    let link = query.link(shell);
    let of_person =
        |line: &PersonLine| (!alone).then(|| link.set("user", &line.person.id.to_string()));
    let (users, further) = tables::users(shell, &found, of_person);
    let many = people
        .as_ref()
        .is_some_and(|people| pick::search(shell, people, "user_q", "").is_some());
    let page = StatisticsPage {
        shell,
        lead: lead(shell, &found, alone),
        dates_hidden: hidden.map(|field| dates_hidden(shell, field)),
        exports: signed.caller.can(Key::ExportRecords).then(|| {
            let export = |path: &str| {
                let mut link = link.clone();
                link.move_to(shell.href(path));
                link.address()
            };
            (
                export("/statistics/export.xlsx"),
                export("/statistics/export.csv"),
            )
        }),
        chips: {
            let period = hidden.is_none().then(|| query.period_chip(shell));
            let others = query.chips(shell, &found, &teams, people.as_ref());
            period.into_iter().chain(others).collect()
        },
        kept: kept(&link, &query),
        days: found
            .period
            .filter(|_| query.asks_days())
            .map(|period| (period.from.to_string(), period.to.to_string())),
        search: (many || named.is_some()).then(|| UserSearch {
            typed: typed.to_owned(),
            found: named.map(|people| {
                let people = people.into_iter();
                people
                    .map(|one| (link.set("user", &one.id.to_string()), one.name))
                    .collect()
            }),
        }),
        hide: (!alone && found.user.is_none()).then(|| {
            let other = if found.hide { "no" } else { "yes" };
            (found.hide, link.set("hide", other))
        }),
        tiles: {
            let usual = hidden.map_or_else(Span::default, |_| Span::Ever);
            tiles::tiles(shell, filter.span.unwrap_or(usual), &found)
        },
        line: found.total.value.map(|_| {
            let today = shell.now.to_zoned(shell.zone.clone()).date();
            chart::line(shell, &found.months, today)
        }),
        bars: chart::bars(shell, &found.people, of_person),
        seats: seats.and_then(|months| seats::chart(shell, &months)),
        sign_ins: week.map(|week| sign_ins::chart(shell, &week)),
        months: tables::months(shell, &found),
        users,
        further,
        total: tables::figures(shell, &found.total),
    };
    Ok(signed.page(&page))
}

/// Which field is hidden, what is shown instead, and who could change that.
fn dates_hidden(shell: &Shell, field: &str) -> String {
    let key = ["field-", field].concat().replace('_', "-");
    let field = shell.t(&key).to_string();
    shell
        .t("statistics-dates-hidden")
        .with("field", field)
        .to_string()
}

fn kept(link: &Link, query: &StatisticsQuery) -> Vec<(&'static str, String)> {
    if query.asks_days() {
        link.kept(&["from", "to"])
    } else {
        link.kept(&[])
    }
}

fn lead(shell: &Shell, found: &Statistics, alone: bool) -> String {
    let days = match found.period.zip(found.before) {
        Some((period, before)) => shell
            .t("statistics-lead")
            .with("from", shell.date(&period.from))
            .with("to", shell.date(&period.to))
            .with("before_from", shell.date(&before.from))
            .with("before_to", shell.date(&before.to)),
        None => shell.t("statistics-lead-ever"),
    };
    let days = days.to_string();
    let more = if alone {
        "statistics-lead-own"
    } else if found.hide {
        "statistics-hidden"
    } else {
        return days;
    };
    format!("{days} {}", shell.t(more))
}
