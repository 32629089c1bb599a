//! What a change of access does to people, found by comparing what the deciding function says before and
//! after (D7): whoever rehearses a change makes it in a transaction, looks, and lets the transaction go.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::caller::Caller;
use super::permission::{Key, ViewRecords};
use super::reach::Reach;
use crate::args;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::store::{Reads, Sql, StoreError, Sums};

/// A change is told person by person for this many; more people are counted only.
pub const TOLD: usize = 500;

/// What a person can do and see at one moment.
#[derive(Debug, Clone)]
struct View {
    name: String,
    caller: Caller,
    /// Whose leads he sees; `None` for everybody's.
    owners: Option<HashSet<UserId>>,
}

/// What some people can do and see at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot(HashMap<Look, View>);

/// A person at a moment; now without one.
pub(crate) type Look = (UserId, Option<Timestamp>);

/// How many leads each owner has.
#[derive(Debug, Clone, Default)]
pub struct LeadCounts {
    owned: HashMap<UserId, u64>,
    total: u64,
}

/// What changes for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonEffect {
    /// The person.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// Permissions that are new or go further.
    pub gained: Vec<Key>,
    /// Permissions that are gone or do not go as far.
    pub lost: Vec<Key>,
    /// Leads that come into sight because of who owns them.
    pub leads_gained: u64,
    /// Leads that go out of sight.
    pub leads_lost: u64,
}

impl PersonEffect {
    fn is_nothing(&self) -> bool {
        self.gained.is_empty()
            && self.lost.is_empty()
            && self.leads_gained == 0
            && self.leads_lost == 0
    }

    /// Adds what changes for the same person at another moment.
    fn join(&mut self, other: Self) {
        self.gained = joined(&self.gained, &other.gained);
        self.lost = joined(&self.lost, &other.lost);
        self.leads_gained = self.leads_gained.max(other.leads_gained);
        self.leads_lost = self.leads_lost.max(other.leads_lost);
    }
}

/// Permissions of both lists, in their own order.
pub(crate) fn joined(some: &[Key], others: &[Key]) -> Vec<Key> {
    let keys = Key::ALL.iter().copied();
    keys.filter(|key| some.contains(key) || others.contains(key))
        .collect()
}

/// What a change does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effect {
    /// Those for whom something changes, by name; [`TOLD`] at most.
    pub people: Vec<PersonEffect>,
    /// How many further people the change concerns who were not looked at.
    pub beyond: u64,
}

impl Effect {
    /// True when nobody gains or loses anything.
    pub fn is_nothing(&self) -> bool {
        self.people.is_empty() && self.beyond == 0
    }

    /// How many people gain something.
    pub fn gaining(&self) -> usize {
        let gains = |line: &&PersonEffect| !line.gained.is_empty() || line.leads_gained > 0;
        self.people.iter().filter(gains).count()
    }

    /// How many people lose something.
    pub fn losing(&self) -> usize {
        let loses = |line: &&PersonEffect| !line.lost.is_empty() || line.leads_lost > 0;
        self.people.iter().filter(loses).count()
    }
}

impl LeadCounts {
    /// Reads how many leads each owner of an account has. Ask before the transaction that rehearses, since a change
    /// of access moves no lead.
    pub async fn load(tx: &mut impl Reads, tenant: TenantId) -> Result<Self, StoreError> {
        // Leads of nobody stand under the account's own id, which is nobody's.
        let sql =
            Sql::new("select t.owner_id, cast(sum(t.number) as bigint) from record_tallies t")
                .push(" where t.tenant_id = $? group by t.owner_id", args![tenant]);
        let mut counts = Self::default();
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let (owner, count) = (row.id()?, row.count()?);
            counts.total += count;
            counts.owned.insert(owner, count);
        }
        Ok(counts)
    }

    /// The counts after what a transaction has still to write.
    pub(crate) fn with(mut self, sums: &Sums) -> Self {
        for ((_, owner, _), by) in sums.iter() {
            let owned = self.owned.entry(UserId(owner)).or_default();
            *owned = owned.saturating_add_signed(by);
            self.total = self.total.saturating_add_signed(by);
        }
        self
    }

    fn of(&self, owners: impl IntoIterator<Item = UserId>) -> u64 {
        let count = |owner| self.owned.get(&owner).copied().unwrap_or_default();
        owners.into_iter().map(count).sum()
    }

    /// How many leads the second sees that the first does not.
    fn beyond(&self, first: Option<&HashSet<UserId>>, second: Option<&HashSet<UserId>>) -> u64 {
        match (first, second) {
            (None, _) => 0,
            (Some(first), None) => self.total.saturating_sub(self.of(first.iter().copied())),
            (Some(first), Some(second)) => self.of(second.difference(first).copied()),
        }
    }
}

