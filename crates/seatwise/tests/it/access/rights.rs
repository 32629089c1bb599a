//! Rows of the comparison with other systems: whom somebody may give leads to, who makes admins, what one person may
//! do in all, and why each one sees a lead.

use axum::http::{Method, StatusCode};
use seatwise_domain::authz::{Key, Level};
use seatwise_domain::{positions, teams};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::locale::Lang;
use seatwise_web::text::Text;
use serde_json::{Value as Json, json};

use super::organisation::Organisation;
use crate::api::kit::json_of;
use crate::api::program;
use crate::roles::{give, role, set};
use crate::ui::{signed_in, words};

/// anna and ben are in north, carl is in south; leads are seen by all.
async fn company(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .user("anna")
        .user("ben")
        .user("carl")
        .leads("anna", 1)
        .leads("ben", 1)
        .leads("carl", 1)
        .build()
        .await;
    let owner = acme.as_owner().await;
    for (name, members) in [("North", &["anna", "ben"][..]), ("South", &["carl"])] {
        let team = teams::create(db, &owner, name).await.unwrap().id;
        let ids: Vec<_> = members.iter().map(|name| acme.id_of(name)).collect();
        teams::add_members(db, &owner, team, &ids, false, "")
            .await
            .unwrap();
    }
    acme
}

