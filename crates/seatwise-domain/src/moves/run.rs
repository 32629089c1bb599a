//! A move, done for good or tried and taken back.

use super::piece::{Held, Roles};
use super::plan::{Move, MoveError};
use super::sql;
use crate::audit::{Audit, Change, Event, EventKind, Reason, SubjectKind};
use crate::authz::{
    AssignRecords, Caller, Effect, LeadCounts, RecordScope, Rehearsal, Scope, TOLD, ViewUsers,
    everybody,
};
use crate::clock::Timestamp;
use crate::handover::{self, BATCH, HandOver, Plan, Preview};
use crate::ids::{EventId, PositionId, TeamId, TenantId, UserId};
use crate::roles::Take;
use crate::store::{Db, Reads, StoreError, WriteTx};
use crate::{groups, positions, roles, sharing, teams};

/// What a move would do.
#[derive(Debug, Clone)]
pub struct MovePreview {
    /// Who would gain and who would lose what: the person, his teams, those who stand above him.
    pub effect: Effect,
    /// What would change about the person.
    pub changes: Vec<Change>,
    /// What would become of the leads that he holds, if they go to somebody. The effect is that of the move after
    /// they went.
    pub hand_over: Option<Preview>,
}

/// What a move did.
#[derive(Debug, Clone, Default)]
pub struct Moved {
    /// The move, by its line of the audit log; none when everything was so already.
    pub id: Option<EventId>,
    /// The hand-over of the leads that he held, if they go to somebody.
    pub hand_over: Option<HandOver>,
}

/// Makes the move, looks at who may do and see what then, and takes it back (D7): what is shown is what would
/// happen, and what would be refused is refused. Leads are counted and handed over before, so that nobody is said to
/// lose what he goes on seeing with the one who gets it.
pub async fn preview(
    db: &Db,
    caller: &Caller,
    user: UserId,
    planned: &Move,
) -> Result<MovePreview, MoveError> {
    let scope = caller.scope::<ViewUsers>()?;
    let tenant = scope.tenant();
    let mut tx = db.write().await?;
    // The same order as the act, so that the same thing is said of what is wrong.
    asked(&mut tx, caller, user, planned).await?;
    let counts = LeadCounts::load(&mut tx, tenant).await?;
    let hand_over = match planned.plan(user) {
        Some(plan) => Some(tried(&mut tx, caller, &plan).await?),
        None => None,
    };
    // Not written for that: whoever looks keeps nobody waiting for the lines of a receiver.
    let counts = counts.with(tx.sums());
    let mut people = vec![user];
    people.extend(groups::seers(&mut tx, tenant, &planned.leave_groups).await?);
    people.extend(concerned(&mut tx, tenant, user, &planned.teams(), planned.position).await?);
    let begins = begins(&mut tx, &scope, user, planned).await?;
    let rehearsal = Rehearsal::counted(&mut tx, tenant, people, counts).await?;
    let rehearsal = rehearsal.also_on(&mut tx, user, begins).await?;
    let events = step(&mut tx, caller, user, planned).await?;
    let (of_person, _) = apart(events, user);
    let changes = Event::folded(EventKind::Moved, of_person).into_changes();
    if changes.is_empty() && hand_over.is_some() {
        return Err(MoveError::Nothing);
    }
    Ok(MovePreview {
        effect: rehearsal.end(&mut tx).await?,
        changes,
        hand_over,
    })
}

/// Moves somebody: everything or nothing. Each part asks for its own right, as it would alone. The log says it
/// of the person in one line, and of each team and group. Leads go first, while they are still within reach of
/// somebody who sees them by the team that is left.
pub async fn run(
    db: &Db,
    caller: &Caller,
    user: UserId,
    planned: &Move,
) -> Result<Moved, MoveError> {
    let scope = caller.scope::<ViewUsers>()?;
    let job_finds = job_finds(db, caller, user, planned).await?;
    let mut tx = db.write().await?;
    let (name, reason) = asked(&mut tx, caller, user, planned).await?;
    if planned.position.is_some() {
        // Nobody changes the tree between the look at what he holds and the change.
        positions::lock(&mut tx, scope.tenant()).await?;
    }
    let looks = Roles::when(!planned.give_up.is_empty());
    let before = Held::of(&mut tx, &scope, (user, looks)).await?;
    let hand_over = match planned.plan(user) {
        Some(plan) => {
            let begun = handed(&mut tx, caller, &plan, planned).await?;
            Some(if job_finds {
                begun
            } else {
                let scope = caller.records::<AssignRecords>()?;
                handover::finish(&mut tx, &scope, begun).await?
            })
        }
        None => None,
    };
    let events = step(&mut tx, caller, user, planned).await?;
    let after = Held::of(&mut tx, &scope, (user, looks)).await?;
    let pieces = before.changed_to(&after);
    if pieces.is_empty() {
        return match hand_over {
            Some(_) => Err(MoveError::Nothing),
            None => Ok(Moved::default()),
        };
    }
    let id: EventId = tx.id();
    let (of_person, mut lines) = apart(events, user);
    let mut line = Event::folded(EventKind::Moved, of_person)
        .with_id(id)
        .reason(&reason);
    if let Some(hand_over) = &hand_over {
        line = line.detail("hand_over_id", hand_over.id.to_string());
        lines.push(handover::made(hand_over, (user, name.clone()), &reason));
    }
    lines.push(line.on(SubjectKind::User, user, name));
    let handed = hand_over.as_ref().map(|one| one.id);
    sql::insert(&mut tx, &scope, (id, user), &pieces, handed).await?;
    tx.commit(Audit::all(&scope, lines)).await?;
    Ok(Moved {
        id: Some(id),
        hand_over,
    })
}

