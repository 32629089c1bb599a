//! Moves with leads and the way back, through pages and over REST.

use axum::http::StatusCode;
use seatwise_domain::moves::{self, Move};
use seatwise_domain::roles::{self, RoleKey};
use seatwise_domain::teams;
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::{Office, State};
use crate::api::kit::{json_of, program};
use crate::roles::to;
use crate::ui::{signed_in, words};

on_both! {
    async fn p61_the_page_of_a_move_shows_who_gets_how_many_leads_and_offers_the_way_back(db: &TestDb) {
        let office = Office::new(db).await;
        let acme = &office.acme;
        let before = office.state(db).await;
        let mut browser = signed_in(db, acme, "owner").await;
        let (anna, boris) = (acme.id_of("anna"), acme.id_of("boris").to_string());
        let path = format!("/a/{}/users/{anna}/move", acme.slug);
        let html = browser.get(&path).await.text();
        for offered in ["They stay", "The open leads go to somebody else", "All leads go to somebody else", "to the unassigned leads"] {
            assert!(html.contains(offered), "{offered} in {html}");
        }
        assert!(html.contains(&format!("value=\"{boris}\"")) && !html.contains("<option value=\"olena"), "{html}");
        let south = office.south.to_string();
        let form = [("team", south.as_str()), ("position", "stays"), ("records", "open"), ("reason", "New office")];
        let nobody = browser.post(&path, &form).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&nobody.text()).contains("Choose who gets the leads."));
        let form = [form.as_slice(), &[("to", boris.as_str())]].concat();
        let found = browser.post(&path, &[form.as_slice(), &[("find", "to_q"), ("to_q", "cel")]].concat()).await.text();
        assert!(found.contains(&format!("value=\"{boris}\" selected")), "a search keeps what was chosen: {found}");
        let lines = acme.audit().await.len();
        let asked = browser.post(&path, &form).await;
        assert_eq!(asked.status, StatusCode::OK);
        let told = words(&asked.text());
        assert!(told.contains("4 leads go to boris") && told.contains("Change hands Prospecting 4") && told.contains("Stay with the name Won 3"), "{told}");
        assert!(asked.text().contains("name=\"expected\" value=\"4\""), "{}", asked.text());
        assert_eq!(acme.audit().await.len(), lines, "a look changes nothing");

        acme.add_leads("anna", "prospecting", 1).await;
        let lines = acme.audit().await.len();
        let sure = [form.as_slice(), &[("confirmed", "yes"), ("expected", "4")]].concat();
        let other = browser.post(&path, &sure).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = words(&other.text());
        assert!(told.contains("This was changed meanwhile.") && told.contains("5 leads go to boris"), "{told}");
        assert!(other.text().contains("name=\"expected\" value=\"5\""));
        assert_eq!(acme.audit().await.len(), lines, "nothing was done");
        let sure = [form.as_slice(), &[("confirmed", "yes"), ("expected", "5")]].concat();
        let done = browser.post(&path, &sure).await;
        assert_eq!(done.location(), format!("/a/{}/users/{anna}", acme.slug));
        assert_eq!(acme.leads_of("boris").await.len(), 5);

        let after = browser.get(done.location()).await.text();
        let undo = after.split("action=\"").filter_map(|rest| rest.split('"').next()).find(|action| action.contains("/moves/"));
        let undo = undo.unwrap_or_else(|| panic!("the toast has a way back: {after}")).to_owned();
        let asked = browser.post(&undo, &[("next", &format!("/a/{}/users", acme.slug))]).await;
        assert_eq!(asked.status, StatusCode::OK, "it is shown before it is done");
        let told = words(&asked.text());
        assert!(told.contains("Undo the move of anna") && told.contains("5 leads go back.") && told.contains("Teams South North"), "{told}");
        assert_eq!(browser.get(&undo).await.status, StatusCode::OK);
        let id = undo.split("/moves/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
        let entry = words(&browser.get(&format!("/a/{}/audit/{id}", acme.slug)).await.text());
        assert!(entry.contains("Moved anna") && entry.contains("You can undo this move until"), "{entry}");
        let long = "x".repeat(501);
        let refused = browser.post(&undo, &[("confirmed", "yes"), ("reason", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let back = browser.post(&undo, &[("confirmed", "yes"), ("reason", "Wrong office")]).await;
        assert_eq!(back.location(), format!("/a/{}/users/{anna}", acme.slug));
        assert_eq!(office.state(db).await, State { leads: 8, ..before });
        let entry = words(&browser.get(&format!("/a/{}/audit/{id}", acme.slug)).await.text());
        assert!(entry.contains("This move was undone."), "{entry}");
        let again = browser.post(&undo, &[("confirmed", "yes")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(words(&again.text()).contains("This was undone already."));
        let mut plain = signed_in(db, acme, "celia").await;
        assert_eq!(plain.get(&undo).await.status, StatusCode::CONFLICT);
    }

    async fn p61_leads_that_stay_are_named_before_the_undo(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let planned = office.handing(office.boris(), seatwise_domain::handover::Stages::Open);
        let done = moves::run(db, &owner, acme.id_of("anna"), &planned).await.unwrap().id.unwrap();
        seatwise_domain::groups::add_member(db, &owner, office.pilots.id, acme.id_of("anna"), "").await.unwrap();
        let noted = acme.leads_of("boris").await[0].id;
        seatwise_domain::records::add_note(db, &acme.as_user("boris").await, noted, "Called").await.unwrap();
        let mut browser = signed_in(db, acme, "owner").await;
        let undo = format!("/a/{}/moves/{done}/undo", acme.slug);
        let told = words(&browser.get(&undo).await.text());
        assert!(told.contains("Group Pilots Stays as it is: somebody changed it since."), "{told}");
        assert!(told.contains("3 leads go back. 1 stays because somebody changed it since."), "{told}");
        let mut plain = signed_in(db, acme, "celia").await;
        assert_eq!(plain.get(&undo).await.status, StatusCode::FORBIDDEN);
        assert_eq!(plain.post(&undo, &[("confirmed", "yes")]).await.status, StatusCode::FORBIDDEN);
        let mut looks = signed_in(db, acme, "owner").await;
        let log = words(&looks.get(&format!("/a/{}/audit", acme.slug)).await.text());
        assert!(log.contains("Moved anna"), "{log}");
    }

    async fn p61_the_log_names_what_an_undo_left_as_it_is_called(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let anna = acme.id_of("anna");
        let sales = to(acme, "anna", &RoleKey::sales());
        roles::give(db, &owner, &sales).await.unwrap();
        let planned = Move { give_up: vec![RoleKey::sales()], ..office.away() };
        let done = moves::run(db, &owner, anna, &planned).await.unwrap().id.unwrap();
        roles::give(db, &owner, &sales).await.unwrap();
        teams::add_members(db, &owner, office.south, &[anna], true, "").await.unwrap();
        let undone = moves::undo(db, &owner, done, "").await.unwrap();
        let mut browser = signed_in(db, acme, "owner").await;
        let entry = words(&browser.get(&format!("/a/{}/audit/{}", acme.slug, undone.id)).await.text());
        assert!(entry.contains("Roles: Sales; Teams: South"), "{entry}");
    }

    async fn p61_a_move_with_leads_goes_over_rest_and_back(db: &TestDb) {
        let office = Office::new(db).await;
        let acme = &office.acme;
        let before = office.state(db).await;
        let owner = program(db, acme, "owner", true).await;
        let path = format!("/api/v1/users/{}/move", acme.id_of("anna"));
        let body = json!({
            "join": [{ "team_id": office.south.to_string() }], "leave_team_ids": [office.north.to_string()],
            "give_up_roles": [office.finance.key], "hand_over": { "to": acme.id_of("boris").to_string(), "expected": 4 }
        });
        let told = json_of(&owner.post(&format!("{path}-preview"), &body).await, StatusCode::OK);
        assert_eq!((&told["hand_over"]["moves"], &told["hand_over"]["stays"]), (&json!(4), &json!(3)), "{told}");
        let of_stage = told["hand_over"]["stages"].as_array().unwrap().iter().find(|line| line["stage"] == "won").unwrap();
        assert_eq!((&of_stage["count"], &of_stage["moves"]), (&json!(3), &json!(false)));
        let mut wrong = body.clone();
        wrong["hand_over"]["expected"] = json!(5);
        let refused = json_of(&owner.post(&path, &wrong).await, StatusCode::CONFLICT);
        assert_eq!(refused["code"], "changed-meanwhile");
        wrong["hand_over"] = json!({ "to": acme.id_of("anna").to_string() });
        let refused = json_of(&owner.post(&path, &wrong).await, StatusCode::CONFLICT);
        assert_eq!(refused["code"], "heir-is-leaver");
        assert_eq!(refused["errors"][0]["pointer"], "/hand_over/to", "{refused}");
        assert_eq!(office.state(db).await, before);
        let done = json_of(&owner.post(&path, &body).await, StatusCode::OK);
        assert_eq!((&done["hand_over"]["moved"], &done["hand_over"]["to"]["name"]), (&json!(4), &json!("boris")), "{done}");
        let one = format!("/api/v1/moves/{}", done["id"].as_str().unwrap());
        let shown = json_of(&owner.get(&one).await, StatusCode::OK);
        assert_eq!((&shown["undoable"], &shown["hand_over_id"], &shown["user"]["name"]), (&json!("yes"), &done["hand_over"]["id"], &json!("anna")));
        let teams = json!([
            { "team_id": office.north.to_string(), "name": "North", "before": "manager", "after": null, "stays": null },
            { "team_id": office.south.to_string(), "name": "South", "before": null, "after": "member", "stays": null },
        ]);
        assert_eq!((&shown["teams"], &shown["position"], &shown["roles"][0]["name"]), (&teams, &json!(null), &json!("Finance")));
        let undo = format!("{one}/undo");
        let celia = program(db, acme, "celia", true).await;
        assert_eq!(celia.post(&undo, &json!({})).await.status, StatusCode::FORBIDDEN);
        let undone = json_of(&owner.post(&undo, &json!({ "reason": "Wrong office" })).await, StatusCode::OK);
        assert_eq!((&undone["records"], &undone["hand_over"]["moved"], &undone["move"]["undone_by"]), (&json!("back"), &json!(4), &undone["id"]), "{undone}");
        assert_eq!(office.state(db).await, before);
        let again = json_of(&owner.post(&undo, &json!({})).await, StatusCode::CONFLICT);
        assert_eq!(again["code"], "already-undone");
        let shown = json_of(&owner.get(&one).await, StatusCode::OK);
        assert_eq!(shown["undoable"], "undone");
        assert_eq!(owner.get("/api/v1/moves/evt_00000000000000000000000005").await.status, StatusCode::NOT_FOUND);
    }
}
