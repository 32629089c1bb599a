//! Statistics: who made, won, lost and cancelled how much, and when.

use axum::http::Method;
use jiff::civil::Date;
use seatwise_domain::authn::Week;
use seatwise_domain::authz::{Key, ViewStatistics};
use seatwise_domain::problem;
use seatwise_domain::statistics::{self, Filter, Numbers, SeatMonth, Span, Statistics};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{DateText, SeatKindWord, TeamRef, UserRef};
use crate::export::{self, Format};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/statistics", "getStatistics", show)
            .needs(Key::ViewStatistics)
            .query::<StatisticsQuery>()
            .answers::<StatisticsAnswer>(200),
        Operation::new(Method::GET, "/statistics.csv", "exportStatisticsCsv", csv)
            .needs(Key::ExportRecords)
            .query::<StatisticsQuery>()
            .answers_file(&["text/csv"]),
        Operation::new(
            Method::GET,
            "/statistics.xlsx",
            "exportStatisticsXlsx",
            xlsx,
        )
        .needs(Key::ExportRecords)
        .query::<StatisticsQuery>()
        .answers_file(&[export::XLSX]),
    ]
}

/// A period by its name.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum PeriodWord {
    /// The month that today is in.
    Month,
    /// The quarter that today is in.
    Quarter,
    /// The year that today is in.
    Year,
    /// The year before.
    LastYear,
    /// All of time, without months and without a period before.
    Ever,
}

/// What is to be counted.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct StatisticsQuery {
    /// When; this quarter without. Where the caller's roles hide `opened_on` or `closed_on`, all of time
    /// without, and any other period is refused.
    #[schema(nullable = false)]
    period: Option<PeriodWord>,
    /// The first day, instead of a period; goes with `to`.
    #[schema(nullable = false)]
    from: Option<DateText>,
    /// The last day.
    #[schema(nullable = false)]
    to: Option<DateText>,
    /// What the members of this team are credited with.
    #[schema(nullable = false)]
    team: Option<TeamRef>,
    /// What this person is credited with.
    #[schema(nullable = false)]
    user: Option<UserRef>,
    /// Whether people who left are not named; as the account says without.
    #[schema(nullable = false)]
    hide_inactive: Option<bool>,
}

impl StatisticsQuery {
    fn filter(self) -> Result<Filter, Problem> {
        let wrong = || Problem::new(&problem::PERIOD_INVALID);
        let day = |text: Option<DateText>| -> Result<Date, Problem> {
            let text = text.ok_or_else(wrong)?;
            text.0.parse().map_err(|_| wrong())
        };
        let span = if self.from.is_some() || self.to.is_some() {
            Some(Span::Days(day(self.from)?, day(self.to)?))
        } else {
            self.period.map(|word| match word {
                PeriodWord::Month => Span::ThisMonth,
                PeriodWord::Quarter => Span::ThisQuarter,
                PeriodWord::Year => Span::ThisYear,
                PeriodWord::LastYear => Span::LastYear,
                PeriodWord::Ever => Span::Ever,
            })
        };
        Ok(Filter {
            span,
            team: self.team.map(|team| team.0),
            user: self.user.map(|user| user.0),
            hide: self.hide_inactive,
        })
    }
}

/// Figures that can be added up, and two that follow from them.
#[derive(Debug, Serialize, ToSchema)]
struct Figures {
    created: u64,
    won: u64,
    lost: u64,
    cancelled: u64,
    /// What the won leads are worth, in the smallest unit of the account's currency; null where the caller's
    /// roles hide `value`.
    #[schema(required)]
    won_value: Option<i64>,
    /// Won ones of all that ended, in thousandths; null when none ended.
    #[schema(required)]
    win_rate: Option<u64>,
    /// Days that the leads took that ended, on average, in tenths; null when that is not known, and where
    /// the caller's roles hide `opened_on` or `closed_on`.
    #[schema(required)]
    days_to_close: Option<u64>,
}

impl From<&Numbers> for Figures {
    fn from(numbers: &Numbers) -> Self {
        Self {
            created: numbers.created,
            won: numbers.won,
            lost: numbers.lost,
            cancelled: numbers.cancelled,
            won_value: numbers.value.map(|value| value.0),
            win_rate: numbers.win_rate(),
            days_to_close: numbers.days_to_close(),
        }
    }
}

/// The figures of one person.
#[derive(Debug, Serialize, ToSchema)]
struct UserFigures {
    user_id: UserRef,
    name: String,
    /// True for somebody who was deactivated.
    deactivated: bool,
    figures: Figures,
}

/// The figures of one whole month.
#[derive(Debug, Serialize, ToSchema)]
struct MonthFigures {
    /// Its first day.
    #[schema(value_type = DateText)]
    first: String,
    figures: Figures,
    /// The same month a year before.
    year_before: Figures,
}

/// The seats of a kind.
#[derive(Debug, Serialize, ToSchema)]
struct SeatFigures {
    kind: SeatKindWord,
    bought: u64,
    /// Pending people hold one, too.
    used: u64,
}

