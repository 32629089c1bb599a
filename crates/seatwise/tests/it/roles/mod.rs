//! Roles and permission sets: what they say, who holds them, what a change does, and nobody gets more by it.

mod change;
mod dates;
mod dates_doors;
mod hold;
mod newcomer;
mod rank;
mod run_out;
pub mod ways_round;

use seatwise_domain::authz::{Caller, ViewUsers};
use seatwise_domain::roles::{self, Give, NewRole, Role, RoleKey, Words};
use seatwise_domain::store::{Db, PageSize};
use seatwise_domain::users::{self, ListFilter};
use seatwise_testkit::tenant::Tenant;

/// What a role says, from pairs of words.
pub fn said(grants: &[(&str, &str)], fields: &[(&str, &str)]) -> Words {
    let map = |pairs: &[(&str, &str)]| {
        let pairs = pairs.iter();
        pairs
            .map(|(name, word)| ((*name).to_owned(), (*word).to_owned()))
            .collect()
    };
    Words {
        grants: map(grants),
        fields: map(fields),
        givable: None,
    }
}

/// A role that the owner makes.
pub async fn role(db: &Db, acme: &Tenant, name: &str, grants: &[(&str, &str)]) -> Role {
    let new = NewRole {
        name: name.to_owned(),
        words: said(grants, &[]),
        ..NewRole::default()
    };
    roles::create(db, &acme.as_owner().await, &new)
        .await
        .expect("a role")
}

/// A permission set that the owner makes.
pub async fn set(db: &Db, acme: &Tenant, name: &str, grants: &[(&str, &str)]) -> Role {
    let new = NewRole {
        name: name.to_owned(),
        set: true,
        words: said(grants, &[]),
        ..NewRole::default()
    };
    roles::create(db, &acme.as_owner().await, &new)
        .await
        .expect("a set")
}

/// A role for one person, for good.
pub fn to(acme: &Tenant, name: &str, role: &RoleKey) -> Give {
    Give {
        users: vec![acme.id_of(name)],
        role: role.clone(),
        starts_at: None,
        expires_at: None,
        reason: "Agreed".to_owned(),
    }
}

/// The owner gives a role to somebody.
pub async fn give(db: &Db, acme: &Tenant, name: &str, role: &Role) {
    let give = to(acme, name, &role.key);
    roles::give(db, &acme.as_owner().await, &give)
        .await
        .expect("a role for somebody");
}

/// How many people hold each role, by its name or key.
pub async fn members(db: &Db, caller: &Caller) -> Vec<(String, u64)> {
    let mut tx = db.read().await.expect("a snapshot");
    let rows = roles::list(&mut tx, caller).await.expect("roles");
    rows.into_iter()
        .map(|row| (row.role.label().to_owned(), row.members))
        .collect()
}

/// The names of those whom the list of people finds by a role; each row says that he holds it.
pub async fn holders(db: &Db, acme: &Tenant, role: &RoleKey) -> Vec<String> {
    let scope = acme.as_owner().await.scope::<ViewUsers>().expect("a right");
    let filter = ListFilter {
        role: Some(role.clone()),
        ..ListFilter::default()
    };
    let mut tx = db.read().await.expect("a snapshot");
    let page = users::list(&mut tx, &scope, &filter, None, PageSize::default())
        .await
        .expect("people");
    assert_eq!(page.total.number, page.items.len() as u64);
    let named = |row: &users::UserRow| row.roles.iter().any(|held| held.role.key == *role);
    assert!(page.items.iter().all(named), "{:?}", page.items);
    page.items.into_iter().map(|row| row.user.name).collect()
}
