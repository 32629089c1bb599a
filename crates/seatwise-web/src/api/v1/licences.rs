//! Seats: bought, used, free.

use axum::http::Method;
use seatwise_domain::authz::{Key, ViewSeats};
use seatwise_domain::seats::{self, KindOverview};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::SeatKindWord;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/licences", "getLicences", show)
            .needs(Key::ViewSeats)
            .answers::<Licences>(200),
        Operation::new(Method::PUT, "/licences", "setLicences", set)
            .needs(Key::PurchaseSeats)
            .body::<SetLicences>(json!({ "kind": "regular", "bought": 50 }))
            .answers::<Licences>(200),
    ]
}

/// How the seats of both kinds stand.
#[derive(Debug, Serialize, ToSchema)]
struct Licences {
    kinds: Vec<KindLine>,
}

/// How the seats of one kind stand.
#[derive(Debug, Serialize, ToSchema)]
struct KindLine {
    kind: SeatKindWord,
    bought: u64,
    /// Pending people hold one, too.
    used: u64,
    /// How many of the used ones belong to people who have not signed in yet.
    pending: u64,
    /// How many are free since somebody left.
    released: u64,
    free: u64,
}

fn answer(kinds: Vec<KindOverview>) -> Answer {
    let kinds = kinds
        .into_iter()
        .map(|line| KindLine {
            kind: line.kind.into(),
            bought: line.bought,
            used: line.used,
            pending: line.pending,
            released: line.released,
            free: line.free,
        })
        .collect();
    Answer::ok(&Licences { kinds })
}

async fn show(call: Call) -> Done {
    let scope = call.caller()?.scope::<ViewSeats>()?;
    let mut tx = call.app.db.read().await?;
    Ok(answer(seats::overview(&mut tx, &scope).await?))
}

/// How many seats of a kind there shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SetLicences {
    kind: SeatKindWord,
    /// Never fewer than are used.
    #[schema(minimum = 0, maximum = 200_000)]
    bought: u64,
}

async fn set(call: Call) -> Done {
    let body: SetLicences = call.body()?;
    let kinds =
        seats::set_count(&call.app.db, call.caller()?, body.kind.into(), body.bought).await?;
    Ok(answer(kinds))
}
