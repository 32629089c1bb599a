//! What people may do before and after a change, told by the function that decides when they act.

use std::collections::HashMap;
use std::sync::Arc;

use super::holder_sql;
use super::list::RoleName;
use crate::authz::{Caller, FieldRules, Grants, Level, SeatKind};
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
    pub roles: Vec<(RoleName, Option<Timestamp>)>,
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
            .map(|(role, _)| role.key.to_string())
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

/// People with what they may do, at one moment of a transaction.
pub(super) struct Standing {
    pub people: Vec<(Person, Arc<Rights>)>,
    /// One of each kind of people, for guards that look at a person.
    pub samples: Vec<UserId>,
}

impl Standing {
    /// What these people may do now. Each kind of people is looked at once, so that a role of ten thousand
    /// costs a handful of looks.
    pub(super) async fn of(
        tx: &mut impl Reads,
        tenant: TenantId,
        users: &[UserId],
    ) -> Result<Self, StoreError> {
        let people = holder_sql::people(tx, tenant, users).await?;
        let mut given = holder_sql::given(tx, tenant, users).await?;
        let mut known: HashMap<Sign, Arc<Rights>> = HashMap::new();
        let mut standing = Self {
            people: Vec::with_capacity(people.len()),
            samples: Vec::new(),
        };
        for mut person in people {
            person.roles = given.remove(&person.user).unwrap_or_default();
            let sign = person.sign();
            let rights = if let Some(rights) = known.get(&sign) {
                Arc::clone(rights)
            } else {
                let looked = Caller::looked_at(tx, tenant, person.user).await?;
                let (caller, _) =
                    looked.ok_or_else(|| StoreError::fault("a person who was just read"))?;
                let rights = Arc::new(Rights {
                    grants: caller.held(),
                    fields: caller.fields().clone(),
                    sample: caller,
                });
                standing.samples.push(person.user);
                known.insert(sign, Arc::clone(&rights));
                rights
            };
            standing.people.push((person, rights));
        }
        Ok(standing)
    }

    /// The same people now.
    pub(super) async fn again(
        &self,
        tx: &mut impl Reads,
        tenant: TenantId,
    ) -> Result<Self, StoreError> {
        let users: Vec<UserId> = self.people.iter().map(|(person, _)| person.user).collect();
        Self::of(tx, tenant, &users).await
    }
}
