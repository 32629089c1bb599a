//! Imports: upload, match columns, try, run, mail, undo, report.

mod act;
mod rows;
mod upload;

use std::collections::BTreeMap;

use axum::http::Method;
use seatwise_domain::authz::{Key, RunImports};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, Import};
use seatwise_domain::problem;
use seatwise_domain::store::{Count, Cursor, Page};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{
    DateOrderWord, EventRef, ImportFieldWord, ImportKindWord, ImportRef, ImportStateWord, Instant,
    Paged, SeatKindWord, StoppedWord, UnknownOwnerWord, UserRef, WhenFullWord,
};
use crate::problem::Problem;

/// The largest file.
pub const FILE_MOST: usize = 64 * 1024 * 1024;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::POST, "/imports", "uploadImport", upload::upload)
            .needs(Key::RunImports)
            .form::<upload::UploadForm>(FILE_MOST)
            .answers::<ImportAnswer>(201),
        Operation::new(Method::GET, "/imports", "listImports", list)
            .needs(Key::RunImports)
            .paged()
            .answers::<Paged<ImportAnswer>>(200),
        Operation::new(Method::GET, "/imports/{id}", "getImport", show)
            .needs(Key::RunImports)
            .answers::<ImportAnswer>(200),
        Operation::new(Method::PUT, "/imports/{id}/mapping", "mapImport", act::map)
            .needs(Key::RunImports)
            .body::<act::MapBody>(json!({ "columns": ["email", "name", null] }))
            .answers::<ImportAnswer>(200),
        Operation::new(
            Method::POST,
            "/imports/{id}/check",
            "checkImport",
            act::check,
        )
        .needs(Key::RunImports)
        .answers::<ImportAnswer>(200),
        Operation::new(
            Method::GET,
            "/imports/{id}/rows",
            "listImportRows",
            rows::list,
        )
        .needs(Key::RunImports)
        .query::<rows::RowQuery>()
        .paged()
        .answers::<Paged<rows::RowLine>>(200),
        Operation::new(
            Method::GET,
            "/imports/{id}/problems.csv",
            "exportImportProblems",
            rows::problems,
        )
        .needs(Key::RunImports)
        .answers_file(&["text/csv"]),
        Operation::new(Method::POST, "/imports/{id}/run", "runImport", act::run)
            .needs(Key::RunImports)
            .query::<super::users::ReasonQuery>()
            .answers::<ImportAnswer>(202),
        Operation::new(
            Method::POST,
            "/imports/{id}/send-activations",
            "mailImport",
            act::mail,
        )
        .needs(Key::RunImports)
        .body::<act::RowsBody>(json!({}))
        .answers::<ImportAnswer>(202),
        Operation::new(
            Method::POST,
            "/imports/{id}/resume",
            "resumeImport",
            act::resume,
        )
        .needs(Key::RunImports)
        .answers::<ImportAnswer>(202),
        Operation::new(Method::POST, "/imports/{id}/undo", "undoImport", act::undo)
            .needs(Key::RunImports)
            .body::<act::UndoBody>(json!({ "reason": "The wrong file" }))
            .answers::<ImportAnswer>(202),
    ]
}

/// A column of the file.
#[derive(Debug, Serialize, ToSchema)]
struct ColumnAnswer {
    name: String,
    /// The letter that the office program shows.
    letter: String,
    /// The field it goes into; null for one that is left out.
    #[schema(required)]
    field: Option<ImportFieldWord>,
    /// The first values that are not blank.
    samples: Vec<String>,
}

/// What was chosen besides the columns. Each kind of import uses its part.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionsAnswer {
    /// People: the kind of seat they take.
    #[serde(default)]
    #[schema(nullable = false)]
    seat_kind: Option<SeatKindWord>,
    /// Existing people or leads take the values of the file.
    #[serde(default)]
    #[schema(nullable = false)]
    update: Option<bool>,
    /// People: teams that the account does not have are made.
    #[serde(default)]
    #[schema(nullable = false)]
    create_teams: Option<bool>,
    /// People: what happens when seats run out.
    #[serde(default)]
    #[schema(nullable = false)]
    when_full: Option<WhenFullWord>,
    /// People: activation mails go out as soon as the run is done.
    #[serde(default)]
    #[schema(nullable = false)]
    mail_now: Option<bool>,
    /// How dates with slashes are meant.
    #[serde(default)]
    #[schema(nullable = false)]
    date_order: Option<DateOrderWord>,
    /// Leads: what happens without a known owner.
    #[serde(default)]
    #[schema(nullable = false)]
    unknown_owner: Option<UnknownOwnerWord>,
    /// Leads: people who have not signed in yet may be owners.
    #[serde(default)]
    #[schema(nullable = false)]
    pending_owners: Option<bool>,
    /// Leads: people who were deactivated may be owners, because the file is old.
    #[serde(default)]
    #[schema(nullable = false)]
    historic: Option<bool>,
}

