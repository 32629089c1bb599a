//! Pages as JSON, through all layers but the network.

use std::time::Duration;

use axum::http::StatusCode;
use seatwise_domain::authn::{NewToken, create_token};
use seatwise_domain::ids::UserId;
use seatwise_testkit::app::router;
use seatwise_testkit::http::Program;

use crate::Wanted;
use crate::data::{OWN, World};
use crate::measure::per_turn;
use crate::table::Table;

/// A personal token of somebody.
pub async fn token(world: &World, user: UserId) -> String {
    let new = NewToken {
        name: "bench".to_owned(),
        may_write: true,
        days: None,
    };
    let made = create_token(&world.db, &world.caller(user).await, &new).await;
    made.expect("a token").1.shown
}

/// The page of users and the page of one's own leads as JSON, through all layers but the network.
pub async fn pages(world: &World, wanted: &Wanted, table: &mut Table) {
    let rows = [
        (
            "users page of 50 by the router, JSON, with total",
            "/api/v1/users?limit=50",
            world.owner,
            10_000,
        ),
        (
            "own-leads page of 50 by the router, JSON, with total",
            "/api/v1/leads?owner=me&limit=50",
            world.seller,
            OWN,
        ),
    ];
    for (work, path, user, total) in rows {
        let name = format!("{work} ({})", world.name());
        if !wanted.has(&name) {
            continue;
        }
        let program = Program::new(&router(&world.db), token(world, user).await);
        let cost = per_turn(world.server(), 300, async || {
            let answer = program.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
            assert!(answer.bytes.len() > 5_000, "a page of 50");
        });
        let cost = cost.await;
        let answer = program.get(path).await.json();
        assert_eq!(answer["total"], total, "{}", answer["total"]);
        table.cpu(name, cost, Duration::from_millis(1), None);
    }
}
