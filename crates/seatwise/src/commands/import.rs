//! `seatwise import users` and `leads`: a file comes in, first as a dry run.

use std::collections::BTreeMap;
use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;
use std::time::Duration;

use seatwise_domain::authz::{Caller, RunImports};
use seatwise_domain::imports::{
    self, Field, Import, ImportKind, ImportState, Mapping, Options, RowReport, Stopped,
    UnknownOwner, Upload, Verdict,
};
use seatwise_domain::jobs::{Ran, run_next};
use seatwise_domain::store::Db;
use seatwise_tables::Wishes;
use seatwise_web::import_words;
use seatwise_web::locale::Lang;
use serde_json::{Value as Json, json};
use tokio_util::sync::CancellationToken;

use super::tenant::{heads, word};
use super::{import_acts, who};
use crate::cli::{Import as ImportCommand, ImportFile, ImportLeads, ImportUsers};
use crate::config::Config;
use crate::database::{self, Schema};
use crate::failure::{Exit, Failure};
use crate::output::{Output, counted, table};
use crate::worker;

const LOOK: Duration = Duration::from_millis(200);
/// Rows that are listed with a reason; the page of the import has all.
const LISTED: u32 = 200;

/// Brings in a file.
pub async fn run(
    config: &Config,
    tenant: Option<&str>,
    command: &ImportCommand,
    output: Output,
) -> Result<(), Failure> {
    let db = database::open(config, Schema::MustFit).await?;
    let done = match who::operator(&db, tenant).await {
        Err(failure) => Err(failure),
        Ok(caller) => match command {
            ImportCommand::Users(options) => match of_users(options) {
                Err(failure) => Err(failure),
                Ok(chosen) => {
                    let file = &options.file;
                    bring(&db, &caller, (ImportKind::Users, &chosen), file, output).await
                }
            },
            ImportCommand::Leads(options) => {
                let (file, chosen) = (&options.file, of_leads(options));
                bring(&db, &caller, (ImportKind::Leads, &chosen), file, output).await
            }
            ImportCommand::List(options) => {
                import_acts::list(&db, &caller, options.limit, output).await
            }
            ImportCommand::Undo(options) => import_acts::undo(&db, &caller, options, output).await,
            ImportCommand::Resume(options) => {
                import_acts::resume(&db, &caller, options.id, output).await
            }
            ImportCommand::SendActivations(options) => {
                import_acts::send(&db, &caller, options.id, output).await
            }
        },
    };
    db.close().await;
    done
}

async fn bring(
    db: &Db,
    caller: &Caller,
    (kind, chosen): (ImportKind, &Options),
    options: &ImportFile,
    output: Output,
) -> Result<(), Failure> {
    // Asked first: that there is no such file is no fault of what it holds.
    std::fs::File::open(&options.file).map_err(|error| Failure::io(&options.file, &error))?;
    let spinner = output.spinner("reading");
    let uploaded = imports::upload(
        db,
        caller,
        Upload {
            kind,
            path: options.file.clone(),
            file_name: file_name(&options.file),
            wishes: Wishes {
                sheet: options.sheet.clone(),
                ..Wishes::default()
            },
        },
    )
    .await;
    spinner.finish_and_clear();
    let uploaded = uploaded?;
    let mapping = mapping(&uploaded, &options.map)?;
    let chosen = Options {
        date_order: uploaded.options.date_order,
        ..chosen.clone()
    };
    imports::map(db, caller, uploaded.id, &mapping, &chosen).await?;
    let spinner = output.spinner("checking");
    let checked = imports::check(db, caller, uploaded.id).await;
    spinner.finish_and_clear();
    let checked = checked?;
    let remarks = remarks(db, caller, &checked).await?;
    if options.dry_run {
        report(&checked, &remarks, "would be", output);
        return Ok(());
    }
    if !options.yes {
        output.say(&words(&checked, &remarks, "would be"));
        if !agreed() {
            return Err(Failure::new(
                Exit::Refused,
                "not-confirmed",
                "nothing was imported; --yes runs it without a question",
            ));
        }
    }
    let reason = options.reason.as_deref().unwrap_or_default();
    imports::run(db, caller, checked.id, reason).await?;
    let done = finish(db, caller, &checked, output).await?;
    let remarks = self::remarks(db, caller, &done).await?;
    report(&done, &remarks, "were", output);
    output.say(&format!("To undo it: seatwise import undo {}", done.id));
    Ok(())
}

