//! The ownership in the browser: the owner's page, the banner and the page of whoever is asked.

use axum::http::StatusCode;
use seatwise_domain::authz::Level;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

on_both! {
    async fn n59_the_owner_offers_and_the_other_one_takes_it_on_pages(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").user("anna").build().await;
        let home = format!("/a/{}", acme.slug);
        let mut owner = signed_in(db, &acme, "owner").await;
        let mut anna = signed_in(db, &acme, "anna").await;
        let settings = owner.get(&format!("{home}/settings")).await.text();
        assert!(settings.contains(&format!("href=\"{home}/ownership\"")), "{}", words(&settings));
        let mut bohdan = signed_in(db, &acme, "bohdan").await;
        let settings = bohdan.get(&format!("{home}/settings")).await.text();
        assert!(words(&settings).contains("Only the owner can hand it over"), "{}", words(&settings));
        assert_eq!(bohdan.get(&format!("{home}/ownership")).await.status, StatusCode::FORBIDDEN);
        let id = acme.id_of("anna").to_string();
        let page = owner.get(&format!("{home}/ownership?to={id}")).await.text();
        let seen = words(&page);
        assert!(seen.contains("becomes the owner and can also") && seen.contains("Hand over the ownership of the account"), "{seen}");
        let path = format!("{home}/ownership");
        let fields = |password| [("to", id.as_str()), ("days", "3"), ("reason", "I leave"), ("current", password)];
        let refused = owner.post(&path, &fields("wrong")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!refused.text().contains("value=\"wrong\"") && refused.text().contains("I leave"));
        let made = owner.post(&path, &fields(PASSWORD)).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", words(&made.text()));
        let page = words(&owner.follow(made).await.text());
        assert!(page.contains("Waits for an answer") && page.contains("Withdraw the offer"), "{page}");
        let banner = words(&anna.get(&format!("{home}/leads")).await.text());
        assert!(banner.contains("owner offers you the ownership of this account."), "{banner}");
        let page = anna.get(&format!("{home}/ownership/offer")).await.text();
        assert!(words(&page).contains("I leave") && words(&page).contains("Become the owner"), "{}", words(&page));
        let accept = format!("{home}/ownership/accept");
        assert_eq!(anna.post(&accept, &[("current", "wrong")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(bohdan.post(&accept, &[("current", PASSWORD)]).await.status, StatusCode::CONFLICT);
        let taken = anna.post(&accept, &[("current", PASSWORD)]).await;
        let page = anna.follow(taken).await.text();
        assert!(words(&page).contains("You are the owner of this account now."), "{}", words(&page));
        assert_eq!(acme.as_user("anna").await.level(), Level::Owner);
        assert_eq!(owner.get(&path).await.status, StatusCode::FORBIDDEN);
        assert_eq!(owner.get(&format!("{home}/settings")).await.status, StatusCode::OK, "an admin still");
    }

    async fn n59_an_offer_is_declined_or_withdrawn_on_pages_in_five_languages(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let home = format!("/a/{}", acme.slug);
        let mut owner = signed_in(db, &acme, "owner").await;
        let id = acme.id_of("anna").to_string();
        let fields = [("to", id.as_str()), ("days", ""), ("reason", ""), ("current", PASSWORD)];
        owner.post(&format!("{home}/ownership"), &fields).await;
        for language in ["en", "de", "ru", "uk", "zh"] {
            let mut anna = signed_in(db, &acme, "anna").await.choosing(language);
            let mut asked = owner.clone().choosing(language);
            for html in [anna.get(&format!("{home}/ownership/offer")).await.text(), asked.get(&format!("{home}/ownership")).await.text()] {
                assert!(!html.contains(">ownership-") && !html.contains(">may-"), "{language}: {}", words(&html));
            }
        }
        let mut anna = signed_in(db, &acme, "anna").await;
        let declined = anna.post(&format!("{home}/ownership/decline"), &[("reason", "No")]).await;
        assert_eq!(declined.status, StatusCode::SEE_OTHER);
        assert_eq!(anna.get(&format!("{home}/ownership/offer")).await.status, StatusCode::CONFLICT);
        owner.post(&format!("{home}/ownership"), &fields).await;
        let gone = owner.post(&format!("{home}/ownership/withdraw"), &[("reason", "Not now")]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert_eq!(anna.post(&format!("{home}/ownership/accept"), &[("current", PASSWORD)]).await.status, StatusCode::CONFLICT);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Not now"));
    }
}
