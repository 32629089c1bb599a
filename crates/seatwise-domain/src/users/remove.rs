//! Removing people who never acted; whoever left a trace stays and is named (decision 4, L8, D13).

use std::collections::{HashMap, HashSet};

use super::{User, sql, write};
use crate::authz::{FreesSeat, RunImports, Scope};
use crate::ids::UserId;
use crate::store::{Reads, StoreError, WriteTx};
use crate::{groups, roles, seats, sharing, tally, teams};

/// Why somebody stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptWhy {
    /// He has signed in.
    SignedIn,
    /// He owns leads or owned some, wrote notes, or stands in a hand-over.
    HasWork,
    /// He was edited, deactivated or otherwise changed since.
    Changed,
}

/// Somebody who stays.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Who.
    pub user: UserId,
    /// His name.
    pub name: String,
    /// Why.
    pub why: KeptWhy,
}

/// Step of an import's undo: removes those who never acted, gives back who stays and why.
pub async fn remove_unused(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    users: &[UserId],
) -> Result<(Vec<User>, Vec<Kept>), StoreError> {
    remove_step(tx, scope, users).await
}

/// What [`remove_unused`] would say of each of the people who are there: none for those who would go.
pub async fn would_remove(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    users: &[UserId],
) -> Result<HashMap<UserId, Option<KeptWhy>>, StoreError> {
    let people = sql::find_many(tx, scope, users).await?;
    let at_work = write::with_work(tx, scope.tenant(), users).await?;
    Ok(people
        .into_iter()
        .map(|(id, user)| (id, why_kept(&user, &at_work)))
        .collect())
}

fn why_kept(user: &User, at_work: &HashSet<UserId>) -> Option<KeptWhy> {
    if user.activated_at.is_some() || user.last_seen_at.is_some() {
        Some(KeptWhy::SignedIn)
    } else if at_work.contains(&user.id) {
        Some(KeptWhy::HasWork)
    } else if !user.state.is_waiting() {
        Some(KeptWhy::Changed)
    } else {
        None
    }
}

/// The same for any act that frees seats. A handful of statements for each 500 people.
pub(super) async fn remove_step(
    tx: &mut WriteTx,
    scope: &Scope<impl FreesSeat>,
    users: &[UserId],
) -> Result<(Vec<User>, Vec<Kept>), StoreError> {
    let tenant = scope.tenant();
    let people = sql::lock_many(tx, tenant, users).await?;
    let at_work = write::with_work(tx, tenant, users).await?;
    let mut kept = Vec::new();
    let mut gone = Vec::new();
    for user in people {
        match why_kept(&user, &at_work) {
            Some(why) => kept.push(Kept {
                user: user.id,
                name: user.name,
                why,
            }),
            None => gone.push(user),
        }
    }
    let ids: Vec<UserId> = gone.iter().map(|user| user.id).collect();
    seats::release_many(tx, scope, &ids).await?;
    teams::remove_members(tx, tenant, &ids).await?;
    groups::remove_members(tx, tenant, &ids).await?;
    sharing::forget_users(tx, tenant, &ids).await?;
    roles::take_all(tx, tenant, &ids).await?;
    write::delete(tx, tenant, &ids).await?;
    let mut states: HashMap<&'static str, u64> = HashMap::new();
    for user in &gone {
        *states.entry(user.state.as_str()).or_default() += 1;
    }
    let mut states: Vec<_> = states.into_iter().collect();
    states.sort_unstable();
    for (state, number) in states {
        tally::moved(tx, tenant, Some(state), None, number).await?;
    }
    Ok((gone, kept))
}
