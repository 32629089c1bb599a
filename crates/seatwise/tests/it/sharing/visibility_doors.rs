//! Visibility groups over REST, in the browser without scripts, and from a shell.

use axum::http::{Method, StatusCode};
use seatwise_testkit::http::{Answer, Program};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use crate::api::kit::{json_of, program};
use crate::cli::Program as Shell;
use crate::ui::{signed_in, words};

fn at(group: &Json) -> String {
    format!("/api/v1/groups/{}", group["id"].as_str().unwrap())
}

async fn put(program: &Program, path: &str) -> Answer {
    program.send(Method::PUT, path, Some(&json!({})), &[]).await
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

on_both! {
    async fn p56_groups_over_rest_have_a_place_and_a_kind(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 2).build().await;
        let owner = program(db, &acme, "owner", true).await;
        json_of(&owner.patch("/api/v1/account", &json!({ "lead_visibility": "own" })).await, StatusCode::OK);
        let head = json_of(&owner.post("/api/v1/groups", &json!({ "name": "Head", "visible": true, "reason": "Regions" })).await, StatusCode::CREATED);
        assert_eq!((&head["visible"], &head["parent_id"]), (&json!(true), &json!(null)));
        let north = json_of(&owner.post("/api/v1/groups", &json!({ "name": "North", "parent_id": head["id"] })).await, StatusCode::CREATED);
        assert_eq!((&north["visible"], &north["parent_id"]), (&json!(true), &head["id"]), "the kind is that of the tree");
        let fair = json_of(&owner.post("/api/v1/groups", &json!({ "name": "Fair" })).await, StatusCode::CREATED);
        for body in [
            json!({ "name": "X", "visible": "yes" }), json!({ "name": "X", "visible": null }),
            json!({ "name": "X", "parent_id": "usr_1" }), json!({ "name": "X", "kind": "visibility" }),
        ] {
            let refused = owner.post("/api/v1/groups", &body).await;
            assert!(refused.status.is_client_error(), "{body} {}", refused.text());
            assert_eq!(json_of(&owner.get("/api/v1/groups").await, StatusCode::OK)["total"], 3, "{body}");
        }
        let (anna, boris) = (acme.id_of("anna"), acme.id_of("boris"));
        put(&owner, &format!("{}/members/{anna}", at(&north))).await;
        let look = format!("{}/members/{boris}/preview", at(&head));
        let shown = json_of(&owner.get(&look).await, StatusCode::OK);
        assert_eq!((&shown["effect"]["lines"][0]["name"], &shown["effect"]["lines"][0]["leads_gained"]), (&json!("boris"), &json!(2)), "{shown}");
        assert_eq!(put(&owner, &format!("{}/members/{boris}", at(&head))).await.status, StatusCode::NO_CONTENT);
        let his = program(db, &acme, "boris", true).await;
        assert_eq!(json_of(&his.get("/api/v1/leads").await, StatusCode::OK)["total"], 2);
        let twice = json_of(&put(&owner, &format!("{}/members/{boris}", at(&north))).await, StatusCode::CONFLICT);
        assert_eq!(twice["code"], "visibility-group-already");
        assert!(twice["title"].as_str().unwrap().contains("boris is in the visibility group Head"), "{twice}");
        assert!(twice["detail"].as_str().unwrap().contains("Take boris out of Head first"), "{twice}");

        let circle = json_of(&owner.patch(&at(&head), &json!({ "parent_id": north["id"] })).await, StatusCode::CONFLICT);
        assert_eq!(circle["code"], "group-cycle");
        put(&owner, &format!("{}/members/{boris}", at(&fair))).await;
        let overlap = json_of(&owner.patch(&at(&fair), &json!({ "visible": true })).await, StatusCode::CONFLICT);
        assert_eq!(overlap["code"], "visibility-group-overlap");
        assert!(overlap["title"].as_str().unwrap().contains("boris (Head)"), "{overlap}");
        let planned = json!({ "parent_id": null, "visible": false });
        let shown = json_of(&owner.post(&format!("{}/preview", at(&head)), &planned).await, StatusCode::OK);
        assert_eq!((&shown["after"]["visible"], &shown["below"], &shown["members"], &shown["effect"]["people_lose"]), (&json!(false), &json!(1), &json!(2), &json!(1)), "{shown}");
        assert_eq!(json_of(&his.get("/api/v1/leads").await, StatusCode::OK)["total"], 2, "a look changes nothing");
        let in_use = json_of(&owner.send(Method::DELETE, &at(&head), None, &[]).await, StatusCode::CONFLICT);
        assert_eq!(in_use["code"], "group-in-use");
        let shown = json_of(&owner.get(&format!("{}/removal-preview", at(&head))).await, StatusCode::OK);
        assert_eq!((&shown["visible"], &shown["children"], &shown["effect"]["lines"][0]["leads_lost"]), (&json!(true), &json!(1), &json!(2)), "{shown}");
        let done = json_of(&owner.patch(&at(&head), &json!({ "name": "Board", "visible": false, "reason": "Over" })).await, StatusCode::OK);
        assert_eq!((&done["name"], &done["visible"]), (&json!("Board"), &json!(false)));
        assert_eq!(json_of(&his.get("/api/v1/leads").await, StatusCode::OK)["total"], 0);
        let list = json_of(&owner.get("/api/v1/groups").await, StatusCode::OK);
        let rows: Vec<_> = list["items"].as_array().unwrap().iter().map(|row| (row["name"].clone(), row["visible"].clone())).collect();
        assert_eq!(rows, [("Board", false), ("Fair", false), ("North", false)].map(|(name, visible)| (json!(name), json!(visible))));
        assert_eq!(his.patch(&at(&fair), &json!({ "visible": true })).await.status, StatusCode::FORBIDDEN);
    }

    async fn p56_why_somebody_sees_a_lead_is_said_at_every_door(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 1).build().await;
        let owner = program(db, &acme, "owner", true).await;
        json_of(&owner.patch("/api/v1/account", &json!({ "lead_visibility": "own" })).await, StatusCode::OK);
        let north = json_of(&owner.post("/api/v1/groups", &json!({ "name": "North", "visible": true })).await, StatusCode::CREATED);
        for who in ["anna", "boris"] {
            let path = format!("/api/v1/groups/{}/members/{}", north["id"].as_str().unwrap(), acme.id_of(who));
            assert_eq!(put(&owner, &path).await.status, StatusCode::NO_CONTENT);
        }
        let (boris, lead) = (acme.id_of("boris"), acme.leads_of("anna").await[0].id);
        let told = json_of(&owner.get(&format!("/api/v1/users/{boris}/access?permission=leads.view&lead={lead}")).await, StatusCode::OK);
        let rules: Vec<_> = told["rules"].as_array().unwrap().iter().filter(|rule| rule["said"] == "allows").map(|rule| rule["rule"].as_str().unwrap()).collect();
        assert!(rules.contains(&"visibility-group") && !rules.contains(&"rules"), "{told}");
        let told = json_of(&owner.get(&format!("/api/v1/leads/{lead}/access")).await, StatusCode::OK);
        let line = told["items"].as_array().unwrap().iter().find(|line| line["name"] == "boris").unwrap();
        assert_eq!(line["because"], "visibility-group");
        let mut browser = signed_in(db, &acme, "owner").await;
        let check = format!("/a/{}/roles/check", acme.slug);
        let page = words(&browser.get(&format!("{check}?user={boris}&permission=leads.view&lead={lead}")).await.text());
        assert!(page.contains("The owner is in the visibility group or one below it"), "{page}");
        let page = words(&browser.get(&format!("{check}?lead={lead}")).await.text());
        assert!(page.contains("Through a visibility group"), "{page}");
        let shell = Shell::on(db);
        let (user, lead) = (acme.email_of("boris"), lead.to_string());
        let told = shell.run(&["access", "check", "--account", "acme", "--user", &user, "--lead", &lead]).good().out;
        assert!(told.contains("The owner is in the visibility group or one below it"), "{told}");
    }

    async fn p56_the_pages_show_the_tree_and_ask_before_somebody_sees_more_or_less(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 2).build().await;
        let api = program(db, &acme, "owner", true).await;
        json_of(&api.patch("/api/v1/account", &json!({ "lead_visibility": "own" })).await, StatusCode::OK);
        let mut owner = signed_in(db, &acme, "owner").await;
        let list = format!("/a/{}/groups", acme.slug);
        let made = owner.post(&list, &[("name", "Head"), ("parent", ""), ("kind", "visibility")]).await;
        let head = made.location().to_owned();
        let made = owner.post(&list, &[("name", "North"), ("parent", id(&head)), ("kind", "ordinary")]).await;
        let north = made.location().to_owned();
        let html = owner.get(&list).await.text();
        assert!(words(&html).contains("Head Visibility group 0 members North Visibility group 0 members"), "{}", words(&html));
        let tree = html.split("class=\"tree\"").nth(1).unwrap();
        assert!(tree.find("<ul>").unwrap() < tree.find("North").unwrap(), "North stands within Head");
        assert!(owner.get(&format!("{list}?parent={}", id(&head))).await.text().contains(&format!("value=\"{}\" selected", id(&head))));

        let (anna, boris) = (acme.id_of("anna").to_string(), acme.id_of("boris").to_string());
        let quiet = owner.post(&format!("{north}/members"), &[("user", &anna)]).await;
        assert_eq!(quiet.location(), north, "nobody sees more yet: {}", words(&quiet.text()));
        let asked = owner.post(&format!("{head}/members"), &[("user", &boris), ("reason", "Leads the region")]).await;
        assert_eq!(asked.status, StatusCode::OK);
        assert!(words(&asked.text()).contains("boris Sees 2 more leads"), "{}", words(&asked.text()));
        let mut his = signed_in(db, &acme, "boris").await;
        let lead = format!("/a/{}/leads/{}", acme.slug, acme.leads_of("anna").await[0].id);
        assert_eq!(his.get(&lead).await.status, StatusCode::NOT_FOUND, "nothing is saved yet");
        owner.post(&format!("{head}/members"), &[("user", &boris), ("confirmed", "yes")]).await;
        assert_eq!(his.get(&lead).await.status, StatusCode::OK);
        assert_eq!(his.get(&format!("{lead}/edit")).await.status, StatusCode::NOT_FOUND, "he sees it and edits it not");
        let twice = owner.post(&format!("{north}/members"), &[("user", &boris)]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&twice.text()).contains("boris is in the visibility group Head already."), "{}", words(&twice.text()));

        let page = words(&owner.get(&head).await.text());
        assert!(page.contains("They see the leads of the group below, too.") && page.contains("Groups directly below North"), "{page}");
        let circle = owner.get(&format!("{head}/arrange?parent={}&kind=visibility", id(&north))).await;
        assert_eq!(circle.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&circle.text()).contains("A group cannot go below itself."), "{}", words(&circle.text()));
        let asked = words(&owner.get(&format!("{head}/arrange?parent=top&kind=ordinary")).await.text());
        assert!(asked.contains("Kind until now Visibility group New kind Ordinary group") && asked.contains("1 person loses."), "{asked}");
        assert_eq!(his.get(&lead).await.status, StatusCode::OK, "a look changes nothing");
        let done = owner.post(&format!("{head}/arrange"), &[("parent", "top"), ("kind", "ordinary"), ("reason", "Over")]).await;
        assert_eq!(done.location(), head);
        assert_eq!(his.get(&lead).await.status, StatusCode::NOT_FOUND);
        assert!(acme.audit().await.iter().any(|line| line.kind.as_str() == "group.kind-changed" && line.reason.as_deref() == Some("Over")));
        let refused = his.post(&format!("{head}/arrange"), &[("parent", "top"), ("kind", "visibility")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        owner.post(&format!("{head}/arrange"), &[("parent", "top"), ("kind", "visibility")]).await;
        let asked = words(&owner.get(&format!("{head}/remove")).await.text());
        assert!(asked.contains("The groups below it move to the top.") && asked.contains("1 person loses."), "{asked}");
        assert_eq!(owner.post(&format!("{head}/remove"), &[]).await.location(), list);
        assert_eq!(owner.get(&north).await.status, StatusCode::OK);
    }
}
