//! Pages and programs: what is offered is what would be done, and a refusal says what to do next.

use axum::http::{Method, StatusCode};
use seatwise_domain::users::{Deactivate, HandOverChoice};
use seatwise_domain::{handover, users};
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::{Branch, PLACES};
use crate::api::kit::json_of;
use crate::api::program;
use crate::roles::{give, role};
use crate::ui::{signed_in, words};

/// Where the buttons of a person's page and the entries of a menu lead.
const ACTS: [(&str, &str); 4] = [
    ("/edit\"", "edit"),
    ("/deactivate\"", "deactivate"),
    ("/reset-password\"", "reset"),
    ("/sessions/end\"", "sessions"),
];

on_both! {
    async fn p64_d4_pages_offer_what_would_be_done_and_nothing_else(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        // The page of a deactivation also says who gets the leads.
        branch.say(db, &[("leads.view", "team"), ("leads.assign", "team")]).await;
        let acme = &branch.acme;
        let mut dina = signed_in(db, acme, "dina").await;
        let list = dina.get(&format!("/a/{}/users", acme.slug)).await.text();
        for (name, inside) in [("tess", true), ("otto", false), ("mara", false)] {
            let at = format!("/a/{}/users/{}", acme.slug, acme.id_of(name));
            let page = dina.get(&at).await.text();
            for (end, act) in ACTS {
                assert_eq!(page.contains(&format!("{at}{end}")), inside, "{act} on the page of {name}: {}", words(&page));
                if act != "sessions" || inside {
                    assert_eq!(list.contains(&format!("{at}{end}")), inside, "{act} in the row of {name}");
                }
                let form = dina.get(&format!("{at}{}", end.trim_end_matches('"'))).await;
                assert_eq!(form.status == StatusCode::OK, inside, "{act} for {name}: {}", form.status);
                if !inside {
                    assert_eq!(form.status, StatusCode::FORBIDDEN);
                    let text = words(&form.text());
                    assert!(text.contains("You administer the people of your teams"), "{text}");
                }
            }
            assert_eq!(page.contains("id=\"give-role\""), inside, "{name}");
            assert_eq!(list.contains(&format!("name=\"id[]\" value=\"{}\"", acme.id_of(name))), inside, "{name}");
        }
        let own = format!("/a/{}/users/{}/edit", acme.slug, acme.id_of("dina"));
        assert!(!list.contains(&own) && dina.get(&own).await.status == StatusCode::FORBIDDEN);
        // Whoever waits outside gets no mail from her.
        let olena = format!("/a/{}/users/{}", acme.slug, acme.id_of("olena"));
        assert!(!dina.get(&olena).await.text().contains("/resend"));
        let sent = dina.post(&format!("{olena}/resend"), &[]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
    }

    async fn p64_d4_the_list_of_people_offers_to_move_whom_somebody_places(db: &TestDb) {
        for extent in ["team", "subordinates"] {
            let branch = Branch::new(db, extent).await;
            branch.say(db, &PLACES).await;
            // Of the two one alone is asked for: who is administered by it.
            let other = if extent == "team" { "positions.edit" } else { "teams.edit" };
            branch.say(db, &[(other, "none")]).await;
            let acme = &branch.acme;
            let mut dina = signed_in(db, acme, "dina").await;
            let list = dina.get(&format!("/a/{}/users", acme.slug)).await.text();
            for (name, inside) in [("tess", true), ("nick", true), ("otto", false), ("mara", false), ("dina", false)] {
                let at = format!("/a/{}/users/{}/move", acme.slug, acme.id_of(name));
                assert_eq!(list.contains(&format!("{at}\"")), inside, "{extent}: {name}");
                assert_eq!(dina.get(&at).await.status == StatusCode::OK, inside, "{extent}: {name}");
            }
        }
    }

    async fn p64_the_form_of_a_new_user_offers_the_part(db: &TestDb) {
        for (extent, team, position) in [("team", true, false), ("subordinates", false, true)] {
            let branch = Branch::new(db, extent).await;
            let acme = &branch.acme;
            let mut dina = signed_in(db, acme, "dina").await;
            let at = format!("/a/{}/users/new", acme.slug);
            let html = dina.get(&at).await.text();
            assert!(html.contains(&format!("value=\"{}\"", branch.north)), "{extent}");
            // Into a team of others nobody brings people who does not see all that they would see there.
            assert!(!html.contains(&format!("value=\"{}\"", branch.south)), "{extent}");
            assert_eq!(html.contains(&format!("value=\"{}\"", branch.till)), position, "{extent}");
            assert!(!html.contains(&format!("value=\"{}\"", branch.desk)));
            let refused = dina.post(&at, &[("email", "new@acme.example"), ("seat", "regular")]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            let text = words(&refused.text());
            assert!(text.contains(if team { "Choose one of your teams" } else { "Choose a position below yours" }), "{text}");
            let (field, value) = if team { ("team", branch.north.to_string()) } else { ("position", branch.till.to_string()) };
            let made = dina.post(&at, &[("email", "new@acme.example"), ("seat", "regular"), (field, &value)]).await;
            assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", words(&made.text()));
        }
    }

    async fn p64_programs_are_told_the_same(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        let dina = program(db, acme, "dina", true).await;
        let at = |name: &str| format!("/api/v1/users/{}", acme.id_of(name));
        let edit = json!({ "job_title": "Porter" });
        json_of(&dina.patch(&at("tess"), &edit).await, StatusCode::OK);
        let refused = json_of(&dina.patch(&at("otto"), &edit).await, StatusCode::FORBIDDEN);
        assert_eq!(refused["code"], json!("outside-part"));
        assert!(refused["detail"].as_str().unwrap().contains("your teams"), "{refused}");
        for (method, path, body) in [
            (Method::DELETE, format!("{}/sessions", at("otto")), None),
            (Method::POST, format!("{}/reset-password", at("otto")), Some(json!({}))),
            (Method::POST, format!("{}/deactivate", at("otto")), Some(json!({ "records": "later" }))),
            (Method::POST, format!("{}/roles", at("otto")), Some(json!({ "role": branch.plain.key.to_string() }))),
            (Method::POST, format!("{}/resend-activation", at("olena")), None),
            (Method::GET, format!("{}/permissions", at("otto")), None),
        ] {
            let answer = dina.send(method, &path, body.as_ref(), &[]).await;
            assert_eq!(json_of(&answer, StatusCode::FORBIDDEN)["code"], json!("outside-part"), "{path}");
        }
        let new = |team: Option<&str>| json!({ "email": "new@acme.example", "team_ids": team.into_iter().collect::<Vec<_>>() });
        let refused = json_of(&dina.post("/api/v1/users", &new(None)).await, StatusCode::CONFLICT);
        assert_eq!(refused["code"], json!("newcomer-needs-team"));
        assert_eq!(refused["errors"][0]["pointer"], json!("/team_ids"), "{refused}");
        json_of(&dina.post("/api/v1/users", &new(Some(&branch.north.to_string()))).await, StatusCode::CREATED);
        // What stands behind somebody is for those who decide over him.
        assert_eq!(dina.get(&at("otto")).await.json()["references"], json!([]));
    }

    async fn p64_a_role_is_written_and_read_with_its_part_and_its_list(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        let owner = program(db, acme, "owner", true).await;
        let plain = branch.plain.key.to_string();
        let body = json!({ "name": "Desk", "grants": { "users.edit": "subordinates", "roles.assign": "team" }, "givable_roles": [plain] });
        let made = json_of(&owner.post("/api/v1/roles", &body).await, StatusCode::CREATED);
        assert_eq!((&made["grants"]["users.edit"], &made["givable_roles"]), (&json!("subordinates"), &json!([plain])));
        let path = format!("/api/v1/roles/{}", made["key"].as_str().unwrap());
        let same = json_of(&owner.patch(&path, &json!({ "description": "x" })).await, StatusCode::OK);
        assert_eq!(same["role"]["givable_roles"], json!([plain]), "what is absent stays");
        let free = json_of(&owner.patch(&path, &json!({ "givable_roles": null })).await, StatusCode::OK);
        assert_eq!(free["role"]["givable_roles"], json!(null));
        let none = json_of(&owner.patch(&path, &json!({ "givable_roles": [] })).await, StatusCode::OK);
        assert_eq!(none["role"]["givable_roles"], json!([]));
        for (body, status, code) in [
            (json!({ "grants": { "users.edit": "own" } }), StatusCode::UNPROCESSABLE_ENTITY, "extent-of-people"),
            (json!({ "givable_roles": ["team-user"] }), StatusCode::CONFLICT, "givable-role-unknown"),
        ] {
            let refused = json_of(&owner.patch(&path, &body).await, status);
            assert_eq!(refused["code"], json!(code));
        }
        let mut page = signed_in(db, acme, "owner").await;
        let at = format!("/a/{}/roles/{}", acme.slug, branch.delegate.key);
        let html = page.get(&at).await.text();
        let line = html.split("name=\"may.users.edit\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        assert_eq!(line.collect::<Vec<_>>(), ["none", "team", "subordinates", "all"]);
        assert!(html.contains("name=\"givable\" value=\"any\" checked") && html.contains(&format!("name=\"give.{plain}\"")));
        assert!(!html.contains("name=\"give.team-user\""));
        let tick = format!("give.{plain}");
        let sent = page.post(&at, &[("name", "Delegate"), ("may.users.edit", "subordinates"), ("givable", "listed"), (tick.as_str(), "on"), ("confirmed", "yes")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", words(&sent.text()));
        let html = page.get(&at).await.text();
        assert!(html.contains("name=\"givable\" value=\"listed\" checked") && html.contains("value=\"subordinates\" checked"));
        let matrix = words(&page.get(&format!("/a/{}/roles", acme.slug)).await.text());
        assert!(matrix.contains("Team · 1 role"), "{matrix}");
    }

    async fn p64_the_panel_of_roles_takes_what_the_list_names(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        let looks = role(db, acme, "Looks", &[("users.view", "all")]).await;
        let other = role(db, acme, "Other", &[("own.edit", "all")]).await;
        branch.list(db, &branch.delegate, Some(&[&looks])).await;
        for role in [&looks, &other] {
            give(db, acme, "tess", role).await;
        }
        let mut dina = signed_in(db, acme, "dina").await;
        let html = dina.get(&format!("/a/{}/users/{}", acme.slug, acme.id_of("tess"))).await.text();
        let take = html.split("id=\"take-role\"").nth(1).unwrap().split("</select>").next().unwrap();
        assert!(take.contains(looks.key.as_str()) && !take.contains(other.key.as_str()));
        let html = dina.get(&format!("/a/{}/users/{}", acme.slug, acme.id_of("nick"))).await.text();
        let list = html.split("id=\"give-role\"").nth(1).unwrap().split("</select>").next().unwrap();
        assert!(list.contains(looks.key.as_str()) && !list.contains(other.key.as_str()));
    }

    async fn p64_somebody_who_left_comes_back_by_his_own_delegate(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        for name in ["tess", "otto"] {
            let leave = Deactivate { user: acme.id_of(name), hand_over: HandOverChoice::Later, stages: handover::Stages::default(), reason: String::new(), expected: None };
            users::deactivate(db, &acme.as_owner().await, &leave).await.unwrap();
        }
        let mut dina = signed_in(db, acme, "dina").await;
        for (name, inside) in [("tess", true), ("otto", false)] {
            let at = format!("/a/{}/users/{}", acme.slug, acme.id_of(name));
            assert_eq!(dina.get(&at).await.text().contains(&format!("{at}/reactivate")), inside, "{name}");
            assert_eq!(dina.get(&format!("{at}/reactivate")).await.status == StatusCode::OK, inside, "{name}");
        }
    }
}
