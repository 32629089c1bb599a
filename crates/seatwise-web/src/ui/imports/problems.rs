//! The rows that could not be taken, as they came and with a column that says why: to be corrected and sent again.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, Verdict};
use seatwise_tables::Cell;
use serde::Deserialize;

use crate::app::App;
use crate::import_words;
use crate::signed::Signed;
use crate::ui::download::{Download, Format};
use crate::ui::failure::{Answer, Failure};

const BATCH: u32 = 500;

/// Which rows.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// Rows that were skipped come, too.
    skipped: Option<String>,
}

/// A workbook.
pub async fn xlsx(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    file(&signed, &app, id, &wanted, Format::Xlsx).await
}

/// Text with the separator of the file that was sent.
pub async fn csv(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    file(&signed, &app, id, &wanted, Format::Csv).await
}

async fn file(
    signed: &Signed,
    app: &App,
    id: ImportId,
    wanted: &Wanted,
    format: Format,
) -> Result<Response, Failure> {
    let scope = super::scope(signed)?;
    let shell = &signed.shell;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let import = super::find(signed, &mut tx, &scope, id).await?;
    let width = import.shape.columns.len();
    let columns = import.shape.columns.iter();
    let mut headers: Vec<String> = columns
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
    let separator = import.shape.separator;
    let mut file = Download::begin_with(shell, format, &sheet, &headers, separator)
        .map_err(|error| error.page(signed))?;
    let mut verdicts = Verdict::OPEN.to_vec();
    if wanted.skipped.is_some() {
        verdicts.push(Verdict::Skip);
    }
    let mut after = 0;
    loop {
        let rows = imports::rows(&mut tx, &scope, id, &verdicts, after, BATCH)
            .await
            .map_err(|error| signed.fail(&error))?;
        let Some(last) = rows.last() else { break };
        after = last.number;
        for row in &rows {
            let taken = row.cells.iter().take(width);
            let mut cells: Vec<Cell> = taken.map(|cell| Cell::from(cell.as_str())).collect();
            cells.resize(width, Cell::Blank);
            cells.push(Cell::from(import_words::row(shell.lang, row)));
            file.row(&cells).map_err(|error| error.page(signed))?;
        }
    }
    drop(tx);
    let answer = file.answer(&format!("{id}-problems")).await;
    answer.map_err(|error| error.page(signed))
}
