//! A choice of people offers exactly those whom the act takes, in every state of a person; the others are refused
//! with a reason (D4).

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::roles::RoleKey;
use seatwise_domain::store::Sql;
use seatwise_domain::tenants::{PendingSelectable, Settings};
use seatwise_domain::{groups, positions, teams};
use seatwise_testkit::http::{Answer, Browser, Program};
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use crate::api::kit::json_of;
use crate::api::program;
use crate::roles::{give, role, set};
use crate::ui::{signed_in, words};

/// Somebody in every state: active, pending, frozen, deactivated, removed, on a team seat, and a program.
const PEOPLE: [&str; 10] = [
    "owner", "mona", "anna", "boris", "olena", "tina", "fred", "darcel", "gone", "robot",
];

/// mona leads the team of anna, olena and darcel.
async fn company(db: &TestDb) -> Tenant {
    let mut acme = db
        .tenant()
        .seats(20)
        .team_seats(2)
        .user("mona")
        .user("anna")
        .user("boris")
        .user("fred")
        .pending("olena")
        .team_user("tina")
        .leaver("darcel")
        .leaver("gone")
        .leads("anna", 2)
        .leads("", 2)
        .build()
        .await;
    let owner = program(db, &acme, "owner", true).await;
    let robot = json!({ "name": "robot", "role": "sales" });
    let robot = json_of(
        &owner.post("/api/v1/service-users", &robot).await,
        StatusCode::CREATED,
    );
    acme.know("robot", robot["id"].as_str().unwrap().parse().unwrap());
    let gone = format!("/api/v1/users/{}/remove", acme.id_of("gone"));
    json_of(
        &owner.post(&gone, &json!({ "reason": "asked" })).await,
        StatusCode::OK,
    );
    let mut tx = db.write().await.unwrap();
    let frozen = Sql::new("update users set state = 'frozen'").push(
        " where tenant_id = $? and id = $?",
        args![acme.id, acme.id_of("fred")],
    );
    tx.run(frozen).await.unwrap();
    tx.commit(Audit::Housekeeping).await.unwrap();
    let caller = acme.as_owner().await;
    let nord = teams::create(db, &caller, "Nord").await.unwrap().id;
    let members = ["anna", "olena", "darcel"].map(|name| acme.id_of(name));
    teams::add_members(db, &caller, nord, &members, false, "")
        .await
        .unwrap();
    teams::add_members(db, &caller, nord, &[acme.id_of("mona")], true, "")
        .await
        .unwrap();
    acme
}

/// The people that a choice of a page offers, by the name of its field.
#[track_caller]
fn offered(acme: &Tenant, html: &str, field: &str) -> BTreeSet<&'static str> {
    let from = html.split("<select class=\"select w-full\" id=\"").skip(1);
    let own = from.filter(|select| {
        select
            .split('>')
            .next()
            .is_some_and(|head| head.contains(&format!("name=\"{field}\"")))
    });
    let list: Vec<&str> = own
        .map(|select| select.split("</select>").next().unwrap_or_default())
        .collect();
    assert!(
        !list.is_empty(),
        "no choice called {field}: {}",
        words(html)
    );
    let list = list.concat();
    PEOPLE
        .into_iter()
        .filter(|name| list.contains(&format!("value=\"{}\"", acme.id_of(name))))
        .collect()
}

/// A choice: where it stands, what it is called, and whoever it is right to leave out though the act would be taken,
/// since nothing would change by it.
struct Picker {
    page: String,
    field: &'static str,
    idle: &'static [&'static str],
}

/// Holds what is offered against what the act says to each person.
async fn agree(
    acme: &Tenant,
    browser: &mut Browser,
    picker: &Picker,
    act: impl AsyncFn(String) -> Answer,
) -> BTreeSet<&'static str> {
    let answer = browser.get(&picker.page).await;
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "{}: {}",
        picker.page,
        words(&answer.text())
    );
    let offers = offered(acme, &answer.text(), picker.field);
    for name in PEOPLE {
        let answer = act(acme.id_of(name).to_string()).await;
        let problem = answer.json();
        let taken = answer.status.is_success();
        if picker.idle.contains(&name) {
            continue;
        }
        assert_eq!(
            offers.contains(name),
            taken,
            "{name} at {} {}: {}",
            picker.page,
            picker.field,
            answer.text()
        );
        if !taken {
            assert!(
                problem["code"].is_string()
                    && problem["title"]
                        .as_str()
                        .is_some_and(|title| title.len() > 10),
                "{name}: {problem}"
            );
        }
    }
    offers
}

