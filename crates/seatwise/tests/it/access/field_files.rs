//! Files and previews under rules of fields: text and workbook, over REST and from the page, cell by cell.

use axum::http::StatusCode;
use seatwise_domain::roles::{self, RoleEdit};
use seatwise_tables::{Flow, Limits};
use seatwise_testkit::http::Answer;
use seatwise_testkit::{TestDb, on_both};

use super::clerk::{OWN, Stage, every_field, sample};
use crate::api::kit::json_of;
use crate::roles::{give, said};
use crate::ui::words;

/// The rows of a file, its header first, opened like one that a person uploads.
#[track_caller]
pub fn rows(answer: &Answer) -> Vec<Vec<String>> {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, &answer.bytes).unwrap();
    let mut table = seatwise_tables::open(&path, &Limits::default()).unwrap();
    let headers = table.shape().headers.iter();
    let mut rows = vec![headers.map(|header| header.name.clone()).collect()];
    table
        .read(|row| {
            rows.push(row.cells);
            Flow::On
        })
        .unwrap();
    rows
}

/// The words of a column, in files of REST and of the page.
fn heads(field: &str) -> [&'static str; 2] {
    match field {
        "value" => ["Value", "Value"],
        "opened_on" => ["Opened", "Opened"],
        "closed_on" => ["Closed", "Closed"],
        "next_step" => ["Next step", "Next step"],
        "next_step_on" => ["Due", "Due"],
        "contact_name" => ["Contact", "Contact"],
        "contact_email" => ["E-mail of the contact", "Contact e-mail"],
        "external_id" => ["External ID", "External ID"],
        OWN => ["Region", "Region"],
        other => panic!("{other} has no column"),
    }
}

/// What the files of leads say to the clerk: the door, the column of the field, and all cells.
async fn files(stage: &mut Stage, field: &str) -> Vec<(String, Option<usize>, Vec<Vec<String>>)> {
    let mut found = Vec::new();
    for ending in ["csv", "xlsx"] {
        let program = stage.clerk.get(&format!("/api/v1/leads.{ending}")).await;
        let page = format!("/a/{}/leads/export.{ending}", stage.acme.slug);
        let page = stage.browser.get(&page).await;
        for (door, answer) in [("REST", program), ("page", page)] {
            let rows = rows(&answer);
            let at = rows[0]
                .iter()
                .position(|head| heads(field).contains(&head.as_str()));
            found.push((format!("{door} {ending}"), at, rows));
        }
    }
    found
}

on_both! {
    async fn p52_a_file_of_leads_has_no_column_for_what_is_hidden(db: &TestDb) {
        let mut stage = Stage::new(db).await;
        for field in every_field() {
            let traces = sample(field).traces;
            let mut widths = Vec::new();
            for access in ["edit", "read"] {
                stage.say(db, field, access).await;
                for (door, at, rows) in files(&mut stage, field).await {
                    let at = at.unwrap_or_else(|| panic!("no column of {field} at {door}: {:?}", rows[0]));
                    assert_eq!(rows.len(), 2, "{door}");
                    assert!(!rows[1][at].is_empty(), "{field} at {door}: {rows:?}");
                    widths.push(rows[0].len());
                }
            }
            stage.say(db, field, "hidden").await;
            for (door, at, rows) in files(&mut stage, field).await {
                assert_eq!(at, None, "{field} at {door}: {:?}", rows[0]);
                assert_eq!((rows.len(), rows[0].len()), (2, widths.remove(0) - 1), "{door}: only that column goes");
                let said = rows.concat().join("|");
                assert!(!traces.iter().any(|trace| said.contains(trace)), "{field} at {door}: {said}");
                assert!(said.contains("Acme") && said.contains("anna"), "{door}: {said}");
            }
        }
    }

    async fn p52_a_file_of_statistics_has_no_value_that_is_hidden(db: &TestDb) {
        let mut stage = Stage::new(db).await;
        let page = format!("/a/{}/statistics/export", stage.acme.slug);
        for (access, told) in [("edit", true), ("read", true), ("hidden", false)] {
            stage.say(db, "value", access).await;
            for ending in ["csv", "xlsx"] {
                let query = "period=days&from=2024-01-01&to=2024-12-31";
                let program = stage.clerk.get(&format!("/api/v1/statistics.{ending}?{}", query.trim_start_matches("period=days&"))).await;
                for answer in [program, stage.browser.get(&format!("{page}.{ending}?{query}")).await] {
                    let file = rows(&answer);
                    let has = |head: &str| file[0].iter().any(|cell| cell == head);
                    assert_eq!((has("Won value"), has("A year before")), (told, told), "{access} {ending}: {:?}", file[0]);
                    assert_eq!(file.concat().iter().any(|cell| cell.starts_with("4711.37")), told, "{access} {ending}: {file:?}");
                    let won = file[0].iter().position(|cell| cell == "Won").unwrap();
                    assert_eq!(file[1][won], "1", "counts stay: {file:?}");
                }
            }
        }
    }

    async fn p52_the_preview_of_a_hand_over_tells_no_hidden_value(db: &TestDb) {
        let mut stage = Stage::new(db).await;
        let owner = stage.acme.as_owner().await;
        let more = RoleEdit { words: said(&[("leads.assign", "all"), ("users.deactivate", "all")], &[]), ..RoleEdit::default() };
        roles::edit(db, &owner, &stage.role.key, &more).await.unwrap();
        let leaver = stage.acme.invite("leaver").await;
        stage.acme.activate("leaver").await;
        give(db, &stage.acme, "leaver", &stage.role).await;
        let body = serde_json::json!({ "lead_ids": [stage.lead.to_string()], "to": leaver.to_string() });
        assert_eq!(stage.owner.post("/api/v1/lead-assignments", &body).await.status, StatusCode::OK);
        for (access, told) in [("edit", true), ("read", true), ("hidden", false)] {
            stage.say(db, "value", access).await;
            let preview = format!("/api/v1/users/{leaver}/deactivation-preview?stages=all");
            let answer = json_of(&stage.clerk.get(&preview).await, StatusCode::OK);
            assert_eq!(answer["moves"], 1, "{answer}");
            assert_eq!(answer.to_string().contains("471137"), told, "{access}: {answer}");
            // The steps of the page tell numbers of leads alone, the page of the person what was won.
            for (path, shown) in [("/deactivate?step=1", false), ("/deactivate?step=2&leave=won", false), ("", told)] {
                let page = format!("/a/{}/users/{leaver}{path}", stage.acme.slug);
                let answer = stage.browser.get(&page).await;
                assert_eq!(answer.status, StatusCode::OK, "{}", words(&answer.text()));
                let text = words(&answer.text());
                assert_eq!(text.contains("4,711.37"), shown, "{access} {path}: {text}");
            }
        }
    }
}
