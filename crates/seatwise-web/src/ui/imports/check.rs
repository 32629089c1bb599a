//! The third step: the dry run, with a verdict for each row, before anything is written.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{Import, ImportKind, ImportState, Verdict, WhenFull};

use super::rows::{self, RowsQuery, Table};
use super::words;
use crate::app::App;
use crate::parts::{self, Field, Note, Step, Tab, Tone, note};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::users::asked::reason_area;

#[derive(Template)]
#[template(path = "imports/check.html")]
struct CheckPage<'a> {
    shell: &'a Shell,
    steps: Vec<Step>,
    notes: Vec<Note>,
    table: Table<'a>,
    run: Option<(String, String)>,
    reason: Field,
    again: String,
    back: String,
}

/// The page.
pub async fn page(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Query(query): Query<RowsQuery>,
) -> Answer {
    render(signed, &app, id, &query, false).await
}

/// The page, also when a run was refused because seats are missing.
pub(super) async fn render(
    mut signed: Signed,
    app: &App,
    id: ImportId,
    query: &RowsQuery,
    refused: bool,
) -> Answer {
    let scope = super::scope(&signed)?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let import = super::find(&signed, &mut tx, &scope, id).await?;
    if import.state != ImportState::Checked {
        let path = if words::is_plan(&import) {
            "/match"
        } else {
            ""
        };
        let to = signed.shell.href(&format!("/imports/{id}{path}"));
        return Ok(Redirect::to(&to).into_response());
    }
    let found = rows::find(&mut tx, &scope, &import, query)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    signed
        .shell
        .at(Section::Imports)
        .crumb(&import.file_name, None);
    let shell = &signed.shell;
    let path = format!("/imports/{id}/check");
    let page = CheckPage {
        shell,
        steps: words::steps(shell, Some(&import)),
        notes: notes(shell, &import, refused),
        table: rows::table(shell, &import, query, found, &path),
        run: run(shell, &import),
        reason: reason_area(shell, ""),
        again: shell.href(&path),
        back: shell.href(&format!("/imports/{id}/match")),
    };
    let status = if refused {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

/// Whether all rows wait for seats, as the import was told to take all or none.
fn waits_for_seats(import: &Import) -> bool {
    import.options.when_full == WhenFull::RefuseFile && import.totals.of(Verdict::NoSeat) > 0
}

/// The button of the run, if there is anything to write.
fn run(shell: &Shell, import: &Import) -> Option<(String, String)> {
    let good = import.totals.of(Verdict::Create) + import.totals.of(Verdict::Update);
    if good == 0 || waits_for_seats(import) {
        return None;
    }
    let key = match import.kind {
        ImportKind::Users => "imports-run-users",
        ImportKind::Leads => "imports-run-leads",
    };
    let words = shell.t(key).with("count", good).to_string();
    Some((shell.href(&format!("/imports/{}/run", import.id)), words))
}

fn notes(shell: &Shell, import: &Import, refused: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    let missing = import.totals.of(Verdict::NoSeat);
    if waits_for_seats(import) {
        let words = shell.t("imports-seats-missing").with("count", missing);
        let seats = Tab::new(shell.href("/licences"), shell.t("problem-page-seats"));
        let made = note(Tone::Danger, "ticket", words).link(seats);
        notes.push(if refused { made.arrived() } else { made });
    }
    let good = import.totals.of(Verdict::Create) + import.totals.of(Verdict::Update);
    if good == 0 {
        notes.push(note(Tone::Info, "info", shell.t("imports-nothing-to-run")));
    }
    if import.totals.noted > 0 {
        let words = shell
            .t("imports-noted")
            .with("count", import.totals.noted)
            .to_string();
        notes.push(note(Tone::Info, "info", words));
    }
    if import.options.mail_now && import.kind == ImportKind::Users {
        notes.push(note(
            Tone::Warning,
            "mail",
            shell.t("imports-mails-at-once"),
        ));
    }
    notes
}
