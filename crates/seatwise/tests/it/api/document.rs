//! The OpenAPI document, written down: programs are made from it, so a change is a decision.

use axum::http::StatusCode;
use seatwise_testkit::app::{PUBLIC_URL, router};
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::Api;

use super::kit::nobody;

#[test]
fn the_document_is_as_it_was() {
    let document = Api::get().document("https://crm.example.org");
    let text = serde_json::to_string_pretty(&document).expect("JSON");
    insta::assert_snapshot!("openapi", text);
}

#[test]
fn a_name_stands_for_one_schema() {
    let mut known = std::collections::BTreeMap::new();
    let mut named = Vec::new();
    for tell in Api::get().operations.iter().flat_map(|one| &one.schemas) {
        tell(&mut named);
    }
    for (name, schema) in named {
        let schema = serde_json::to_value(schema).expect("a schema is JSON");
        let first = known.entry(name.clone()).or_insert_with(|| schema.clone());
        assert_eq!(*first, schema, "two schemas are called {name}");
    }
}

#[test]
fn no_address_of_the_api_can_mean_two_operations() {
    let paths: std::collections::BTreeSet<&str> = Api::get()
        .operations
        .iter()
        .map(|operation| operation.path)
        .collect();
    for one in &paths {
        for other in paths.iter().filter(|other| *other > one) {
            let (a, b): (Vec<&str>, Vec<&str>) =
                (one.split('/').collect(), other.split('/').collect());
            let same = a.len() == b.len()
                && a.iter()
                    .zip(&b)
                    .all(|(a, b)| a == b || a.starts_with('{') || b.starts_with('{'));
            assert!(!same, "{one} and {other}");
        }
    }
}

on_both! {
    async fn the_server_hands_out_the_document_with_its_own_address(db: &TestDb) {
        let answer = nobody(&router(db)).get("/api/v1/openapi.json").await;
        assert_eq!(answer.status, StatusCode::OK);
        let document = answer.json();
        assert_eq!(document["openapi"], "3.1.0");
        assert_eq!(document["servers"][0]["url"], PUBLIC_URL);
    }
}
