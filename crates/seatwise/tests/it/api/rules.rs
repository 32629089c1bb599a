//! What the document says of several fields together, and what only the state of the account decides.

use axum::http::{Method, StatusCode};
use seatwise_testkit::app::PUBLIC_URL;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::Api;
use serde_json::{Value as Json, json};

use super::kit::{json_of, program, upload};

#[test]
fn the_document_says_which_fields_go_together() {
    let document = Api::get().document(PUBLIC_URL);
    let schemas = &document["components"]["schemas"];
    for name in ["CreateUser", "AssignMany", "DeactivateBody", "MoveBody"] {
        assert!(schemas[name]["anyOf"].is_array(), "{name}");
        assert!(schemas[name]["properties"].is_object(), "{name}");
    }
    let both = &schemas["EditUserForm"]["not"]["required"];
    assert_eq!(both, &json!(["email", "login"]));
}

#[test]
fn p51_the_document_says_how_far_each_permission_goes() {
    let document = Api::get().document(PUBLIC_URL);
    let sorts = &document["components"]["schemas"]["GrantMap"]["patternProperties"];
    let sorts = sorts.as_object().expect("sorts of permissions");
    let of = |name: &str| {
        let name = name.replace('.', r"\.");
        let mut found = sorts.iter().filter(|(pattern, _)| {
            let inner = pattern.trim_start_matches("^(").trim_end_matches(")$");
            inner.split('|').any(|one| one == name)
        });
        let only = found.next().expect("each permission is in one sort");
        assert!(found.next().is_none(), "{name}");
        only.1["enum"].clone()
    };
    assert_eq!(of("ownership.transfer"), json!(["none"]));
    assert_eq!(of("account.edit"), json!(["none", "all"]));
    let of_people = json!(["none", "team", "subordinates", "all"]);
    assert_eq!(of("users.edit"), of_people);
    assert_eq!(of("leads.view").as_array().map(Vec::len), Some(6));
}

on_both! {
    async fn ab088_fields_that_do_not_go_together_are_refused_as_such(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 1).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let (anna, boris) = (acme.id_of("anna").to_string(), acme.id_of("boris").to_string());
        let lead = acme.leads_of("anna").await[0].id.to_string();
        let user = format!("/api/v1/users/{anna}");
        for (method, path, body, code) in [
            (Method::POST, "/api/v1/users".to_owned(), json!({ "name": "P" }), "email-or-login-needed"),
            (Method::POST, format!("{user}/deactivate"), json!({ "records": "reassign" }), "heir-needed"),
            (Method::POST, format!("{user}/deactivate"), json!({ "records": "later", "to": boris }), "heir-not-wanted"),
            (Method::POST, format!("{user}/move"), json!({ "join": [], "reason": "None" }), "move-nothing"),
            (Method::POST, "/api/v1/lead-assignments".to_owned(), json!({ "to": null }), "/lead_ids field-missing"),
            (Method::POST, "/api/v1/lead-assignments".to_owned(), json!({ "to": null, "filter": {} }), "/expected field-missing"),
            (Method::POST, "/api/v1/lead-assignments".to_owned(), json!({ "to": null, "lead_ids": [lead], "expected": 1 }), "/expected field-unknown"),
            (Method::POST, "/api/v1/lead-assignments".to_owned(), json!({ "to": null, "lead_ids": [lead], "filter": {} }), "/filter field-unknown"),
        ] {
            let refused = json_of(&owner.send(method, &path, Some(&body), &[]).await, StatusCode::UNPROCESSABLE_ENTITY);
            let first = &refused["errors"][0];
            let told = format!("{} {}", first["pointer"].as_str().unwrap_or_default(), first["code"].as_str().unwrap_or_default());
            assert!(refused["code"] == code || told == code, "{path} {body}: {refused}");
        }
        assert_eq!(acme.leads_of("anna").await.len(), 1);
    }

    async fn what_only_the_state_forbids_is_no_fault_of_the_input(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").build().await;
        acme.let_admins_choose_passwords().await;
        let owner = program(db, &acme, "owner", true).await;
        let patch = async |path: &str, body: Json| owner.send(Method::PATCH, path, Some(&body), &[]).await;
        let anna = format!("/api/v1/users/{}", acme.id_of("anna"));
        let olena = format!("/api/v1/users/{}", acme.id_of("olena"));
        let wrong = json!({ "current": "not this one", "password": "quick-heron-maps-9-rivers" });
        let columns = format!("/api/v1/imports/{}/mapping", upload(db, &acme).await);
        let none = owner.send(Method::PUT, &columns, Some(&json!({ "columns": [] })), &[]).await;
        let role = json!({ "name": "X", "fields": { "fields.nothing": "read" } });
        for (answer, code) in [
            (patch(&anna, json!({ "email": null })).await, "only-way-in"),
            (patch(&anna, json!({ "email": null, "login": null })).await, "only-way-in"),
            (patch(&olena, json!({ "email": null, "login": "olena" })).await, "only-way-in"),
            (patch("/api/v1/me", json!({ "time_zone": "Mars/Olympus_Mons" })).await, "time-zone-unknown"),
            (patch("/api/v1/account", json!({ "time_zone": "Mars/Olympus_Mons" })).await, "time-zone-unknown"),
            (owner.post("/api/v1/me/password", &wrong).await, "password-wrong"),
            (owner.post("/api/v1/roles", &role).await, "role-field-unknown"),
            (none, "mapping-invalid"),
        ] {
            assert_eq!(json_of(&answer, StatusCode::CONFLICT)["code"], code);
        }
        let no_zone = patch("/api/v1/me", json!({ "time_zone": "no zone!" })).await;
        assert_eq!(json_of(&no_zone, StatusCode::UNPROCESSABLE_ENTITY)["errors"][0]["code"], "field-form");
        json_of(&patch(&anna, json!({ "login": "anna" })).await, StatusCode::OK);
        json_of(&patch(&anna, json!({ "email": null })).await, StatusCode::OK);
        let sign_in = json!({ "email": "anna", "password": PASSWORD });
        json_of(&owner.post("/api/v1/session", &sign_in).await, StatusCode::OK);
    }
}
