//! What programs are refused, with the reason and the next step.

use axum::http::{Method, StatusCode};
use seatwise_domain::audit::REASON_MAX;
use seatwise_domain::users::UserState;
use seatwise_testkit::http::Answer;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::kit::{PIXEL, json_of, program, upload, work};

/// Asserts that it is refused with this code, in words that say what to do.
#[track_caller]
fn refused(answer: &Answer, status: StatusCode, code: &str, step: &str) {
    let problem = json_of(answer, status);
    assert_eq!(problem["code"], code, "{problem}");
    assert!(
        problem["detail"]
            .as_str()
            .is_some_and(|detail| detail.contains(step)),
        "{problem}"
    );
}

on_both! {
    async fn k15_nobody_pending_is_assigned_leads_over_rest(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leads("anna", 2).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let olena = acme.id_of("olena").to_string();
        let leads: Vec<String> = acme.leads_of("anna").await.iter().map(|lead| lead.id.to_string()).collect();
        let one = owner.post(&format!("/api/v1/leads/{}/assign", leads[0]), &json!({ "to": olena })).await;
        let many = owner.post("/api/v1/lead-assignments", &json!({ "lead_ids": leads, "to": olena })).await;
        let filter = json!({ "filter": { "owner": acme.id_of("anna").to_string() }, "expected": 2, "to": olena });
        let all = owner.post("/api/v1/lead-assignments", &filter).await;
        for answer in [one, many, all] {
            refused(&answer, StatusCode::CONFLICT, "heir-pending", "wait for the first sign-in");
        }
        assert_eq!(acme.leads_of("anna").await.len(), 2);
        let path = format!("/api/v1/users/{}/hand-over", acme.id_of("anna"));
        let moved = json_of(&owner.post(&path, &json!({ "to": olena })).await, StatusCode::OK);
        assert_eq!(moved["moved"], 2, "a hand-over may name somebody pending");
    }

    async fn n44_a_hand_over_says_who_gets_the_leads(db: &TestDb) {
        let acme = db.tenant().user("anna").leads("anna", 2).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}/hand-over", acme.id_of("anna"));
        let nothing = json_of(&owner.post(&path, &json!({})).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((&nothing["errors"][0]["pointer"], &nothing["errors"][0]["code"]), (&json!("/to"), &json!("field-missing")));
        assert_eq!(acme.leads_of("anna").await.len(), 2);
        json_of(&owner.post(&path, &json!({ "to": null })).await, StatusCode::OK);
        assert_eq!(acme.leads_of("").await.len(), 2);
    }

    async fn n40_a_person_is_named_only_where_one_gets_the_leads(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 2).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}/deactivate", acme.id_of("anna"));
        for choice in ["later", "unassign"] {
            let body = json!({ "records": choice, "to": acme.id_of("boris").to_string() });
            let answer = owner.post(&path, &body).await;
            refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, "heir-not-wanted", "reassign");
        }
        assert_eq!(acme.person("anna").await.state, UserState::Active);
        json_of(&owner.post(&path, &json!({ "records": "later", "to": null })).await, StatusCode::OK);
    }

    async fn n31_nobody_on_a_team_seat_becomes_an_admin_over_rest(db: &TestDb) {
        let acme = db.tenant().team_seats(2).team_user("tina").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}", acme.id_of("tina"));
        let body = json!({ "level": "admin" });
        for path in [path.clone(), format!("{path}?dry_run=true")] {
            let answer = owner.send(Method::PATCH, &path, Some(&body), &[]).await;
            refused(&answer, StatusCode::CONFLICT, "admin-needs-seat", "Change the seat first");
        }
        let new = json!({ "email": "new@acme.example", "level": "admin", "seat_kind": "team" });
        let answer = owner.post("/api/v1/users", &new).await;
        refused(&answer, StatusCode::CONFLICT, "admin-needs-seat", "Change the seat first");
    }

    async fn k3_k14_a_login_alone_needs_a_password_over_rest(db: &TestDb) {
        let acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let owner = program(db, &acme, "owner", true).await;
        let answer = owner.post("/api/v1/users", &json!({ "login": "ivo" })).await;
        refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, "password-needed", "Set a password");
        assert_eq!(acme.seats().await.used, 1);
        json_of(&owner.post("/api/v1/users", &json!({ "login": "ivo", "password": PASSWORD })).await, StatusCode::CREATED);
    }

    async fn n62_a_password_is_reset_only_where_there_is_one(db: &TestDb) {
        let acme = db.tenant().pending("olena").leaver("gone").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let at = |name: &str, act: &str| format!("/api/v1/users/{}/{act}", acme.id_of(name));
        let answer = owner.post(&at("olena", "reset-password"), &json!({})).await;
        refused(&answer, StatusCode::CONFLICT, "not-yet-active", "Send the activation mail again");
        for act in ["reset-password", "resend-activation"] {
            let answer = owner.send(Method::POST, &at("gone", act), (act == "reset-password").then(|| json!({})).as_ref(), &[]).await;
            refused(&answer, StatusCode::CONFLICT, "not-active", "access again");
        }
    }

    async fn j16_programs_give_reasons_of_at_most_one_length(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}/picture", acme.id_of("anna"));
        let set = owner.send_bytes(Method::PUT, &format!("{path}?reason=Badge"), "image/png", PIXEL.to_vec()).await;
        json_of(&set, StatusCode::OK);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Badge"));
        let removed = owner.send(Method::DELETE, &format!("{path}?reason=Asked"), None, &[]).await;
        assert_eq!(removed.status, StatusCode::NO_CONTENT);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Asked"));
        let import = upload(db, &acme).await;
        json_of(&owner.post(&format!("/api/v1/imports/{import}/check"), &json!({})).await, StatusCode::OK);
        let run = format!("/api/v1/imports/{import}/run");
        let long = "x".repeat(REASON_MAX + 1);
        let answer = owner.send(Method::POST, &format!("{run}?reason={long}"), None, &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
        json_of(&owner.send(Method::POST, &format!("{run}?reason=Branch"), None, &[]).await, StatusCode::ACCEPTED);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Branch"));
        work(db).await;
        let undo = format!("/api/v1/imports/{import}/undo");
        let answer = owner.post(&undo, &json!({ "reason": long })).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
    }

    async fn k25_n35_a_token_dies_with_the_deactivation(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let anna = program(db, &acme, "anna", false).await;
        json_of(&anna.get("/api/v1/me").await, StatusCode::OK);
        let path = format!("/api/v1/users/{}", acme.id_of("anna"));
        json_of(&owner.post(&format!("{path}/deactivate"), &json!({ "records": "later" })).await, StatusCode::OK);
        json_of(&anna.get("/api/v1/me").await, StatusCode::UNAUTHORIZED);
        json_of(&owner.post(&format!("{path}/reactivate"), &json!({})).await, StatusCode::OK);
        json_of(&anna.get("/api/v1/me").await, StatusCode::UNAUTHORIZED);
    }
}
