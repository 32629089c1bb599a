//! Statistics: who made, won, lost and cancelled how much, and when. Credit stays with whoever had a lead
//! first and whoever closed it, whoever owns it later (D24).

mod export;
mod figures;
mod numbers;
mod period;
mod seats;
mod sign_ins;
mod sql;
mod teams;

use crate::ids::{TeamId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records::Person;
use crate::store::StoreError;
use crate::teams::Team;

pub use export::{ExportError, Exported, export};
pub use figures::{figures, hidden_date};
pub use numbers::Numbers;
pub use period::{MOST_YEARS, Period, Span};
pub use seats::{SeatMonth, seat_kinds, seats};
pub use sign_ins::sign_ins;
pub use teams::teams;

/// What is to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// When; this quarter unless said, and all of time for whom roles hide when leads began or ended.
    pub span: Option<Span>,
    /// What the members of this team are credited with, while teams are on (N8, N18).
    pub team: Option<TeamId>,
    /// What this person is credited with, also one who left (D5).
    pub user: Option<UserId>,
    /// Whether people who left are named; as the account says unless given (N48).
    pub hide: Option<bool>,
}

/// The figures of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// The person.
    pub person: Person,
    /// True for somebody who was deactivated.
    pub left: bool,
    /// In the period.
    pub now: Numbers,
}

/// The figures of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthLine {
    /// Its first day.
    pub first: jiff::civil::Date,
    /// In the month.
    pub now: Numbers,
    /// In the same month a year before.
    pub year_before: Numbers,
}

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistics {
    /// From when to when; none for all of time, which nothing is compared with and which has no months.
    pub period: Option<Period>,
    /// The period that it is compared with.
    pub before: Option<Period>,
    /// The team, where one was asked for.
    pub team: Option<Team>,
    /// The person, where one was asked for.
    pub user: Option<Person>,
    /// Whether people who left are not named.
    pub hide: bool,
    /// Everything within reach: no setting changes it.
    pub total: Numbers,
    /// The same in the period before.
    pub total_before: Numbers,
    /// By person, most won first; whoever has nothing in the period is absent.
    pub people: Vec<PersonLine>,
    /// What is in the total and in no line: of people who are not named, and of nobody.
    pub others: Option<Numbers>,
    /// Whole months: those of the period, and before it as many as make twelve.
    pub months: Vec<MonthLine>,
}

impl Statistics {
    /// Every set of figures in it.
    fn numbers(&mut self) -> impl Iterator<Item = &mut Numbers> {
        let months = self.months.iter_mut();
        let people = self.people.iter_mut().map(|line| &mut line.now);
        [&mut self.total, &mut self.total_before]
            .into_iter()
            .chain(self.others.as_mut())
            .chain(people)
            .chain(months.flat_map(|month| [&mut month.now, &mut month.year_before]))
    }
}

/// Why nothing was counted.
#[derive(Debug, thiserror::Error)]
pub enum StatisticsError {
    /// No such team within reach, or teams are off.
    #[error("there is no such team")]
    NoSuchTeam,
    /// No such person within reach.
    #[error("there is no such user")]
    NoSuchUser,
    /// It ends before it begins, or is too long.
    #[error("the period ends before it begins or is longer than ten years")]
    Period,
    /// A period would tell what the caller's roles hide.
    #[error("the field {0} by which leads are counted in a period is hidden")]
    DatesHidden(&'static str),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for StatisticsError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::NoSuchTeam | Self::NoSuchUser => &problem::NOT_FOUND,
            Self::Period => &problem::PERIOD_INVALID,
            Self::DatesHidden(_) => &problem::DATES_HIDDEN,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::DatesHidden(field) => vec![("field", (*field).to_owned())],
            _ => Vec::new(),
        }
    }
}
