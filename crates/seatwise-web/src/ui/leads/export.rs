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
    drop(tx);
    let mut export = records::export(&app.db, &signed.caller, &query.filter(), format.ending())
        .await
        .map_err(|error| signed.fail(&error))?;
    let fields = export.own_fields().await.map_err(fail)?;
    let shell = &signed.shell;
    let shown: Vec<&Column> = COLUMNS
        .iter()
        .filter(|(_, field)| field.is_none_or(|field| export.shows(field)))
        .collect();
    let sheet = shell.t(Section::Leads.key()).to_string();
    let mut file = Download::begin(shell, format, &sheet, &headers(shell, &shown, &fields))
        .map_err(|error| error.page(signed))?;
    loop {
        let batch = export.next_batch().await.map_err(fail)?;
        if batch.is_empty() {
            break;
        }
        for lead in &batch {
            file.row(&cells(shell, lead, &stages, (&shown, &fields)))
                .map_err(|error| error.page(signed))?;
        }
    }
    let day = shell.now.to_zoned(shell.zone.clone()).date();
    file.answer(&format!("leads-{day}"))
        .await
        .map_err(|error| error.page(signed))
}

/// A column: the key of its words, and the field that roles can hide.
type Column = (&'static str, Option<&'static str>);

const COLUMNS: [Column; 13] = [
    ("field-id", None),
    ("leads-title", None),
    ("leads-owner", None),
    ("leads-col-stage", None),
    ("leads-value", Some("value")),
    ("leads-opened", Some("opened_on")),
    ("leads-col-closed", Some("closed_on")),
    ("leads-next-step", Some("next_step")),
    ("leads-next-step-on", Some("next_step_on")),
    ("leads-contact-name", Some("contact_name")),
    ("leads-contact-email", Some("contact_email")),
    ("leads-external", Some("external_id")),
    ("leads-created", None),
];

fn headers(shell: &Shell, shown: &[&Column], fields: &[Field]) -> Vec<String> {
    shown
        .iter()
        .map(|(key, _)| shell.t(key).to_string())
        .chain(fields.iter().map(|field| field.label.clone()))
        .collect()
}

fn cells(
    shell: &Shell,
    lead: &Lead,
    stages: &[Stage],
    (shown, fields): (&[&Column], &[Field]),
) -> Vec<Cell> {
    let own = fields
        .iter()
        .map(|field| Cell::from(lead.fields.get(&field.key).cloned()));
    shown
        .iter()
        .map(|(key, _)| cell(shell, lead, stages, key))
        .chain(own)
        .collect()
}

fn cell(shell: &Shell, lead: &Lead, stages: &[Stage], column: &str) -> Cell {
    let row = &lead.row;
    let text = |text: &Option<String>| Cell::from(text.clone());
    let date = |date: Option<jiff::civil::Date>| date.map_or(Cell::Blank, Cell::Date);
    match column {
        "field-id" => Cell::from(row.id.to_string()),
        "leads-title" => Cell::from(row.title.as_str()),
        "leads-owner" => Cell::from(row.owner.as_ref().map(|owner| owner.name.clone())),
        "leads-col-stage" => Cell::from(stage(shell, lead, stages)),
        "leads-value" => row.value.map_or(Cell::Blank, |value| Cell::Money(value.0)),
        "leads-opened" => date(row.opened_on),
        "leads-col-closed" => date(row.closed_on),
        "leads-next-step" => text(&row.next_step),
        "leads-next-step-on" => date(row.next_step_on),
        "leads-contact-name" => text(&row.contact_name),
        "leads-contact-email" => text(&lead.contact_email),
        "leads-external" => text(&row.external_id),
        _ => Cell::Instant(lead.created_at.to_jiff()),
    }
}

fn stage(shell: &Shell, lead: &Lead, stages: &[Stage]) -> String {
    let found = stages.iter().find(|stage| stage.key == lead.row.stage);
    found.map_or_else(
        || words::stage_key(shell, &lead.row.stage),
        |stage| words::stage(shell, stage),
    )
}
