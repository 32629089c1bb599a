//! Teams in the browser: made, renamed, led, joined and left, by those who may.

use axum::http::StatusCode;
use seatwise_domain::audit::EventKind;
use seatwise_domain::teams;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

on_both! {
    async fn a_team_is_made_renamed_and_keeps_its_name_to_itself(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let list = format!("/a/{}/teams", acme.slug);
        let none = words(&browser.get(&list).await.text());
        assert!(none.contains("No teams yet"), "{none}");
        let made = browser.post(&list, &[("name", "Nord")]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", words(&made.text()));
        let nord = made.location().to_owned();
        browser.post(&list, &[("name", "Süd")]).await;
        for (path, name) in [(&list, " NORD "), (&nord, "sud"), (&nord, " ")] {
            let refused = browser.post(path, &[("name", name)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {name}: {}", words(&refused.text()));
        }
        let renamed = browser.post(&nord, &[("name", "NORD")]).await;
        assert_eq!(renamed.location(), nord);
        let page = words(&browser.get(&list).await.text());
        assert!(page.contains("NORD") && page.contains("Süd") && !page.contains("Nord"), "{page}");
        let lines = acme.audit().await.into_iter().filter(|line| line.kind == EventKind::TeamRenamed).count();
        assert_eq!(lines, 1);
    }

    async fn people_join_lead_and_leave_from_the_team_and_from_their_own_page(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let team = teams::create(db, &acme.as_owner().await, "Nord").await.unwrap();
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/teams/{}", acme.slug, team.id);
        let anna = acme.id_of("anna").to_string();
        let found = words(&browser.get(&format!("{page}?find=ann")).await.text());
        assert!(found.contains("anna@acme.example") && !found.contains("boris@acme.example"), "{found}");
        browser.post(&format!("{page}/members"), &[("user", &anna)]).await;
        let edit = format!("/a/{}/users/{}/edit", acme.slug, acme.id_of("boris"));
        assert!(browser.get(&edit).await.text().contains(&team.id.to_string()));
        let boris = format!("/a/{}/users/{}", acme.slug, acme.id_of("boris"));
        let id = team.id.to_string();
        let asked = browser.post(&format!("{boris}/teams"), &[("team", &id), ("leads", "on")]).await;
        assert!(words(&asked.text()).contains("1 person gains."), "{}", words(&asked.text()));
        let joined = browser.post(&format!("{boris}/teams"), &[("team", &id), ("leads", "on"), ("confirmed", "yes")]).await;
        assert_eq!(joined.location(), edit, "{}", words(&joined.text()));
        let list = words(&browser.get(&format!("/a/{}/teams", acme.slug)).await.text());
        assert!(list.contains("Nord boris 2"), "{list}");
        browser.post(&format!("{page}/members"), &[("user", &anna), ("leads", "on"), ("confirmed", "yes")]).await;
        browser.post(&format!("{page}/members/remove"), &[("user", &acme.id_of("boris").to_string()), ("next", &edit)]).await;
        let list = words(&browser.get(&format!("/a/{}/teams", acme.slug)).await.text());
        assert!(list.contains("Nord anna 1"), "{list}");
    }

    async fn j1_a_plain_user_sees_teams_and_changes_none(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let team = teams::create(db, &acme.as_owner().await, "Nord").await.unwrap();
        let mut anna = signed_in(db, &acme, "anna").await;
        let page = format!("/a/{}/teams/{}", acme.slug, team.id);
        let shown = anna.get(&page).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(!shown.text().contains(&format!("action=\"{page}")), "{}", shown.text());
        let own = acme.id_of("anna").to_string();
        for path in [page.clone(), format!("{page}/members"), format!("{page}/members/remove"), format!("/a/{}/teams", acme.slug)] {
            let refused = anna.post(&path, &[("name", "Mine"), ("user", &own)]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        }
        let other = db.tenant().named("Other").build().await;
        let mut stranger = signed_in(db, &other, "owner").await;
        let there = page.replacen(&acme.slug, &other.slug, 1);
        assert_eq!(stranger.get(&there).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stranger.post(&there, &[("name", "Mine")]).await.status, StatusCode::NOT_FOUND);
    }

    async fn the_list_of_teams_has_pages(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        for number in 0..53 {
            teams::create(db, &owner, &format!("Team {number:02}")).await.unwrap();
        }
        let mut browser = signed_in(db, &acme, "owner").await;
        let first = browser.get(&format!("/a/{}/teams", acme.slug)).await.text();
        assert!(first.contains("Team 49") && !first.contains("Team 50") && first.contains("50 of 53"), "{first}");
        let next = first.split("?page=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let second = browser.get(&format!("/a/{}/teams?page={next}", acme.slug)).await.text();
        assert!(second.contains("Team 50") && second.contains("Team 52") && !second.contains("Team 49"), "{second}");
        let back = second
            .split("?page=")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .find(|page| *page != next)
            .unwrap();
        let again = browser.get(&format!("/a/{}/teams?page={back}", acme.slug)).await.text();
        assert!(again.contains("Team 00") && again.contains("Team 49") && !again.contains("Team 50"), "{again}");
    }
}