/// What is asked before anything is touched: the person's name and why he moves.
async fn asked(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    planned: &Move,
) -> Result<(String, Reason), MoveError> {
    let scope = caller.scope::<ViewUsers>()?;
    if planned.is_nothing() {
        return Err(MoveError::Nothing);
    }
    let reason = Reason::read(&planned.reason)?;
    let name = sql::person(tx, &scope, user).await?;
    Ok((name.ok_or(MoveError::Unknown(user))?.name, reason))
}

/// Counts the leads and hands over all of them, in a transaction that is let go.
async fn tried(tx: &mut WriteTx, caller: &Caller, plan: &Plan) -> Result<Preview, MoveError> {
    let scope = caller.records::<AssignRecords>()?;
    handover::check(tx, &scope, plan).await?;
    let counted = handover::preview(tx, &scope, plan.from, &plan.stages).await?;
    let event: EventId = tx.id();
    let begun = handover::begin(tx, &scope, plan, event).await?;
    handover::finish(tx, &scope, begun).await?;
    Ok(counted)
}

/// Whether the rest of many leads can be left to a job, which begins after the move. Whoever moves himself may lose
/// the right to it; of others it is asked of the move itself, tried in a transaction that is let go. What is wrong
/// with the move is said by the act.
async fn job_finds(
    db: &Db,
    caller: &Caller,
    user: UserId,
    planned: &Move,
) -> Result<bool, StoreError> {
    let (Ok(scope), Some(plan)) = (caller.records::<AssignRecords>(), planned.plan(user)) else {
        return Ok(false);
    };
    let mut tx = db.read().await?;
    if scope.covers(&mut tx, None).await? {
        return Ok(true);
    }
    let counted = handover::preview(&mut tx, &scope, user, &plan.stages).await;
    drop(tx);
    let many = counted.is_ok_and(|counted| counted.moves > u64::from(BATCH));
    if !many || caller.user() == Some(user) {
        return Ok(false);
    }
    let mut tx = db.write().await?;
    if step(&mut tx, caller, user, planned).await.is_err() {
        return Ok(false);
    }
    scope.covers(&mut tx, Some(user)).await
}

async fn handed(
    tx: &mut WriteTx,
    caller: &Caller,
    plan: &Plan,
    planned: &Move,
) -> Result<HandOver, MoveError> {
    let scope: RecordScope<AssignRecords> = caller.records()?;
    let event: EventId = tx.id();
    let begun = handover::begin(tx, &scope, plan, event).await?;
    let expected = planned.hand_on.as_ref().and_then(|given| given.expected);
    if let Some(expected) = expected
        && expected != begun.total
    {
        return Err(MoveError::Changed {
            expected,
            actual: begun.total,
        });
    }
    Ok(begun)
}

/// The days to come on which a role begins that he gives up.
async fn begins(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
    planned: &Move,
) -> Result<Vec<Timestamp>, StoreError> {
    if planned.give_up.is_empty() {
        return Ok(Vec::new());
    }
    let held = roles::held_by(tx, scope, user).await?.into_iter();
    let held = held.filter(|held| !held.in_force && planned.give_up.contains(&held.role.key));
    Ok(held.filter_map(|held| held.starts_at).collect())
}

/// The lines about the person, and the others.
pub(super) fn apart(events: Vec<Event>, user: UserId) -> (Vec<Event>, Vec<Event>) {
    events
        .into_iter()
        .partition(|event| event.is_about(SubjectKind::User, user))
}

async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    planned: &Move,
) -> Result<Vec<Event>, MoveError> {
    let reason = Reason::read(&planned.reason)?;
    let mut events = Vec::new();
    for place in &planned.join {
        events.extend(teams::add_step(tx, caller, *place, &[user], &reason).await?);
    }
    for team in planned.left() {
        events.extend(teams::remove_step(tx, caller, team, user, &reason).await?);
    }
    if let Some(position) = planned.position {
        events.extend(positions::hold_step(tx, caller, user, position, &reason).await?);
    }
    for group in &planned.leave_groups {
        events.extend(groups::remove_step(tx, caller, *group, user, &reason).await?);
    }
    for role in &planned.give_up {
        let take = Take {
            user,
            role: role.clone(),
            reason: planned.reason.clone(),
        };
        events.extend(roles::take_away(tx, caller, &take).await?);
    }
    Ok(events)
}

/// The person first, then those of the teams and those above; where rules of sharing name teams, groups or
/// positions, everybody else after them. More than [`TOLD`] are only counted.
pub(super) async fn concerned(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
    teams: &[TeamId],
    position: Option<Option<PositionId>>,
) -> Result<Vec<UserId>, StoreError> {
    let mut people = vec![user];
    people.extend(teams::members_of(tx, tenant, teams, TOLD + 1).await?);
    if let Some(position) = position {
        let before = positions::held_by(tx, tenant, user).await?;
        let places: Vec<_> = before.into_iter().chain(position).collect();
        people.extend(positions::above(tx, tenant, &places).await?);
    }
    if sharing::has_rules(tx, tenant).await? {
        people.extend(everybody(tx, tenant).await?);
    }
    Ok(people)
}
