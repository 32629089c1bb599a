//! The ownership over REST.

use axum::http::{Method, StatusCode};
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::kit::{json_of, program};

on_both! {
    async fn n59_a_program_offers_the_account_and_another_takes_it(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let anna = program(db, &acme, "anna", true).await;
        let id = acme.id_of("anna").to_string();
        let seen = json_of(&owner.get(&format!("/api/v1/ownership/preview?to={id}")).await, StatusCode::OK);
        assert_eq!(seen["loses"], json!(["users.remove", "ownership.transfer"]));
        json_of(&anna.get("/api/v1/ownership/offer").await, StatusCode::NOT_FOUND);
        let body = json!({ "to": id, "password": PASSWORD, "days": 3 });
        let made = json_of(&owner.post("/api/v1/ownership/offer", &body).await, StatusCode::CREATED);
        assert_eq!((&made["to"]["name"], &made["reason"]), (&json!("anna"), &json!(null)));
        let again = json_of(&owner.post("/api/v1/ownership/offer", &body).await, StatusCode::CONFLICT);
        assert_eq!(again["code"], "ownership-offered");
        let seen = json_of(&anna.get("/api/v1/ownership/offer").await, StatusCode::OK);
        assert_eq!(seen, made);
        let reader = program(db, &acme, "anna", false).await;
        let accept = json!({ "password": PASSWORD });
        let refused = json_of(&reader.post("/api/v1/ownership/offer/accept", &accept).await, StatusCode::FORBIDDEN);
        assert_eq!(refused["code"], "token-read-only");
        let wrong = json_of(&anna.post("/api/v1/ownership/offer/accept", &json!({ "password": "no" })).await, StatusCode::CONFLICT);
        assert_eq!(wrong["code"], "password-wrong");
        let done = anna.post("/api/v1/ownership/offer/accept", &accept).await;
        assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.text());
        assert_eq!(json_of(&anna.get("/api/v1/me").await, StatusCode::OK)["level"], "owner");
        assert_eq!(json_of(&owner.get("/api/v1/me").await, StatusCode::OK)["level"], "admin");
        let body = json!({ "to": acme.id_of("boris").to_string(), "password": PASSWORD });
        json_of(&owner.post("/api/v1/ownership/offer", &body).await, StatusCode::FORBIDDEN);
        json_of(&anna.post("/api/v1/ownership/offer", &body).await, StatusCode::CREATED);
        let gone = anna.send(Method::DELETE, "/api/v1/ownership/offer?reason=No", None, &[]).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        let boris = program(db, &acme, "boris", true).await;
        let refused = json_of(&boris.post("/api/v1/ownership/offer/decline", &json!({})).await, StatusCode::CONFLICT);
        assert_eq!(refused["code"], "ownership-offer-gone");
    }
}
