//! The own profile in the browser.

use axum::http::StatusCode;
use seatwise_testkit::app::router;
use seatwise_testkit::http::Browser;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

on_both! {
    async fn n34_a_further_address_signs_in_shows_to_admins_and_belongs_to_one_person(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let mut anna = signed_in(db, &acme, "anna").await;
        let me = format!("/a/{}/me", acme.slug);
        let added = anna.post(&format!("{me}/aliases"), &[("alias", "a.berg@acme.example")]).await;
        assert_eq!(added.location(), me, "{}", words(&added.text()));
        assert!(anna.get(&me).await.text().contains("a.berg@acme.example"));
        let mut again = Browser::new(&router(db));
        let answer = again.post("/sign-in", &[("email", "A.Berg@acme.example"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        let mut boris = signed_in(db, &acme, "boris").await;
        for (taken, why) in [("a.BERG@acme.example", "Another user has this e-mail."), ("nonsense", "not a complete e-mail")] {
            let refused = boris.post(&format!("{me}/aliases"), &[("alias", taken)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(words(&refused.text()).contains(why), "{}", words(&refused.text()));
        }
        let page = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        assert!(signed_in(db, &acme, "owner").await.get(&page).await.text().contains("a.berg@acme.example"));
        assert!(!boris.get(&page).await.text().contains("a.berg@acme.example"));
        anna.post(&format!("{me}/aliases/remove"), &[("alias", "a.berg@acme.example")]).await;
        assert!(!anna.get(&me).await.text().contains("a.berg@acme.example"));
        let gone = Browser::new(&router(db)).post("/sign-in", &[("email", "a.berg@acme.example"), ("password", PASSWORD)]).await;
        assert_ne!(gone.status, StatusCode::SEE_OTHER);
    }

    async fn the_own_time_zone_is_chosen_kept_and_given_back_to_the_account(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut anna = signed_in(db, &acme, "anna").await;
        let me = format!("/a/{}/me", acme.slug);
        for (zone, kept) in [("Asia/Shanghai", Some("Asia/Shanghai")), ("", None), ("Europe/Kyiv", Some("Europe/Kyiv"))] {
            let answer = anna.post(&me, &[("name", "anna"), ("time_zone", zone)]).await;
            assert_eq!(answer.location(), me, "{}", words(&answer.text()));
            assert_eq!(acme.person("anna").await.time_zone.as_deref(), kept);
        }
        let wrong = anna.post(&me, &[("name", "anna"), ("time_zone", "Mars/Olympus")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let silent = anna.post(&me, &[("name", "anna")]).await;
        assert_eq!(silent.location(), me);
        assert_eq!(acme.person("anna").await.time_zone.as_deref(), Some("Europe/Kyiv"));
        assert!(anna.get(&me).await.text().contains("value=\"Europe/Kyiv\" selected"));
    }
}
