//! The leads of a filter as a file for an office program; cells that begin like formulas stay text.

use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use seatwise_domain::authz::ExportRecords;
use seatwise_domain::records::{self, Field, Lead, Stage};
use seatwise_tables::Cell;

use super::filters::LeadsQuery;
use super::words;
use crate::app::App;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::download::{Download, Format};
use crate::ui::failure::{Answer, Failure};

/// As CSV.
pub async fn csv(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<LeadsQuery>,
) -> Answer {
    file(&signed, &app, &query, Format::Csv).await
}

/// As a workbook.
pub async fn xlsx(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<LeadsQuery>,
) -> Answer {
    file(&signed, &app, &query, Format::Xlsx).await
}

async fn file(
    signed: &Signed,
    app: &App,
    query: &LeadsQuery,
    format: Format,
) -> Result<Response, Failure> {
    let scope = signed
        .caller
        .records::<ExportRecords>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let stages = records::stages(&mut tx, &scope).await.map_err(fail)?;
    let fields = records::fields(&mut tx, &scope).await.map_err(fail)?;
    drop(tx);
    let mut export = records::export(&app.db, &signed.caller, &query.filter(), format.ending())
        .await
        .map_err(|error| signed.fail(&error))?;
    let shell = &signed.shell;
    let sheet = shell.t(Section::Leads.key()).to_string();
    let mut file = Download::begin(shell, format, &sheet, &headers(shell, &fields))
        .map_err(|error| error.page(signed))?;
    loop {
        let batch = export.next_batch().await.map_err(fail)?;
        if batch.is_empty() {
            break;
        }
        for lead in &batch {
            file.row(&cells(shell, lead, &stages, &fields))
                .map_err(|error| error.page(signed))?;
        }
    }
    let day = shell.now.to_zoned(shell.zone.clone()).date();
    file.answer(&format!("leads-{day}"))
        .await
        .map_err(|error| error.page(signed))
}

fn headers(shell: &Shell, fields: &[Field]) -> Vec<String> {
    let own = [
        "field-id",
        "leads-title",
        "leads-owner",
        "leads-col-stage",
        "leads-value",
        "leads-opened",
        "leads-col-closed",
        "leads-next-step",
        "leads-next-step-on",
        "leads-contact-name",
        "leads-contact-email",
        "leads-external",
        "leads-created",
    ];
    own.iter()
        .map(|key| shell.t(key).to_string())
        .chain(fields.iter().map(|field| field.label.clone()))
        .collect()
}

fn cells(shell: &Shell, lead: &Lead, stages: &[Stage], fields: &[Field]) -> Vec<Cell> {
    let row = &lead.row;
    let stage = stages
        .iter()
        .find(|stage| stage.key == row.stage)
        .map_or_else(
            || words::stage_key(shell, &row.stage),
            |stage| words::stage(shell, stage),
        );
    let text = |text: &Option<String>| Cell::from(text.clone());
    let date = |date: Option<jiff::civil::Date>| date.map_or(Cell::Blank, Cell::Date);
    let mut cells = vec![
        Cell::from(row.id.to_string()),
        Cell::from(row.title.as_str()),
        Cell::from(row.owner.as_ref().map(|owner| owner.name.clone())),
        Cell::from(stage),
        row.value.map_or(Cell::Blank, |value| Cell::Money(value.0)),
        date(row.opened_on),
        date(row.closed_on),
        text(&row.next_step),
        date(row.next_step_on),
        text(&row.contact_name),
        text(&lead.contact_email),
        text(&row.external_id),
        Cell::Instant(lead.created_at.to_jiff()),
    ];
    cells.extend(
        fields
            .iter()
            .map(|field| Cell::from(lead.fields.get(&field.key).cloned())),
    );
    cells
}
