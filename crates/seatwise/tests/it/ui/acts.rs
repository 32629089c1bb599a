//! What is done to one person or to many through the pages, each asked once and said afterwards.

use axum::http::StatusCode;
use seatwise_domain::audit::EventKind;
use seatwise_domain::teams;
use seatwise_domain::users::{HandOverChoice, UserState};
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};
use crate::api::PIXEL;

on_both! {
    async fn j10_p70_an_invitation_is_withdrawn_on_a_page_that_names_the_person(db: &TestDb) {
        let acme = db.tenant().seats(2).pending("olena").build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/cancel-invitation", acme.slug, acme.id_of("olena"));
        let list = browser.get(&format!("/a/{}/users?status=pending", acme.slug)).await.text();
        assert!(words(&list).contains("olena") && list.contains(&format!("href=\"{path}\"")), "{}", words(&list));
        let asked = browser.get(&path).await;
        assert_eq!(asked.status, StatusCode::OK);
        let text = words(&asked.text());
        for word in ["olena", "olena@acme.example", "seat (Sales) is free again", "Reason"] {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert_eq!(acme.seats().await.free, 0, "looking changes nothing");
        let done = browser.post(&path, &[("reason", "Wrong address")]).await;
        let after = words(&browser.follow(done).await.text());
        assert!(after.contains("The invitation of olena is withdrawn"), "{after}");
        assert_eq!(acme.seats().await.free, 1);
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind, line.reason.as_deref()), (EventKind::InvitationCancelled, Some("Wrong address")));
        assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
    }

    async fn j7_j10_taking_somebody_out_of_a_team_asks_first_and_names_person_and_team(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let owner = acme.as_owner().await;
        let nord = teams::create(db, &owner, "Nord").await.unwrap().id;
        let (anna, boris) = (acme.id_of("anna"), acme.id_of("boris"));
        teams::add_members(db, &owner, nord, &[anna], true, "").await.unwrap();
        let mut browser = signed_in(db, &acme, "owner").await;
        let team = format!("/a/{}/teams/{nord}", acme.slug);
        for page in [team.clone(), format!("/a/{}/users/{anna}/edit", acme.slug)] {
            let html = browser.get(&page).await.text();
            let link = html.split("href=\"").filter_map(|rest| rest.split('"').next()).find(|href| href.contains("/members/remove?"));
            let link = link.unwrap_or_else(|| panic!("{html}")).replace("&amp;", "&").replace("&#38;", "&");
            assert!(!html.contains(&format!("action=\"{team}/members/remove\"")), "no button does it without asking");
            let asked = browser.get(&link).await;
            assert_eq!(asked.status, StatusCode::OK, "{link}");
            let text = words(&asked.text());
            for word in ["Take anna out of Nord", "anna@acme.example", &anna.to_string(), "leads this team", "Reason"] {
                assert!(text.contains(word), "{word} in {text}");
            }
            assert!(asked.text().contains(&format!("name=\"next\" value=\"{page}\"")), "{}", asked.text());
        }
        let moves = async || acme.audit().await.iter().filter(|line| line.kind == EventKind::TeamsChanged).count();
        assert_eq!(moves().await, 1);
        let page = format!("{team}/members/remove");
        for (user, wanted) in [(boris.to_string(), StatusCode::NOT_FOUND), ("nobody".to_owned(), StatusCode::NOT_FOUND)] {
            assert_eq!(browser.get(&format!("{page}?user={user}")).await.status, wanted, "{user}");
        }
        let mut plain = signed_in(db, &acme, "boris").await;
        assert_eq!(plain.get(&format!("{page}?user={anna}")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(moves().await, 1, "asking changes nothing");
        let elsewhere = browser.get(&format!("{page}?user={anna}&next=https://else.example/")).await.text();
        assert!(!elsewhere.contains("=\"https://else.example"), "{elsewhere}");
        let done = browser.post(&page, &[("user", &anna.to_string()), ("next", &team), ("reason", "Moved")]).await;
        assert_eq!(done.location(), team);
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind, line.reason.as_deref()), (EventKind::TeamsChanged, Some("Moved")));
    }

    async fn j7_j10_removing_somebody_elses_picture_asks_first_and_the_own_one_goes_at_once(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let anna = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        let page = format!("{anna}/picture/remove");
        assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND, "there is no picture yet");
        browser.upload(&format!("{anna}/picture"), &[], ("picture", "anna.png", PIXEL)).await;
        let edit = browser.get(&format!("{anna}/edit")).await.text();
        assert!(edit.contains(&format!("href=\"{page}\"")) && !edit.contains(&format!("formaction=\"{page}\"")), "{edit}");
        let asked = words(&browser.get(&page).await.text());
        for word in ["Remove the picture of anna", "anna@acme.example", &acme.id_of("anna").to_string(), "Reason"] {
            assert!(asked.contains(word), "{word} in {asked}");
        }
        assert!(acme.person("anna").await.picture.is_some(), "asking changes nothing");
        let done = browser.post(&page, &[("reason", "Asked to")]).await;
        assert_eq!(done.location(), format!("{anna}/edit"));
        assert_eq!(acme.person("anna").await.picture, None);
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind, line.reason.as_deref()), (EventKind::PictureChanged, Some("Asked to")));
        let me = format!("/a/{}/me", acme.slug);
        browser.upload(&format!("{me}/picture"), &[], ("picture", "me.png", PIXEL)).await;
        assert!(browser.get(&me).await.text().contains(&format!("formaction=\"{me}/picture/remove\"")));
    }

    async fn j10_signing_somebody_out_says_how_many_sessions_end(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        acme.sign_in("anna").await.unwrap();
        acme.sign_in("anna").await.unwrap();
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/sessions/end", acme.slug, acme.id_of("anna"));
        let asked = words(&browser.get(&path).await.text());
        let open = asked.split(" sessions end").next().and_then(|text| text.split(' ').next_back()).map(str::to_owned);
        let open: u64 = open.and_then(|word| word.parse().ok()).unwrap_or_else(|| panic!("{asked}"));
        assert!(open >= 2 && asked.contains("anna@acme.example"), "{asked}");
        let done = browser.post(&path, &[("reason", "Lost the phone")]).await;
        let after = words(&browser.follow(done).await.text());
        assert!(after.contains(&format!("anna is signed out everywhere; {open} sessions ended")), "{after}");
        assert!(words(&browser.get(&path).await.text()).contains("0 sessions end"));
    }

    async fn l11_l12_l13_who_gets_no_mail_is_named_with_the_reason(db: &TestDb) {
        let mut made = db.tenant().leaver("darcel").pending("olena");
        let active: Vec<String> = (0..7).map(|number| format!("anna{number}")).collect();
        for name in &active {
            made = made.user(name);
        }
        let acme = made.build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let mut ticked: Vec<String> = active.iter().map(|name| acme.id_of(name).to_string()).collect();
        ticked.push(acme.id_of("darcel").to_string());
        ticked.push(acme.id_of("olena").to_string());
        let fields: Vec<(&str, &str)> = ticked.iter().map(|id| ("id", id.as_str())).collect();
        let before = acme.mails_to("olena").await.len();
        let answer = browser.post(&format!("/a/{}/users/bulk/resend", acme.slug), &fields).await;
        assert_eq!(answer.status, StatusCode::OK);
        let text = words(&answer.text());
        assert!(text.contains("1 activation mail is on its way") && text.contains("8 people were left out"), "{text}");
        for name in &active {
            assert!(text.contains(&format!("{name} Has signed in already")), "{name} in {text}");
        }
        assert!(text.contains("darcel Is deactivated"), "{text}");
        assert_eq!(acme.mails_to("olena").await.len(), before + 1);
        let done = browser.post(&format!("/a/{}/users/bulk/resend", acme.slug), &[("id", &ticked[8])]).await;
        assert!(done.status.is_redirection());
        assert!(words(&browser.follow(done).await.text()).contains("1 activation mail is on its way"));
    }

    async fn n53_n30_a_leaver_comes_back_through_the_page(db: &TestDb) {
        let acme = db.tenant().seats(2).user("anna").leads("anna", 2).build().await;
        acme.deactivate("anna", HandOverChoice::Later).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let user = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        let page = browser.get(&user).await.text();
        for act in ["edit", "reactivate", "hand-over"] {
            assert!(page.contains(&format!("href=\"{user}/{act}\"")), "the page of a leaver offers {act}");
        }
        let asked = words(&browser.get(&format!("{user}/reactivate")).await.text());
        assert!(asked.contains("anna@acme.example") && asked.contains("Sales seats: 1 free"), "{asked}");
        let done = browser.post(&format!("{user}/reactivate"), &[("reason", "Came back")]).await;
        let after = words(&browser.follow(done).await.text());
        assert!(after.contains("anna is active again"), "{after}");
        assert_eq!(acme.person("anna").await.state, UserState::Active);
        assert_eq!(acme.leads_of("anna").await.len(), 2);
    }

    async fn n54_without_a_free_seat_the_page_says_so_and_leads_to_the_seats(db: &TestDb) {
        let mut acme = db.tenant().seats(2).leaver("anna").build().await;
        acme.invite("boris").await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/reactivate", acme.slug, acme.id_of("anna"));
        let refused = browser.post(&path, &[]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let html = refused.text();
        assert!(html.contains(&format!("/a/{}/licences", acme.slug)), "{}", words(&html));
        assert!(words(&html).contains("Sales seats: 0 free"), "{}", words(&html));
        assert_eq!(acme.person("anna").await.state, UserState::Deactivated);
    }

    async fn n62_j3_every_line_of_every_menu_of_the_list_works(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leaver("darcel").leads("anna", 1).leads("darcel", 1).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let list = browser.get(&format!("/a/{}/users", acme.slug)).await.text();
        let menu = |name: &str| -> Vec<String> {
            let start = format!("id=\"menu-{}\"", acme.id_of(name));
            let (_, rest) = list.split_once(&start).unwrap_or_else(|| panic!("no menu of {name}"));
            let menu = rest.split("</div>").next().unwrap_or_default();
            let end = |text: &str| text.split('"').next().unwrap_or_default().to_owned();
            let links = menu.split("href=\"").skip(1).map(end);
            links.chain(menu.split("formaction=\"").skip(1).map(end)).collect()
        };
        let ends = |paths: &[String]| -> Vec<String> {
            paths.iter().filter_map(|path| path.split("/usr_").nth(1)).map(|path| path.split_once('/').map_or("", |(_, end)| end).to_owned()).collect()
        };
        let (anna, olena, darcel) = (menu("anna"), menu("olena"), menu("darcel"));
        assert_eq!(ends(&anna), ["", "edit", "move", "reset-password", "sessions/end", "hand-over", "deactivate"]);
        assert_eq!(ends(&darcel), ["", "edit", "hand-over", "reactivate", "remove"]);
        let mut waiting = ends(&olena);
        waiting.sort_unstable();
        assert_eq!(waiting, ["", "cancel-invitation", "deactivate", "edit", "move", "resend"]);
        for path in anna.iter().chain(&darcel).chain(olena.iter().filter(|path| !path.ends_with("/resend"))) {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", words(&answer.text()));
        }
        let resend = olena.iter().find(|path| path.ends_with("/resend")).unwrap();
        let sent = browser.post(resend, &[]).await;
        assert!(words(&browser.follow(sent).await.text()).contains("Activation mail to olena is on its way"));
        assert!(list.contains(&format!("href=\"/a/{}/users\"", acme.slug)), "the menu of the product leads to the people");
    }
}
