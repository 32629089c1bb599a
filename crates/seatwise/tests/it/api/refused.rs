//! A refused act leaves the database byte for byte as it was, whoever tries it at whichever door of REST that writes.

use std::collections::BTreeMap;

use axum::http::Method;
use seatwise_testkit::app::router;
use seatwise_testkit::dump::{Dump, differences};
use seatwise_testkit::http::Program;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::{Api, Operation};

use super::kit::{Things, ask_with, nobody, program};

/// What every request leaves by design: when a session or token was used last. Counters of requests are not in the
/// database, keys of repeated requests are kept for those that name one.
const WITHOUT: [(&str, &str); 2] = [("sessions", "seen_at"), ("api_tokens", "used_at")];

/// Every operation that is not a question.
fn writing() -> impl Iterator<Item = &'static Operation> {
    let operations = Api::get().operations.iter();
    operations.filter(|operation| operation.method != Method::GET)
}

/// Tries everything as somebody; how many acts were refused, by status.
async fn tried(
    dump: &mut Dump,
    things: &Things,
    (name, program): (&str, &Program),
) -> BTreeMap<u16, usize> {
    let mut refused = BTreeMap::new();
    let (mut before, mut wrong) = (dump.rows().await, Vec::new());
    for operation in writing() {
        let body = operation.example.clone().unwrap_or_default();
        let mut bodies = vec![things.plausible(&body), body];
        bodies.dedup();
        for body in bodies {
            let answer = ask_with(program, operation, &things.address(operation.path), &body).await;
            let status = answer.status.as_u16();
            assert!(status < 500, "{name} {operation:?}: {}", answer.text());
            let after = dump.rows().await;
            if status >= 400 {
                if before != after {
                    let changed = differences(&before, &after);
                    wrong.push(format!(
                        "{status} to {name}, {operation:?} {body}: {}\n{changed:#?}",
                        answer.text()
                    ));
                }
                *refused.entry(status).or_default() += 1;
            }
            before = after;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    refused
}

on_both! {
    async fn a_refused_act_leaves_every_table_as_it_was(db: &TestDb) {
        let mut acme = db.tenant().team_seats(1).user("anna").user("boris").team_user("tina").leads("boris", 1).build().await;
        let things = Things::make(db, &mut acme, "boris").await;
        let other = db.tenant().named("Other").owner("eve").build().await;
        let people = [
            ("nobody", nobody(&router(db))),
            ("a stranger", program(db, &other, "eve", true).await),
            ("sales", program(db, &acme, "anna", true).await),
            ("a team seat", program(db, &acme, "tina", true).await),
            ("a token that reads", program(db, &acme, "owner", false).await),
            // Last, since much of it is not refused: what is, is in conflict with what stands there.
            ("the owner", program(db, &acme, "owner", true).await),
        ];
        let mut dump = Dump::of(db, &WITHOUT).await;
        let doors = writing().count();
        for (name, program) in &people {
            let refused = tried(&mut dump, &things, (name, program)).await;
            let all: usize = refused.values().sum();
            let least = match *name {
                "the owner" => 10,
                "sales" | "a team seat" => doors / 2,
                _ => doors * 2 / 3,
            };
            assert!(all >= least, "{name}: {refused:?} of {doors}");
        }
    }

    async fn the_comparison_of_all_tables_sees_the_smallest_change(db: &TestDb) {
        let acme = db.tenant().user("anna").leads("anna", 1).build().await;
        let mut dump = Dump::of(db, &WITHOUT).await;
        let before = dump.rows().await;
        assert!(before.len() > 20 && before == dump.rows().await);
        let anna = program(db, &acme, "anna", true).await;
        let made = differences(&before, &dump.rows().await);
        assert!(made.iter().any(|row| row.starts_with("+ api_tokens: ")), "{made:?}");
        let before = dump.rows().await;
        let lead = acme.leads_of("anna").await[0].id;
        let note = serde_json::json!({ "text": "Called" });
        assert!(anna.post(&format!("/api/v1/leads/{lead}/notes"), &note).await.status.is_success());
        let made = differences(&before, &dump.rows().await);
        assert!(made.iter().any(|row| row.starts_with("+ notes: ") && row.contains("Called")), "{made:?}");
    }
}
