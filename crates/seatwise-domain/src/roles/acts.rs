//! What can be changed about roles, as one value: done for good by its own verb, or tried and taken back.

use std::collections::HashSet;

use super::effect::{Effect, EffectLine};
use super::error::RoleError;
use super::hold::{Give, Take};
use super::key::RoleKey;
use super::{Role, default, delete, edit, hold};
use crate::audit::{self, Event};
use crate::authz::{Caller, LeadCounts, Look, Snapshot};
use crate::clock::Timestamp;
use crate::ids::UserId;
use crate::store::{Db, WriteTx};

/// A change that can be looked at before it is made.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// A role with other words.
    Edit(&'a RoleKey, &'a edit::RoleEdit),
    /// A role that goes.
    Delete(&'a RoleKey),
    /// Another role for those who have none.
    MakeDefault(&'a RoleKey),
    /// A role for people.
    Give(&'a Give),
    /// A role less for somebody.
    Take(&'a Take),
}

/// What a change would do.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Who gains and who loses what.
    pub effect: Effect,
    /// What changes in the role itself, with old and new values.
    pub changes: Vec<audit::Change>,
}

/// What a step did, before the commit.
pub(super) struct Done {
    pub role: Role,
    pub lines: Vec<(EffectLine, bool)>,
    /// Whom it concerns on which day to come.
    pub later: Vec<(UserId, Timestamp)>,
    pub changes: Vec<audit::Change>,
    pub events: Vec<Event>,
}

impl Done {
    /// A step that found nothing to do.
    pub(super) fn nothing(role: Role) -> Self {
        Self {
            role,
            lines: Vec::new(),
            later: Vec::new(),
            changes: Vec::new(),
            events: Vec::new(),
        }
    }
}

/// Makes the change, looks at who may do and see what then, and takes it back (D7): what is shown is what would happen,
/// also on the day on which something begins, and what would be refused is refused.
pub async fn preview(db: &Db, caller: &Caller, change: Change<'_>) -> Result<Preview, RoleError> {
    let tenant = caller.tenant();
    let mut tx = db.write().await?;
    let done = make(&mut tx, caller, change).await?;
    let effect = Effect::of(&done.lines);
    let users: HashSet<UserId> = effect.lines.iter().map(|line| line.user).collect();
    let later = done.later.iter().filter(|(user, _)| users.contains(user));
    let later = later.map(|(user, day)| (*user, Some(*day)));
    let looks = users.iter().map(|user| (*user, None)).chain(later);
    let looks: Vec<Look> = looks.collect();
    let after = Snapshot::of(&mut tx, tenant, &looks).await?;
    drop(tx);
    let mut tx = db.read().await?;
    let counts = LeadCounts::load(&mut tx, tenant).await?;
    let before = Snapshot::of(&mut tx, tenant, &looks).await?;
    Ok(Preview {
        effect: effect.with_records(&before.until(&after, &counts, 0)),
        changes: done.changes,
    })
}

async fn make(tx: &mut WriteTx, caller: &Caller, change: Change<'_>) -> Result<Done, RoleError> {
    match change {
        Change::Edit(key, words) => edit::step(tx, caller, key, words).await,
        Change::Delete(key) => delete::step(tx, caller, key, "").await,
        Change::MakeDefault(key) => default::step(tx, caller, key, "").await,
        Change::Give(give) => hold::give_step(tx, caller, give).await,
        Change::Take(take) => hold::take_step(tx, caller, take).await,
    }
}
