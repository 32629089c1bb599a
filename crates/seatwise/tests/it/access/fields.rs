//! Every field that a role can hide or let only read, at every door.

use axum::http::StatusCode;
use seatwise_domain::authz::FieldAccess;
use seatwise_domain::imports::{Reason, Verdict};
use seatwise_testkit::http::Answer;
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::clerk::{OWN, Stage, at, body, checked, every_field, reasons, sample, wire};
use crate::api::kit::json_of;
use crate::imports::ran;

fn shows(text: &str, field: &str) -> bool {
    let mut traces = sample(field).traces.iter();
    traces.any(|trace| text.contains(trace))
}

fn code(answer: &Answer) -> String {
    answer.json()["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

on_both! {
    async fn p52_a_hidden_field_leaves_on_no_way_and_a_read_one_on_all(db: &TestDb) {
        let mut stage = Stage::new(db).await;
        let free: Vec<(String, &str)> = {
            let doors = stage.doors().await;
            let shown = doors.iter().flat_map(|(door, text)| {
                every_field().filter(|field| shows(text, field)).map(|field| (door.clone(), field))
            });
            shown.collect()
        };
        // So that the test could fail: each field is on the single lead, in its history and in both files.
        let lead = stage.lead;
        for field in every_field() {
            for door in [format!("/leads/{lead}"), "/leads.csv".to_owned(), format!("page /leads/{lead}"), "page /leads/export.csv".to_owned()] {
                assert!(free.contains(&(door.clone(), field)), "{field} is not at {door}");
            }
            for door in [format!("/leads/{lead}/history"), "/audit?kind=lead.edited".to_owned(), "/audit.csv?kind=lead.edited".to_owned()] {
                assert!(field == "external_id" || free.contains(&(door.clone(), field)), "{field} is not at {door}");
            }
        }
        let values: Vec<&str> = free.iter().filter(|(_, field)| *field == "value").map(|(door, _)| door.as_str()).collect();
        for door in ["/leads", "/lead-board", "page /leads", "page /leads?view=table"] {
            assert!(values.contains(&door), "values at {door}");
        }
        assert!(values.iter().filter(|door| door.contains("statistics")).count() >= 4, "{values:?}");
        for field in every_field() {
            stage.say(db, field, "hidden").await;
            for (door, text) in stage.doors().await {
                assert!(!shows(&text, field), "{field} is hidden, and at {door}:\n{text}");
                for other in every_field().filter(|other| *other != field) {
                    let before = free.contains(&(door.clone(), other));
                    assert!(!before || shows(&text, other), "{other} at {door} while {field} is hidden");
                }
            }
            stage.say(db, field, "read").await;
            for (door, text) in stage.doors().await {
                let before = free.contains(&(door.clone(), field));
                assert_eq!(shows(&text, field), before, "{field} is read-only, at {door}");
            }
        }
    }

    async fn p52_search_and_order_do_not_tell_what_is_hidden(db: &TestDb) {
        let stage = Stage::new(db).await;
        for field in every_field() {
            for access in FieldAccess::ALL {
                stage.say(db, field, access.as_str()).await;
                let hidden = access == FieldAccess::Hidden;
                for searched in ["external_id", "contact_email"] {
                    for path in ["/api/v1/leads", "/api/v1/lead-board"] {
                        let path = format!("{path}?q={}", sample(searched).cell.replace('@', "%40"));
                        let text = stage.clerk.get(&path).await.text();
                        let found = text.contains("\"Acme\"");
                        assert_eq!(found, !(hidden && field == searched), "{path} while {field} is {access:?}");
                    }
                }
                for (word, sorted) in [("value", "value"), ("next-step", "next_step_on"), ("newest", "")] {
                    let answer = stage.clerk.get(&format!("/api/v1/leads?sort={word}")).await;
                    if hidden && field == sorted {
                        assert_eq!((answer.status, code(&answer).as_str()), (StatusCode::FORBIDDEN, "sort-hidden"));
                        let problem = answer.json();
                        assert_eq!(problem["errors"][0]["pointer"], "sort");
                        assert!(problem["title"].as_str().unwrap().contains(sorted), "{problem}");
                        assert!(problem["detail"].as_str().unwrap().contains("newest"), "{problem}");
                    } else {
                        assert_eq!(answer.status, StatusCode::OK, "sort={word} while {field} is {access:?}");
                    }
                }
            }
        }
    }

    async fn z3_a_locked_field_refuses_the_whole_change_and_says_which_role(db: &TestDb) {
        let stage = Stage::new(db).await;
        for field in every_field() {
            for access in [FieldAccess::Hidden, FieldAccess::Read] {
                stage.say(db, field, access.as_str()).await;
                let real = stage.real().await;
                let seen = json_of(&stage.clerk.get(&stage.path()).await, StatusCode::OK);
                let expected = if access == FieldAccess::Hidden { "field-hidden" } else { "field-read-only" };
                let pointer = format!("/{}", field.replace('.', "/"));
                let refused = |answer: &Answer| {
                    assert_eq!((answer.status, code(answer).as_str()), (StatusCode::FORBIDDEN, expected), "{field}: {}", answer.text());
                    let problem = answer.json();
                    assert_eq!(problem["errors"][0]["pointer"], pointer.as_str());
                    assert!(problem["title"].as_str().unwrap().contains(field), "{problem}");
                    assert!(problem["detail"].as_str().unwrap().contains("Clerk"), "{problem}");
                };
                // An external id is set when a lead is made, and by imports.
                if field != "external_id" {
                    let mut change = body(field, wire(field, sample(field).other));
                    change["title"] = "Other".into();
                    refused(&stage.clerk.patch(&stage.path(), &change).await);
                    if access == FieldAccess::Hidden {
                        // Even the true value: a guess is not confirmed.
                        refused(&stage.clerk.patch(&stage.path(), &body(field, wire(field, sample(field).cell))).await);
                    }
                    assert_eq!(stage.real().await, real, "nothing was changed");
                    let shown = at(&seen, field).clone();
                    let shown = if shown.is_null() && field == OWN { json!("") } else { shown };
                    let same = stage.clerk.patch(&stage.path(), &body(field, shown)).await;
                    assert_eq!(same.status, StatusCode::OK, "{field}: {}", same.text());
                    assert_eq!(stage.real().await, real, "sending back what was shown changes nothing");
                }
                let other = stage.clerk.patch(&stage.path(), &json!({ "title": "Acme " })).await;
                assert_eq!(other.status, StatusCode::OK);
                let other = stage.clerk.patch(&stage.path(), &json!({ "title": format!("Acme {field} {expected}") })).await;
                assert_eq!(json_of(&other, StatusCode::OK)["title"], format!("Acme {field} {expected}"));
                assert_eq!(at(&stage.real().await, field), at(&real, field), "{field} stays");
                stage.owner.patch(&stage.path(), &json!({ "title": "Acme" })).await;

                let count = stage.acme.all_leads().await.len();
                let mut new = body(field, wire(field, sample(field).other));
                new["title"] = "New".into();
                refused(&stage.clerk.post("/api/v1/leads", &new).await);
                assert_eq!(stage.acme.all_leads().await.len(), count, "no lead was made");
                let made = stage.clerk.post("/api/v1/leads", &json!({ "title": format!("New {field} {expected}") })).await;
                assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
            }
        }
    }

    async fn z3_an_import_says_which_rows_a_locked_field_keeps_out(db: &TestDb) {
        let stage = Stage::new(db).await;
        let anna = async || stage.acme.as_user("anna").await;
        for field in every_field() {
            let of = sample(field);
            let columns: Vec<&str> = if field == "external_id" { vec!["title", field] } else { vec!["title", "external_id", field] };
            let row = |title: &'static str, id: &'static str, cell: &'static str| {
                if field == "external_id" { vec![title, cell] } else { vec![title, id, cell] }
            };
            for access in [FieldAccess::Hidden, FieldAccess::Read] {
                stage.say(db, field, access.as_str()).await;
                let real = stage.real().await;
                let hidden = access == FieldAccess::Hidden;
                let why = if hidden { Reason::FieldHidden } else { Reason::FieldReadOnly };
                let rows = [
                    row("New", "N-1", of.other),
                    row("Acme", "SECRET-77", of.cell),
                    row("Acme", "SECRET-77", of.other),
                ];
                for (number, row) in rows.into_iter().enumerate() {
                    let import = checked(db, &anna().await, &columns, &[row]).await;
                    let told = reasons(db, &anna().await, &import).await;
                    let same = number == 1 && !hidden;
                    let expected = if same { (Verdict::Skip, Some(Reason::Unchanged)) } else { (Verdict::Problem, Some(why)) };
                    assert_eq!(told, [expected], "{field} {access:?}, row {number}");
                    ran(db, &anna().await, import.id).await;
                }
                assert_eq!(stage.real().await, real, "{field} {access:?}");
            }
        }
    }
}