/// An import.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportAnswer {
    id: ImportRef,
    kind: ImportKindWord,
    file_name: String,
    state: ImportStateWord,
    /// `csv` or `xlsx`.
    format: String,
    #[schema(required)]
    encoding: Option<String>,
    #[schema(required)]
    separator: Option<String>,
    #[schema(required)]
    sheet: Option<String>,
    /// The other sheets, which another upload may name.
    other_sheets: Vec<String>,
    /// The number that the office program shows.
    header_row: u32,
    columns: Vec<ColumnAnswer>,
    options: OptionsAnswer,
    /// How many rows have which verdict.
    verdicts: BTreeMap<String, u64>,
    /// How many rows have a verdict for which reason.
    reasons: BTreeMap<String, u64>,
    /// Good rows of which a value was not taken.
    noted: u64,
    /// Seats that were free when the dry run began; null without a limit.
    #[schema(required)]
    free_seats: Option<u64>,
    rows_total: u64,
    rows_done: u64,
    /// The line of the audit log under which it ran.
    #[schema(required)]
    event_id: Option<EventRef>,
    #[schema(required)]
    created_by: Option<UserRef>,
    created_at: Instant,
    #[schema(required)]
    finished_at: Option<Instant>,
    #[schema(required)]
    mailed_at: Option<Instant>,
    #[schema(required)]
    undo_until: Option<Instant>,
    /// Why the run, the undo or the sending of mails, by the state, came to a standstill; null when nothing did.
    /// `resume` goes on with it, `undo` takes back a run that stopped.
    #[schema(required)]
    stopped: Option<StoppedWord>,
}

impl From<Import> for ImportAnswer {
    fn from(import: Import) -> Self {
        let options = import.options;
        let fields = import.mapping.0;
        let columns = import
            .shape
            .columns
            .into_iter()
            .enumerate()
            .map(|(at, column)| ColumnAnswer {
                name: column.name,
                letter: column.letter,
                field: fields
                    .get(at)
                    .copied()
                    .flatten()
                    .map(|field| ImportFieldWord(field.as_str().to_owned())),
                samples: column.samples,
            })
            .collect();
        Self {
            id: import.id.into(),
            kind: import.kind.into(),
            file_name: import.file_name,
            state: import.state.into(),
            format: import.shape.format,
            encoding: import.shape.encoding,
            separator: import.shape.separator.map(String::from),
            sheet: import.shape.sheet,
            other_sheets: import.shape.other_sheets,
            header_row: import.shape.header_row,
            columns,
            options: OptionsAnswer {
                seat_kind: Some(options.seat_kind.into()),
                update: Some(options.update),
                create_teams: Some(options.create_teams),
                when_full: Some(options.when_full.into()),
                mail_now: Some(options.mail_now),
                date_order: Some(options.date_order.into()),
                unknown_owner: Some(options.unknown_owner.into()),
                pending_owners: Some(options.pending_owners),
                historic: Some(options.historic),
            },
            verdicts: import.totals.verdicts,
            reasons: import.totals.reasons,
            noted: import.totals.noted,
            free_seats: import.totals.free_seats,
            rows_total: import.rows_total,
            rows_done: import.rows_done,
            event_id: import.event.map(Into::into),
            created_by: import.created_by.map(Into::into),
            created_at: import.created_at.into(),
            finished_at: import.finished_at.map(Instant::from),
            mailed_at: import.mailed_at.map(Instant::from),
            undo_until: import.undo_until.map(Instant::from),
            stopped: import.stopped.map(Into::into),
        }
    }
}

async fn find(call: &Call, id: ImportId) -> Result<Import, Problem> {
    let scope = call.caller()?.scope::<RunImports>()?;
    let mut tx = call.app.db.read().await?;
    imports::find(&mut tx, &scope, id)
        .await?
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))
}

async fn show(call: Call) -> Done {
    let id = call.id("id")?;
    Ok(Answer::ok(&ImportAnswer::from(find(&call, id).await?)))
}

/// Newest first; only forward, since nobody pages back through imports.
async fn list(call: Call) -> Done {
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.scope::<RunImports>()?;
    let before = cursor.map(|cursor| ImportId(cursor.id));
    let mut tx = call.app.db.read().await?;
    let limit = u32::try_from(size.with_next()).unwrap_or(u32::MAX);
    let mut items = imports::list(&mut tx, &scope, before, limit).await?;
    let more = items.len() > size.get();
    items.truncate(size.get());
    let next = items.last().filter(|_| more).map(|last| Cursor {
        key: String::new(),
        id: last.id.0,
        back: false,
    });
    let page = Page {
        items,
        next,
        previous: None,
        total: Count::exact(0),
    };
    Ok(Answer::ok(&Paged::uncounted(page, ImportAnswer::from)))
}