impl Snapshot {
    /// Looks at people as the deciding function sees them now; [`TOLD`] at most.
    pub async fn take(
        tx: &mut impl Reads,
        tenant: TenantId,
        users: &[UserId],
    ) -> Result<Self, StoreError> {
        let looks = users.iter().take(TOLD).map(|user| (*user, None));
        let looks: Vec<Look> = looks.collect();
        Self::of(tx, tenant, &looks).await
    }

    /// Looks at people at moments: on the day on which a role begins others decide than now (P55).
    pub(crate) async fn of(
        tx: &mut impl Reads,
        tenant: TenantId,
        looks: &[Look],
    ) -> Result<Self, StoreError> {
        let now = tx.now();
        let mut views = HashMap::with_capacity(looks.len());
        for (user, at) in looks {
            let at_moment = at.unwrap_or(now);
            let looked = Caller::looked_at_on(tx, tenant, *user, at_moment).await?;
            let Some((caller, state)) = looked else {
                continue;
            };
            if state == "deactivated" || state == "anonymised" {
                continue;
            }
            let owners = match caller.records::<ViewRecords>() {
                Ok(scope) => match scope.reach() {
                    Reach::All => None,
                    Reach::Some(_) => {
                        let found = scope.owners(tx, usize::from(u16::MAX)).await?;
                        found.map(|people| people.into_iter().collect())
                    }
                },
                Err(_) => Some(HashSet::new()),
            };
            let name = caller.actor().name.clone();
            views.insert(
                (*user, *at),
                View {
                    name,
                    caller,
                    owners,
                },
            );
        }
        Ok(Self(views))
    }

    /// Adds what another look saw.
    pub(crate) fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// What is different in the later one, of a person at all moments together. `concerned` is how many people the
    /// change concerns in all.
    pub fn until(&self, later: &Self, counts: &LeadCounts, concerned: u64) -> Effect {
        let mut people: HashMap<UserId, PersonEffect> = HashMap::new();
        for (look, before) in &self.0 {
            let Some(after) = later.0.get(look) else {
                continue;
            };
            let (had, has) = (before.owners.as_ref(), after.owners.as_ref());
            let line = PersonEffect {
                user: look.0,
                name: after.name.clone(),
                gained: before.caller.lacks(&after.caller),
                lost: after.caller.lacks(&before.caller),
                leads_gained: counts.beyond(had, has),
                leads_lost: counts.beyond(has, had),
            };
            if line.is_nothing() {
                continue;
            }
            match people.entry(line.user) {
                Entry::Occupied(mut known) => known.get_mut().join(line),
                Entry::Vacant(place) => drop(place.insert(line)),
            }
        }
        let mut people: Vec<PersonEffect> = people.into_values().collect();
        people.sort_by(|a, b| (&a.name, a.user).cmp(&(&b.name, b.user)));
        Effect {
            people,
            beyond: concerned.saturating_sub(TOLD as u64),
        }
    }
}

const CONCERNED: &str = " where u.tenant_id = $? and u.level = 'user' and u.state in ('active', 'pending', 'invited', 'frozen')";

/// Active and pending people without a level of their own, whom roles, teams and the privacy setting
/// concern: the first [`TOLD`] by id, and how many there are.
pub async fn people_concerned(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<(Vec<UserId>, u64), StoreError> {
    let count = Sql::new("select count(*) from users u").push(CONCERNED, args![tenant]);
    let number = tx.number(count).await?;
    Ok((everybody(tx, tenant).await?, number))
}

/// The same people without their number: [`TOLD`] and one more, so that more of them can be told from none.
pub(crate) async fn everybody(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<UserId>, StoreError> {
    let sql = Sql::new("select u.id from users u")
        .push(CONCERNED, args![tenant])
        .push(" order by u.id limit $?", args![TOLD + 1]);
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}
