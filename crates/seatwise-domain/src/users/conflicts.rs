//! Who holds an address or a login already, and in which way: the same answer at every door.

use std::collections::HashMap;

use super::sql;
use super::state::UserState;
use crate::authz::{AddsUsers, Scope};
use crate::ids::UserId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Reads, StoreError};

/// Who holds a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// Another person's address or login (L15).
    Taken(UserId),
    /// A deactivated person's: reactivate instead (N32).
    Deactivated(UserId),
    /// Another person's alias (N33).
    Alias(UserId),
    /// Somebody who has not accepted his invitation yet: send it again.
    Pending(UserId),
    /// A CRM contact, in an account that keeps users and contacts apart (L14).
    Contact,
}

/// A name that cannot be used, with its holder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.words())]
pub struct ConflictError {
    /// What was asked for, as it was typed.
    pub name: String,
    /// Who holds it.
    pub conflict: Conflict,
    /// True for a login, false for an address.
    pub login: bool,
}

impl ConflictError {
    fn words(&self) -> &'static str {
        if self.login {
            return "another user has this login";
        }
        match self.conflict {
            Conflict::Taken(_) => "another user has this e-mail address",
            Conflict::Deactivated(_) => "the e-mail address belongs to a deactivated user",
            Conflict::Alias(_) => "the e-mail address is an alias of another user",
            Conflict::Pending(_) => "an invitation to this e-mail address is pending",
            Conflict::Contact => "the e-mail address belongs to a CRM contact",
        }
    }

    /// The person who holds the name, to link to.
    pub fn holder(&self) -> Option<UserId> {
        match self.conflict {
            Conflict::Taken(user)
            | Conflict::Deactivated(user)
            | Conflict::Alias(user)
            | Conflict::Pending(user) => Some(user),
            Conflict::Contact => None,
        }
    }
}

impl ToProblem for ConflictError {
    fn problem(&self) -> &'static ProblemKind {
        if self.login {
            return &problem::LOGIN_TAKEN;
        }
        match self.conflict {
            Conflict::Taken(_) => &problem::EMAIL_TAKEN,
            Conflict::Deactivated(_) => &problem::EMAIL_OF_DEACTIVATED,
            Conflict::Alias(_) => &problem::EMAIL_IS_ALIAS,
            Conflict::Pending(_) => &problem::EMAIL_PENDING,
            Conflict::Contact => &problem::EMAIL_OF_CONTACT,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let mut values = vec![("email", self.name.clone())];
        if let Some(user) = self.holder() {
            values.push(("user", user.to_string()));
        }
        values
    }
}

/// Which of these folded names are held, by whom. At most two statements for each 500 names.
pub async fn conflicts(
    tx: &mut impl Reads,
    scope: &Scope<impl AddsUsers>,
    keys: &[String],
    contacts_too: bool,
) -> Result<HashMap<String, Conflict>, StoreError> {
    sql::conflicts(tx, scope.tenant(), keys, contacts_too).await
}

pub(super) fn of_holder(user: UserId, state: UserState, kind: &str) -> Conflict {
    match (kind, state) {
        (_, UserState::Deactivated | UserState::Anonymised) => Conflict::Deactivated(user),
        ("alias", _) => Conflict::Alias(user),
        (_, UserState::Invited | UserState::Pending) => Conflict::Pending(user),
        _ => Conflict::Taken(user),
    }
}
