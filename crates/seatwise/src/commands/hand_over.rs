//! `seatwise user hand-over` and its undo: leads change hands, now and to the end.

use std::time::Duration;

use seatwise_domain::authz::{AssignRecords, Caller};
use seatwise_domain::handover::{self, HandOver, HandOverCommand, Receiver, State};
use seatwise_domain::jobs::{Ran, run_next};
use seatwise_domain::store::Db;
use serde_json::{Value as Json, json};
use tokio_util::sync::CancellationToken;

use super::tenant::heads;
use super::{user, who};
use crate::cli::{HandOverUser, UndoHandOver};
use crate::failure::{Exit, Failure};
use crate::output::{Output, counted, table};
use crate::worker;

const LOOK: Duration = Duration::from_millis(200);

/// Hands over, or shows what that would do.
pub async fn run(
    db: &Db,
    caller: &Caller,
    options: &HandOverUser,
    output: Output,
) -> Result<(), Failure> {
    let from = who::person(db, caller, &options.user).await?;
    let stages = user::stages(options.all_stages);
    if options.dry_run {
        let scope = caller.records::<AssignRecords>()?;
        let mut tx = db.read().await?;
        let preview = handover::preview(&mut tx, &scope, from.id, &stages).await?;
        let mut rows = vec![heads(&["Stage", "Leads", ""])];
        rows.extend(preview.stages.iter().map(|effect| {
            let what = if effect.moves { "move" } else { "stay" };
            vec![
                effect.count.stage.key.to_string(),
                effect.count.count.to_string(),
                what.to_owned(),
            ]
        }));
        let value = json!({ "moves": preview.moves, "stays": preview.stays });
        output.show(&value, &table(&rows));
        return Ok(());
    }
    let to = match (&options.to, options.unassign) {
        (Some(heir), false) => Receiver::User(who::person(db, caller, heir).await?.id),
        (None, true) => Receiver::Unassigned,
        _ => return Err(Failure::usage("write either --to PERSON or --unassign")),
    };
    let command = HandOverCommand {
        from: from.id,
        to,
        stages,
        reason: options.reason.clone().unwrap_or_default(),
        expected: None,
    };
    let begun = handover::manage(db, caller, &command).await?;
    let done = finish(db, caller, begun, output).await?;
    output.show(&value(done.clone()), &words(&done));
    Ok(())
}

/// Takes a hand-over back.
pub async fn undo(
    db: &Db,
    caller: &Caller,
    options: &UndoHandOver,
    output: Output,
) -> Result<(), Failure> {
    let reason = options.reason.as_deref().unwrap_or_default();
    let begun = handover::undo(db, caller, options.id, reason).await?;
    let done = finish(db, caller, begun, output).await?;
    let from = done.from.as_ref();
    let from = from.map_or("the unassigned leads", |person| person.name.as_str());
    let words = format!(
        "{} went back to {from}, {} stayed, because somebody touched them since.\n\
         To do it again until {}: seatwise user undo-hand-over {}",
        counted(done.moved, "lead", "leads"),
        done.kept,
        done.undo_until,
        done.id
    );
    output.show(&value(done), &words);
    Ok(())
}

/// Works until a hand-over is done: here, or by watching the server that took the job.
pub async fn finish(
    db: &Db,
    caller: &Caller,
    begun: HandOver,
    output: Output,
) -> Result<HandOver, Failure> {
    let scope = caller.records::<AssignRecords>()?;
    let bar = output.bar("leads", begun.total);
    let (registry, stop) = (worker::registry(), CancellationToken::new());
    let id = begun.id;
    let mut hand_over = begun;
    while hand_over.state == State::Running {
        bar.set_position(hand_over.moved);
        if let Ran::Idle(_) = run_next(db, &registry, &stop).await? {
            drop(tokio::time::timeout(LOOK, db.work().notified()).await);
        }
        let mut tx = db.read().await?;
        hand_over = handover::show(&mut tx, &scope, id)
            .await?
            .ok_or_else(|| Failure::new(Exit::Fault, "internal", "the hand-over is gone"))?;
        if handover::has_stopped(&mut tx, &hand_over).await? {
            let message = format!(
                "the hand-over stopped at {} of {}; somebody has to go on with it on its page",
                hand_over.moved, hand_over.total
            );
            return Err(Failure::new(Exit::Fault, "hand-over-stopped", message));
        }
    }
    bar.finish_and_clear();
    Ok(hand_over)
}

/// What was done, in a sentence.
pub fn words(done: &HandOver) -> String {
    let to = done.to.as_ref();
    let to = to.map_or("the unassigned leads", |person| person.name.as_str());
    format!(
        "{} went to {to}, {} stayed.\nTo undo it until {}: seatwise user undo-hand-over {}",
        counted(done.moved, "lead", "leads"),
        done.kept,
        done.undo_until,
        done.id
    )
}

/// What was done, for programs.
pub fn value(done: HandOver) -> Json {
    json!({
        "id": done.id,
        "from": done.from.map(|person| person.id),
        "to": done.to.map(|person| person.id),
        "total": done.total,
        "moved": done.moved,
        "kept": done.kept,
        "undo_until": done.undo_until,
    })
}
