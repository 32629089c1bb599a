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

/// A role as a row gives it: its key, and what the row says of it.
pub(super) fn given(role: &Role) -> (RoleKey, Other) {
    let told = Other {
        id: role.key.to_string(),
        name: role.name.clone(),
    };
    (role.key.clone(), told)
}

/// Who gets which role.
#[derive(Default)]
pub(super) struct RoleWishes(BTreeMap<RoleKey, Vec<UserId>>);

impl RoleWishes {
    pub(super) fn add(&mut self, user: UserId, roles: Vec<(RoleKey, Other)>) {
        for (role, _) in roles {
            self.0.entry(role).or_default().push(user);
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
        for (role, users) in self.0 {
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
