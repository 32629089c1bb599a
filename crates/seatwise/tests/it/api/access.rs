//! Who may call what: every operation of the table is tried by those who may not.

use axum::http::{Method, StatusCode};
use seatwise_domain::authz::Level;
use seatwise_testkit::app::router;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::{Access, Api};

use super::kit::{Things, ask, json_of, nobody, program};

on_both! {
    async fn ab081_nobody_gets_an_answer_without_signing_in(db: &TestDb) {
        let mut acme = db.tenant().user("anna").build().await;
        let things = Things::make(db, &mut acme, "anna").await;
        let nobody = nobody(&router(db));
        for operation in Api::get().operations.iter().filter(|operation| operation.access != Access::Public) {
            let answer = ask(&nobody, operation, &things.address(operation.path)).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{operation:?}: {}", answer.text());
            assert!(answer.header("www-authenticate").starts_with("Bearer"), "{operation:?}");
            assert_eq!(answer.json()["code"], "sign-in-needed");
        }
    }

    async fn j1_a_user_is_refused_every_operation_of_admins(db: &TestDb) {
        let mut acme = db.tenant().user("anna").user("boris").build().await;
        let things = Things::make(db, &mut acme, "boris").await;
        let before = acme.audit().await.len();
        let anna = program(db, &acme, "anna", true).await;
        let mut tried = 0;
        for operation in &Api::get().operations {
            let Access::Needs(key) = operation.access else { continue };
            if key.levels().contains(&Level::User) {
                continue;
            }
            let answer = ask(&anna, operation, &things.address(operation.path)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{operation:?}: {}", answer.text());
            tried += 1;
        }
        assert!(tried > 30, "only {tried} operations were tried");
        assert_eq!(acme.audit().await.len(), before + 1, "only the token left a line");
    }

    async fn ab082_the_owner_of_another_account_finds_nothing(db: &TestDb) {
        let mut acme = db.tenant().user("anna").build().await;
        let things = Things::make(db, &mut acme, "anna").await;
        let other = db.tenant().named("Other").owner("eve").build().await;
        let eve = program(db, &other, "eve", true).await;
        let mut tried = 0;
        for operation in Api::get().operations.iter().filter(|operation| operation.path.contains('{')) {
            let answer = ask(&eve, operation, &things.address(operation.path)).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{operation:?}: {}", answer.text());
            tried += 1;
        }
        assert!(tried > 30, "only {tried} operations were tried");
        let list = eve.get("/api/v1/users").await;
        assert!(!list.text().contains(&acme.id_of("anna").to_string()));
    }

    async fn ab140_a_read_only_token_changes_nothing(db: &TestDb) {
        let mut acme = db.tenant().user("anna").build().await;
        let things = Things::make(db, &mut acme, "anna").await;
        let reader = program(db, &acme, "owner", false).await;
        for operation in Api::get().operations.iter().filter(|operation| operation.access != Access::Public) {
            let answer = ask(&reader, operation, &things.address(operation.path)).await;
            // Looking ahead at an act is for those who may act.
            let ahead = matches!(operation.access, Access::Needs(key) if key.writes());
            if operation.method == Method::GET && !ahead {
                assert_ne!(answer.status, StatusCode::FORBIDDEN, "{operation:?}");
            } else {
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{operation:?}: {}", answer.text());
                assert_eq!(answer.json()["code"], "token-read-only", "{operation:?}");
            }
        }
    }

    async fn ab142_a_revoked_token_is_dead_at_the_next_call(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let tokens = json_of(&owner.get("/api/v1/tokens").await, StatusCode::OK);
        let id = tokens["items"][0]["id"].as_str().unwrap();
        let gone = owner.send(Method::DELETE, &format!("/api/v1/tokens/{id}"), None, &[]).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        assert_eq!(owner.get("/api/v1/me").await.status, StatusCode::UNAUTHORIZED);
    }

    async fn ab101_who_sees_own_leads_only_finds_no_others(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("boris", 1).leads("anna", 2).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let own = serde_json::json!({ "lead_visibility": "own" });
        let changed = owner.send(Method::PATCH, "/api/v1/account", Some(&own), &[]).await;
        json_of(&changed, StatusCode::OK);
        let anna = program(db, &acme, "anna", true).await;
        let list = json_of(&anna.get("/api/v1/leads").await, StatusCode::OK);
        assert_eq!(list["total"], 2);
        let foreign = acme.leads_of("boris").await[0].id;
        for path in ["", "/notes", "/history"] {
            let answer = anna.get(&format!("/api/v1/leads/{foreign}{path}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
