//! Roles that rows give, gathered so that each role costs a few statements for a batch, whoever many it goes to.

use std::collections::{BTreeMap, HashSet};

use super::judge::Other;
use crate::audit::Event;
use crate::authz::Caller;
use crate::ids::UserId;
use crate::roles::{self, Give, Role, RoleError, RoleKey};
use crate::store::{StoreError, WriteTx};

/// To whom roles go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// People whom this batch has made.
    Newcomers,
    /// People who were there.
    Known,
}

/// A role as a row gives it.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    set: bool,
    key: RoleKey,
    /// What the row says of it.
    pub told: Other,
}

impl Wish {
    pub(super) fn of(role: &Role) -> Self {
        Self {
            set: role.is_set(),
            key: role.key.clone(),
            told: Other {
                id: role.key.to_string(),
                name: role.name.clone(),
            },
        }
    }
}

/// Who gets which role. Roles go before sets: so the default one is gone before anything is added to it, and no step
/// gives more than the verdict looked at.
#[derive(Default)]
pub(super) struct RoleWishes(BTreeMap<(bool, RoleKey), Vec<UserId>>);

impl RoleWishes {
    pub(super) fn add(&mut self, user: UserId, roles: Vec<Wish>) {
        for role in roles {
            self.0.entry((role.set, role.key)).or_default().push(user);
        }
    }

    /// Leaves out those who did not come in.
    pub(super) fn forget(&mut self, users: &HashSet<UserId>) {
        for wished in self.0.values_mut() {
            wished.retain(|user| !users.contains(user));
        }
    }

    /// Gives the roles by the steps of every other door, which ask again what the verdicts asked.
    pub(super) async fn grant(
        self,
        tx: &mut WriteTx,
        caller: &Caller,
        takes: Takes,
    ) -> Result<Vec<Event>, StoreError> {
        let mut events = Vec::new();
        for ((_, role), users) in self.0 {
            if users.is_empty() {
                continue;
            }
            let give = Give {
                users,
                role,
                starts_at: None,
                expires_at: None,
                reason: String::new(),
            };
            let given = match takes {
                Takes::Newcomers => roles::give_brought(tx, caller, &give).await,
                Takes::Known => roles::give_more(tx, caller, &give).await,
            };
            events.extend(given.map_err(fault)?);
        }
        Ok(events)
    }
}

/// Somebody changed a role or the rights of whoever imports since the verdicts: the batch is judged anew.
fn fault(error: RoleError) -> StoreError {
    match error {
        RoleError::Store(error) => error,
        other => StoreError::Fault(Box::new(other)),
    }
}
