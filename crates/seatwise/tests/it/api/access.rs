//! Who may call what: every operation of the table is tried by those who may not.

use axum::http::{Method, StatusCode};
use seatwise_domain::authn::{NewToken, create_token};
use seatwise_domain::authz::{Caller, Key, Level, ViewUsers};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::teams;
use seatwise_testkit::app::router;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::{Access, Api};
use serde_json::json;

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
        let before = acme.audit().await.len();
        let mut read = 0;
        for operation in Api::get().operations.iter().filter(|operation| operation.access != Access::Public) {
            let answer = ask(&reader, operation, &things.address(operation.path)).await;
            if operation.method == Method::GET {
                assert_ne!(answer.status, StatusCode::FORBIDDEN, "{operation:?}: {}", answer.text());
                read += u32::from(answer.status.is_success());
            } else {
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{operation:?}: {}", answer.text());
                assert_eq!(answer.json()["code"], "token-read-only", "{operation:?}");
            }
        }
        assert!(read > 40, "only {read} addresses were read");
        let lines = acme.audit().await;
        let kept: Vec<&str> = lines[..lines.len() - before].iter().map(|line| line.kind.as_str()).collect();
        assert!(kept.iter().all(|kind| kind.starts_with("export.")), "{kept:?}");
    }

    async fn ab140_a_read_only_token_answers_as_one_that_writes_where_nothing_is_written(db: &TestDb) {
        let mut acme = db.tenant().user("anna").build().await;
        let things = Things::make(db, &mut acme, "anna").await;
        let (writer, reader) = (program(db, &acme, "owner", true).await, program(db, &acme, "owner", false).await);
        let mut compared = 0;
        for operation in Api::get().operations.iter().filter(|operation| operation.method == Method::GET) {
            let Access::Needs(key) = operation.access else { continue };
            if !key.writes() {
                continue;
            }
            let address = things.address(operation.path);
            let (wrote, read) = (ask(&writer, operation, &address).await, ask(&reader, operation, &address).await);
            assert_eq!(read.status, wrote.status, "{operation:?}");
            if read.status.is_success() {
                assert_eq!(read.text(), wrote.text(), "{operation:?}");
                compared += 1;
            }
        }
        assert!(compared > 12, "only {compared} addresses were compared");
    }

    async fn ab140_a_read_only_token_lists_shares_and_rules_within_the_reach_of_its_person(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("boris", 1).leads("anna", 1).build().await;
        let writer = program(db, &acme, "anna", true).await;
        let own = acme.leads_of("anna").await[0].id;
        let share = json!({ "with": acme.id_of("boris").to_string(), "access": "read" });
        json_of(&writer.post(&format!("/api/v1/leads/{own}/share"), &share).await, StatusCode::OK);
        let reader = program(db, &acme, "anna", false).await;
        let shares = json_of(&reader.get(&format!("/api/v1/leads/{own}/shares")).await, StatusCode::OK);
        assert_eq!(shares["items"][0]["with"], acme.id_of("boris").to_string(), "{shares}");
        let other = acme.leads_of("boris").await[0].id;
        let beyond = reader.get(&format!("/api/v1/leads/{other}/shares")).await;
        assert_eq!(beyond.status, StatusCode::NOT_FOUND, "a lead that anna may not share");
        let rules = reader.get("/api/v1/sharing-rules").await;
        assert_eq!(json_of(&rules, StatusCode::FORBIDDEN)["code"], "denied", "what anna may not see stays shut");
        let refused = reader.post(&format!("/api/v1/leads/{own}/unshare"), &json!({ "with": acme.id_of("boris").to_string() })).await;
        assert_eq!(json_of(&refused, StatusCode::FORBIDDEN)["code"], "token-read-only");
        let again = json_of(&writer.get(&format!("/api/v1/leads/{own}/shares")).await, StatusCode::OK);
        assert_eq!(again, shares);
    }

    async fn ab140_who_only_looks_keeps_nothing_whatever_is_asked_in_his_name(db: &TestDb) {
        let acme = db.tenant().build().await;
        let token = NewToken { name: "reads".to_owned(), may_write: false, days: None };
        let (_, secret) = create_token(db, &acme.as_owner().await, &token).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let reader = Caller::by_token(&mut tx, acme.id, &secret.hash).await.unwrap().unwrap();
        drop(tx);
        let refused = teams::create(db, &reader, "Nord").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::TOKEN_READ_ONLY);
        let looking = reader.looking();
        assert!(looking.can(Key::EditTeams) && looking.is_read_only());
        teams::create(db, &looking, "Nord").await.unwrap_err();
        let all = teams::all(&mut db.read().await.unwrap(), &looking.scope::<ViewUsers>().unwrap()).await.unwrap();
        assert!(all.is_empty(), "the transaction was let go");
        let writer = acme.as_owner().await.looking();
        teams::create(db, &writer, "Nord").await.unwrap();
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