/// Works until a run or an undo has come to its end: here, or by watching the server that took the job.
pub async fn finish(
    db: &Db,
    caller: &Caller,
    begun: &Import,
    output: Output,
) -> Result<Import, Failure> {
    let scope = caller.scope::<RunImports>()?;
    let bar = output.bar("rows", begun.rows_total);
    let (registry, stop) = (worker::registry(), CancellationToken::new());
    loop {
        let found = {
            let mut tx = db.read().await?;
            imports::find(&mut tx, &scope, begun.id).await?
        };
        let import =
            found.ok_or_else(|| Failure::new(Exit::Fault, "internal", "the import is gone"))?;
        bar.set_position(import.rows_done);
        if let Some(why) = import.stopped {
            bar.finish_and_clear();
            return Err(stopped(&import, why));
        }
        if !matches!(import.state, ImportState::Running | ImportState::Undoing) {
            bar.finish_and_clear();
            return Ok(import);
        }
        if let Ran::Idle(_) = run_next(db, &registry, &stop).await? {
            drop(tokio::time::timeout(LOOK, db.work().notified()).await);
        }
    }
}

/// That somebody has to go on with an import, or take it back.
pub fn stopped(import: &Import, why: Stopped) -> Failure {
    let (exit, cause) = match why {
        Stopped::StarterMayNot => (Exit::Refused, "whoever started it may not do so any more"),
        Stopped::Failed => (Exit::Fault, "each try failed; the log has the cause"),
    };
    let (what, back) = match import.state {
        ImportState::Done => ("not all activation mails were written", String::new()),
        ImportState::Undoing => ("the undo stopped", String::new()),
        _ => (
            "the import stopped",
            format!(", `seatwise import undo {}` takes it back", import.id),
        ),
    };
    let message = format!(
        "{what} ({} of {} rows are done): {cause}\n`seatwise import resume {}` goes on with it{back}",
        import.rows_done, import.rows_total, import.id
    );
    Failure::new(exit, "import-stopped", message)
}

fn of_users(options: &ImportUsers) -> Result<Options, Failure> {
    let mut chosen = Options::for_kind(ImportKind::Users);
    if let Some(seat) = &options.seat {
        chosen.seat_kind = word("--seat", seat, "regular or team")?;
    }
    chosen.update |= options.update;
    chosen.create_teams |= options.create_teams;
    chosen.mail_now |= options.mail;
    Ok(chosen)
}

fn of_leads(options: &ImportLeads) -> Options {
    let mut chosen = Options::for_kind(ImportKind::Leads);
    chosen.historic |= options.historic;
    chosen.pending_owners |= options.pending_owners;
    if options.unassigned {
        chosen.unknown_owner = UnknownOwner::Unassigned;
    }
    chosen
}

fn mapping(import: &Import, wanted: &[String]) -> Result<Mapping, Failure> {
    let mut mapping = import.mapping.clone();
    for pair in wanted {
        let (name, field) = pair.rsplit_once('=').ok_or_else(|| {
            Failure::usage(format!(
                "--map {pair:?}: write COLUMN=FIELD, or COLUMN= to leave it out"
            ))
        })?;
        let column = import
            .shape
            .columns
            .iter()
            .position(|column| column.name == name || column.letter == name);
        let column = column.ok_or_else(|| {
            Failure::usage(format!("--map {pair:?}: the file has no column {name}"))
        })?;
        let field = match field {
            "" => None,
            field => Some(word::<Field>("--map", field, &fields(import.kind))?),
        };
        if field != Some(Field::Extra) {
            for other in &mut mapping.0 {
                if field.is_some() && *other == field {
                    *other = None;
                }
            }
        }
        if let Some(entry) = mapping.0.get_mut(column) {
            *entry = field;
        }
    }
    Ok(mapping)
}

