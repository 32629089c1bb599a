//! A person leaves and a successor comes, through the forms of the pages.

use axum::http::StatusCode;
use seatwise_domain::users::UserState;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

on_both! {
    async fn n40_j10_the_deactivation_shows_its_effect_names_the_person_and_offers_three_choices(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("anna").leads("darcel", 3).leads_in("darcel", "won", 2).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/deactivate", acme.slug, acme.id_of("darcel"));
        let first = words(&browser.get(&path).await.text());
        assert!(first.contains("darcel@acme.example"), "{first}");
        let second = browser.get(&format!("{path}?step=2")).await.text();
        let choices: Vec<_> = second.split("name=\"leads\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(choices, ["to", "unassigned", "later"]);
        let heir = acme.id_of("anna").to_string();
        let third = words(&browser.get(&format!("{path}?step=3&leads=to&to={heir}")).await.text());
        assert!(third.contains("darcel@acme.example") && third.contains("anna"), "{third}");
        assert_eq!(acme.person("darcel").await.state, UserState::Active, "looking changes nothing");
    }

    async fn n40_n41_d2_the_three_steps_hand_over_and_the_toast_takes_it_back(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("anna").leads("darcel", 3).leads_in("darcel", "won", 2).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let user = format!("/a/{}/users/{}", acme.slug, acme.id_of("darcel"));
        let heir = acme.id_of("anna").to_string();
        let done = browser
            .post(&format!("{user}/deactivate"), &[("step", "3"), ("leads", "to"), ("to", &heir), ("reason", "left")])
            .await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", words(&done.text()));
        let page = browser.follow(done).await.text();
        assert_eq!(acme.leads_of("anna").await.len(), 3);
        assert_eq!(acme.leads_of("darcel").await.len(), 2);
        let undo = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|path| path.ends_with("/undo"));
        let undo = undo.expect("the page offers to undo").to_owned();
        let undone = browser.post(&undo, &[("reason", "too early")]).await;
        assert!(undone.status.is_redirection(), "{}", words(&undone.text()));
        assert_eq!(acme.leads_of("darcel").await.len(), 5);
    }

    async fn n29_l4_a_successor_is_invited_and_comes_through_the_link(db: &TestDb) {
        let mut acme = db.tenant().seats(2).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let sent = browser.post(&format!("/a/{}/users/new", acme.slug), &[("email", "vera@acme.example")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", words(&sent.text()));
        let mail = acme.mails().await.remove(0);
        acme.know("vera", mail.user);
        let token = mail.mail.token().expect("a link").to_owned();
        let mut vera = seatwise_testkit::http::Browser::new(&seatwise_testkit::app::router(db));
        let form = vera.get(&format!("/activate/{token}")).await;
        assert_eq!(form.status, StatusCode::OK);
        let fields = [("name", "Vera Successor"), ("password", PASSWORD), ("language", "uk")];
        let welcome = vera.post(&format!("/activate/{token}"), &fields).await;
        assert_eq!(welcome.status, StatusCode::SEE_OTHER, "{}", words(&welcome.text()));
        assert_eq!(vera.follow(welcome).await.status, StatusCode::OK);
        let person = acme.person("vera").await;
        assert_eq!((person.state, person.name.as_str()), (UserState::Active, "Vera Successor"));
    }

    async fn n55_without_a_seat_the_form_keeps_what_was_typed_and_leads_to_the_seats(db: &TestDb) {
        let acme = db.tenant().seats(1).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let refused = browser.post(&format!("/a/{}/users/new", acme.slug), &[("email", "vera@acme.example")]).await;
        assert!([StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY].contains(&refused.status), "{}", refused.status);
        let html = refused.text();
        assert!(html.contains("vera@acme.example"));
        assert!(html.contains(&format!("/a/{}/licences", acme.slug)), "{}", words(&html));
    }

    async fn z87_a_wrong_password_and_an_unknown_name_look_alike(db: &TestDb) {
        let acme = db.tenant().user("anna").leaver("darcel").pending("olena").build().await;
        let router = seatwise_testkit::app::router(db);
        let mut answers = Vec::new();
        for name in ["anna", "darcel", "olena", "nobody"] {
            let email = acme.email_of(name);
            let mut browser = seatwise_testkit::http::Browser::new(&router);
            let answer = browser.post("/sign-in", &[("email", &email), ("password", "wrong-password-here")]).await;
            answers.push((answer.status, words(&answer.text()).replace(&email, "")));
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "{answers:?}");
    }
}
