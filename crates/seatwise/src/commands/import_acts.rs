//! `seatwise import list`, `undo`, `resume` and `send-activations`: what becomes of an import that ran.

use seatwise_domain::authz::{Caller, RunImports};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{
    self, Import, ImportState, Reason, RowReport, Undo, UndoPlan, Verdict, Which,
};
use seatwise_domain::jobs::{Ran, run_next};
use seatwise_domain::store::Db;
use seatwise_web::import_words;
use seatwise_web::locale::Lang;
use serde_json::{Value as Json, json};
use tokio_util::sync::CancellationToken;

use super::import::{finish, row_line, stopped};
use super::tenant::heads;
use crate::cli::UndoImport;
use crate::failure::Failure;
use crate::output::{Output, counted, table};
use crate::worker;

/// Rows that are listed with the reason why they stay; the page of the import has all.
const LISTED: u32 = 200;

/// The history of imports.
pub async fn list(db: &Db, caller: &Caller, limit: u32, output: Output) -> Result<(), Failure> {
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.read().await?;
    let found = imports::list(&mut tx, &scope, None, limit).await?;
    let mut rows = vec![heads(&[
        "Id", "File", "Brings", "Uploaded", "State", "Added", "Updated",
    ])];
    rows.extend(found.iter().map(|import| {
        vec![
            import.id.to_string(),
            import.file_name.clone(),
            import.kind.as_str().to_owned(),
            import.created_at.to_string(),
            standing(import).to_owned(),
            import.totals.of(Verdict::Create).to_string(),
            import.totals.of(Verdict::Update).to_string(),
        ]
    }));
    let values: Vec<Json> = found.iter().map(value).collect();
    output.show(&values, &table(&rows));
    Ok(())
}

/// Takes an import back, or says what that would do.
pub async fn undo(
    db: &Db,
    caller: &Caller,
    options: &UndoImport,
    output: Output,
) -> Result<(), Failure> {
    let which = match options.rows.as_slice() {
        [] => Which::All,
        rows => Which::Rows(rows.to_vec()),
    };
    if options.dry_run {
        let scope = caller.scope::<RunImports>()?;
        let mut tx = db.read().await?;
        let plan = imports::plan_undo(&mut tx, &scope, options.id, &which).await?;
        let value = json!({ "id": options.id, "reversed": plan.reversed, "kept": plan.kept });
        output.show(&value, &planned(&plan));
        return Ok(());
    }
    let command = Undo {
        import: options.id,
        which,
        reason: options.reason.clone().unwrap_or_default(),
    };
    let mut import = imports::undo(db, caller, &command).await?;
    if import.state == ImportState::Undoing {
        import = finish(db, caller, &import, output).await?;
    }
    show_undone(db, caller, &import, output).await
}

async fn show_undone(
    db: &Db,
    caller: &Caller,
    import: &Import,
    output: Output,
) -> Result<(), Failure> {
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.read().await?;
    let stayed = [Verdict::Kept, Verdict::Failed];
    let kept = imports::rows(&mut tx, &scope, import.id, &stayed, 0, LISTED).await?;
    let mut value = value(import);
    value["not_undone"] = kept.iter().map(line).collect();
    output.show(&value, &undone(import, &kept));
    Ok(())
}

/// Goes on with what stopped, now and to the end.
pub async fn resume(db: &Db, caller: &Caller, id: ImportId, output: Output) -> Result<(), Failure> {
    let begun = imports::resume(db, caller, id).await?;
    let import = match begun.state {
        ImportState::Running | ImportState::Undoing => finish(db, caller, &begun, output).await?,
        _ => write_mails(db, caller, begun).await?,
    };
    if import.state == ImportState::Undone {
        return show_undone(db, caller, &import, output).await;
    }
    let words = format!("{}: {}.", import.file_name, standing(&import));
    output.show(&value(&import), &words);
    Ok(())
}

/// Works until there is nothing to do, which writes the mails here unless a server has taken the job.
async fn write_mails(db: &Db, caller: &Caller, import: Import) -> Result<Import, Failure> {
    let scope = caller.scope::<RunImports>()?;
    let (registry, stop) = (worker::registry(), CancellationToken::new());
    while !matches!(run_next(db, &registry, &stop).await?, Ran::Idle(_)) {}
    let mut tx = db.read().await?;
    let found = imports::find(&mut tx, &scope, import.id).await?;
    let import = found.unwrap_or(import);
    match import.stopped {
        Some(why) => Err(stopped(&import, why)),
        None => Ok(import),
    }
}

/// Sends the activation mails of people who have got none.
pub async fn send(db: &Db, caller: &Caller, id: ImportId, output: Output) -> Result<(), Failure> {
    let import = imports::send_activations(db, caller, id, None).await?;
    let import = write_mails(db, caller, import).await?;
    output.show(
        &value(&import),
        "The activation mails are in the outbox, for everyone of this import who had none.",
    );
    Ok(())
}

fn planned(plan: &UndoPlan) -> String {
    let mut out = format!(
        "{} would be undone, {} would stay.\n",
        counted(plan.reversed, "row", "rows"),
        plan.stays()
    );
    for (reason, count) in &plan.kept {
        let reason = import_words::keyed(Lang::En, "imports-why-", reason);
        out.push_str(&format!("  {count}: {reason}\n"));
    }
    out
}

fn undone(import: &Import, kept: &[RowReport]) -> String {
    let mut out = format!(
        "{}: {} undone, {} stay.\n",
        import.file_name,
        counted(import.totals.of(Verdict::Reversed), "row is", "rows are"),
        import.totals.of(Verdict::Kept) + import.totals.of(Verdict::Failed),
    );
    for row in kept {
        out.push_str(&row_line(import, row));
    }
    out
}

/// Where an import stands, in a word.
fn standing(import: &Import) -> &'static str {
    match import.stopped {
        Some(_) => "stopped",
        None => import.state.as_str(),
    }
}

fn line(row: &RowReport) -> Json {
    json!({
        "row": row.number,
        "verdict": row.verdict.map(Verdict::as_str),
        "reason": row.reason.map(Reason::as_str),
    })
}

fn value(import: &Import) -> Json {
    json!({
        "id": import.id,
        "file": import.file_name,
        "kind": import.kind.as_str(),
        "state": import.state.as_str(),
        "rows": import.rows_total,
        "verdicts": import.totals.verdicts,
        "created_at": import.created_at,
        "mailed_at": import.mailed_at,
        "undo_until": import.undo_until,
        "stopped": import.stopped,
    })
}
