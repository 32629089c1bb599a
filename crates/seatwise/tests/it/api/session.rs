//! Signing in by cookie: the token against other sites, limits, and links by mail.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use seatwise_domain::audit::EventKind;
use seatwise_testkit::app::router;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};
use tower::ServiceExt as _;

use super::kit::{json_of, nobody, program};

/// A call with a cookie, and with further headers.
async fn call(
    router: &Router,
    method: Method,
    path: &str,
    body: Option<Json>,
    headers: &[(&str, &str)],
) -> (StatusCode, Json) {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "localhost");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    let answer = router
        .clone()
        .oneshot(request.body(body).unwrap())
        .await
        .unwrap();
    let status = answer.status();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap_or_default())
}

on_both! {
    async fn n34_further_addresses_are_listed_added_and_removed_over_rest(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let anna = program(db, &acme, "anna", true).await;
        let path = "/api/v1/me/aliases";
        assert_eq!(json_of(&anna.get(path).await, StatusCode::OK), json!({ "items": [] }));
        let added = anna.post(path, &json!({ "email": "A.Berg@acme.example" })).await;
        assert_eq!(json_of(&added, StatusCode::OK), json!({ "items": [{ "email": "A.Berg@acme.example" }] }));
        let sign_in = json!({ "email": "a.berg@acme.example", "password": PASSWORD });
        json_of(&anna.post("/api/v1/session", &sign_in).await, StatusCode::OK);
        let boris = program(db, &acme, "boris", true).await;
        let taken = boris.post(path, &json!({ "email": "a.berg@ACME.example" })).await;
        let taken = json_of(&taken, StatusCode::CONFLICT);
        assert_eq!((&taken["code"], &taken["errors"][0]["pointer"]), (&json!("email-taken"), &json!("/email")));
        assert!(taken.get("user").is_none(), "whose it is, an outsider is not told");
        assert_eq!(json_of(&boris.get(path).await, StatusCode::OK)["items"], json!([]));
        let gone = |email: &str| format!("{path}?email={email}");
        let foreign = boris.send(Method::DELETE, &gone("a.berg@acme.example"), None, &[]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        let nothing = anna.send(Method::DELETE, path, None, &[]).await;
        assert_eq!(json_of(&nothing, StatusCode::UNPROCESSABLE_ENTITY)["errors"][0]["pointer"], "email");
        let own = anna.send(Method::DELETE, &gone("a.berg@acme.example"), None, &[]).await;
        assert_eq!(own.status, StatusCode::NO_CONTENT);
        assert_eq!(anna.post("/api/v1/session", &sign_in).await.status, StatusCode::UNAUTHORIZED);
        let kinds: Vec<EventKind> = acme.audit().await.into_iter().map(|line| line.kind).collect();
        assert!(kinds.contains(&EventKind::AliasAdded) && kinds.contains(&EventKind::AliasRemoved));
        for number in 0..20 {
            let email = json!({ "email": format!("a{number}@acme.example") });
            json_of(&anna.post(path, &email).await, StatusCode::OK);
        }
        let more = anna.post(path, &json!({ "email": "one.more@acme.example" })).await;
        assert_eq!(json_of(&more, StatusCode::CONFLICT)["code"], "too-many-aliases");
    }

    async fn ab043_a_cookie_alone_changes_nothing(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let router = router(db);
        let body = json!({ "email": acme.email_of("anna"), "password": PASSWORD });
        let answer = nobody(&router).post("/api/v1/session", &body).await;
        let session = json_of(&answer, StatusCode::OK);
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        assert!(answer.header("set-cookie").contains("HttpOnly"));
        let csrf = session["csrf"].as_str().unwrap();
        let json = ("content-type", "application/json");
        let cookie = ("cookie", cookie.as_str());
        let rename = |name: &str| Some(json!({ "name": name }));
        for headers in [
            vec![cookie, json],
            vec![cookie, json, ("x-csrf-token", "")],
            vec![cookie, json, ("x-csrf-token", "0123456789abcdef0123456789abcdef")],
            vec![cookie, json, ("x-csrf-token", csrf), ("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        ] {
            let (status, problem) = call(&router, Method::PATCH, "/api/v1/me", rename("Eve"), &headers).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{headers:?}");
            assert_eq!(problem["code"], "cross-site");
        }
        let (status, me) = call(&router, Method::PATCH, "/api/v1/me", rename("Anna"), &[cookie, json, ("x-csrf-token", csrf)]).await;
        assert_eq!((status, &me["name"]), (StatusCode::OK, &json!("Anna")));
        let (status, _) = call(&router, Method::DELETE, "/api/v1/session", None, &[cookie, ("x-csrf-token", csrf)]).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        let (status, _) = call(&router, Method::GET, "/api/v1/me", None, &[cookie]).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "signing out ends the session on the server");
    }

    async fn ab010_every_failure_to_sign_in_looks_alike(db: &TestDb) {
        let acme = db.tenant().user("anna").leaver("boris").pending("olena").build().await;
        let nobody = nobody(&router(db));
        let mut seen = Vec::new();
        for email in [acme.email_of("anna"), acme.email_of("boris"), acme.email_of("olena"), "x@example.com".to_owned()] {
            let body = json!({ "email": email, "password": "wrong wrong wrong" });
            let answer = nobody.post("/api/v1/session", &body).await;
            let mut problem = json_of(&answer, StatusCode::UNAUTHORIZED);
            problem["instance"] = Json::Null;
            seen.push(problem);
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "{seen:?}");
    }

    async fn ab012_guessing_is_stopped_and_others_sign_in(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let nobody = nobody(&router(db));
        let guess = json!({ "email": acme.email_of("anna"), "password": "wrong wrong wrong" });
        let mut stopped = None;
        for _ in 0..30 {
            let answer = nobody.post("/api/v1/session", &guess).await;
            if answer.status == StatusCode::TOO_MANY_REQUESTS {
                stopped = Some(answer);
                break;
            }
        }
        let stopped = stopped.expect("the guessing is stopped");
        assert!(stopped.header("retry-after").parse::<u32>().unwrap() > 0);
        let other = json!({ "email": acme.email_of("boris"), "password": PASSWORD });
        json_of(&nobody.post("/api/v1/session", &other).await, StatusCode::OK);
    }

    async fn l4_an_invitation_is_accepted_once_and_signs_in(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        let nobody = nobody(&router(db));
        let token = acme.token_of("olena").await;
        let shown = json_of(&nobody.post("/api/v1/invitations/show", &json!({ "token": token })).await, StatusCode::OK);
        assert_eq!(shown["expired"], false);
        let body = json!({ "token": token, "name": "Olena", "password": "quick-heron-maps-9-rivers" });
        let accepted = json_of(&nobody.post("/api/v1/invitations/accept", &body).await, StatusCode::OK);
        assert_eq!(accepted["user"]["name"], "Olena");
        let again = nobody.post("/api/v1/invitations/accept", &body).await;
        assert_eq!(json_of(&again, StatusCode::NOT_FOUND)["code"], "link-invalid");
    }

    async fn ab064_a_forgotten_password_answers_alike_and_the_link_works_once(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let nobody = nobody(&router(db));
        let before = acme.mails_to("anna").await.len();
        for email in [acme.email_of("anna"), "nobody@example.com".to_owned()] {
            let answer = nobody.post("/api/v1/password/forgot", &json!({ "email": email })).await;
            assert_eq!(json_of(&answer, StatusCode::OK), json!({ "accepted": true }));
        }
        // The mail is made after the answer.
        while acme.mails_to("anna").await.len() == before {
            tokio::task::yield_now().await;
        }
        let body = json!({ "token": acme.token_of("anna").await, "password": "quick-heron-maps-9-rivers" });
        json_of(&nobody.post("/api/v1/password/reset", &body).await, StatusCode::OK);
        let again = nobody.post("/api/v1/password/reset", &body).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND);
        let old = json!({ "email": acme.email_of("anna"), "password": PASSWORD });
        assert_eq!(nobody.post("/api/v1/session", &old).await.status, StatusCode::UNAUTHORIZED);
    }

    async fn ab005_the_own_password_is_changed_with_the_present_one_only(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let anna = program(db, &acme, "anna", true).await;
        let wrong = json!({ "current": "wrong wrong wrong", "password": "quick-heron-maps-9-rivers" });
        let answer = anna.post("/api/v1/me/password", &wrong).await;
        assert_eq!(json_of(&answer, StatusCode::CONFLICT)["code"], "password-wrong");
        let right = json!({ "current": PASSWORD, "password": "quick-heron-maps-9-rivers" });
        assert_eq!(anna.post("/api/v1/me/password", &right).await.status, StatusCode::NO_CONTENT);
        assert!(acme.sign_in("anna").await.is_none());
    }
}
