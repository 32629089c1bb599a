//! `seatwise import list`, `undo` and `send-activations`: what becomes of an import that ran.

use seatwise_domain::authz::{Caller, RunImports};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{
    self, Import, ImportState, Reason, RowReport, SendActivations, Undo, UndoPlan, Verdict, Which,
};
use seatwise_domain::jobs::{Ran, Registry, run_next};
use seatwise_domain::store::Db;
use serde_json::{Value as Json, json};
use tokio_util::sync::CancellationToken;

use super::import::finish;
use super::tenant::heads;
use crate::cli::UndoImport;
use crate::failure::Failure;
use crate::output::{Output, table};

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
            import.state.as_str().to_owned(),
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
        import = finish(db, caller, &import, ImportState::Undone, output).await?;
    }
    let scope = caller.scope::<RunImports>()?;
    let mut tx = db.read().await?;
    let stayed = [Verdict::Kept, Verdict::Failed];
    let kept = imports::rows(&mut tx, &scope, import.id, &stayed, 0, LISTED).await?;
    let mut value = value(&import);
    value["not_undone"] = kept.iter().map(line).collect();
    output.show(&value, &undone(&import, &kept));
    Ok(())
}

/// Sends the activation mails of people who have got none.
pub async fn send(db: &Db, caller: &Caller, id: ImportId, output: Output) -> Result<(), Failure> {
    let import = imports::send_activations(db, caller, id, None).await?;
    // The mails are written here, unless a server has taken the job; it then goes on with it.
    let registry = Registry::default().with::<SendActivations>();
    let stop = CancellationToken::new();
    while !matches!(run_next(db, &registry, &stop).await?, Ran::Idle(_)) {}
    output.show(
        &value(&import),
        "The activation mails are in the outbox, for everyone of this import who had none.",
    );
    Ok(())
}

fn planned(plan: &UndoPlan) -> String {
    let mut out = format!(
        "{} rows would be undone, {} would stay.\n",
        plan.reversed,
        plan.stays()
    );
    for (reason, count) in &plan.kept {
        out.push_str(&format!("  {count}: {reason}\n"));
    }
    out
}

fn undone(import: &Import, kept: &[RowReport]) -> String {
    let mut out = format!(
        "{}: {} rows are undone, {} stay.\n",
        import.file_name,
        import.totals.of(Verdict::Reversed),
        import.totals.of(Verdict::Kept) + import.totals.of(Verdict::Failed),
    );
    for row in kept {
        let reason = row.reason.map_or("", Reason::as_str);
        let label = row.label(&import.mapping);
        out.push_str(&format!("  row {}: {reason}: {label}\n", row.number));
    }
    out
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
    })
}
