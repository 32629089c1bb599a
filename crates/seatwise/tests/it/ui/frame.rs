//! What every answer has, whatever the page: the policy, the language, its own task.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::routing::post;
use seatwise_testkit::app::{app, router};
use seatwise_testkit::http::Browser;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::routes;
use tokio::sync::Notify;
use tower::ServiceExt;

on_both! {
    async fn an_unknown_page_says_so_in_the_reader_s_language(db: &TestDb) {
        let router = router(db);
        let mut seen = Vec::new();
        for language in ["en", "de", "ru", "uk", "zh"] {
            let answer = Browser::new(&router).speaking(language).get("/no-such-page").await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(answer.text().contains(&format!("<html lang=\"{language}")), "{}", answer.text());
            let text = answer.text();
            let heading = text.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next());
            seen.push(heading.expect("a heading").to_owned());
        }
        seen.dedup();
        assert_eq!(seen.len(), 5, "{seen:?}");
    }

    async fn an_address_with_a_nonsense_part_is_a_missing_page_in_words(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut browser = crate::ui::signed_in(db, &acme, "owner").await;
        let id = acme.id_of("anna");
        for path in ["/users/nonsense".to_owned(), format!("/users/{id}/deactivate?step=x"), "/leads/%00".to_owned()] {
            let answer = browser.get(&format!("/a/{}{path}", acme.slug)).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(answer.text().contains("There is nothing at this address."), "{path}");
        }
    }

    async fn the_way_back_to_a_page_is_its_whole_address(db: &TestDb) {
        let acme = db.tenant().leads("", 1).build().await;
        let page = format!("/a/{}/leads/unassigned", acme.slug);
        let mut browser = crate::ui::signed_in(db, &acme, "owner").await;
        let text = browser.get(&page).await.text();
        let forms = text.matches("name=\"next\"").count();
        assert!(forms > 2, "{text}");
        assert_eq!(text.matches(&format!("name=\"next\" value=\"{page}\"")).count(), forms, "{text}");
        let stranger = Browser::new(&router(db)).get(&page).await;
        assert_eq!(stranger.location(), format!("/sign-in?next={page}"));
    }

    async fn every_page_forbids_inline_scripts_and_other_hosts(db: &TestDb) {
        let answer = Browser::new(&router(db)).get("/no-such-page").await;
        let policy = answer.header(axum::http::header::CONTENT_SECURITY_POLICY);
        for part in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
            assert!(policy.contains(part), "{part} in {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header(axum::http::header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    }

    async fn a_form_of_another_site_is_refused(db: &TestDb) {
        let request = Request::post("/preferences")
            .header("host", "localhost")
            .header("sec-fetch-site", "cross-site")
            .header("origin", "https://evil.example")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("theme=dark"))
            .unwrap();
        let answer = router(db).oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    }

    async fn a_request_goes_on_when_its_client_hangs_up(db: &TestDb) {
        let (begun, go_on, ended) = (Arc::new(Notify::new()), Arc::new(Notify::new()), Arc::new(Notify::new()));
        let signals = (Arc::clone(&begun), Arc::clone(&go_on), Arc::clone(&ended));
        let slow = post(move || async move {
            signals.0.notify_one();
            signals.1.notified().await;
            signals.2.notify_one();
        });
        let router = routes::layered(Router::new().route("/slow", slow), app(db));
        let client = tokio::spawn(router.oneshot(Request::post("/slow").body(Body::empty()).unwrap()));
        begun.notified().await;
        client.abort();
        assert!(client.await.unwrap_err().is_cancelled());
        go_on.notify_one();
        ended.notified().await;
    }
}
