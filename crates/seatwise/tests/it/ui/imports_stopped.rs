//! An import that stopped: its page and REST say why, and let somebody else go on with it or take it back.

use axum::http::StatusCode;
use seatwise_domain::authn::{NewToken, create_token};
use seatwise_domain::handover;
use seatwise_domain::imports::{self, ImportKind, Upload, Wishes};
use seatwise_domain::jobs::Registry;
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::app::router;
use seatwise_testkit::http::{Browser, Program};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

async fn work(db: &TestDb) {
    let registry = imports::register(Registry::default().with::<handover::Run>());
    run_due(db, &registry).await;
}

/// The address of an import that adam began, which stopped because he was deactivated.
async fn stopped(db: &TestDb, acme: &Tenant) -> String {
    let adam = acme.as_user("adam").await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "name,email\nBo,bo@acme.example\n").unwrap();
    let upload = Upload {
        kind: ImportKind::Users,
        path,
        file_name: "people.csv".to_owned(),
        wishes: Wishes::default(),
    };
    let import = imports::upload(db, &adam, upload).await.unwrap();
    imports::check(db, &adam, import.id).await.unwrap();
    imports::run(db, &adam, import.id, "").await.unwrap();
    acme.deactivate("adam", HandOverChoice::Later).await;
    work(db).await;
    import.id.to_string()
}

on_both! {
    async fn f1_the_page_of_an_import_that_stopped_says_why_and_goes_on(db: &TestDb) {
        let acme = db.tenant().admin("adam").build().await;
        let id = stopped(db, &acme).await;
        let mut browser = Browser::new(&router(db));
        let email = acme.email_of("owner");
        browser.post("/sign-in", &[("email", email.as_str()), ("password", PASSWORD)]).await;
        let list = browser.get(&format!("/a/{}/imports", acme.slug)).await.text();
        assert!(list.contains("Stopped"), "{list}");
        let own = format!("/a/{}/imports/{id}", acme.slug);
        let page = browser.get(&own).await.text();
        assert!(page.contains("The import has stopped") && page.contains("may not do so any more"), "{page}");
        assert!(page.contains(&format!("{own}/undo")) && !page.contains("every 2s"), "{page}");
        let plan = browser.get(&format!("{own}/undo")).await;
        assert_eq!(plan.status, StatusCode::OK, "it can be taken back");
        let on = browser.post(&format!("{own}/resume"), &[]).await;
        let page = browser.follow(on).await.text();
        assert!(page.contains("every 2s") && !page.contains("has stopped"), "{page}");
        work(db).await;
        let page = browser.get(&own).await.text();
        assert!(page.contains("1 user added"), "{page}");
    }

    async fn f1_rest_says_that_an_import_stopped_and_goes_on_with_it(db: &TestDb) {
        let acme = db.tenant().admin("adam").build().await;
        let id = stopped(db, &acme).await;
        let token = NewToken { name: "test".to_owned(), may_write: true, days: None };
        let (_, secret) = create_token(db, &acme.as_owner().await, &token).await.unwrap();
        let program = Program::new(&router(db), secret.shown);
        let own = format!("/api/v1/imports/{id}");
        let told = program.get(&own).await.json();
        assert_eq!((&told["state"], &told["stopped"]), (&json!("running"), &json!("starter-may-not")));
        let on = program.post(&format!("{own}/resume"), &json!({})).await;
        assert_eq!(on.status, StatusCode::ACCEPTED, "{}", on.text());
        work(db).await;
        let told = program.get(&own).await.json();
        assert_eq!((&told["state"], &told["stopped"]), (&json!("done"), &json!(null)));
    }
}
