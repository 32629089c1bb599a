//! Service users in the browser and over REST.

use axum::http::{Method, StatusCode};
use seatwise_testkit::app::router;
use seatwise_testkit::http::Program;
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::{signed_in, words};
use crate::api::kit::{json_of, program};

on_both! {
    async fn p65_a_service_user_is_made_labelled_and_given_a_token_on_pages(db: &TestDb) {
        let acme = db.tenant().user("anna").leads("anna", 2).build().await;
        let home = format!("/a/{}", acme.slug);
        let mut owner = signed_in(db, &acme, "owner").await;
        let list = owner.get(&format!("{home}/users")).await.text();
        assert!(list.contains("/users/new-service"), "{}", words(&list));
        let form = owner.get(&format!("{home}/users/new-service")).await.text();
        assert!(words(&form).contains("Takes no seat.") && !form.contains("value=\"team-user\""), "{}", words(&form));
        let wrong = owner.post(&format!("{home}/users/new-service"), &[("name", ""), ("role", "sales")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let made = owner.post(&format!("{home}/users/new-service"), &[("name", "Dialer"), ("role", "sales"), ("reason", "Phones")]).await;
        let page = made.location().to_owned();
        let html = owner.follow(made).await.text();
        assert!(words(&html).contains("Service user") && words(&html).contains("No tokens yet"), "{}", words(&html));
        assert!(!html.contains("/reset-password") && !html.contains("/sessions/end"), "it never signs in");
        let answer = owner.post(&format!("{page}/tokens"), &[("token_name", "Calls"), ("write", "on"), ("days", "30")]).await;
        let html = answer.text();
        let secret = html.split("data-copy=\"swt_").nth(1).and_then(|rest| rest.split('"').next()).map(|rest| format!("swt_{rest}"));
        let secret = secret.unwrap_or_else(|| panic!("no secret in {}", words(&html)));
        let dialer = Program::new(&router(db), secret);
        let me = json_of(&dialer.get("/api/v1/me").await, StatusCode::OK);
        assert_eq!((&me["name"], &me["level"]), (&json!("Dialer"), &json!("user")));
        json_of(&dialer.get("/api/v1/audit").await, StatusCode::FORBIDDEN);
        let again = owner.get(&page).await.text();
        assert!(!again.contains("swt_") && again.contains("Calls"), "the secret is shown once");
        let only = words(&owner.get(&format!("{home}/users?seat=service")).await.text());
        assert!(only.contains("Dialer") && only.contains("1 user found"), "{only}");
        let sales = words(&owner.get(&format!("{home}/users?seat=regular")).await.text());
        assert!(!sales.contains("Dialer") && sales.contains("2 users found"), "{sales}");
        let file = owner.get(&format!("{home}/users/export.csv")).await.text();
        let line = file.lines().find(|line| line.contains("Dialer")).expect("a line");
        assert!(line.contains("Service user"), "{line}");
        let edit = owner.get(&format!("{page}/edit")).await.text();
        assert!(!edit.contains("name=\"email\"") && !edit.contains("name=\"admin\""));
        let end = again.split(&format!("{page}/tokens/")).nth(1).and_then(|rest| rest.split('"').next()).expect("a button");
        owner.post(&format!("{page}/tokens/{end}"), &[]).await;
        assert_eq!(dialer.get("/api/v1/me").await.status, StatusCode::UNAUTHORIZED);
        for language in ["de", "ru", "uk", "zh"] {
            let mut other = signed_in(db, &acme, "owner").await.choosing(language);
            for path in [format!("{home}/users/new-service"), page.clone()] {
                let html = other.get(&path).await.text();
                assert!(!html.contains(">service-"), "{language} {}", words(&html));
            }
        }
        let mut anna = signed_in(db, &acme, "anna").await;
        assert_eq!(anna.get(&format!("{home}/users/new-service")).await.status, StatusCode::FORBIDDEN);
    }

    async fn p65_a_token_never_lives_longer_than_what_was_typed(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let made = owner.post(&format!("/a/{}/users/new-service", acme.slug), &[("name", "Dialer"), ("role", "sales")]).await;
        let page = made.location().to_owned();
        for days in ["a month", "0", "3651", "1.5", "-1"] {
            let refused = owner.post(&format!("{page}/tokens"), &[("token_name", "Calls"), ("write", "on"), ("days", days)]).await;
            let html = refused.text();
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{days}: {}", words(&html));
            assert!(words(&html).contains("Give a whole number of days between 1 and 3,650"), "{}", words(&html));
            assert!(html.contains("value=\"Calls\"") && html.contains(&format!("value=\"{days}\"")), "what was typed stays");
            assert!(!html.contains("data-copy=\"swt_"), "{days} made a token");
        }
        assert!(words(&owner.get(&page).await.text()).contains("No tokens yet"));
    }

    async fn p65_a_service_user_and_its_tokens_over_rest(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let made = json_of(&owner.post("/api/v1/service-users", &json!({ "name": "Sync", "role": "sales" })).await, StatusCode::CREATED);
        assert_eq!((&made["service"], &made["email"], &made["status"]), (&json!(true), &json!(null), &json!("active")));
        let path = format!("/api/v1/users/{}", made["id"].as_str().unwrap());
        let token = json_of(&owner.post(&format!("{path}/tokens"), &json!({ "name": "t", "scopes": ["read"] })).await, StatusCode::CREATED);
        let sync = Program::new(&router(db), token["token"].as_str().unwrap());
        json_of(&sync.get("/api/v1/leads").await, StatusCode::OK);
        let own = json_of(&sync.post("/api/v1/tokens", &json!({ "name": "t", "scopes": ["read"] })).await, StatusCode::FORBIDDEN);
        assert!(["denied", "token-read-only"].contains(&own["code"].as_str().unwrap()), "{own}");
        let list = json_of(&owner.get(&format!("{path}/tokens")).await, StatusCode::OK);
        assert_eq!(list["items"][0]["id"], token["id"]);
        let only = json_of(&owner.get("/api/v1/users?service=true").await, StatusCode::OK);
        assert_eq!((&only["total"], &only["items"][0]["name"]), (&json!(1), &json!("Sync")));
        let anna = format!("/api/v1/users/{}/tokens", acme.id_of("anna"));
        let person = json_of(&owner.get(&anna).await, StatusCode::CONFLICT);
        assert_eq!(person["code"], "not-a-service-user");
        let gone = owner.send(Method::DELETE, &format!("{path}/tokens/{}", token["id"].as_str().unwrap()), None, &[]).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        assert_eq!(sync.get("/api/v1/me").await.status, StatusCode::UNAUTHORIZED);
    }
}
