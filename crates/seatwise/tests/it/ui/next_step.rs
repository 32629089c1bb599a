//! What pages refuse, with the reason and the next step.

use axum::http::StatusCode;
use seatwise_domain::audit::{EventKind, REASON_MAX};
use seatwise_domain::authz::Level;
use seatwise_domain::teams;
use seatwise_domain::users::UserState;
use seatwise_testkit::http::Answer;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};
use crate::api::PIXEL;

/// Asserts that it is refused in these words.
#[track_caller]
fn refused(answer: &Answer, status: StatusCode, told: &[&str]) {
    let text = words(&answer.text());
    assert_eq!(answer.status, status, "{text}");
    for words in told {
        assert!(text.contains(words), "{words} in {text}");
    }
}

on_both! {
    async fn k15_nobody_pending_is_assigned_leads_on_a_page(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leads("anna", 2).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let olena = acme.id_of("olena").to_string();
        let leads: Vec<String> = acme.leads_of("anna").await.iter().map(|lead| lead.id.to_string()).collect();
        let leads_page = format!("/a/{}/leads", acme.slug);
        let one = browser.post(&format!("{leads_page}/{}/assign", leads[0]), &[("to", &olena)]).await;
        let many = browser.post(&format!("{leads_page}/assign"), &[("id", &leads[0]), ("id", &leads[1]), ("to", &olena)]).await;
        for answer in [one, many] {
            refused(&answer, StatusCode::CONFLICT, &["has not signed in yet", "wait for the first sign-in"]);
        }
        assert_eq!(acme.leads_of("anna").await.len(), 2);
    }

    async fn n40_n41_handing_over_without_an_heir_is_refused_also_when_only_closed_leads_are_there(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("anna").leads_in("darcel", "won", 2).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/deactivate", acme.slug, acme.id_of("darcel"));
        let step = browser.get(&format!("{path}?step=3&leads=to&chosen=yes&to=")).await;
        refused(&step, StatusCode::UNPROCESSABLE_ENTITY, &["Choose who gets the leads."]);
        for fields in [&[("leads", "to"), ("to", "")][..], &[("step", "3")]] {
            let answer = browser.post(&path, fields).await;
            refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, &["Choose who gets the leads."]);
        }
        assert_eq!(acme.person("darcel").await.state, UserState::Active);
        let done = browser.post(&path, &[("leads", "later")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", words(&done.text()));
        assert_eq!(acme.person("darcel").await.state, UserState::Deactivated);
    }

    async fn n31_a_team_seat_has_no_tick_for_admins_and_a_sent_one_is_refused(db: &TestDb) {
        let acme = db.tenant().team_seats(2).team_user("tina").user("anna").build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let edit = |name: &str| format!("/a/{}/users/{}/edit", acme.slug, acme.id_of(name));
        assert!(!browser.get(&edit("tina")).await.text().contains("name=\"admin\""));
        assert!(browser.get(&edit("anna")).await.text().contains("name=\"admin\""));
        for confirmed in [&[][..], &[("confirmed", "yes")]] {
            let fields = [&[("name", "tina"), ("email", "tina@acme.example"), ("admin", "on")][..], confirmed].concat();
            let answer = browser.post(&edit("tina"), &fields).await;
            refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, &["Admins need a sales seat", "Change the seat first"]);
        }
        let new = format!("/a/{}/users/new", acme.slug);
        assert!(words(&browser.get(&new).await.text()).contains("Admins need a sales seat."));
        let fields = [("email", "new@acme.example"), ("seat", "team"), ("level", "admin")];
        let answer = browser.post(&new, &fields).await;
        refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, &["Change the seat first"]);
        assert_eq!(acme.person("tina").await.level, Level::User);
    }

    async fn j16_k16_team_picture_and_role_are_changed_with_a_reason(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let team = teams::create(db, &acme.as_owner().await, "Nord").await.unwrap().id.to_string();
        let mut browser = signed_in(db, &acme, "owner").await;
        let anna = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        let id = acme.id_of("anna").to_string();
        browser.post(&format!("{anna}/teams"), &[("team", &team), ("reason", "New region")]).await;
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("New region"));
        let page = browser.get(&format!("{anna}/edit")).await.text();
        for id in ["picture-reason", "reason"] {
            assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        }
        let leave = format!("/a/{}/teams/{team}/members/remove", acme.slug);
        assert!(page.contains(&format!("href=\"{leave}?user={id}&amp;next=")) || page.contains(&format!("href=\"{leave}?user={id}&#38;next=")), "{page}");
        browser.post(&leave, &[("user", &id), ("reason", "Moved")]).await;
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Moved"));
        browser.upload(&format!("{anna}/picture"), &[("reason", "Badge")], ("picture", "a.png", PIXEL)).await;
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind, line.reason.as_deref()), (EventKind::PictureChanged, Some("Badge")));
        browser.post(&format!("{anna}/picture/remove"), &[("reason", "Asked to")]).await;
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Asked to"));
        let fields = [("name", "anna"), ("email", "anna@acme.example"), ("admin", "on"), ("reason", "Leads the office"), ("confirmed", "yes")];
        browser.post(&format!("{anna}/edit"), &fields).await;
        assert_eq!(acme.person("anna").await.level, Level::Admin);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Leads the office"));
    }

    async fn j16_a_reason_that_is_too_long_comes_back_beside_its_field(db: &TestDb) {
        let acme = db.tenant().user("anna").leads("anna", 1).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let anna = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        let long = "x".repeat(REASON_MAX + 1);
        let edited = [("name", "Anna"), ("email", "anna@acme.example"), ("reason", &long)];
        let left = [("leads", "later"), ("reason", long.as_str())];
        let moved = [("leads", "unassigned"), ("reason", long.as_str())];
        let new = [("email", "new@acme.example"), ("reason", long.as_str())];
        for (path, fields) in [
            (format!("{anna}/edit"), &edited[..]),
            (format!("{anna}/deactivate"), &left),
            (format!("{anna}/hand-over"), &moved),
            (format!("/a/{}/users/new", acme.slug), &new),
            (format!("{anna}/reset-password"), &left[1..]),
        ] {
            let answer = browser.post(&path, fields).await;
            refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, &["Give a reason of at most 500 characters."]);
        }
        let form = browser.get(&format!("{anna}/deactivate?step=3&leads=later")).await.text();
        assert!(form.contains(&format!("maxlength=\"{REASON_MAX}\"")), "{form}");
        assert_eq!(acme.person("anna").await.state, UserState::Active);
    }

    async fn n62_a_password_is_reset_only_where_there_is_one(db: &TestDb) {
        let acme = db.tenant().pending("olena").leaver("gone").build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let at = |name: &str| format!("/a/{}/users/{}/reset-password", acme.slug, acme.id_of(name));
        let told = ["has not signed in yet", "Send the activation mail again."];
        refused(&browser.get(&at("olena")).await, StatusCode::CONFLICT, &told);
        refused(&browser.post(&at("olena"), &[]).await, StatusCode::CONFLICT, &told);
        refused(&browser.get(&at("gone")).await, StatusCode::CONFLICT, &["no access at present"]);
    }

    async fn k3_k14_a_login_alone_needs_a_password(db: &TestDb) {
        let acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let answer = browser.post(&format!("/a/{}/users/new", acme.slug), &[("login", "ivo"), ("phone", "+49 30 12")]).await;
        refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, &["needs a password", "Set a password and pass it on yourself"]);
        assert!(answer.text().contains("value=\"ivo\"") && answer.text().contains("<details class=\"group\" open"));
        assert_eq!(acme.seats().await.used, 1);
    }

    async fn k3_k6_phone_role_and_address_are_kept_and_the_mail_goes_out(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let fields = [
            ("name", "Ivo Stacker"), ("email", "ivo@acme.example"), ("login", "ivo"), ("phone", "+49 30 12"), ("level", "admin"), ("seat", "regular"),
        ];
        let answer = browser.post(&format!("/a/{}/users/new", acme.slug), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        acme.know("ivo", answer.location().rsplit('/').next().unwrap().parse().unwrap());
        let ivo = acme.person("ivo").await;
        assert_eq!((ivo.name.as_str(), ivo.login.as_deref(), ivo.phone.as_deref()), ("Ivo Stacker", Some("ivo"), Some("+49 30 12")));
        assert_eq!((ivo.level, ivo.state), (Level::Admin, UserState::Pending));
        let mail = acme.mails_to("ivo").await.remove(0);
        assert_eq!(mail.address, "ivo@acme.example");
        let token = mail.mail.token().expect("a link").to_owned();
        let fields = [("name", "Ivo Stacker"), ("password", PASSWORD)];
        let mut ivo = seatwise_testkit::http::Browser::new(&seatwise_testkit::app::router(db));
        assert_eq!(ivo.post(&format!("/activate/{token}"), &fields).await.status, StatusCode::SEE_OTHER);
        let page = browser.get(&format!("/a/{}/users/{}", acme.slug, acme.id_of("ivo"))).await.text();
        assert!(page.contains("+49 30 12"), "{page}");
    }

    async fn j16_who_has_left_leads_no_team(db: &TestDb) {
        let acme = db.tenant().leaver("gone").build().await;
        let team = teams::create(db, &acme.as_owner().await, "Nord").await.unwrap().id.to_string();
        let mut browser = signed_in(db, &acme, "owner").await;
        let gone = format!("/a/{}/users/{}", acme.slug, acme.id_of("gone"));
        assert!(!browser.get(&format!("{gone}/edit")).await.text().contains("name=\"leads\""));
        let answer = browser.post(&format!("{gone}/teams"), &[("team", &team), ("leads", "on")]).await;
        refused(&answer, StatusCode::CONFLICT, &["A deactivated user cannot lead a team.", "reactivate the user first"]);
        browser.post(&format!("{gone}/teams"), &[("team", &team)]).await;
        let page = browser.get(&format!("/a/{}/teams/{team}", acme.slug)).await.text();
        assert!(words(&page).contains("gone") && !page.contains("name=\"leads\""), "{page}");
    }
}
