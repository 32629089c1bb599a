//! The same figures as a file for an office program.

use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse as _;
use seatwise_domain::problem;

use super::filters::StatisticsQuery;
use crate::app::App;
use crate::export::{self, Format};
use crate::signed::Signed;
use crate::ui::failure::Answer;

/// As CSV.
pub async fn csv(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<StatisticsQuery>,
) -> Answer {
    file(&signed, &app, &query, Format::Csv).await
}

/// As a workbook.
pub async fn xlsx(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<StatisticsQuery>,
) -> Answer {
    file(&signed, &app, &query, Format::Xlsx).await
}

async fn file(signed: &Signed, app: &App, query: &StatisticsQuery, format: Format) -> Answer {
    let filter = query
        .filter()
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let shell = &signed.shell;
    let bytes = export::statistics(&app.db, &signed.caller, &filter, shell.lang, format)
        .await
        .map_err(|error| signed.fail(&error))?;
    let day = shell.now.to_zoned(shell.zone.clone()).date();
    let name = format!(
        "attachment; filename=\"statistics-{day}.{}\"",
        format.ending()
    );
    let headers = [
        (header::CONTENT_TYPE, format.media().to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}
