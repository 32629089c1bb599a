//! Every page opens, in every language, for those who may and for nobody else.

use axum::http::StatusCode;
use seatwise_domain::users::{self, Edit};
use seatwise_testkit::app::router;
use seatwise_testkit::http::Browser;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

async fn account(db: &TestDb) -> Tenant {
    let tenant = db
        .tenant()
        .admin("bohdan")
        .user("anna")
        .pending("olena")
        .leaver("darcel");
    tenant
        .leads("anna", 2)
        .leads("darcel", 2)
        .leads_in("anna", "won", 1)
        .leads("", 1)
        .build()
        .await
}

/// Every page of an account with something on it.
async fn pages(acme: &Tenant) -> Vec<String> {
    let lead = acme.leads_of("anna").await[0].id;
    let mail = acme.mails().await[0].id;
    let event = acme.audit().await[0].id;
    let (anna, olena, darcel) = (
        acme.id_of("anna"),
        acme.id_of("olena"),
        acme.id_of("darcel"),
    );
    let pages = [
        "/users".to_owned(),
        "/users?status=deactivated".to_owned(),
        "/users?q=nobody-has-this-name".to_owned(),
        "/users/new".to_owned(),
        format!("/users/{anna}"),
        format!("/users/{olena}"),
        format!("/users/{darcel}"),
        format!("/users/{anna}/edit"),
        format!("/users/{anna}/deactivate"),
        format!("/users/{anna}/deactivate?step=2"),
        format!("/users/{anna}/deactivate?step=3&leads=unassigned"),
        format!("/users/{anna}/reset-password"),
        format!("/users/{darcel}/hand-over"),
        format!("/users/{darcel}/reactivate"),
        "/leads".to_owned(),
        "/leads?view=board".to_owned(),
        "/leads/new".to_owned(),
        "/leads?view=table&owner_q=an".to_owned(),
        "/leads/unassigned".to_owned(),
        format!("/leads/{lead}"),
        format!("/leads/{lead}/edit"),
        "/teams".to_owned(),
        "/settings".to_owned(),
        "/licences".to_owned(),
        "/audit".to_owned(),
        format!("/audit?actor={anna}&subject={lead}&period=day"),
        format!("/audit/{event}"),
        "/outbox".to_owned(),
        format!("/outbox/{mail}"),
        "/palette?q=an".to_owned(),
        "/me".to_owned(),
    ];
    pages
        .into_iter()
        .map(|page| format!("/a/{}{page}", acme.slug))
        .collect()
}

on_both! {
    async fn j3_every_page_opens_in_every_language(db: &TestDb) {
        let acme = account(db).await;
        let pages = pages(&acme).await;
        let mut browser = signed_in(db, &acme, "bohdan").await;
        let mut english = Vec::new();
        for language in ["en", "de", "ru", "uk", "zh"] {
            let speak = Edit { language: Some(language.to_owned()), ..Edit::default() };
            users::edit(db, &acme.as_owner().await, acme.id_of("bohdan"), &speak).await.unwrap();
            for (number, page) in pages.iter().enumerate() {
                let answer = browser.get(page).await;
                assert_eq!(answer.status, StatusCode::OK, "{page} in {language}: {}", words(&answer.text()));
                let html = answer.text();
                assert_eq!(html.matches("<h1").count(), 1, "{page} in {language}");
                assert!(html.contains(&format!("<html lang=\"{language}")), "{page} in {language}");
                assert!(!html.contains("style=\""), "{page} has an inline style");
                let text = words(&html);
                if language == "en" {
                    english.push(text);
                } else {
                    assert_ne!(text, english[number], "{page} is in English for {language}");
                }
            }
        }
    }

    async fn a_stranger_is_sent_to_the_sign_in_page_and_another_account_sees_nothing(db: &TestDb) {
        let acme = account(db).await;
        let other = db.tenant().named("Other").build().await;
        let mut stranger = Browser::new(&router(db));
        let mut neighbour = signed_in(db, &other, "owner").await;
        for page in pages(&acme).await {
            let answer = stranger.get(&page).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{page}");
            assert!(answer.location().starts_with("/sign-in"), "{page} leads to {}", answer.location());
            let within_other = page.replacen(&acme.slug, &other.slug, 1);
            let answer = neighbour.get(&within_other).await;
            let text = words(&answer.text());
            for secret in ["anna@", "darcel@", "olena@", "anna prospecting"] {
                assert!(!text.contains(secret), "{within_other} shows {secret}");
            }
            // A filter by somebody of another account finds nothing; an address of theirs is not there.
            let path = page.split('?').next().unwrap();
            if ["usr_", "lead_", "evt_", "mail_"].iter().any(|id| path.contains(id)) {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{within_other}");
            }
        }
    }

    async fn j1_a_plain_user_finds_no_way_to_change_people(db: &TestDb) {
        let acme = account(db).await;
        let mut anna = signed_in(db, &acme, "anna").await;
        let darcel = acme.id_of("darcel");
        for page in ["/users/new", "/licences", "/audit", "/outbox", "/settings"] {
            let answer = anna.get(&format!("/a/{}{page}", acme.slug)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{page}");
        }
        for act in ["deactivate", "reactivate", "edit", "hand-over", "resend", "reset-password"] {
            let answer = anna.post(&format!("/a/{}/users/{darcel}/{act}", acme.slug), &[("reason", "x")]).await;
            assert!(
                [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&answer.status),
                "{act}: {} {}", answer.status, words(&answer.text())
            );
        }
        let before = acme.person("darcel").await;
        assert_eq!(before.state.as_str(), "deactivated");
        let list = words(&anna.get(&format!("/a/{}/users", acme.slug)).await.text());
        assert!(!list.contains("New user"), "{list}");
    }

    async fn j4_k17_the_list_shows_name_role_state_and_id(db: &TestDb) {
        let acme = account(db).await;
        let mut browser = signed_in(db, &acme, "bohdan").await;
        let html = browser.get(&format!("/a/{}/users", acme.slug)).await.text();
        let text = words(&html);
        for word in ["anna", "Admin", "Pending", "Deactivated", "Active"] {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert!(html.contains(&acme.id_of("anna").to_string()));
        assert!(text.find("anna") < text.find("darcel"), "who has left comes last");
    }
}