on_both! {
    async fn p53_leads_are_given_to_all_to_the_own_team_or_to_nobody_as_a_role_says(db: &TestDb) {
        let acme = company(db).await;
        let id = |name: &str| acme.id_of(name).to_string();
        let lead = async |name: &str| acme.leads_of(name).await[0].id.to_string();
        let (anna, ben, carl) = (lead("anna").await, lead("ben").await, lead("carl").await);
        let desk = role(db, &acme, "Desk", &[("leads.view", "all"), ("own.edit", "all"), ("leads.create", "own")]).await;
        give(db, &acme, "anna", &desk).await;
        // Extent; whether a lead goes to ben of the same team, to carl of another, to nobody; whether carl's is given away.
        for (extent, may) in [("none", [false; 4]), ("own", [false; 4]), ("team", [true, false, false, false]), ("all", [true; 4])] {
            let right = set(db, &acme, &format!("Give {extent}"), &[("leads.assign", extent)]).await;
            give(db, &acme, "anna", &right).await;
            let her = program(db, &acme, "anna", true).await;
            let mut browser = signed_in(db, &acme, "anna").await;
            let tries = [(&anna, json!(id("ben"))), (&ben, json!(id("carl"))), (&ben, json!(null)), (&carl, json!(id("anna")))];
            for (at, ((lead, to), allowed)) in tries.iter().zip(may).enumerate() {
                let said = her.post(&format!("/api/v1/leads/{lead}/assign"), &json!({ "to": to })).await;
                let many = her.post("/api/v1/lead-assignments", &json!({ "lead_ids": [lead], "to": to })).await;
                let page = format!("/a/{}/leads/{lead}/assign", acme.slug);
                let sent = browser.post(&page, &[("to", to.as_str().unwrap_or("unassigned"))]).await;
                assert_eq!(said.status.is_success(), allowed, "{extent} {at}: {}", said.text());
                assert_eq!(many.status.is_success(), allowed, "{extent} {at}: {}", many.text());
                assert_eq!(sent.status == StatusCode::SEE_OTHER, allowed, "{extent} {at}, page: {}", words(&sent.text()));
                if !allowed {
                    let expected = match (extent, at) {
                        ("none", _) => "denied",
                        (_, 3) => "not-found",
                        _ => "receiver-out-of-reach",
                    };
                    assert_eq!(said.json()["code"], expected, "{extent} {at}: {}", said.text());
                }
            }
            // As they were.
            let owner = program(db, &acme, "owner", true).await;
            for (lead, name) in [(&anna, "anna"), (&ben, "ben"), (&carl, "carl")] {
                json_of(&owner.post(&format!("/api/v1/leads/{lead}/assign"), &json!({ "to": id(name) })).await, StatusCode::OK);
            }
            // The page offers whom the right reaches, and no choice without it.
            let html = browser.get(&format!("/a/{}/leads/{anna}", acme.slug)).await.text();
            let among = |html: &str, field: &str| {
                let list = html.split(&format!("name=\"{field}\"")).nth(1)?.split("</select>").next()?.to_owned();
                Some([id("ben"), id("carl"), "unassigned".to_owned()].map(|value| list.contains(&format!("value=\"{value}\""))))
            };
            let told = (extent != "none").then_some([may[0], may[1], may[2]]);
            assert_eq!(among(&html, "to"), told, "{extent}: {}", words(&html));
            let table = browser.get(&format!("/a/{}/leads?view=table", acme.slug)).await.text();
            assert_eq!(among(&table, "to").map(|[ben, carl, _]| [ben, carl]), told.map(|[ben, carl, _]| [ben, carl]), "{extent}, table");
            // She makes leads of her own only, whomever she may give them to afterwards.
            let new = browser.get(&format!("/a/{}/leads/new", acme.slug)).await.text();
            assert_eq!(among(&new, "owner"), told.map(|_| [false; 3]), "{extent}, new");
            let made = her.post("/api/v1/leads", &json!({ "title": "New", "owner_id": id("ben") })).await;
            assert!(made.status.is_client_error(), "{extent}: {}", made.text());
            let taken = format!("/api/v1/users/{}/roles/{}", id("anna"), right.key);
            assert!(owner.send(Method::DELETE, &taken, None, &[]).await.status.is_success());
        }
    }

    async fn p60_only_admins_make_admins_and_nobody_with_a_role_touches_one_or_removes_himself(db: &TestDb) {
        let mut acme = db.tenant().seats(20).admin("bohdan").user("mona").user("anna").pending("olena").build().await;
        acme.know("self", acme.id_of("mona"));
        let all: Vec<(&str, &str)> = Key::ALL.iter().filter(|key| !key.is_owners()).map(|key| (key.as_str(), "all")).collect();
        let manager = role(db, &acme, "Manager", &all).await;
        give(db, &acme, "mona", &manager).await;
        let mona = program(db, &acme, "mona", true).await;
        let of = |name: &str| format!("/api/v1/users/{}", acme.id_of(name));
        for name in ["anna", "olena", "self"] {
            let made = mona.patch(&of(name), &json!({ "level": "admin" })).await;
            assert!(made.status.is_client_error(), "{name}: {}", made.text());
            assert!(["level-too-high", "is-self"].contains(&made.json()["code"].as_str().unwrap()), "{name}: {}", made.text());
        }
        let new = json!({ "email": "new@acme.example", "name": "New", "level": "admin" });
        assert_eq!(mona.post("/api/v1/users", &new).await.json()["code"], "level-too-high");
        let lines = acme.audit().await.len();
        for name in ["bohdan", "owner"] {
            let path = of(name);
            for answer in [
                mona.patch(&path, &json!({ "name": "Other" })).await,
                mona.patch(&path, &json!({ "level": "user" })).await,
                mona.post(&format!("{path}/deactivate"), &json!({ "records": "later" })).await,
                mona.post(&format!("{path}/reset-password"), &json!({ "reason": "" })).await,
                mona.send(Method::DELETE, &format!("{path}/sessions"), None, &[]).await,
                mona.post(&format!("{path}/roles"), &json!({ "role": "sales" })).await,
            ] {
                let is_owner = name == "owner" && answer.json()["code"] == "is-owner";
                assert!(answer.status == StatusCode::FORBIDDEN || is_owner, "{name}: {}", answer.text());
                assert!(answer.json()["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{}", answer.text());
            }
        }
        let own = mona.post(&format!("{}/deactivate", of("self")), &json!({ "records": "later" })).await;
        assert_eq!(own.json()["code"], "is-self", "{}", own.text());
        assert_eq!(acme.audit().await.len(), lines, "nothing was done");
        // The pages offer what the acts take.
        let mut browser = signed_in(db, &acme, "mona").await;
        let page = |name: &str, path: &str| format!("/a/{}/users/{}{path}", acme.slug, acme.id_of(name));
        for name in ["anna", "olena"] {
            let html = browser.get(&page(name, "/edit")).await.text();
            assert!(html.contains("name=\"name\"") && !html.contains("name=\"admin\""), "{name}: {html}");
        }
        for (name, path) in [("bohdan", "/deactivate"), ("owner", "/deactivate"), ("self", "/deactivate"), ("bohdan", "/edit"), ("owner", "/edit")] {
            let answer = browser.get(&page(name, path)).await;
            assert!(matches!(answer.status.as_u16(), 403 | 409), "{name}{path}: {}", answer.status);
            let html = browser.get(&page(name, "")).await.text();
            assert!(!html.contains(&page(name, path)), "{name}: {path} is offered");
        }
        let sent = browser.post(&page("anna", "/edit"), &[("name", "anna"), ("email", &acme.email_of("anna")), ("admin", "on"), ("confirmed", "yes")]).await;
        assert!(sent.status.is_client_error(), "{}", sent.status);
        assert_eq!(acme.person("anna").await.level, Level::User);
        // An admin does it, and takes it back; not from the owner.
        let bohdan = program(db, &acme, "bohdan", true).await;
        for level in ["admin", "user"] {
            let done = json_of(&bohdan.patch(&of("anna"), &json!({ "level": level })).await, StatusCode::OK);
            assert_eq!(done["level"], level);
        }
        assert!(bohdan.patch(&of("owner"), &json!({ "level": "user" })).await.status.is_client_error());
        assert!(bohdan.patch(&of("anna"), &json!({ "level": "owner" })).await.status.is_client_error());
    }

    async fn p62_one_page_has_all_that_a_person_may_do_put_together_from_all_roles(db: &TestDb) {
        for seed in 0..3 {
            let org = Organisation::new(db, seed).await;
            let olga = org.crm.caller("olga").await;
            for user in &org.people {
                let mut tx = org.crm.read().await;
                let looked = seatwise_domain::authz::Caller::looked_at(&mut tx, org.crm.tenant, *user).await.unwrap();
                let (person, state) = looked.unwrap();
                let found = seatwise_domain::users::find(&mut tx, &olga.scope().unwrap(), *user).await.unwrap().unwrap();
                let lines = seatwise_domain::users::permissions(&mut tx, &olga, &found).await.unwrap();
                assert_eq!(lines.len(), Key::ALL.len());
                for line in lines {
                    let acts = state == "active" && person.can(line.key);
                    assert_eq!(line.allowed, acts, "seed {seed}: {} {}", found.name, line.key.as_str());
                }
            }
        }
        let acme = db.tenant().user("anna").build().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all"), ("own.edit", "all")]).await;
        let files = set(db, &acme, "Files", &[("leads.export", "own")]).await;
        let mails = set(db, &acme, "Mails", &[("mails.view", "all")]).await;
        for role in [&desk, &files, &mails] {
            give(db, &acme, "anna", role).await;
        }
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}/permissions", acme.id_of("anna"));
        let table = json_of(&owner.get(&path).await, StatusCode::OK);
        let items = table["items"].as_array().unwrap();
        let yes: Vec<&str> = items.iter().filter(|line| line["allowed"] == true).filter_map(|line| line["key"].as_str()).collect();
        assert_eq!(yes, ["leads.view", "leads.export", "own.edit", "mails.view"], "what three roles give together, and nothing else");
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = browser.get(&format!("/a/{}/roles/check?user={}", acme.slug, acme.id_of("anna"))).await.text();
        let text = words(&page);
        for line in items {
            let key = ["may-", &line["key"].as_str().unwrap().replace('.', "-")].concat();
            let said = if line["allowed"] == true { "Yes" } else { "No" };
            let expected = format!("{}: {said}", Text::new(Lang::En, key));
            assert!(text.contains(&expected), "{expected} in {text}");
        }
        let mut her = signed_in(db, &acme, "anna").await;
        assert_eq!(her.get(&format!("/a/{}/roles/check", acme.slug)).await.status, StatusCode::FORBIDDEN);
    }

    async fn p63_everybody_who_sees_a_lead_is_listed_with_the_reason(db: &TestDb) {
        let acme = db.tenant().seats(20).admin("bohdan").user("anna").user("ben").user("carl").user("dora").user("eva").user("fred").user("greta").pending("olena").leads("anna", 1).build().await;
        let caller = acme.as_owner().await;
        let owner = program(db, &acme, "owner", true).await;
        json_of(&owner.patch("/api/v1/account", &json!({ "lead_visibility": "team", "superiors_see": true })).await, StatusCode::OK);
        let id = |name: &str| acme.id_of(name).to_string();
        let lead = acme.leads_of("anna").await[0].id;
        let nord = teams::create(db, &caller, "Nord").await.unwrap().id;
        teams::add_members(db, &caller, nord, &[acme.id_of("anna"), acme.id_of("ben")], false, "").await.unwrap();
        let head = positions::create(db, &caller, "Head", None, "").await.unwrap().id;
        let desk = positions::create(db, &caller, "Desk", Some(head), "").await.unwrap().id;
        positions::hold(db, &caller, acme.id_of("carl"), Some(head), "").await.unwrap();
        positions::hold(db, &caller, acme.id_of("anna"), Some(desk), "").await.unwrap();
        json_of(&owner.post(&format!("/api/v1/leads/{lead}/share"), &json!({ "with": id("dora"), "access": "read" })).await, StatusCode::OK);
        json_of(&owner.post("/api/v1/sharing-rules", &json!({ "from": id("anna"), "to": id("eva"), "access": "read" })).await, StatusCode::CREATED);
        let wide = role(db, &acme, "Wide", &[("leads.view", "all"), ("own.edit", "all")]).await;
        give(db, &acme, "fred", &wide).await;
        let expected = [
            ("owner", Some("level"), "As admin"), ("bohdan", Some("level"), "As admin"), ("anna", Some("own"), "Owns it"),
            ("ben", Some("teams"), "Through a team"), ("carl", Some("below"), "As superior"), ("dora", Some("share"), "Shared"),
            ("eva", Some("rules"), "Through a sharing rule"), ("fred", Some("everything"), "Sees all leads"), ("greta", None, ""), ("olena", None, ""),
        ];
        let told = json_of(&owner.get(&format!("/api/v1/leads/{lead}/access?limit=100")).await, StatusCode::OK);
        let items = told["items"].as_array().unwrap();
        assert_eq!(items.len(), expected.len());
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = browser.get(&format!("/a/{}/roles/check?lead={lead}", acme.slug)).await.text();
        let rows: Vec<String> = page.split("<tr>").skip(1).map(words).collect();
        for (name, because, said) in expected {
            let line: &Json = items.iter().find(|line| line["name"] == name).unwrap();
            assert_eq!((&line["sees"], line["because"].as_str()), (&json!(because.is_some()), because), "{name}: {told}");
            let row = rows.iter().find(|row| row.split(' ').next() == Some(name)).unwrap_or_else(|| panic!("{name} in {rows:?}"));
            assert!(row.contains(said), "{name}: {row}");
            // The list says what the person finds.
            if name != "olena" {
                let person = program(db, &acme, name, false).await;
                let found = person.get(&format!("/api/v1/leads/{lead}")).await.status;
                assert_eq!(found == StatusCode::OK, because.is_some(), "{name}");
                let all = json_of(&person.get("/api/v1/leads").await, StatusCode::OK);
                assert_eq!(all["total"] == 1, because.is_some(), "{name}: {all}");
            }
        }
        let her = program(db, &acme, "greta", true).await;
        assert_eq!(her.get(&format!("/api/v1/leads/{lead}/access")).await.status, StatusCode::FORBIDDEN);
        // A piece of the list is a page of it.
        let first = json_of(&owner.get(&format!("/api/v1/leads/{lead}/access?limit=3")).await, StatusCode::OK);
        assert_eq!(first["items"].as_array().map(Vec::len), Some(3));
        let next = first["next"].as_str().unwrap_or_else(|| panic!("{first}"));
        let second = json_of(&owner.get(&format!("/api/v1/leads/{lead}/access?limit=100&cursor={next}")).await, StatusCode::OK);
        assert_eq!(second["items"].as_array().map(Vec::len), Some(expected.len() - 3), "{second}");
    }
}
