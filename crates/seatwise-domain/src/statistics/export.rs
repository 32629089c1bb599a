//! Figures that leave the account: the same numbers as the page shows, with a line in the log (N12, J23).

use super::{Filter, SeatMonth, Statistics, StatisticsError, figures, seats, sign_ins};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authn::Week;
use crate::authz::{Caller, Denied, ExportRecords, ViewStatistics};
use crate::problem::{ProblemKind, ToProblem};
use crate::store::{Db, StoreError};

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Nothing was counted.
    #[error(transparent)]
    Statistics(#[from] StatisticsError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ExportError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Statistics(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Statistics(error) => error.values(),
            Self::Store(_) => Vec::new(),
        }
    }
}

/// What leaves: the same as the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The figures within reach.
    pub figures: Statistics,
    /// The seats, for whoever may see licences.
    pub seats: Option<Vec<SeatMonth>>,
    /// The sign-ins, for whoever may read the audit log.
    pub sign_ins: Option<Week>,
}

/// The figures within reach, for whoever may export.
pub async fn export(
    db: &Db,
    caller: &Caller,
    filter: &Filter,
    format: &'static str,
) -> Result<Exported, ExportError> {
    let exporting = caller.records::<ExportRecords>()?;
    let scope = caller.records::<ViewStatistics>()?;
    let taken = {
        let mut tx = db.read().await?;
        let figures = figures(&mut tx, &scope, filter).await?;
        Exported {
            seats: seats(&mut tx, caller, filter, &figures).await?,
            sign_ins: sign_ins(&mut tx, caller, filter, &figures).await?,
            figures,
        }
    };
    let found = &taken.figures;
    let account = caller.identity().map_or("", |identity| &identity.account);
    let event = Event::new(EventKind::StatisticsExported)
        .on(SubjectKind::Account, caller.tenant(), account)
        .detail("format", format)
        .detail("from", found.period.map(|period| period.from.to_string()))
        .detail("to", found.period.map(|period| period.to.to_string()))
        .detail("team", found.team.as_ref().map(|team| team.name.clone()))
        .detail("user", found.user.as_ref().map(|user| user.name.clone()));
    let tx = db.write().await?;
    tx.commit(Audit::by(&exporting, event)).await?;
    Ok(taken)
}
