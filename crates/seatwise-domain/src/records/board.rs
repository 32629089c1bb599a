//! The board: the newest leads of each stage, with counts and sums.

use super::filter::{LeadFilter, Sort};
use super::stages::{Stage, stages};
use super::veil::veiled;
use super::{LeadRow, Minor, sql};
use crate::authz::{RecordScope, ViewRecords};
use crate::store::{COUNT_LIMIT, Count, Cursor, Page, PageSize, Reads, StoreError};

/// A column of the board.
#[derive(Debug, Clone)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// The newest leads, and where the next ones begin.
    pub page: Page<LeadRow>,
    /// What all leads of the column are worth; `None` when there are too many to add up, and
    /// where values are hidden.
    pub sum: Option<Minor>,
}

/// The columns, in order.
#[derive(Debug, Clone)]
pub struct Board {
    /// One for each stage that the filter leaves.
    pub columns: Vec<Column>,
}

/// The board of the leads within reach.
pub async fn board(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    size: PageSize,
) -> Result<Board, StoreError> {
    let mut columns = Vec::new();
    for stage in stages(tx, scope).await? {
        let wanted = filter.stages.is_empty() || filter.stages.contains(&stage.key);
        if !wanted || filter.state.is_some_and(|state| state != stage.state) {
            continue;
        }
        columns.push(column(tx, scope, filter, stage, size).await?);
    }
    Ok(Board { columns })
}

async fn column(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    filter: &LeadFilter,
    stage: Stage,
    size: PageSize,
) -> Result<Column, StoreError> {
    let mut of_stage = LeadFilter {
        stages: vec![stage.key.clone()],
        ..filter.clone()
    };
    // The stage says it already, and one condition less lets the index of stages answer alone.
    of_stage.state = None;
    let (found, sum) = sql::count_and_sum(tx, scope, &of_stage).await?;
    let none: Option<&Cursor> = None;
    let rows = if found == 0 {
        Vec::new()
    } else {
        sql::list(tx, scope, &of_stage, Sort::Newest, none, size).await?
    };
    let rules = scope.fields();
    let rows = rows.into_iter().map(|row| veiled(row, rules)).collect();
    let page = Page::cut(rows, size, none, Count::capped(found), |row: &LeadRow| {
        (String::new(), row.id.0)
    });
    Ok(Column {
        stage,
        page,
        sum: (found <= COUNT_LIMIT && !rules.hides("value")).then_some(Minor(sum)),
    })
}
