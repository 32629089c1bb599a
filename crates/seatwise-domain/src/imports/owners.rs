//! Who is meant by the owner of a lead in a file, and whether that person may own it.

use std::collections::{HashMap, HashSet};

use super::Options;
use super::judge::Reason;
use crate::authz::{RunImports, Scope, SeatKind};
use crate::ids::UserId;
use crate::store::{Reads, StoreError};
use crate::tenants::PendingSelectable;
use crate::text::{email_key, name_key};
use crate::users::{self, Conflict, User, UserState};

/// Who an owner's text stands for.
#[derive(Debug, Clone)]
pub(super) enum Owner {
    /// Somebody who may own the lead; one who has left owns new ones only.
    Found { user: UserId, left: bool },
    /// Nobody, or nobody who may.
    Refused(Reason, Option<(UserId, String)>),
}

/// The owners of a batch, found with a few statements.
pub(super) struct Owners(HashMap<String, Owner>);

impl Owners {
    pub(super) async fn find(
        tx: &mut impl Reads,
        scope: &Scope<RunImports>,
        options: &Options,
        pending: PendingSelectable,
        texts: HashSet<&str>,
    ) -> Result<Self, StoreError> {
        let (addresses, names): (Vec<&str>, Vec<&str>) =
            texts.into_iter().partition(|text| text.contains('@'));
        let mut owners = HashMap::new();
        let keys: Vec<String> = addresses.iter().map(|text| email_key(text)).collect();
        let known = users::conflicts(tx, scope, &keys, false).await?;
        let ids: Vec<UserId> = known.values().filter_map(holder).collect();
        let people = users::find_many(tx, scope, &ids).await?;
        for (text, key) in addresses.into_iter().zip(&keys) {
            let user = known
                .get(key)
                .and_then(holder)
                .and_then(|user| people.get(&user));
            let unknown = Owner::Refused(Reason::OwnerUnknown, None);
            owners.insert(
                text.to_owned(),
                user.map_or(unknown, |user| judged(user, options, pending)),
            );
        }
        let keys: Vec<String> = names.iter().map(|text| name_key(text)).collect();
        let known = users::by_name_keys(tx, scope, &keys).await?;
        for (text, key) in names.into_iter().zip(&keys) {
            let people = known.get(key).map(Vec::as_slice).unwrap_or_default();
            owners.insert(text.to_owned(), one_of(people, options, pending));
        }
        Ok(Self(owners))
    }

    pub(super) fn of(&self, text: &str) -> Owner {
        self.0
            .get(text)
            .cloned()
            .unwrap_or(Owner::Refused(Reason::OwnerUnknown, None))
    }
}

/// Of several people with one name the only one who may own leads is meant.
fn one_of(people: &[User], options: &Options, pending: PendingSelectable) -> Owner {
    let mut may = people
        .iter()
        .map(|user| judged(user, options, pending))
        .filter(|owner| matches!(owner, Owner::Found { .. }));
    match (people, may.next(), may.next()) {
        (_, Some(owner), None) => owner,
        ([], _, _) => Owner::Refused(Reason::OwnerUnknown, None),
        ([only], _, _) => judged(only, options, pending),
        _ => Owner::Refused(Reason::OwnerAmbiguous, None),
    }
}

fn judged(user: &User, options: &Options, pending: PendingSelectable) -> Owner {
    let refused = |reason| Owner::Refused(reason, Some((user.id, user.name.clone())));
    let pending_may = match pending {
        PendingSelectable::Never => false,
        PendingSelectable::HandoverOnly => options.pending_owners,
        PendingSelectable::Always => true,
    };
    match user.state {
        UserState::Anonymised => refused(Reason::OwnerUnknown),
        UserState::Deactivated | UserState::Frozen if !options.historic => {
            refused(Reason::OwnerDeactivated)
        }
        UserState::Invited | UserState::Pending if !pending_may => refused(Reason::OwnerPending),
        UserState::Active | UserState::Invited | UserState::Pending
            if user.seat_kind != SeatKind::Regular =>
        {
            refused(Reason::OwnerMayNot)
        }
        state => Owner::Found {
            user: user.id,
            left: matches!(state, UserState::Deactivated | UserState::Frozen),
        },
    }
}

/// Who holds a name, if it is somebody of the account.
pub(super) fn holder(conflict: &Conflict) -> Option<UserId> {
    match conflict {
        Conflict::Taken(user)
        | Conflict::Deactivated(user)
        | Conflict::Alias(user)
        | Conflict::Pending(user) => Some(*user),
        Conflict::Contact => None,
    }
}
