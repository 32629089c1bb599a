//! The step that begins a hand-over: composed by the deactivation and by every other act that moves leads.

use super::sql::{self, Beginning};
use super::{HandOver, Kind, Plan, PlanError, Receiver, Run, Stages, State, Walk, run};
use crate::authz::{AssignRecords, RecordScope, StoredPrincipal};
use crate::ids::EventId;
use crate::jobs::{self, Enqueue};
use crate::records::{
    self, Context, LeadFilter, OwnerFilter, Picked, Refusal, StageKey, may_receive, stages,
};
use crate::store::{Reads, StoreError, WriteTx};

/// Begins to hand over somebody's leads, in the transaction of the act that causes it. Up to
/// [`super::BATCH`] leads have moved when it returns; the rest goes on as a job after the commit.
/// `event` is the line of the audit log that the act is committed with; it becomes the hand-over's id.
pub async fn begin(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    plan: &Plan,
    event: EventId,
) -> Result<HandOver, PlanError> {
    check(tx, scope, plan).await?;
    let keys = stage_keys(tx, scope, &plan.stages).await?;
    let filter = LeadFilter {
        owner: OwnerFilter::User(plan.from),
        stages: keys,
        ..LeadFilter::default()
    };
    let everything = LeadFilter::of(plan.from);
    let to = plan.to.user();
    let (owned, _) = records::picked_until(tx, scope, Picked::Filter(&everything), to).await?;
    let (total, until) = if filter.stages.is_empty() {
        // Not one stage: nothing moves, while an empty filter would mean all.
        (0, None)
    } else {
        records::picked_until(tx, scope, Picked::Filter(&filter), to).await?
    };
    let walk = Walk {
        filter: Some(filter),
        ..Walk::default()
    };
    let begins = Beginning {
        id: event,
        kind: Kind::HandOver,
        from: Some(plan.from),
        to,
        plan: plan_json(&walk)?,
        total,
        kept: owned.saturating_sub(total),
        until,
        undo_of: None,
    };
    Ok(start(tx, scope, begins, walk).await?)
}

/// Whether a plan names somebody who may get the leads; the same gate as [`begin`] passes.
pub(crate) async fn check(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    plan: &Plan,
) -> Result<(), PlanError> {
    if plan.to.user() == Some(plan.from) {
        return Err(PlanError::ToLeaver);
    }
    check_receiver(tx, scope, plan.to, Context::HandOver).await
}

/// Whether the leads may go there; to the unassigned leads only by those whose reach includes them.
pub(super) async fn check_receiver(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    to: Receiver,
    context: Context,
) -> Result<(), PlanError> {
    let Some(to) = to.user() else {
        return if scope.covers(tx, None).await? {
            Ok(())
        } else {
            Err(Refusal::OutOfReach.into())
        };
    };
    match may_receive(tx, scope, to, context).await? {
        Some(refusal) => Err(refusal.into()),
        None => Ok(()),
    }
}

/// The keys of the stages whose leads move.
pub(super) async fn stage_keys(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    wanted: &Stages,
) -> Result<Vec<StageKey>, PlanError> {
    let all = stages(tx, scope).await?;
    if let Stages::These(keys) = wanted {
        let known = keys
            .iter()
            .all(|key| all.iter().any(|stage| stage.key == *key));
        return if known {
            Ok(keys.clone())
        } else {
            Err(PlanError::StageUnknown)
        };
    }
    let open_only = *wanted == Stages::Open;
    let moves = all
        .into_iter()
        .filter(|stage| !(open_only && stage.state.is_closed()));
    Ok(moves.map(|stage| stage.key).collect())
}

pub(super) fn plan_json(walk: &Walk) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(walk).map_err(|error| StoreError::Fault(Box::new(error)))
}

/// Writes the row, moves the first batch, and leaves the rest to a job.
pub(super) async fn start(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    begins: Beginning,
    walk: Walk,
) -> Result<HandOver, StoreError> {
    let id = begins.id;
    sql::insert(tx, scope, begins).await?;
    let hand_over = sql::find_for_update(tx, scope, id).await?;
    let mut hand_over =
        hand_over.ok_or_else(|| StoreError::fault("a hand-over that just began is missing"))?;
    hand_over.plan.these = walk.these;
    let hand_over = run::step(tx, scope, hand_over).await?;
    if hand_over.state == State::Running {
        enqueue(tx, scope, id).await?;
    }
    Ok(hand_over)
}

/// Moves the rest of a hand-over that just began, for an act after which its maker would not reach the leads
/// any more.
pub(crate) async fn finish(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    mut hand_over: HandOver,
) -> Result<HandOver, StoreError> {
    while hand_over.state == State::Running {
        hand_over = run::step(tx, scope, hand_over).await?;
    }
    Ok(hand_over)
}

/// Lets a job go on with the rest; false when one is at it already.
pub(super) async fn enqueue(
    tx: &mut WriteTx,
    scope: &RecordScope<AssignRecords>,
    id: EventId,
) -> Result<bool, StoreError> {
    let principal = scope.user();
    let principal = principal.map_or(StoredPrincipal::Operator, StoredPrincipal::User);
    let how = Enqueue {
        dedup_key: Some(job_key(id)),
        ..Enqueue::default()
    };
    let job = jobs::enqueue_as(tx, Some(scope.tenant()), principal, &Run { id }, how).await?;
    Ok(job.is_some())
}

/// What makes the job of a hand-over unique.
pub(super) fn job_key(id: EventId) -> String {
    format!("{}:{id}", <Run as jobs::Job>::KIND)
}
