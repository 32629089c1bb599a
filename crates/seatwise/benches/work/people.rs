//! Rows about people: pages of them, and adding one.

use std::time::Duration;

use seatwise_domain::setup::NewAccount;
use seatwise_domain::store::{Cursor, PageSize};
use seatwise_domain::users::{self, Invite, ListFilter};

use crate::Wanted;
use crate::data::World;
use crate::measure::per_turn;
use crate::table::Table;

/// The page of 50 people with its total, below HTTP; and the last page, which has the owner of 10,000 open leads on it.
pub async fn page(world: &World, wanted: &Wanted, table: &mut Table) {
    let last = Cursor {
        key: "1|".to_owned(),
        id: uuid::Uuid::nil(),
        back: true,
    };
    let name = "users page of 50 with total, without HTTP";
    for (name, cursor, limit) in [
        (name.to_owned(), None, Duration::from_millis(1)),
        (
            format!("{name}; with an owner of 10,000 open leads on it"),
            Some(last),
            Duration::from_millis(5),
        ),
    ] {
        let name = format!("{name} ({})", world.name());
        if !wanted.has(&name) {
            continue;
        }
        let scope = world.caller(world.owner).await.scope().expect("may see");
        let cost = per_turn(world.server(), 300, async || {
            let mut tx = world.db.read().await.expect("a snapshot");
            let filter = ListFilter::default();
            let size = PageSize::default();
            let page = users::list(&mut tx, &scope, &filter, cursor.as_ref(), size).await;
            let page = page.expect("a page");
            assert_eq!((page.items.len(), page.total.number), (50, 10_000));
            let leads: u64 = page.items.iter().map(|row| row.open_leads).sum();
            assert_eq!(leads > 10_000, cursor.is_some(), "{leads} leads");
        });
        table.cpu(name, cost.await, limit, None);
    }
}

/// Adding one person: seat, audit and durable commit.
pub async fn create(world: &World, wanted: &Wanted, table: &mut Table) {
    let name = format!(
        "create a user with audit and durable commit ({})",
        world.name()
    );
    if !wanted.has(&name) {
        return;
    }
    let caller = world.caller(world.owner).await;
    let mut number = 0;
    let cost = per_turn(world.server(), 200, async || {
        number += 1;
        let invite = Invite::by_email(format!("new{number}@acme.example"));
        users::invite(&world.db, &caller, &invite)
            .await
            .expect("a free seat");
    });
    table.cpu(name, cost.await, Duration::from_micros(1_700), None);
}

/// An account with that many sales seats, whose owner can sign in.
pub fn new_account(seats: u64) -> NewAccount {
    NewAccount {
        name: "Acme".to_owned(),
        slug: "acme".to_owned(),
        language: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        currency: "EUR".to_owned(),
        seats,
        team_seats: 0,
        owner_name: "Olga Owner".to_owned(),
        owner_email: "olga@acme.example".to_owned(),
        owner_password: Some("correct horse battery staple".to_owned()),
        agent: None,
    }
}
