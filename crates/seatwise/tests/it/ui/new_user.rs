//! A new person through the form: what it asks, what it advises, and when a mail goes out.

use axum::http::{StatusCode, header};
use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::Level;
use seatwise_domain::teams;
use seatwise_domain::tenants::{Ask, Settings, UserField, UserForm};
use seatwise_domain::users::UserState;
use seatwise_testkit::app::router;
use seatwise_testkit::http::Browser;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};
use crate::api::PIXEL;

on_both! {
    async fn k3_name_login_email_role_phone_password_and_picture_are_taken_at_once(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let fields = [
            ("name", "Vera Vogel"), ("login", "vera"), ("email", "vera@acme.example"), ("level", "admin"), ("phone", "+49 30 12"), ("password", PASSWORD),
        ];
        let html = browser.get(&new).await.text();
        for name in fields.map(|(name, _)| name).into_iter().chain(["picture"]) {
            assert!(html.contains(&format!("name=\"{name}\"")), "{name} in {html}");
        }
        let answer = browser.upload(&new, &fields, ("picture", "vera.png", PIXEL)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        acme.know("vera", answer.location().rsplit('/').next().unwrap().parse().unwrap());
        let vera = acme.person("vera").await;
        assert_eq!((vera.name.as_str(), vera.login.as_deref(), vera.email.as_deref()), ("Vera Vogel", Some("vera"), Some("vera@acme.example")));
        assert_eq!((vera.level, vera.phone.as_deref(), vera.picture.is_some()), (Level::Admin, Some("+49 30 12"), true));
        let mut own = Browser::new(&router(db));
        let signed = own.post("/sign-in", &[("email", "vera"), ("password", PASSWORD)]).await;
        assert_eq!(signed.location(), format!("/a/{}/", acme.slug));
    }

    async fn decision6_the_form_shows_what_the_account_asks_for_and_marks_what_it_needs(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let has = |html: &str, name: &str| html.contains(&format!("name=\"{name}\""));
        let html = browser.get(&new).await.text();
        for (name, shown) in [("email", true), ("login", true), ("phone", true), ("gender", false), ("password", false), ("change", false)] {
            assert_eq!(has(&html, name), shown, "{name}");
        }
        let asks = UserForm::default()
            .asking(UserField::Phone, Ask::Required)
            .asking(UserField::Gender, Ask::Optional)
            .asking(UserField::JobTitle, Ask::Hidden);
        acme.choose(Settings { user_form: asks, admin_sets_password: true, ..Settings::default() }).await;
        let html = browser.get(&new).await.text();
        for (name, shown) in [("phone", true), ("gender", true), ("job_title", false), ("password", true), ("change", true)] {
            assert_eq!(has(&html, name), shown, "{name}");
        }
        let phone = html.split("name=\"phone\"").nth(1).and_then(|rest| rest.split('>').next()).unwrap();
        assert!(phone.contains(" required"), "{phone}");
        assert!(html.contains("<details class=\"group\" open"), "what is needed is not folded away");
        let answer = browser.post(&new, &[("email", "vera@acme.example")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&answer.text()).contains("This account asks for the phone number"), "{}", words(&answer.text()));
        let answer = browser.post(&new, &[("email", "vera@acme.example"), ("job_title", "Sales"), ("phone", "1")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(acme.seats().await.used, 1);
    }

    async fn decision9_who_got_a_password_chooses_an_own_one_at_the_first_sign_in(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let html = browser.get(&new).await.text();
        assert!(html.contains("name=\"change\" value=\"on\" checked"), "{html}");
        let fields = [("login", "ivo"), ("password", PASSWORD), ("change", "on")];
        let answer = browser.post(&new, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        acme.know("ivo", answer.location().rsplit('/').next().unwrap().parse().unwrap());
        let mut ivo = Browser::new(&router(db));
        let first = ivo.post("/sign-in", &[("email", "ivo"), ("password", PASSWORD)]).await;
        let link = first.location().to_owned();
        assert!(link.starts_with("/reset/"), "{link}");
        assert_eq!(acme.person("ivo").await.state, UserState::Active, "the first sign-in counts (K14)");
        let home = format!("/a/{}/", acme.slug);
        assert!(ivo.get(&home).await.location().starts_with("/sign-in"), "nothing else is possible yet");
        let asked = words(&ivo.get(&link).await.text());
        assert!(asked.contains("An admin chose your password. Choose your own one"), "{asked}");
        let again = ivo.post("/sign-in", &[("email", "ivo"), ("password", PASSWORD)]).await;
        assert!(again.location().starts_with("/reset/"), "asked for as long as it was not changed");
        let chosen = "quick-heron-maps-9-rivers";
        let done = ivo.post(again.location(), &[("password", chosen)]).await;
        assert_eq!(done.location(), "/sign-in", "{}", words(&done.text()));
        assert_eq!(ivo.post("/sign-in", &[("email", "ivo"), ("password", PASSWORD)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let own = ivo.post("/sign-in", &[("email", "ivo"), ("password", chosen)]).await;
        assert_eq!(own.location(), home);
        assert!(acme.mails().await.is_empty(), "a password is never mailed");
    }

    async fn k3_a_picture_is_chosen_in_the_form_and_kept_with_the_new_person(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let html = browser.get(&new).await.text();
        assert!(html.contains("enctype=\"multipart/form-data\"") && html.contains("name=\"picture\" type=\"file\""), "{html}");
        let fields = [("email", "vera@acme.example"), ("name", "Vera")];
        let answer = browser.upload(&new, &fields, ("picture", "vera.png", PIXEL)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        acme.know("vera", answer.location().rsplit('/').next().unwrap().parse().unwrap());
        let etag = acme.person("vera").await.picture.expect("a picture");
        let shown = browser.get(&format!("{}/picture", answer.location())).await;
        assert_eq!(shown.header(header::ETAG).trim_matches('"'), etag);
        let line = acme.audit().await.into_iter().find(|line| line.kind == EventKind::UserCreated).unwrap();
        let kept = line.changes.iter().find(|change| change.field == "picture").map(|change| change.after.clone());
        assert_eq!(kept, Some(etag.into()));
        let none = [("email", "ivo@acme.example")];
        let answer = browser.upload(&new, &none, ("picture", "", b"")).await;
        acme.know("ivo", answer.location().rsplit('/').next().unwrap().parse().unwrap());
        assert_eq!(acme.person("ivo").await.picture, None);
    }

    async fn k3_a_bad_picture_refuses_the_whole_form_and_nothing_is_made(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let large = vec![0_u8; 6 * 1024 * 1024];
        let (lines, mails) = (acme.audit().await.len(), acme.mails().await.len());
        for bytes in [b"<svg onload='x'/>".as_slice(), large.as_slice()] {
            let fields = [("email", "vera@acme.example"), ("reason", "Successor of Darcel")];
            let answer = browser.upload(&new, &fields, ("picture", "vera.png", bytes)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let html = answer.text();
            assert!(html.contains("value=\"vera@acme.example\"") && html.contains("Successor of Darcel"), "{html}");
            let page = words(&html);
            assert!(page.contains("This picture cannot be used.") && page.contains("Choose the picture again"), "{page}");
        }
        assert_eq!(acme.seats().await.used, 1, "no seat is taken");
        assert_eq!((acme.audit().await.len(), acme.mails().await.len()), (lines, mails));
        let again = browser.upload(&new, &[("email", "vera@acme.example")], ("picture", "", b"")).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "the address is still free");
    }

    async fn k3_somebody_without_an_address_gets_login_and_password_and_signs_in(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let fields = [("name", "Ivo Stacker"), ("login", "ivo"), ("password", PASSWORD), ("phone", "+49 30 12"), ("level", "user")];
        let answer = browser.post(&new, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        let id = answer.location().rsplit('/').next().unwrap().parse().unwrap();
        acme.know("ivo", id);
        assert_eq!(acme.person("ivo").await.state, UserState::Pending);
        assert!(acme.mails().await.is_empty());
        let mut ivo = Browser::new(&router(db));
        let answer = ivo.post("/sign-in", &[("email", "ivo"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        assert_eq!(acme.person("ivo").await.state, UserState::Active);
    }

    async fn k3_a_weak_password_comes_back_beside_what_was_typed_and_is_not_shown(db: &TestDb) {
        let acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let answer = browser.post(&new, &[("login", "ivo"), ("password", "short-one")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let html = answer.text();
        assert!(html.contains("value=\"ivo\"") && !html.contains("short-one"), "{html}");
        assert!(html.contains("<details class=\"group\" open") && html.contains("At least 12 characters"), "{html}");
        assert_eq!(acme.seats().await.used, 1);
    }

    async fn l2_the_form_takes_form_of_address_job_title_and_team(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let asks = UserForm::default().asking(UserField::Gender, Ask::Optional);
        acme.choose(Settings { user_form: asks, ..Settings::default() }).await;
        let team = teams::create(db, &acme.as_owner().await, "Nord").await.unwrap();
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let team_id = team.id.to_string();
        let fields = [
            ("email", "vera@acme.example"), ("name", "Vera"), ("gender", "Dr."), ("job_title", "Field sales"), ("team", team_id.as_str()),
        ];
        let answer = browser.post(&new, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        acme.know("vera", answer.location().rsplit('/').next().unwrap().parse().unwrap());
        let vera = acme.person("vera").await;
        assert_eq!((vera.gender.as_deref(), vera.job_title.as_deref()), (Some("Dr."), Some("Field sales")));
        let page = words(&browser.get(&format!("/a/{}/teams/{team_id}", acme.slug)).await.text());
        assert!(page.contains("Vera") && page.contains("1 member"), "{page}");
    }

    async fn l5_without_a_team_the_form_advises_to_create_teams_first(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let html = browser.get(&new).await.text();
        let teams_page = format!("/a/{}/teams", acme.slug);
        assert!(html.contains("There is no team yet.") && html.contains(&format!("<a href=\"{teams_page}\"")), "{html}");
        let answer = browser.post(&teams_page, &[("name", "Nord")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        let html = browser.get(&new).await.text();
        assert!(!html.contains("There is no team yet.") && html.contains(">Nord<"), "{html}");
    }

    async fn l3_the_settings_say_whether_the_mail_goes_out_at_once_and_the_other_button_differs(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        for (at_once, other) in [(true, "later"), (false, "now")] {
            acme.choose(Settings { mail_at_once: at_once, ..Settings::default() }).await;
            let html = browser.get(&new).await.text();
            assert!(html.contains(&format!("name=\"send\" value=\"{other}\"")), "{html}");
            let plain = format!("plain-{at_once}@acme.example");
            browser.post(&new, &[("email", &plain)]).await;
            let asked = format!("asked-{at_once}@acme.example");
            browser.post(&new, &[("email", &asked), ("send", other)]).await;
            let mails = acme.mails().await;
            let mailed = |address: &str| mails.iter().any(|mail| mail.address == address);
            assert_eq!((mailed(&plain), mailed(&asked)), (at_once, !at_once));
        }
    }
}
