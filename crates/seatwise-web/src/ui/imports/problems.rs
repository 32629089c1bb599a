//! The rows that could not be taken, as a workbook with a column that says why, ready to be corrected and sent again.

use axum::extract::{Path, State};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, Verdict};
use seatwise_tables::Cell;

use super::reasons;
use crate::app::App;
use crate::signed::Signed;
use crate::ui::download::{Download, Format};
use crate::ui::failure::Answer;

const BATCH: u32 = 500;

/// The file.
pub async fn file(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
) -> Answer {
    let scope = super::scope(&signed)?;
    let shell = &signed.shell;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let import = super::find(&signed, &mut tx, &scope, id).await?;
    let width = import.shape.columns.len();
    let mut headers: Vec<String> = import
        .shape
        .columns
        .iter()
        .map(|column| {
            if column.blank {
                String::new()
            } else {
                column.name.clone()
            }
        })
        .collect();
    headers.push(shell.t("imports-col-why").to_string());
    let sheet = shell.t("imports-rows-problems").to_string();
    let mut file = Download::begin(shell, Format::Xlsx, &sheet, &headers)
        .map_err(|error| error.page(&signed))?;
    let verdicts = [Verdict::Problem, Verdict::NoSeat, Verdict::Failed];
    let mut after = 0;
    loop {
        let rows = imports::rows(&mut tx, &scope, id, &verdicts, after, BATCH)
            .await
            .map_err(|error| signed.fail(&error))?;
        let Some(last) = rows.last() else { break };
        after = last.number;
        for row in &rows {
            let mut cells: Vec<Cell> = row
                .cells
                .iter()
                .take(width)
                .map(|cell| Cell::from(cell.as_str()))
                .collect();
            cells.resize(width, Cell::Blank);
            cells.push(Cell::from(reasons::why(shell, &import, row).line()));
            file.row(&cells).map_err(|error| error.page(&signed))?;
        }
    }
    drop(tx);
    let name = format!("{id}-problems");
    file.answer(&name)
        .await
        .map_err(|error| error.page(&signed))
}
