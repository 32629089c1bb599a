//! A move, done for good or tried and taken back.

use super::plan::{Move, MoveError};
use crate::audit::{Audit, Change, Event, Reason, SubjectKind};
use crate::authz::{Caller, Effect, Rehearsal, TOLD, ViewUsers, everybody};
use crate::ids::{TenantId, UserId};
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
}

/// Makes the move, looks at who may do and see what then, and takes it back (D7): what is shown is what would
/// happen, and what would be refused is refused.
pub async fn preview(
    db: &Db,
    caller: &Caller,
    user: UserId,
    planned: &Move,
) -> Result<MovePreview, MoveError> {
    let tenant = caller.scope::<ViewUsers>()?.tenant();
    let mut tx = db.write().await?;
    let people = concerned(&mut tx, tenant, user, planned).await?;
    let rehearsal = Rehearsal::of(&mut tx, tenant, people).await?;
    let events = step(&mut tx, caller, user, planned).await?;
    let of_person = |event: &Event| event.is_about(SubjectKind::User, user);
    let changes = events.into_iter().filter(of_person);
    Ok(MovePreview {
        effect: rehearsal.end(&mut tx).await?,
        changes: folded(changes.flat_map(Event::into_changes)),
    })
}

/// One line for each field that several steps changed, from before the first to after the last.
fn folded(changes: impl Iterator<Item = Change>) -> Vec<Change> {
    let mut folded: Vec<Change> = Vec::new();
    for change in changes {
        match folded.iter_mut().find(|known| known.field == change.field) {
            Some(known) => known.after = change.after,
            None => folded.push(change),
        }
    }
    folded.retain(|change| change.before != change.after);
    folded
}

/// Moves somebody: everything or nothing. Each part asks for its own right, as it would alone. The log says it
/// of the person, and of each team and group.
pub async fn run(db: &Db, caller: &Caller, user: UserId, planned: &Move) -> Result<(), MoveError> {
    let scope = caller.scope::<ViewUsers>()?;
    let mut tx = db.write().await?;
    let events = step(&mut tx, caller, user, planned).await?;
    if !events.is_empty() {
        tx.commit(Audit::all(&scope, events)).await?;
    }
    Ok(())
}

async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    planned: &Move,
) -> Result<Vec<Event>, MoveError> {
    if planned.is_nothing() {
        return Err(MoveError::Nothing);
    }
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
async fn concerned(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
    planned: &Move,
) -> Result<Vec<UserId>, StoreError> {
    let mut people = vec![user];
    people.extend(teams::members_of(tx, tenant, &planned.teams(), TOLD + 1).await?);
    if let Some(position) = planned.position {
        let before = positions::held_by(tx, tenant, user).await?;
        let places: Vec<_> = before.into_iter().chain(position).collect();
        people.extend(positions::above(tx, tenant, &places).await?);
    }
    if sharing::has_rules(tx, tenant).await? {
        people.extend(everybody(tx, tenant).await?);
    }
    Ok(people)
}
