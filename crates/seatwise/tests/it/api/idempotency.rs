//! A repeated call is one.

use axum::http::{Method, StatusCode};
use seatwise_testkit::http::{Answer, Program};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use super::kit::{json_of, program};

async fn post(program: &Program, path: &str, body: &Json, key: &str) -> Answer {
    program
        .send(Method::POST, path, Some(body), &[("idempotency-key", key)])
        .await
}

on_both! {
    async fn a_repeated_call_gets_the_first_answer_and_acts_once(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let body = json!({ "title": "Acme" });
        let first = post(&owner, "/api/v1/leads", &body, "k1").await;
        let second = post(&owner, "/api/v1/leads", &body, "k1").await;
        assert_eq!(json_of(&first, StatusCode::CREATED), json_of(&second, StatusCode::CREATED));
        assert_eq!(first.header("location"), second.header("location"));
        assert_eq!(second.header("idempotency-replayed"), "true");
        assert_eq!(acme.all_leads().await.len(), 1);
    }

    async fn a_key_serves_for_one_body_and_one_person_only(db: &TestDb) {
        let acme = db.tenant().admin("anna").build().await;
        let owner = program(db, &acme, "owner", true).await;
        post(&owner, "/api/v1/leads", &json!({ "title": "One" }), "k").await;
        let other = post(&owner, "/api/v1/leads", &json!({ "title": "Two" }), "k").await;
        assert_eq!(json_of(&other, StatusCode::CONFLICT)["code"], "idempotency-key-reused");
        let elsewhere = post(&owner, "/api/v1/teams", &json!({ "name": "One" }), "k").await;
        assert_eq!(json_of(&elsewhere, StatusCode::CONFLICT)["code"], "idempotency-key-reused");
        let anna = program(db, &acme, "anna", true).await;
        json_of(&post(&anna, "/api/v1/leads", &json!({ "title": "Two" }), "k").await, StatusCode::CREATED);
        assert_eq!(acme.all_leads().await.len(), 2);
    }

    async fn a_refused_call_leaves_its_key_free(db: &TestDb) {
        let acme = db.tenant().seats(1).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let body = json!({ "email": "neu@example.com" });
        let full = post(&owner, "/api/v1/invitations", &body, "k").await;
        assert_eq!(json_of(&full, StatusCode::CONFLICT)["code"], "no-free-seat");
        let more = json!({ "kind": "regular", "bought": 2 });
        owner.send(Method::PUT, "/api/v1/licences", Some(&more), &[]).await;
        json_of(&post(&owner, "/api/v1/invitations", &body, "k").await, StatusCode::CREATED);
    }

    async fn a_secret_is_not_kept_so_that_a_repeated_call_is_in_doubt(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let body = json!({ "name": "t", "scopes": ["read"] });
        json_of(&post(&owner, "/api/v1/tokens", &body, "k").await, StatusCode::CREATED);
        let again = post(&owner, "/api/v1/tokens", &body, "k").await;
        assert_eq!(json_of(&again, StatusCode::CONFLICT)["code"], "idempotency-in-doubt");
    }

    async fn a_key_that_is_none_is_refused(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let answer = post(&owner, "/api/v1/leads", &json!({ "title": "x" }), &"k".repeat(201)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(acme.all_leads().await.is_empty());
    }
}
