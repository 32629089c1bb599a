//! What people may do before and after a change, told by the function that decides when they act: now, and on each day
//! to come on which something that was given to them begins or ends.

use std::collections::HashMap;
use std::sync::Arc;

use super::given::Given;
use super::holder_sql;
use crate::authz::{Caller, FieldRules, Grants, Level, SeatKind, turns};
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::store::{Reads, StoreError};

/// A person as roles see him: people who look the same here may do the same.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "four facts of a row")]
pub(super) struct Person {
    pub user: UserId,
    pub name: String,
    pub level: Level,
    pub seat_kind: SeatKind,
    pub service: bool,
    pub placed: bool,
    pub present: bool,
    pub leads: bool,
    /// What was given to him and has not ended, also what begins later.
    pub roles: Vec<Given>,
    /// When he is looked at.
    pub at: Timestamp,
}

/// What decides over grants and fields, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Sign {
    level: Level,
    seat_kind: SeatKind,
    service: bool,
    placed: bool,
    leads: bool,
    roles: Vec<String>,
}

impl Person {
    fn sign(&self) -> Sign {
        let mut roles: Vec<String> = self
            .roles
            .iter()
            .filter(|given| given.counts_at(self.at))
            .map(|given| given.role.key.to_string())
            .collect();
        roles.sort_unstable();
        Sign {
            level: self.level,
            seat_kind: self.seat_kind,
            service: self.service,
            placed: self.placed,
            leads: self.leads,
            roles,
        }
    }
}

/// What somebody may do.
#[derive(Debug)]
pub(super) struct Rights {
    pub grants: Grants,
    pub fields: FieldRules,
    /// One of those who may do it, to suppose changes of.
    pub sample: Caller,
}

/// People with what they may do, at one moment of a transaction: now and on each day to come on which something
/// begins or ends that was given to them (P55): after an end they may have the default role.
pub(super) struct Standing {
    /// The looks at each person stand together, the one at him now first, unless some were left out ([`Self::only`]).
    pub people: Vec<(Person, Arc<Rights>)>,
    now: Timestamp,
}

impl Standing {
    /// What these people may do now, and on the days to come on which something of theirs begins or ends.
    pub(super) async fn of(
        tx: &mut impl Reads,
        tenant: TenantId,
        users: &[UserId],
    ) -> Result<Self, StoreError> {
        Self::around(tx, tenant, users, [None, None]).await
    }

    /// The same with two days more for each of them: on which what is given to them begins and ends.
    pub(super) async fn around(
        tx: &mut impl Reads,
        tenant: TenantId,
        users: &[UserId],
        given_days: [Option<Timestamp>; 2],
    ) -> Result<Self, StoreError> {
        let now = tx.now();
        let people = holder_sql::people(tx, tenant, users).await?;
        let mut given = holder_sql::given(tx, tenant, users).await?;
        let mut turns = turns(tx, tenant, users).await?;
        let given_days = given_days.into_iter().flatten().filter(|day| *day > now);
        let given_days: Vec<Timestamp> = given_days.collect();
        let mut looks = Vec::with_capacity(people.len());
        for mut person in people {
            person.roles = given.remove(&person.user).unwrap_or_default();
            let mut days = turns.remove(&person.user).unwrap_or_default();
            days.extend(&given_days);
            days.push(now);
            days.sort_unstable();
            days.dedup();
            looks.extend(days.into_iter().map(|at| Person {
                at,
                ..person.clone()
            }));
        }
        Self::look(tx, tenant, looks).await
    }

    /// The same people on the same days, as they are now.
    pub(super) async fn again(
        &self,
        tx: &mut impl Reads,
        tenant: TenantId,
    ) -> Result<Self, StoreError> {
        let users: Vec<UserId> = self.each().map(|(person, _)| person.user).collect();
        let people = holder_sql::people(tx, tenant, &users).await?.into_iter();
        let mut people: HashMap<UserId, Person> =
            people.map(|person| (person.user, person)).collect();
        let given = holder_sql::given(tx, tenant, &users).await?;
        for (user, roles) in given {
            if let Some(person) = people.get_mut(&user) {
                person.roles = roles;
            }
        }
        let looks = self.people.iter().filter_map(|(look, _)| {
            let person = people.get(&look.user)?.clone();
            Some(Person {
                at: look.at,
                ..person
            })
        });
        Self::look(tx, tenant, looks.collect()).await
    }

    /// Each kind of people is looked at once, so that a role of ten thousand costs a handful of looks.
    async fn look(
        tx: &mut impl Reads,
        tenant: TenantId,
        people: Vec<Person>,
    ) -> Result<Self, StoreError> {
        let mut known: HashMap<Sign, Arc<Rights>> = HashMap::new();
        let mut standing = Self {
            people: Vec::with_capacity(people.len()),
            now: tx.now(),
        };
        for person in people {
            let sign = person.sign();
            let rights = if let Some(rights) = known.get(&sign) {
                Arc::clone(rights)
            } else {
                let (user, at) = (person.user, person.at);
                let looked = Caller::looked_at_on(tx, tenant, user, at).await?;
                let (caller, _) =
                    looked.ok_or_else(|| StoreError::fault("a person who was just read"))?;
                let rights = Arc::new(Rights {
                    grants: caller.held(),
                    fields: caller.fields().clone(),
                    sample: caller,
                });
                known.insert(sign, Arc::clone(&rights));
                rights
            };
            standing.people.push((person, rights));
        }
        Ok(standing)
    }

    /// Some of the looks; somebody may be left with days to come alone.
    pub(super) fn only(&self, wanted: impl Fn(&Person) -> bool) -> Self {
        let looks = self.people.iter().filter(|(person, _)| wanted(person));
        Self {
            people: looks.cloned().collect(),
            now: self.now,
        }
    }

    /// What each of them may do at each look.
    pub(super) fn looks(&self) -> HashMap<(UserId, Timestamp), &Rights> {
        let people = self.people.iter();
        let looks = people.map(|(person, rights)| ((person.user, person.at), &**rights));
        looks.collect()
    }

    /// Each person once, as he is now, where that look is among them.
    pub(super) fn each(&self) -> impl Iterator<Item = &(Person, Arc<Rights>)> {
        let people = self.people.iter();
        people.filter(|(person, _)| person.at == self.now)
    }

    /// The looks at days to come.
    pub(super) fn later(&self) -> Vec<(UserId, Timestamp)> {
        let people = self.people.iter().map(|(person, _)| person);
        let later = people.filter(|person| person.at != self.now);
        later.map(|person| (person.user, person.at)).collect()
    }
}
