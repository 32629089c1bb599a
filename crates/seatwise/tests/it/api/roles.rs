//! Roles over REST: made, looked at, given for a time, taken, deleted; refusals name the place.

use axum::http::{Method, StatusCode};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use super::kit::{json_of, program};

on_both! {
    async fn k2_p54_a_program_makes_a_role_gives_it_for_a_time_and_takes_it(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let body = json!({ "name": "Finance", "grants": { "leads.view": "all", "leads.export": "own" }, "fields": { "value": "read" } });
        let made = json_of(&owner.post("/api/v1/roles", &body).await, StatusCode::CREATED);
        assert_eq!((&made["grants"], &made["fields"], &made["kind"], &made["members"]), (&body["grants"], &body["fields"], &json!("role"), &json!(0)));
        let path = format!("/api/v1/roles/{}", made["key"].as_str().unwrap());
        let copy = json_of(&owner.post(&format!("{path}/copy"), &json!({ "name": "Finance 2" })).await, StatusCode::CREATED);
        assert_eq!(copy["grants"], body["grants"]);
        let anna = format!("/api/v1/users/{}", acme.id_of("anna"));
        let until = db.now().plus_days(2).to_string();
        let give = json!({ "role": made["key"], "expires_at": until, "reason": "Holiday" });
        let seen = json_of(&owner.post(&format!("{anna}/role-preview"), &give).await, StatusCode::OK);
        assert!(seen["lines"][0]["gained"].as_array().is_some_and(|keys| keys.contains(&json!("leads.export"))), "{seen}");
        let held = json_of(&owner.get(&format!("{anna}/roles")).await, StatusCode::OK);
        assert_eq!((&held["items"][0]["key"], &held["items"][0]["by_default"]), (&json!("sales"), &json!(true)));
        let done = json_of(&owner.post(&format!("{anna}/roles"), &give).await, StatusCode::OK);
        assert_eq!(done, seen, "what was shown is what was done");
        let held = json_of(&owner.get(&format!("{anna}/roles")).await, StatusCode::OK);
        assert_eq!((&held["items"][0]["name"], &held["items"][0]["expires_at"]), (&json!("Finance"), &json!(until)));
        let list = json_of(&owner.get(&format!("/api/v1/users?role={}", made["key"].as_str().unwrap())).await, StatusCode::OK);
        assert_eq!((&list["total"], &list["items"][0]["roles"][0]["name"]), (&json!(1), &json!("Finance")));
        let members = json_of(&owner.get(&format!("{path}/members")).await, StatusCode::OK);
        assert_eq!(members["items"][0]["name"], "anna");
        let gone = json_of(&owner.get(&format!("{path}/deletion-preview")).await, StatusCode::OK);
        assert_eq!(gone["people_lose"], 1);
        let taken = owner.send(Method::DELETE, &format!("{anna}/roles/{}?reason=Back", made["key"].as_str().unwrap()), None, &[]).await;
        assert_eq!(json_of(&taken, StatusCode::OK)["people_lose"], 1);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Back"));
        json_of(&owner.send(Method::DELETE, &path, None, &[]).await, StatusCode::OK);
        json_of(&owner.get(&path).await, StatusCode::NOT_FOUND);
    }

    async fn p51_a_refusal_names_the_permission_and_what_to_do(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let patch = |path: &'static str, body: Json| { let owner = &owner; async move { owner.send(Method::PATCH, path, Some(&body), &[]).await } };
        let named = json_of(&owner.post("/api/v1/roles", &json!({ "name": "X", "grants": { "leads.fold": "all" } })).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((&named["code"], &named["errors"][0]["pointer"]), (&json!("permission-unknown"), &json!("/grants/leads.fold")));
        assert!(named["detail"].as_str().is_some_and(|detail| detail.contains("list of roles")), "{named}");
        let word = json_of(&owner.post("/api/v1/roles", &json!({ "name": "X", "grants": { "leads.view": "some" } })).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((&word["errors"][0]["code"], &word["errors"][0]["pointer"]), (&json!("field-choice"), &json!("/grants/leads.view")));
        let fixed = json_of(&patch("/api/v1/roles/sales", json!({ "grants": { "leads.view": "all" } })).await, StatusCode::CONFLICT);
        assert_eq!((&fixed["code"], &fixed["detail"]), (&json!("role-built-in"), &json!("Copy it and change the copy.")));
        let seat = json_of(&patch("/api/v1/roles/team-user", json!({ "grants": { "leads.edit": "all" } })).await, StatusCode::CONFLICT);
        assert_eq!((&seat["code"], &seat["errors"][0]["pointer"]), (&json!("permission-without-seat"), &json!("/grants/leads.edit")));
        json_of(&owner.get("/api/v1/roles/role_nothing").await, StatusCode::NOT_FOUND);
    }

    async fn k9_a_program_adds_a_person_with_a_role_made_for_him(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let body = json!({ "email": "nele@acme.example", "new_role": { "name": "Stock", "copy_of": "sales", "grants": { "leads.share": "none" } } });
        let made = json_of(&owner.post("/api/v1/users", &body).await, StatusCode::CREATED);
        let held = json_of(&owner.get(&format!("/api/v1/users/{}/roles", made["id"].as_str().unwrap())).await, StatusCode::OK);
        assert_eq!((&held["items"][0]["name"], &held["items"][0]["by_default"]), (&json!("Stock"), &json!(false)));
        let roles = json_of(&owner.get("/api/v1/roles").await, StatusCode::OK);
        let names: Vec<&str> = roles["items"].as_array().unwrap().iter().map(|role| role["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Sales", "Team user", "Stock"]);
    }
}
