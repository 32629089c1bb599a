//! A choice of people, teams, positions and roles offers what the act takes from somebody who administers a part (D4).

use axum::http::{Method, StatusCode};
use seatwise_domain::{positions, teams};
use seatwise_testkit::http::Browser;
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::{Branch, PLACES};
use crate::api::program;
use crate::roles::{give, role};
use crate::ui::{signed_in, words};

const PEOPLE: [&str; 5] = ["tess", "nick", "otto", "mara", "olena"];

/// What stands in a page between a mark and the end of its panel; nothing where the mark is missing.
async fn panel(browser: &mut Browser, page: &str, mark: &str, end: &str) -> Option<String> {
    let answer = browser.get(page).await;
    let html = answer.text();
    assert_eq!(answer.status, StatusCode::OK, "{page}: {}", words(&html));
    let rest = html.split_once(mark)?.1;
    Some(rest.split(end).next().unwrap_or_default().to_owned())
}

on_both! {
    async fn p64_d4_a_team_offers_to_take_in_whom_it_would_take(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES).await;
        let acme = &branch.acme;
        let owner = acme.as_owner().await;
        // Hers are North and East; nick belongs to North and South.
        let east = teams::create(db, &owner, "East").await.unwrap().id;
        teams::add_members(db, &owner, east, &[acme.id_of("dina")], false, "").await.unwrap();
        let rest = program(db, acme, "dina", true).await;
        let mut dina = signed_in(db, acme, "dina").await;
        for (team, takes) in [(branch.north, true), (east, true), (branch.south, false)] {
            let at = format!("/a/{}/teams/{team}", acme.slug);
            let add = panel(&mut dina, &at, "id=\"add\"", "</section>").await;
            assert_eq!(add.is_some(), takes, "{at}");
            for name in PEOPLE {
                let id = acme.id_of(name);
                let offered = add.as_ref().is_some_and(|add| add.contains(&format!("value=\"{id}\"")));
                assert_eq!(offered, team == east && ["tess", "nick"].contains(&name), "{name} at {at}");
                let put = format!("/api/v1/teams/{team}/members/{id}");
                if offered || !["tess", "nick"].contains(&name) || team == branch.south {
                    let answer = rest.send(Method::PUT, &put, Some(&json!({ "manager": false })), &[]).await;
                    assert_eq!(answer.status.is_success(), offered, "{name} at {at}: {}", answer.text());
                }
            }
        }
        // Those of others stand there without a button.
        let members = dina.get(&format!("/a/{}/teams/{}", acme.slug, branch.south)).await.text();
        assert!(!members.contains(&format!("value=\"{}\"", acme.id_of("otto"))) && words(&members).contains("otto"));
    }

    async fn p64_d4_a_team_offers_to_take_out_whom_it_would_let_go(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES).await;
        let acme = &branch.acme;
        let owner = acme.as_owner().await;
        // Hers are North and East: tess stays in her part by the other one, nick would leave it.
        let east = teams::create(db, &owner, "East").await.unwrap().id;
        teams::add_members(db, &owner, east, &["dina", "tess"].map(|name| acme.id_of(name)), false, "").await.unwrap();
        let rest = program(db, acme, "dina", true).await;
        let mut dina = signed_in(db, acme, "dina").await;
        for (team, goes) in [(branch.north, Some("tess")), (branch.south, None)] {
            let page = dina.get(&format!("/a/{}/teams/{team}", acme.slug)).await.text();
            for name in ["dina", "tess", "nick", "otto"] {
                let id = acme.id_of(name);
                let offered = page.contains(&format!("/members/remove?user={id}"));
                assert_eq!(offered, goes == Some(name), "{name} in {team}");
                let asks = dina.get(&format!("/a/{}/teams/{team}/members/remove?user={id}", acme.slug)).await;
                assert_eq!(asks.status == StatusCode::OK, offered, "{name} in {team}");
                let edit = dina.get(&format!("/a/{}/users/{id}/edit", acme.slug)).await.text();
                assert_eq!(edit.contains(&format!("/teams/{team}/members/remove?user={id}")), offered, "the page of {name}");
                if !offered {
                    let gone = rest.send(Method::DELETE, &format!("/api/v1/teams/{team}/members/{id}"), None, &[]).await;
                    assert!(!gone.status.is_success(), "{name} in {team}: {}", gone.text());
                }
            }
        }
        let gone = rest.send(Method::DELETE, &format!("/api/v1/teams/{}/members/{}", branch.north, acme.id_of("tess")), None, &[]).await;
        assert!(gone.status.is_success(), "{}", gone.text());
    }

    async fn p64_d4_whoever_makes_nobody_lead_is_not_offered_to(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES).await;
        let acme = &branch.acme;
        let east = teams::create(db, &acme.as_owner().await, "East").await.unwrap().id;
        teams::add_members(db, &acme.as_owner().await, east, &[acme.id_of("dina")], false, "").await.unwrap();
        let rest = program(db, acme, "dina", true).await;
        let mut dina = signed_in(db, acme, "dina").await;
        let tess = acme.id_of("tess");
        let put = format!("/api/v1/teams/{}/members/{tess}", branch.north);
        for leads in [false, true] {
            if leads {
                branch.say(db, &[("leads.create", "all"), ("leads.assign", "all"), ("leads.share", "all")]).await;
            }
            for page in [format!("teams/{}", branch.north), format!("users/{tess}/edit"), format!("users/{tess}/move")] {
                let answer = dina.get(&format!("/a/{}/{page}", acme.slug)).await;
                assert_eq!(answer.status, StatusCode::OK, "{page}");
                assert_eq!(answer.text().contains("name=\"leads\""), leads, "{page}");
            }
            let answer = rest.send(Method::PUT, &put, Some(&json!({ "manager": true })), &[]).await;
            assert_eq!(answer.status.is_success(), leads, "{}", answer.text());
        }
        // Nobody needs that to end it.
        branch.say(db, &[("leads.share", "none")]).await;
        let page = dina.get(&format!("/a/{}/teams/{}", acme.slug, branch.north)).await.text();
        assert!(words(&page).contains("No longer leader") && !page.contains("name=\"leads\""));
        let answer = rest.send(Method::PUT, &put, Some(&json!({ "manager": false })), &[]).await;
        assert!(answer.status.is_success(), "{}", answer.text());
    }

    async fn p64_d4_a_person_is_offered_the_teams_that_would_take_him(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES).await;
        let acme = &branch.acme;
        let owner = acme.as_owner().await;
        let east = teams::create(db, &owner, "East").await.unwrap().id;
        teams::add_members(db, &owner, east, &[acme.id_of("dina")], false, "").await.unwrap();
        let mut dina = signed_in(db, acme, "dina").await;
        for page in ["move", "edit"] {
            let at = format!("/a/{}/users/{}/{page}", acme.slug, acme.id_of("tess"));
            let list = panel(&mut dina, &at, "name=\"team\"", "</select>").await.unwrap();
            assert!(list.contains(&format!("value=\"{east}\"")) && !list.contains(&format!("value=\"{}\"", branch.south)), "{page}");
        }
        let at = format!("/a/{}/users/{}/move", acme.slug, acme.id_of("nick"));
        let stays = dina.get(&at).await.text();
        assert!(stays.contains(&branch.north.to_string()) && !stays.contains(&branch.south.to_string()), "she takes nobody out of South");
        // Nobody is administered by positions here, so that she gives one to anybody.
        let at = format!("/a/{}/users/{}/move", acme.slug, acme.id_of("otto"));
        let html = dina.get(&at).await.text();
        assert!(html.contains("name=\"position\"") && !html.contains("name=\"team\""));
        branch.say(db, &[("positions.edit", "none")]).await;
        assert_eq!(dina.get(&at).await.status, StatusCode::FORBIDDEN);
    }

    async fn p64_d4_positions_are_offered_that_could_be_held(db: &TestDb) {
        let branch = Branch::new(db, "subordinates").await;
        branch.say(db, &PLACES).await;
        let acme = &branch.acme;
        let owner = acme.as_owner().await;
        let shop = positions::create(db, &owner, "Shop", Some(branch.till), "").await.unwrap().id;
        let rest = program(db, acme, "dina", true).await;
        let mut dina = signed_in(db, acme, "dina").await;
        let all = [(shop, true), (branch.till, true), (branch.desk, false), (branch.head, false)];
        let tess = acme.id_of("tess");
        for page in ["move", "edit"] {
            let at = format!("/a/{}/users/{tess}/{page}", acme.slug);
            let list = panel(&mut dina, &at, "name=\"position\"", "</select>").await.unwrap();
            for (position, open) in all {
                assert_eq!(list.contains(&format!("value=\"{position}\"")), open, "{page}");
            }
            assert!(!list.contains("value=\"\""), "{page}: nobody leaves the part");
        }
        for (position, open) in all {
            let at = format!("/a/{}/positions/{position}", acme.slug);
            let add = panel(&mut dina, &at, "id=\"add\"", "</section>").await;
            assert_eq!(add.is_some(), open, "{at}");
            for name in PEOPLE {
                let id = acme.id_of(name);
                let offered = add.as_ref().is_some_and(|add| add.contains(&format!("value=\"{id}\"")));
                assert_eq!(offered, position == shop && ["tess", "nick"].contains(&name), "{name} at {at}");
            }
            let to = panel(&mut dina, &at, "name=\"to\"", "</select>").await;
            // The Till has nowhere else to go below the Desk.
            assert_eq!(to.is_some(), position == shop, "{at}");
            if let Some(to) = to {
                assert!(to.contains(&branch.till.to_string()) && !to.contains(&branch.desk.to_string()), "{at}: {to}");
                assert!(!to.contains("value=\"top\""), "{at}: {to}");
            }
        }
        for (name, takes) in [("otto", false), ("tess", true)] {
            let body = json!({ "position_id": shop.to_string() });
            let put = format!("/api/v1/users/{}/position", acme.id_of(name));
            assert_eq!(rest.send(Method::PUT, &put, Some(&body), &[]).await.status.is_success(), takes, "{name}");
        }
    }

    async fn p64_d4_roles_are_offered_by_which_nobody_administers_others(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let same = role(db, &branch.acme, "Same", &[("users.edit", "team")]).await;
        let acme = &branch.acme;
        give(db, acme, "tess", &branch.plain).await;
        let mut dina = signed_in(db, acme, "dina").await;
        // In South, too, nick would administer otto.
        for (name, offered) in [("tess", true), ("nick", false)] {
            let at = format!("/a/{}/users/{}", acme.slug, acme.id_of(name));
            let list = panel(&mut dina, &at, "id=\"give-role\"", "</select>").await.unwrap();
            assert_eq!(list.contains(&format!("value=\"{}\"", same.key)), offered, "{name}");
            let rest = program(db, acme, "dina", true).await;
            let preview = rest.post(&format!("/api/v1/users/{}/role-preview", acme.id_of(name)), &json!({ "role": same.key.to_string() })).await;
            assert_eq!(preview.status.is_success(), offered, "{name}: {}", preview.text());
        }
    }
}
