//! Whoever owned a lead keeps no right that came from owning it: at no door, whichever way it changed hands.

use axum::http::StatusCode;
use seatwise_domain::ids::RecordId;
use seatwise_testkit::http::{Browser, Program};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::Api;
use serde_json::{Value as Json, json};

use super::field_files::rows;
use crate::api::kit::{ask_with, json_of};
use crate::api::program;
use crate::roles::{give, set};
use crate::ui::{signed_in, words};

/// anna owns a lead that tells its name, may export and check what she reaches, and shared it with carla.
struct Scene {
    acme: Tenant,
    lead: RecordId,
    owner: Program,
    anna: Program,
    page: Browser,
}

const MARK: &str = "Marzipan";

async fn scene(db: &TestDb, way: &str) -> Scene {
    let acme = db
        .tenant()
        .named(way)
        .user("anna")
        .user("boris")
        .user("carla")
        .build()
        .await;
    let owner = program(db, &acme, "owner", true).await;
    let own = json!({ "lead_visibility": "own" });
    json_of(&owner.patch("/api/v1/account", &own).await, StatusCode::OK);
    let more = [
        ("leads.export", "own"),
        ("access.check", "all"),
        ("leads.assign", "own"),
        ("audit.view", "all"),
    ];
    let more = set(db, &acme, "More", &more).await;
    give(db, &acme, "anna", &more).await;
    let anna = program(db, &acme, "anna", true).await;
    let made = anna
        .post("/api/v1/leads", &json!({ "title": MARK, "value": 100 }))
        .await;
    let lead: RecordId = json_of(&made, StatusCode::CREATED)["id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let path = format!("/api/v1/leads/{lead}");
    json_of(
        &anna
            .post(&format!("{path}/notes"), &json!({ "text": "Hers" }))
            .await,
        StatusCode::CREATED,
    );
    let carla = acme.id_of("carla").to_string();
    json_of(
        &anna
            .post(
                &format!("{path}/share"),
                &json!({ "with": carla, "access": "read" }),
            )
            .await,
        StatusCode::OK,
    );
    let page = signed_in(db, &acme, "anna").await;
    Scene {
        acme,
        lead,
        owner,
        anna,
        page,
    }
}

impl Scene {
    /// Every door of REST that names a lead, as anna: its name, and the status.
    async fn single(&self) -> Vec<(String, StatusCode)> {
        let lead = self.lead.to_string();
        let boris = json!(self.acme.id_of("boris").to_string());
        let mut said = Vec::new();
        let doors = Api::get()
            .operations
            .iter()
            .filter(|operation| operation.path.starts_with("/leads/{id}"));
        for operation in doors {
            let mut body = operation.example.clone().unwrap_or_default();
            for side in ["to", "with"] {
                if body.get(side).is_some() {
                    body[side] = boris.clone();
                }
            }
            let address = format!("/api/v1{}", operation.path.replace("{id}", &lead));
            let answer = ask_with(&self.anna, operation, &address, &body).await;
            said.push((
                format!("{} {}", operation.method, operation.path),
                answer.status,
            ));
        }
        let explained = format!(
            "/api/v1/users/{}/access?lead={lead}",
            self.acme.id_of("anna")
        );
        said.push((
            "explanation".to_owned(),
            self.anna.get(&explained).await.status,
        ));
        let many = json!({ "lead_ids": [lead], "to": boris });
        said.push((
            "assignments".to_owned(),
            self.anna
                .post("/api/v1/lead-assignments", &many)
                .await
                .status,
        ));
        said
    }

    /// Every list, file and page that could tell of it, as anna.
    async fn told(&mut self) -> Vec<(String, String)> {
        let mut said = Vec::new();
        for path in ["/leads", "/leads?q=marzipan", "/lead-board", "/leads.csv"] {
            said.push((
                path.to_owned(),
                self.anna.get(&format!("/api/v1{path}")).await.text(),
            ));
        }
        let book = self.anna.get("/api/v1/leads.xlsx").await;
        said.push(("/leads.xlsx".to_owned(), rows(&book).concat().join("|")));
        for path in [
            "/leads",
            "/leads?view=table",
            "/leads/export.csv",
            "/palette?q=Marzipan",
        ] {
            let answer = self.page.get(&format!("/a/{}{path}", self.acme.slug)).await;
            assert_eq!(
                answer.status,
                StatusCode::OK,
                "{path}: {}",
                words(&answer.text())
            );
            // What was searched stands in the field of the search, so that a hit is known by its link.
            let (text, link) = (answer.text(), format!("/leads/{}", self.lead));
            let hit = if text.contains(&link) { MARK } else { "" };
            let text = if path.starts_with("/palette") {
                hit.to_owned()
            } else {
                text
            };
            said.push((format!("page {path}"), text));
        }
        said
    }

    async fn pages(&mut self) -> Vec<(String, StatusCode)> {
        let mut said = Vec::new();
        for path in ["", "/edit"] {
            let page = format!("/a/{}/leads/{}{path}", self.acme.slug, self.lead);
            said.push((path.to_owned(), self.page.get(&page).await.status));
        }
        for (path, fields) in [
            ("/notes", [("text", "Late")]),
            ("/stage", [("stage", "won")]),
            ("/edit", [("title", "Mine")]),
            ("/share", [("with", "x")]),
        ] {
            let page = format!("/a/{}/leads/{}{path}", self.acme.slug, self.lead);
            said.push((path.to_owned(), self.page.post(&page, &fields).await.status));
        }
        said
    }

    async fn figures(&self) -> Json {
        json_of(
            &self.anna.get("/api/v1/statistics?period=month").await,
            StatusCode::OK,
        )["total"]
            .clone()
    }
}

on_both! {
    async fn a_former_owner_has_no_door_to_the_lead_whichever_way_it_went(db: &TestDb) {
        for way in ["assign", "assignments", "hand-over", "unassign"] {
            let mut scene = scene(db, way).await;
            let (lead, anna, boris) = (scene.lead.to_string(), scene.acme.id_of("anna"), scene.acme.id_of("boris").to_string());
            // So that the test could fail: it is hers everywhere. The last doors give it away and take shares back.
            for (door, text) in scene.told().await {
                assert!(text.contains(MARK), "{door} does not tell the owner");
            }
            let (path, body) = match way {
                "assign" => (format!("/api/v1/leads/{lead}/assign"), json!({ "to": boris })),
                "assignments" => ("/api/v1/lead-assignments".to_owned(), json!({ "lead_ids": [lead], "to": boris })),
                "hand-over" => (format!("/api/v1/users/{anna}/hand-over"), json!({ "to": boris })),
                _ => (format!("/api/v1/leads/{lead}/assign"), json!({ "to": null })),
            };
            let gone = json_of(&scene.owner.post(&path, &body).await, StatusCode::OK);
            let before = json_of(&scene.owner.get(&format!("/api/v1/leads/{lead}")).await, StatusCode::OK);
            for (door, status) in scene.single().await {
                // Whether a receiver is within reach is asked before which lead it is about.
                let refused = status == StatusCode::NOT_FOUND || door.contains("assign") && status == StatusCode::FORBIDDEN;
                assert!(refused, "{way}: {door} {status}");
            }
            for (path, status) in scene.pages().await {
                assert_eq!(status, StatusCode::NOT_FOUND, "{way}: page {path}");
            }
            for (door, text) in scene.told().await {
                assert!(!text.contains(MARK), "{way}: {door} tells of it");
            }
            let after = json_of(&scene.owner.get(&format!("/api/v1/leads/{lead}")).await, StatusCode::OK);
            assert_eq!(after, before, "{way}: nothing was changed through any door");
            let shares = json_of(&scene.owner.get(&format!("/api/v1/leads/{lead}/shares")).await, StatusCode::OK);
            assert_eq!(shares["items"].as_array().map(Vec::len), Some(1), "what she shared stays with the lead: {shares}");
            // What the next one makes of it is not hers: only that she had it first is (D24).
            json_of(&scene.owner.patch(&format!("/api/v1/leads/{lead}"), &json!({ "stage": "won" })).await, StatusCode::OK);
            let figures = scene.figures().await;
            assert_eq!((&figures["created"], &figures["won"], &figures["won_value"]), (&json!(1), &json!(0), &json!(0)), "{way}");
            json_of(&scene.owner.patch(&format!("/api/v1/leads/{lead}"), &json!({ "stage": "engaging" })).await, StatusCode::OK);
            // Given back it is hers again, by owning it and by nothing else.
            if way == "hand-over" {
                let undo = format!("/api/v1/hand-overs/{}/undo", gone["id"].as_str().unwrap());
                let undone = json_of(&scene.owner.post(&undo, &json!({})).await, StatusCode::OK);
                assert_eq!(undone["moved"], 0, "it was worked on since: {undone}");
                continue;
            }
            let back = scene.owner.post(&format!("/api/v1/leads/{lead}/assign"), &json!({ "to": anna.to_string() })).await;
            json_of(&back, StatusCode::OK);
            for (door, text) in scene.told().await {
                assert!(text.contains(MARK), "{way}: {door}");
            }
            for (door, status) in scene.single().await {
                if door.contains("/assign") {
                    break;
                }
                assert!(status.is_success(), "{way}: {door} {status}");
            }
        }
    }
}
