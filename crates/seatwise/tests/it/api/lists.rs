//! Pages of lists by cursors: forward, back, with totals, and as files.

use axum::http::StatusCode;
use seatwise_domain::authz::{Caller, SeatKind};
use seatwise_domain::seats;
use seatwise_testkit::http::Program;
use seatwise_testkit::{TestDb, on_both};
use serde_json::Value as Json;

use super::kit::{json_of, program};

async fn page(program: &Program, path: &str, cursor: &Json) -> Json {
    let mark = if path.contains('?') { '&' } else { '?' };
    let path = match cursor.as_str() {
        Some(cursor) => format!("{path}{mark}cursor={cursor}"),
        None => path.to_owned(),
    };
    json_of(&program.get(&path).await, StatusCode::OK)
}

fn names(page: &Json, field: &str) -> Vec<String> {
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .map(|item| item[field].as_str().unwrap().to_owned())
        .collect()
}

on_both! {
    async fn j16_an_audit_line_names_people_and_says_operator_and_program_by_kind_alone(db: &TestDb) {
        let acme = db.tenant().user("system").build().await;
        let operator = Caller::operator(acme.id);
        seats::set_count(db, &operator, SeatKind::Regular, 12).await.unwrap();
        acme.sign_in("system").await.unwrap();
        let owner = program(db, &acme, "owner", true).await;
        let lines = json_of(&owner.get("/api/v1/audit?limit=200").await, StatusCode::OK);
        let line = |kind: &str, actor: &str| {
            let items = lines["items"].as_array().unwrap();
            let found = items.iter().find(|line| line["kind"] == kind && line["actor_kind"] == actor);
            found.unwrap_or_else(|| panic!("{kind} by {actor} in {lines}")).clone()
        };
        let by_operator = line("seats.changed", "operator");
        assert_eq!((&by_operator["actor_id"], &by_operator["actor_name"]), (&Json::Null, &Json::Null));
        let by_person = line("session.started", "user");
        assert_eq!(by_person["actor_name"], "system", "a person may be called so");
        assert_eq!(by_person["actor_id"], acme.id_of("system").to_string());
        let one = json_of(&owner.get(&format!("/api/v1/audit/{}", by_operator["id"].as_str().unwrap())).await, StatusCode::OK);
        assert_eq!(one, by_operator);
    }

    async fn a_list_is_walked_forward_and_back_without_gaps(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").user("clara").user("dora").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let first = page(&owner, "/api/v1/users?limit=2", &Json::Null).await;
        assert_eq!(names(&first, "name"), ["anna", "boris"]);
        assert_eq!((&first["total"], &first["total_is_capped"]), (&5.into(), &false.into()));
        assert!(first["previous"].is_null());
        let second = page(&owner, "/api/v1/users?limit=2", &first["next"]).await;
        assert_eq!(names(&second, "name"), ["clara", "dora"]);
        let third = page(&owner, "/api/v1/users?limit=2", &second["next"]).await;
        assert_eq!(names(&third, "name"), ["owner"]);
        assert!(third["next"].is_null());
        let back = page(&owner, "/api/v1/users?limit=2", &third["previous"]).await;
        assert_eq!(names(&back, "name"), ["clara", "dora"]);
    }

    async fn n61_people_are_filtered_by_status_and_found_by_a_part_of_the_name(db: &TestDb) {
        let acme = db.tenant().user("anna").leaver("darcel").pending("olena").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let of = async |query: &str| names(&page(&owner, &format!("/api/v1/users?{query}"), &Json::Null).await, "name");
        assert_eq!(of("status=deactivated").await, ["darcel"]);
        assert_eq!(of("status=pending").await, ["olena"]);
        assert_eq!(of("q=NNA").await, ["anna"]);
        assert_eq!(of("level=owner").await, ["owner"]);
        let counts = json_of(&owner.get("/api/v1/user-views").await, StatusCode::OK);
        assert_eq!((&counts["all"], &counts["pending"], &counts["deactivated"]), (&4.into(), &1.into(), &1.into()));
    }

    async fn leads_are_filtered_by_owner_stage_and_state(db: &TestDb) {
        let acme = db.tenant().user("anna").leads("anna", 2).leads_in("anna", "won", 1).leads("", 3).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let total = async |query: &str| page(&owner, &format!("/api/v1/leads?{query}"), &Json::Null).await["total"].clone();
        assert_eq!(total("").await, 6);
        assert_eq!(total("owner=unassigned").await, 3);
        assert_eq!(total(&format!("owner={}", acme.id_of("anna"))).await, 3);
        assert_eq!(total("state=won").await, 1);
        assert_eq!(total("stage=won&stage=prospecting").await, 6);
        let board = json_of(&owner.get("/api/v1/lead-board").await, StatusCode::OK);
        let prospecting = board["columns"].as_array().unwrap().iter().find(|column| column["stage"] == "prospecting");
        assert_eq!(prospecting.unwrap()["leads"]["total"], 5);
    }

    async fn ab116_exported_cells_are_text_and_the_log_says_who_took_them(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.invite("=1+1").await;
        let owner = program(db, &acme, "owner", true).await;
        let csv = owner.get("/api/v1/users.csv").await;
        assert_eq!(csv.status, StatusCode::OK);
        assert!(csv.header("content-type").starts_with("text/csv"));
        assert!(csv.header("content-disposition").starts_with("attachment"));
        assert!(!csv.text().contains("\n=1+1") && csv.text().contains("=1+1"), "{}", csv.text());
        let xlsx = owner.get("/api/v1/users.xlsx").await;
        assert!(xlsx.bytes.starts_with(b"PK"));
        assert_eq!(owner.get("/api/v1/leads.csv").await.status, StatusCode::OK);
        assert_eq!(owner.get("/api/v1/leads.xlsx").await.status, StatusCode::OK);
        assert_eq!(owner.get("/api/v1/audit.csv").await.status, StatusCode::OK);
        let log = page(&owner, "/api/v1/audit?kind=export.users", &Json::Null).await;
        assert_eq!(log["items"].as_array().unwrap().len(), 2);
    }
}
