//! A person leaves and a successor comes, through the forms of the pages.

use axum::http::StatusCode;
use seatwise_domain::args;
use seatwise_domain::audit::{Audit, EventKind};
use seatwise_domain::authz::Caller;
use seatwise_domain::handover;
use seatwise_domain::jobs::Registry;
use seatwise_domain::records;
use seatwise_domain::store::Sql;
use seatwise_domain::users::{self, Deactivate, HandOverChoice, UserState};
use seatwise_testkit::app::router;
use seatwise_testkit::http::Browser;
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

/// Where the first button of a page sends to that takes something back.
fn way_back(page: &str) -> Option<String> {
    page.split("action=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .find(|path| path.ends_with("/undo"))
        .map(str::to_owned)
}

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
        let undo = way_back(&page).expect("the page offers to undo");
        let undone = browser.post(&undo, &[("reason", "too early")]).await;
        assert!(undone.status.is_redirection(), "{}", words(&undone.text()));
        assert_eq!(acme.leads_of("darcel").await.len(), 5);
    }

    async fn d2_the_leavers_page_lists_what_an_undo_left_with_who_changed_it_and_hands_over_again(db: &TestDb) {
        let acme = db.tenant().leaver("darcel").user("anna").leads("darcel", 3).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let user = format!("/a/{}/users/{}", acme.slug, acme.id_of("darcel"));
        let heir = acme.id_of("anna").to_string();
        browser.post(&format!("{user}/hand-over"), &[("step", "2"), ("leads", "to"), ("to", &heir)]).await;
        let touched = acme.leads_of("anna").await.remove(1);
        let anna = acme.as_user("anna").await;
        records::add_note(db, &anna, touched.id, "Called").await.expect("a note");
        let page = browser.get(&user).await.text();
        let undo = way_back(&page).expect("the page offers to undo");
        let page = browser.post(&undo, &[]).await;
        let page = browser.follow(page).await.text();
        assert_eq!(acme.leads_of("darcel").await.len(), 2);
        let told = words(&page);
        assert!(told.contains("1 lead was changed since and stays where it is:"), "{told}");
        assert!(page.contains(&format!("/leads/{}\">{}", touched.id, touched.title)), "{page}");
        assert!(told.contains(&format!("Added a note to {} anna · ", touched.title)), "{told}");
        let redo = way_back(&page).expect("the page offers to hand over again");
        assert_ne!(redo, undo);
        browser.post(&redo, &[]).await;
        assert_eq!(acme.leads_of("anna").await.len(), 3);
        let later = words(&browser.get(&user).await.text());
        assert!(!later.contains("stays where it is"), "the story of the newest is told: {later}");
    }

    async fn d2_the_audit_line_of_an_undo_lists_what_it_left_also_of_several_owners(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("boris").user("anna").leads("darcel", 1).leads("boris", 1).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let (one, other) = (acme.leads_of("darcel").await.remove(0), acme.leads_of("boris").await.remove(0));
        let heir = acme.id_of("anna").to_string();
        let (first, second) = (one.id.to_string(), other.id.to_string());
        let table = format!("/a/{}/leads?view=table", acme.slug);
        let fields = [("id", first.as_str()), ("id", &second), ("to", &heir), ("next", &table)];
        let done = browser.post(&format!("/a/{}/leads/assign", acme.slug), &fields).await;
        let page = browser.follow(done).await.text();
        records::add_note(db, &acme.as_user("anna").await, one.id, "Called").await.expect("a note");
        let undo = way_back(&page).expect("the toast takes it back");
        let undone = browser.post(&undo, &[]).await;
        let own = browser.follow(undone).await.text();
        let id = acme.audit().await.into_iter().find(|entry| entry.kind == EventKind::HandOverUndone).expect("a line").id;
        let audit = browser.get(&format!("/a/{}/audit/{id}", acme.slug)).await.text();
        for page in [own, audit] {
            let told = words(&page);
            assert!(told.contains("1 lead was changed since and stays where it is:"), "{told}");
            assert!(told.contains(&one.title) && told.contains(&format!("Added a note to {} anna · ", one.title)), "{told}");
        }
    }

    async fn what_the_operator_did_is_told_in_the_language_of_the_reader(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("anna").leads("darcel", 1).build().await;
        let operator = Caller::operator(acme.id);
        let command = Deactivate {
            user: acme.id_of("darcel"),
            hand_over: HandOverChoice::To(acme.id_of("anna")),
            stages: handover::Stages::Open,
            reason: String::new(),
            expected: None,
        };
        users::deactivate(db, &operator, &command).await.expect("a deactivation");
        let lead = acme.leads_of("anna").await.remove(0).id;
        let email = acme.email_of("owner");
        for (language, word) in [("en", "Operator"), ("de", "Betrieb"), ("ru", "Оператор"), ("zh", "运维")] {
            let mut browser = Browser::new(&router(db)).choosing(language);
            browser.post("/sign-in", &[("email", email.as_str()), ("password", PASSWORD)]).await;
            for path in [format!("users/{}", acme.id_of("darcel")), format!("leads/{lead}"), "audit".to_owned()] {
                let page = browser.get(&format!("/a/{}/{path}", acme.slug)).await.text();
                assert!(page.contains(word), "{language} {path}: {page}");
                assert!(!words(&page).contains(" operator"), "{language} {path}: {page}");
            }
        }
    }

    async fn f1_a_hand_over_that_stopped_says_so_and_somebody_else_goes_on_with_it(db: &TestDb) {
        let acme = db.tenant().admin("adam").user("darcel").user("anna").leads("darcel", 1).build().await;
        let adam = acme.as_user("adam").await;
        let command = handover::HandOverCommand {
            from: acme.id_of("darcel"),
            to: handover::Receiver::User(acme.id_of("anna")),
            stages: handover::Stages::Open,
            reason: String::new(),
            expected: None,
        };
        let begun = handover::manage(db, &adam, &command).await.expect("a hand-over");
        // As after the first of several batches whose job may not act any more.
        let mut tx = db.write().await.expect("a write");
        let sql = Sql::new("update hand_overs set state = 'running', total = 2").push(" where tenant_id = $?", args![acme.id]);
        tx.run(sql).await.expect("an update");
        tx.commit(Audit::Housekeeping).await.expect("a commit");
        let mut browser = signed_in(db, &acme, "owner").await;
        let user = format!("/a/{}/users/{}", acme.slug, acme.id_of("darcel"));
        let own = format!("/a/{}/hand-overs/{}", acme.slug, begun.id);
        for path in [&user, &own] {
            let page = words(&browser.get(path).await.text());
            assert!(page.contains("The hand-over stopped at 1 of 2."), "{page}");
        }
        let on = browser.post(&format!("{own}/resume"), &[("next", &user)]).await;
        assert_eq!(on.location(), user);
        let page = browser.follow(on).await.text();
        assert!(!words(&page).contains("stopped"), "{page}");
        assert!(page.contains("hx-trigger=\"every 2s\""), "{page}");
        assert_eq!(acme.audit().await[0].kind, EventKind::HandOverResumed);
        let refused = signed_in(db, &acme, "anna").await.post(&format!("{own}/resume"), &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        run_due(db, &Registry::default().with::<handover::Run>()).await;
        let page = browser.get(&own).await.text();
        assert!(!page.contains("every 2s"), "{page}");
    }

    async fn n40_the_last_step_says_how_many_move_refuses_another_number_and_leads_back_with_the_choice(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("anna").leads("darcel", 2).leads_in("darcel", "won", 1).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/deactivate", acme.slug, acme.id_of("darcel"));
        let heir = acme.id_of("anna").to_string();
        let third = browser.get(&format!("{path}?step=3&leads=to&chosen=yes&to={heir}&leave=prospecting")).await.text();
        assert!(third.contains("name=\"expected\" value=\"1\""), "{third}");
        let back = third.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|path| path.contains("step=2"));
        let back = back.expect("a way back").replace("&#38;", "&").replace("&amp;", "&");
        let second = browser.get(&back).await.text();
        assert!(second.contains(&format!("value=\"{heir}\" selected")), "{second}");
        assert!(second.contains("value=\"prospecting\" checked") && !second.contains("value=\"won\" checked"), "{second}");
        acme.add_leads("darcel", "won", 1).await;
        let fields = [("leads", "to"), ("chosen", "yes"), ("to", &heir), ("leave", "prospecting"), ("expected", "1")];
        let refused = browser.post(&path, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("name=\"expected\" value=\"2\""), "{}", refused.text());
        assert_eq!(acme.person("darcel").await.state, UserState::Active);
    }

    async fn p4_every_kind_of_what_points_at_a_leaver_leads_to_its_list(db: &TestDb) {
        let acme = db.tenant().user("darcel").leads("darcel", 1).build().await;
        let lead = acme.leads_of("darcel").await[0].id;
        records::add_note(db, &acme.as_user("darcel").await, lead, "Called").await.expect("a note");
        let mut browser = signed_in(db, &acme, "owner").await;
        let user = acme.id_of("darcel");
        for path in ["", "/deactivate"] {
            let page = browser.get(&format!("/a/{}/users/{user}{path}", acme.slug)).await.text();
            let page = page.replace("&#38;", "&").replace("&amp;", "&");
            assert!(page.contains(&format!("owner={user}&stage=prospecting")), "{page}");
            assert!(page.contains(&format!("/audit?actor={user}&kind=lead.note-added")), "{page}");
        }
    }

    async fn n44_n45_from_the_filter_to_the_leads_of_the_new_owner(db: &TestDb) {
        let made = db.tenant().leaver("darcel").user("anna").pending("olena").leads("darcel", 2);
        let acme = made.leads_in("darcel", "won", 1).leads_in("darcel", "lost", 1).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let list = browser.get(&format!("/a/{}/users?status=deactivated", acme.slug)).await.text();
        let manage = format!("/a/{}/users/{}/hand-over", acme.slug, acme.id_of("darcel"));
        assert!(list.contains(&format!("href=\"{manage}\"")) && words(&list).contains("Manage their leads"), "{list}");
        let page = browser.get(&manage).await.text();
        let anna = acme.id_of("anna").to_string();
        assert!(page.contains(&format!("<option value=\"{anna}\"")), "{page}");
        for stage in ["won", "lost"] {
            assert!(page.contains(&format!("name=\"leave[]\" value=\"{stage}\" checked")), "{stage} in {page}");
        }
        assert!(words(&page).contains("Recommended: leaving closed leads keeps past statistics"), "{}", words(&page));
        let done = browser.post(&manage, &[("step", "2"), ("leads", "to"), ("to", &anna), ("chosen", "yes"), ("leave[]", "won"), ("leave[]", "lost")]).await;
        assert!(done.status.is_redirection(), "{}", words(&done.text()));
        assert_eq!((acme.leads_of("anna").await.len(), acme.leads_of("darcel").await.len()), (2, 2));
        let left: Vec<String> = acme.leads_of("darcel").await.iter().map(|lead| lead.stage.as_str().to_owned()).collect();
        assert!(left.contains(&"won".to_owned()) && left.contains(&"lost".to_owned()), "{left:?}");
    }

    async fn n62_managing_leads_is_offered_for_closed_ones_too_and_a_reset_never_where_it_is_refused(db: &TestDb) {
        let acme = db.tenant().admin("adam").leaver("darcel").leads_in("darcel", "won", 1).build().await;
        let mut adam = signed_in(db, &acme, "adam").await;
        let at = |path: String| format!("/a/{}/users{path}", acme.slug);
        let leaver = format!("/{}/hand-over\"", acme.id_of("darcel"));
        for path in [at(format!("/{}", acme.id_of("darcel"))), at("?status=deactivated".to_owned())] {
            let page = adam.get(&path).await.text();
            assert!(page.contains(&leaver), "{page}");
        }
        let owner = at(format!("/{}", acme.id_of("owner")));
        assert!(!adam.get(&owner).await.text().contains("/reset-password"));
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = browser.get(&at(format!("/{}", acme.id_of("adam")))).await.text();
        assert!(page.contains("/reset-password"), "{page}");
    }

    async fn j16_the_audit_page_names_its_filters_and_gives_the_same_lines_as_a_file(db: &TestDb) {
        let acme = db.tenant().user("darcel").leads("darcel", 1).build().await;
        let lead = acme.leads_of("darcel").await[0].id;
        records::add_note(db, &acme.as_user("darcel").await, lead, "Called").await.expect("a note");
        let mut browser = signed_in(db, &acme, "owner").await;
        let audit = format!("/a/{}/audit", acme.slug);
        let query = format!("actor={}&kind=lead.note-added&subject={lead}", acme.id_of("darcel"));
        let page = browser.get(&format!("{audit}?{query}")).await.text();
        let told = words(&page);
        assert!(told.contains("Done by : darcel") || told.contains("Done by: darcel"), "{told}");
        assert!(told.contains("Concerns: darcel prospecting 1"), "{told}");
        let file = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|path| path.contains("/audit/export.csv"));
        let file = file.expect("a file").replace("&#38;", "&").replace("&amp;", "&");
        let csv = browser.get(&file).await.text();
        assert_eq!(csv.trim_end().lines().count(), 2, "{csv}");
        assert!(csv.contains("Added a note to darcel prospecting 1"), "{csv}");
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
