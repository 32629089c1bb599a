//! Every page opens, in every language, for those who may and for nobody else.

use axum::http::StatusCode;
use seatwise_domain::authn;
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
        format!("/users/{anna}/sessions/end"),
        format!("/users/{olena}/cancel-invitation"),
        format!("/users/{darcel}/hand-over"),
        format!("/users/{darcel}/reactivate"),
        "/leads".to_owned(),
        "/leads?view=board".to_owned(),
        "/leads/new".to_owned(),
        "/leads?view=table&owner_q=an".to_owned(),
        "/leads/unassigned".to_owned(),
        format!("/leads/{lead}"),
        format!("/leads/{lead}/edit"),
        "/statistics".to_owned(),
        format!("/statistics?period=year&user={anna}"),
        "/teams".to_owned(),
        "/groups".to_owned(),
        "/positions".to_owned(),
        "/sharing".to_owned(),
        "/roles".to_owned(),
        "/roles/check".to_owned(),
        "/roles?only=differences".to_owned(),
        "/roles/new?kind=set".to_owned(),
        "/roles/new?from=sales".to_owned(),
        "/roles/sales".to_owned(),
        "/roles/team-user".to_owned(),
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
        for page in ["/users/new", "/roles", "/licences", "/audit", "/outbox", "/settings"] {
            let answer = anna.get(&format!("/a/{}{page}", acme.slug)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{page}");
        }
        let forms = [
            ("anna", "edit"), ("anna", "deactivate"), ("anna", "reset-password"), ("anna", "sessions/end"),
            ("anna", "hand-over"), ("bohdan", "edit"), ("bohdan", "deactivate"), ("bohdan", "reset-password"),
            ("bohdan", "sessions/end"), ("olena", "cancel-invitation"), ("olena", "edit"),
            ("darcel", "hand-over"), ("darcel", "reactivate"), ("darcel", "edit"),
        ];
        for (name, form) in forms {
            let answer = anna.get(&format!("/a/{}/users/{}/{form}", acme.slug, acme.id_of(name))).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{form} of {name}: {}", words(&answer.text()));
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

    async fn j1_what_points_at_somebody_else_is_not_for_plain_users(db: &TestDb) {
        let acme = account(db).await;
        let admin = acme.as_user("bohdan").await;
        let token = authn::NewToken { name: "script".to_owned(), may_write: false, days: None };
        authn::create_token(db, &admin, &token).await.unwrap();
        let mut anna = signed_in(db, &acme, "anna").await;
        let mut bohdan = signed_in(db, &acme, "bohdan").await;
        let page = format!("/a/{}/users/{}", acme.slug, acme.id_of("bohdan"));
        let shown = words(&bohdan.get(&page).await.text());
        assert!(shown.contains("API token") && shown.contains("Permissions"), "{shown}");
        let hidden = words(&anna.get(&page).await.text());
        assert!(hidden.contains("bohdan@") && !hidden.contains("API token") && !hidden.contains("Permissions"), "{hidden}");
        let own = words(&anna.get(&format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"))).await.text());
        assert!(own.contains("Invite users: No Given by no role"), "{own}");
        assert!(own.contains("Edit leads: Yes Given by the roles, a team that is led, or the position"), "{own}");
    }

    async fn j4_a_person_s_page_says_what_he_may_do_and_why(db: &TestDb) {
        let acme = db.tenant().team_seats(1).team_user("tina").leaver("darcel").build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let page = |name: &str| format!("/a/{}/users/{}", acme.slug, acme.id_of(name));
        let tina = words(&owner.get(&page("tina")).await.text());
        assert!(tina.contains("Edit leads: No Not part of the seat: Team"), "{tina}");
        assert!(tina.contains("Add notes to leads: Yes Given by the roles, a team that is led, or the position"), "{tina}");
        let darcel = words(&owner.get(&page("darcel")).await.text());
        assert!(darcel.contains("Edit leads: No No sign-in in this status: Deactivated"), "{darcel}");
    }

    async fn p71_a_link_that_expired_has_its_own_pill_and_filter(db: &TestDb) {
        let mut acme = db.tenant().pending("olena").build().await;
        db.clock().advance(8 * 86_400);
        acme.invite("boris").await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let list = words(&owner.get(&format!("/a/{}/users?link=expired", acme.slug)).await.text());
        assert!(list.contains("olena@") && !list.contains("boris@"), "{list}");
        assert!(list.contains("olena@acme.example Link expired"), "{list}");
        let boris = words(&owner.get(&format!("/a/{}/users/{}", acme.slug, acme.id_of("boris"))).await.text());
        assert!(boris.contains("boris Pending"), "{boris}");
        let page = format!("/a/{}/users/{}", acme.slug, acme.id_of("olena"));
        let olena = words(&owner.get(&page).await.text());
        assert!(olena.contains("olena Link expired"), "{olena}");
        owner.post(&format!("{page}/resend"), &[]).await;
        let again = words(&owner.get(&page).await.text());
        assert!(again.contains("olena Pending"), "a new link counts anew: {again}");
    }

    async fn n31_a_person_becomes_admin_after_a_page_that_shows_the_change(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let mut anna = signed_in(db, &acme, "anna").await;
        let new = format!("/a/{}/users/new", acme.slug);
        assert_eq!(anna.get(&new).await.status, StatusCode::FORBIDDEN);
        let path = format!("/a/{}/users/{}/edit", acme.slug, acme.id_of("anna"));
        let form = owner.get(&path).await.text();
        let place = |name: &str| form.rfind(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name} in {form}"));
        for name in ["email", "login", "phone", "job_title", "language", "time_zone"] {
            assert!(place(name) < place("admin"), "{name} stands before the last property");
        }
        let fields = [("name", "anna"), ("email", "anna@acme.example"), ("admin", "on"), ("reason", "Runs the office")];
        let check = words(&owner.post(&path, &fields).await.text());
        assert!(check.contains("Role User Admin"), "{check}");
        assert_eq!(acme.person("anna").await.level.as_str(), "user", "the check changes nothing");
        let mut sure = fields.to_vec();
        sure.push(("confirmed", "yes"));
        owner.post(&path, &sure).await;
        assert_eq!(acme.person("anna").await.level.as_str(), "admin");
        assert_eq!(anna.get(&new).await.status, StatusCode::OK, "from the next request on");
    }

    async fn j5_k16_a_search_finds_the_person_and_every_way_leads_to_a_form_with_all_of_it(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let anna = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        let edit = format!("href=\"{anna}/edit\"");
        let list = owner.get(&format!("/a/{}/users?q=ann", acme.slug)).await.text();
        assert!(list.contains("anna@acme.example") && !list.contains("boris@acme.example"), "{list}");
        assert!(list.contains(&format!("href=\"{anna}\" data-row-link>anna</a>")), "the name leads to the person: {list}");
        assert!(list.contains(&edit), "so does the menu, at once");
        assert!(owner.get(&anna).await.text().contains(&edit));
        let form = owner.get(&format!("{anna}/edit")).await.text();
        for name in ["name", "login", "email", "admin", "phone", "picture"] {
            assert!(form.contains(&format!("name=\"{name}\"")), "{name} in {form}");
        }
    }

    async fn n62_the_menu_of_the_list_holds_the_acts_of_each_state(db: &TestDb) {
        let acme = db.tenant().user("anna").leaver("darcel").leads("darcel", 1).build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let list = owner.get(&format!("/a/{}/users", acme.slug)).await.text();
        let has = |name: &str, act: &str| list.contains(&format!("href=\"/a/{}/users/{}/{act}\"", acme.slug, acme.id_of(name)));
        for (act, here, left) in [
            ("edit", true, true), ("deactivate", true, false), ("reset-password", true, false), ("reactivate", false, true), ("hand-over", false, true),
        ] {
            assert_eq!((has("anna", act), has("darcel", act)), (here, left), "{act}");
        }
    }

    async fn n30_an_admin_sets_language_and_time_zone_and_gives_them_back(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/edit", acme.slug, acme.id_of("anna"));
        for (language, zone) in [("uk", "Europe/Kyiv"), ("", "")] {
            let fields = [
                ("name", "anna"), ("email", "anna@acme.example"), ("language", language), ("time_zone", zone), ("confirmed", "yes"),
            ];
            owner.post(&path, &fields).await;
            let anna = acme.person("anna").await;
            let wanted = |word: &str| Some(word.to_owned()).filter(|word| !word.is_empty());
            assert_eq!((anna.language, anna.time_zone), (wanted(language), wanted(zone)));
        }
        assert!(owner.get(&path).await.text().contains("name=\"time_zone\""));
    }

    async fn k17_the_id_shows_without_scripts(db: &TestDb) {
        let acme = account(db).await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let list = owner.get(&format!("/a/{}/users", acme.slug)).await.text();
        assert!(list.contains(&format!("title=\"{}\"", acme.id_of("anna"))));
    }

    async fn j4_k17_the_list_shows_name_role_state_and_id(db: &TestDb) {
        let acme = account(db).await;
        let mut browser = signed_in(db, &acme, "bohdan").await;
        let html = browser.get(&format!("/a/{}/users", acme.slug)).await.text();
        let text = words(&html);
        for word in ["anna", "Admin", "Pending", "Deactivated", "Active"] {
            assert!(text.contains(word), "{word} in {text}");
        }
        let anna = acme.id_of("anna").to_string();
        let row = html.split("<tr").find(|row| row.contains(&anna)).unwrap_or_else(|| panic!("{html}"));
        let at = |part: &str| row.find(part).unwrap_or_else(|| panic!("{part} in {row}"));
        let id = at(&format!("title=\"{anna}\""));
        assert!(at("data-row-link>anna</a>") < id && id < at("anna@acme.example"), "the id stands beside the name: {row}");
        let cells: Vec<String> = row.split("<td").map(|cell| words(&format!("<td{cell}"))).collect();
        assert_eq!(cells.iter().filter(|cell| cell.trim() == "Sales").count(), 2, "role and seat, which decide what he may do: {cells:?}");
        for act in ["edit", "deactivate"] {
            assert!(row.contains(&format!("/users/{anna}/{act}\"")), "{act} in {row}");
        }
        assert!(html.contains(&format!("href=\"/a/{}/users/new\"", acme.slug)), "{html}");
        assert!(text.find("anna") < text.find("darcel"), "who has left comes last");
    }
}