fn fields(kind: ImportKind) -> String {
    let names: Vec<&str> = Field::ALL
        .iter()
        .filter(|field| field.kinds().contains(&kind))
        .map(|field| field.as_str())
        .collect();
    names.join(", ")
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn agreed() -> bool {
    if !std::io::stdin().is_terminal() {
        return false;
    }
    eprint!("Import these rows? [y/N] ");
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.is_ok() && matches!(line.trim(), "y" | "Y" | "yes")
}

async fn remarks(db: &Db, caller: &Caller, import: &Import) -> Result<Vec<RowReport>, Failure> {
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.read().await?;
    Ok(imports::told_rows(&mut tx, &scope, import.id, LISTED).await?)
}

fn report(import: &Import, remarks: &[RowReport], verb: &str, output: Output) {
    let line = |row: &RowReport| {
        json!({
            "row": row.number,
            "verdict": row.verdict.map(Verdict::as_str),
            "reason": row.reason.map(imports::Reason::as_str),
            "roles": row.detail.roles,
            "notes": row.detail.notes,
        })
    };
    let taken = |row: &&RowReport| {
        let verdict = row.verdict;
        verdict == Some(Verdict::Create) || verdict == Some(Verdict::Update)
    };
    let listed: Vec<Json> = remarks.iter().filter(|row| !taken(row)).map(line).collect();
    let noted: Vec<Json> = remarks.iter().filter(taken).map(line).collect();
    let columns: BTreeMap<&str, Option<&str>> = import
        .shape
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let field = import.mapping.field(at).map(Field::as_str);
            (column.name.as_str(), field)
        })
        .collect();
    let value = json!({
        "id": import.id,
        "state": import.state.as_str(),
        "rows": import.rows_total,
        "columns": columns,
        "verdicts": import.totals.verdicts,
        "reasons": import.totals.reasons,
        "not_taken": listed,
        "taken_with_notes": noted,
    });
    output.show(&value, &words(import, remarks, verb));
}

fn words(import: &Import, remarks: &[RowReport], verb: &str) -> String {
    let of = |verdict| import.totals.of(verdict);
    let rows = counted(import.rows_total, "row", "rows");
    let mut out = format!("{}: {rows}.\n", import.file_name);
    let mut rows = vec![heads(&["Column", "Field"])];
    rows.extend(import.shape.columns.iter().enumerate().map(|(at, column)| {
        let field = import.mapping.field(at).map_or("(left out)", Field::as_str);
        vec![column.name.clone(), field.to_owned()]
    }));
    out.push_str(&table(&rows));
    out.push_str(&format!(
        "{} {verb} created, {} updated, {} skipped, {} without a seat, {} with a problem.\n",
        of(Verdict::Create),
        of(Verdict::Update),
        of(Verdict::Skip),
        of(Verdict::NoSeat),
        of(Verdict::Problem) + of(Verdict::Failed),
    ));
    for row in remarks {
        out.push_str(&row_line(import, row));
    }
    if remarks.len() == LISTED as usize {
        out.push_str("  … the page of the import has all of them\n");
    }
    out
}

/// A row with what is said about it.
pub fn row_line(import: &Import, row: &RowReport) -> String {
    let verdict = row.verdict.map_or("", Verdict::as_str).replace('_', " ");
    let said = import_words::row(Lang::En, row);
    let label = row.label(&import.mapping);
    let label = if label.is_empty() {
        label
    } else {
        format!(" ({label})")
    };
    format!("  row {}{label}: {verdict}: {said}\n", row.number)
}