/// The seats at the end of a month; of the month that today is in, now.
#[derive(Debug, Serialize, ToSchema)]
struct SeatMonthFigures {
    /// Its first day.
    #[schema(value_type = DateText)]
    first: String,
    kinds: Vec<SeatFigures>,
}

/// How often people signed in.
#[derive(Debug, Serialize, ToSchema)]
struct SignInsOfHour {
    /// 1 is Monday, 7 is Sunday.
    #[schema(minimum = 1, maximum = 7)]
    weekday: usize,
    /// The hour by the time zone of the account.
    #[schema(maximum = 23)]
    hour: usize,
    number: u64,
}

/// What was counted.
#[derive(Debug, Serialize, ToSchema)]
struct StatisticsAnswer {
    /// The first day; null for all of time.
    #[schema(value_type = Option<DateText>, required)]
    from: Option<String>,
    /// The last day; null for all of time.
    #[schema(value_type = Option<DateText>, required)]
    to: Option<String>,
    /// The period before, as long as this; null for all of time.
    #[schema(value_type = Option<DateText>, required)]
    before_from: Option<String>,
    /// Its last day; null for all of time.
    #[schema(value_type = Option<DateText>, required)]
    before_to: Option<String>,
    /// Everything within reach.
    total: Figures,
    /// The same in the period before; null for all of time.
    #[schema(required)]
    before: Option<Figures>,
    /// By user, most won first.
    users: Vec<UserFigures>,
    /// What is in the total and in no line of a user; null for nothing.
    #[schema(required)]
    others: Option<Figures>,
    /// Whole months: those of the period, and before it as many as make twelve; none for all of time.
    months: Vec<MonthFigures>,
    /// The seats in these months, without those of which nothing is known and those to come; null for callers who
    /// may not see licences, for all of time, and for figures of a team or of a user.
    #[schema(required)]
    seats: Option<Vec<SeatMonthFigures>>,
    /// Sign-ins in the period by the hours of a week, without those in which nobody did; null for callers who may not
    /// read the audit log, for all of time, and for figures of a team or of a user.
    #[schema(required)]
    sign_ins: Option<Vec<SignInsOfHour>>,
}

fn of_hours(week: &Week) -> Vec<SignInsOfHour> {
    let hours = week.hours().map(|(day, hour, number)| SignInsOfHour {
        weekday: day + 1,
        hour,
        number,
    });
    hours.collect()
}

impl From<SeatMonth> for SeatMonthFigures {
    fn from(month: SeatMonth) -> Self {
        let kinds = month.kinds.into_iter().map(|taken| SeatFigures {
            kind: taken.kind.into(),
            bought: taken.bought,
            used: taken.used,
        });
        Self {
            first: month.first.to_string(),
            kinds: kinds.collect(),
        }
    }
}

impl StatisticsAnswer {
    fn new(found: Statistics, seats: Option<Vec<SeatMonth>>, sign_ins: Option<&Week>) -> Self {
        Self {
            sign_ins: sign_ins.map(of_hours),
            seats: seats.map(|months| months.into_iter().map(Into::into).collect()),
            from: found.period.map(|period| period.from.to_string()),
            to: found.period.map(|period| period.to.to_string()),
            before_from: found.before.map(|period| period.from.to_string()),
            before_to: found.before.map(|period| period.to.to_string()),
            total: (&found.total).into(),
            before: found.before.map(|_| (&found.total_before).into()),
            users: found
                .people
                .into_iter()
                .map(|line| UserFigures {
                    user_id: line.person.id.into(),
                    name: line.person.name,
                    deactivated: line.left,
                    figures: (&line.now).into(),
                })
                .collect(),
            others: found.others.as_ref().map(Into::into),
            months: found
                .months
                .iter()
                .map(|month| MonthFigures {
                    first: month.first.to_string(),
                    figures: (&month.now).into(),
                    year_before: (&month.year_before).into(),
                })
                .collect(),
        }
    }
}

async fn show(call: Call) -> Done {
    let filter = call.query::<StatisticsQuery>()?.filter()?;
    let scope = call.caller()?.records::<ViewStatistics>()?;
    let mut tx = call.app.db.read().await?;
    let found = statistics::figures(&mut tx, &scope, &filter).await?;
    let seats = statistics::seats(&mut tx, call.caller()?, &filter, &found).await?;
    let week = statistics::sign_ins(&mut tx, call.caller()?, &filter, &found).await?;
    Ok(Answer::ok(&StatisticsAnswer::new(
        found,
        seats,
        week.as_ref(),
    )))
}

async fn csv(call: Call) -> Done {
    file(call, Format::Csv).await
}

async fn xlsx(call: Call) -> Done {
    file(call, Format::Xlsx).await
}

async fn file(call: Call, format: Format) -> Done {
    let filter = call.query::<StatisticsQuery>()?.filter()?;
    let bytes =
        export::statistics(&call.app.db, call.caller()?, &filter, call.lang, format).await?;
    let name = format!("statistics.{}", format.ending());
    Ok(Answer::file(format.media(), &name, bytes.into()))
}