async fn assigned(program: &Program, lead: &str, to: &str) -> Answer {
    program
        .post(
            &format!("/api/v1/leads/{lead}/assign"),
            &json!({ "to": to }),
        )
        .await
}

on_both! {
    async fn d4_the_owner_of_a_lead_is_chosen_among_those_whom_the_act_takes(db: &TestDb) {
        let acme = company(db).await;
        let leads: Vec<String> = acme.leads_of("anna").await.iter().map(|lead| lead.id.to_string()).collect();
        let free: Vec<String> = acme.leads_of("").await.iter().map(|lead| lead.id.to_string()).collect();
        let at = |path: &str| format!("/a/{}{path}", acme.slug);
        let picker = |page: String, field| Picker { page, field, idle: &[] };
        for rule in [PendingSelectable::Never, PendingSelectable::HandoverOnly, PendingSelectable::Always] {
            acme.choose(Settings { pending_selectable: rule, ..Settings::default() }).await;
            for who in ["owner", "mona"] {
                let program = &program(db, &acme, who, true).await;
                let mut browser = signed_in(db, &acme, who).await;
                let one = agree(&acme, &mut browser, &picker(at(&format!("/leads/{}", leads[0])), "to"), async |to| assigned(program, &leads[0], &to).await).await;
                let many = agree(&acme, &mut browser, &picker(at("/leads?view=table"), "to"), async |to| {
                    program.post("/api/v1/lead-assignments", &json!({ "lead_ids": [leads[1]], "to": to })).await
                }).await;
                assert_eq!(one, many);
                assert_eq!(one.contains("olena"), rule == PendingSelectable::Always);
                assert_eq!(one.contains("boris"), who == "owner", "mona leads the others only");
                // Back to where they were, within mona's reach.
                let owner = &crate::api::program(db, &acme, "owner", true).await;
                for lead in &leads {
                    assert_eq!(assigned(owner, lead, &acme.id_of("anna").to_string()).await.status, StatusCode::OK);
                }
                if who == "owner" {
                    agree(&acme, &mut browser, &picker(at("/leads/unassigned"), "to"), async |to| assigned(program, &free[0], &to).await).await;
                    owner.post(&format!("/api/v1/leads/{}/assign", free[0]), &json!({ "to": null })).await;
                }
                let new = agree(&acme, &mut browser, &picker(at("/leads/new"), "owner"), async |to| {
                    program.post("/api/v1/leads", &json!({ "title": "New", "owner_id": to })).await
                }).await;
                assert!(new.contains(who));
            }
        }
    }

    async fn d4_a_successor_is_chosen_among_those_whom_the_hand_over_takes(db: &TestDb) {
        let acme = company(db).await;
        let at = |path: &str| format!("/a/{}/users/{}{path}", acme.slug, acme.id_of("anna"));
        let path = format!("/api/v1/users/{}", acme.id_of("anna"));
        for rule in [PendingSelectable::Never, PendingSelectable::HandoverOnly, PendingSelectable::Always] {
            acme.choose(Settings { pending_selectable: rule, ..Settings::default() }).await;
            let owner = &program(db, &acme, "owner", true).await;
            let mut browser = signed_in(db, &acme, "owner").await;
            let undo = async |answer: &Answer| {
                let undo = format!("/api/v1/hand-overs/{}/undo", answer.json()["id"].as_str().unwrap());
                json_of(&owner.post(&undo, &json!({})).await, StatusCode::OK);
            };
            let picker = Picker { page: at("/hand-over"), field: "to", idle: &[] };
            let successors = agree(&acme, &mut browser, &picker, async |to| {
                let answer = owner.post(&format!("{path}/hand-over"), &json!({ "to": to })).await;
                if answer.status.is_success() {
                    undo(&answer).await;
                }
                answer
            }).await;
            assert_eq!(successors.contains("olena"), rule != PendingSelectable::Never);
            let html = browser.get(&at("/deactivate?step=2")).await.text();
            assert_eq!(offered(&acme, &html, "to"), successors, "the page of a leaver offers the same");
            let html = browser.get(&at("/move")).await.text();
            assert_eq!(offered(&acme, &html, "to"), successors, "and so does the page of a move");
            let preview = json_of(&owner.get(&format!("{path}/deactivation-preview")).await, StatusCode::OK);
            let told: BTreeSet<&str> = preview["receivers"].as_array().unwrap().iter().filter_map(|one| one["name"].as_str()).collect();
            assert_eq!(told, successors, "and so does REST");
            for name in PEOPLE.iter().filter(|name| !successors.contains(*name)) {
                let body = json!({ "records": "reassign", "to": acme.id_of(name).to_string() });
                let refused = owner.post(&format!("{path}/deactivate"), &body).await;
                assert!(refused.status.is_client_error() && refused.json()["code"].is_string(), "{name}: {}", refused.text());
            }
        }
    }

    async fn d4_a_lead_is_shared_and_the_account_offered_with_whom_the_choice_names(db: &TestDb) {
        let acme = company(db).await;
        let lead = acme.leads_of("anna").await[0].id;
        for who in ["anna", "owner"] {
            let program = &program(db, &acme, who, true).await;
            let mut browser = signed_in(db, &acme, who).await;
            let picker = Picker { page: format!("/a/{}/leads/{lead}", acme.slug), field: "with", idle: &[] };
            let sides = agree(&acme, &mut browser, &picker, async |with| {
                let answer = program.post(&format!("/api/v1/leads/{lead}/share"), &json!({ "with": with, "access": "read" })).await;
                if answer.status.is_success() {
                    program.post(&format!("/api/v1/leads/{lead}/unshare"), &json!({ "with": with })).await;
                }
                answer
            }).await;
            assert!(sides.contains("tina") && !sides.contains("anna") && !sides.contains("darcel"), "{sides:?}");
        }
        let owner = &program(db, &acme, "owner", true).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let picker = Picker { page: format!("/a/{}/ownership", acme.slug), field: "to", idle: &[] };
        let heirs = agree(&acme, &mut browser, &picker, async |to| {
            let body = json!({ "to": to, "password": PASSWORD, "days": 7, "reason": "" });
            let answer = owner.post("/api/v1/ownership/offer", &body).await;
            if answer.status.is_success() {
                owner.send(Method::DELETE, "/api/v1/ownership/offer", None, &[]).await;
            }
            answer
        }).await;
        assert_eq!(heirs, ["anna", "boris", "mona"].into());
    }

    async fn d4_whoever_a_page_offers_to_take_in_is_taken_and_nobody_removed_is(db: &TestDb) {
        let acme = company(db).await;
        let caller = acme.as_owner().await;
        let team = teams::create(db, &caller, "West").await.unwrap().id;
        let group = groups::create(db, &caller, "Fair").await.unwrap().id;
        let position = positions::create(db, &caller, "Desk", None, "").await.unwrap().id;
        let owner = &program(db, &acme, "owner", true).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        for (page, put) in [
            (format!("/teams/{team}"), format!("/api/v1/teams/{team}/members/")),
            (format!("/groups/{group}"), format!("/api/v1/groups/{group}/members/")),
            (format!("/positions/{position}"), String::new()),
        ] {
            let html = browser.get(&format!("/a/{}{page}", acme.slug)).await.text();
            let add = html.split("id=\"add\"").nth(1).unwrap_or_else(|| panic!("{page} takes nobody in: {}", words(&html)));
            let offers: Vec<&str> = PEOPLE.into_iter().filter(|name| add.contains(&format!("value=\"{}\"", acme.id_of(name)))).collect();
            assert!(offers.contains(&"boris") && offers.contains(&"olena"), "{page}: {offers:?}");
            for name in ["darcel", "gone"] {
                assert!(!offers.contains(&name), "{name} at {page}");
            }
            for name in PEOPLE {
                let id = acme.id_of(name);
                let answer = if put.is_empty() {
                    owner.send(Method::PUT, &format!("/api/v1/users/{id}/position"), Some(&json!({ "position_id": position.to_string() })), &[]).await
                } else if page.starts_with("/teams") {
                    owner.send(Method::PUT, &format!("{put}{id}"), Some(&json!({ "manager": false })), &[]).await
                } else {
                    owner.send(Method::PUT, &format!("{put}{id}"), Some(&json!({ "reason": "" })), &[]).await
                };
                if offers.contains(&name) {
                    assert!(answer.status.is_success(), "{name} at {page}: {}", answer.text());
                }
                if name == "gone" {
                    assert_eq!((answer.status, &answer.json()["code"]), (StatusCode::NOT_FOUND, &json!("not-found")), "{page}: {}", answer.text());
                }
            }
        }
    }

    async fn d4_p59_a_role_is_offered_where_it_can_be_given(db: &TestDb) {
        let acme = company(db).await;
        let keeper: &[(&str, &str)] = &[("roles.assign", "all"), ("roles.edit", "all"), ("users.view", "all"), ("users.invite", "all"), ("leads.view", "all"), ("own.edit", "all")];
        let keeper = role(db, &acme, "Keeper", keeper).await;
        let viewer = role(db, &acme, "Viewer", &[("leads.view", "own"), ("own.edit", "all")]).await;
        let clerk = role(db, &acme, "Clerk", &[("leads.view", "team"), ("own.edit", "all")]).await;
        let export = set(db, &acme, "Export", &[("leads.export", "own")]).await;
        let look = set(db, &acme, "Look", &[("leads.view", "all")]).await;
        give(db, &acme, "mona", &keeper).await;
        let caller = acme.as_owner().await;
        let nord = { let mut tx = db.read().await.unwrap(); teams::all(&mut tx, &caller.scope().unwrap()).await.unwrap()[0].team.id };
        teams::add_members(db, &caller, nord, &[acme.id_of("mona")], false, "").await.unwrap();
        give(db, &acme, "anna", &viewer).await;
        let roles = [RoleKey::sales(), keeper.key, viewer.key, clerk.key, export.key, look.key];
        let mut offers = 0;
        for who in ["owner", "mona"] {
            let program = program(db, &acme, who, true).await;
            let mut browser = signed_in(db, &acme, who).await;
            for name in PEOPLE.iter().filter(|name| **name != "gone") {
                let id = acme.id_of(name);
                let html = browser.get(&format!("/a/{}/users/{id}", acme.slug)).await.text();
                let list = html.split("id=\"give-role\"").nth(1).map(|rest| rest.split("</select>").next().unwrap_or_default());
                for role in &roles {
                    let offered = list.is_some_and(|list| list.contains(&format!("value=\"{role}\"")));
                    let preview = program.post(&format!("/api/v1/users/{id}/role-preview"), &json!({ "role": role.to_string() })).await;
                    let said: Json = preview.json();
                    if offered {
                        offers += 1;
                        assert_eq!(preview.status, StatusCode::OK, "{who} gives {role} to {name}: {said}");
                    } else if !preview.status.is_success() {
                        assert!(said["code"].is_string(), "{said}");
                    } else {
                        // What is left out though it could be given is held already.
                        let held = acme.as_user("owner").await;
                        let mut tx = db.read().await.unwrap();
                        let held = seatwise_domain::roles::held_by(&mut tx, &held.scope().unwrap(), id).await.unwrap();
                        assert!(held.iter().any(|one| one.role.key == *role), "{who} could give {role} to {name}");
                    }
                }
            }
            let html = browser.get(&format!("/a/{}/users/new", acme.slug)).await.text();
            let list = html.split("name=\"role\"").nth(1).unwrap_or_else(|| panic!("no role to choose: {}", words(&html)));
            let list = list.split("</select>").next().unwrap();
            for (number, role) in roles.iter().enumerate() {
                let email = format!("{who}{number}@acme.example");
                let body = json!({ "email": email, "name": "New", "role": role.to_string() });
                let made = program.post("/api/v1/users", &body).await;
                assert_eq!(list.contains(&format!("value=\"{role}\"")), made.status.is_success(), "{who} invites with {role}: {}", made.text());
            }
        }
        assert!(offers > 20, "{offers}");
    }
}
