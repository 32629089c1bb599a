//! The list of people as a file, read back: over REST and from the page, as a workbook and as text.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use seatwise_domain::users::{self, Invite};
use seatwise_tables::{Flow, Format, Limits};
use seatwise_testkit::http::Answer;
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::kit::{json_of, program};
use crate::ui::signed_in;

/// A row, by the words of the header.
type Line = BTreeMap<String, String>;

/// The rows of a file, opened like one that a person uploads.
fn read(answer: &Answer, format: Format) -> Vec<Line> {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("users");
    std::fs::write(&path, &answer.bytes).unwrap();
    let mut table = seatwise_tables::open(&path, &Limits::default()).unwrap();
    assert_eq!(table.shape().format, format);
    let headers = table.shape().headers.iter();
    let headers: Vec<String> = headers.map(|header| header.name.clone()).collect();
    let mut lines = Vec::new();
    table
        .read(|row| {
            lines.push(headers.iter().cloned().zip(row.cells).collect());
            Flow::On
        })
        .unwrap();
    lines
}

/// Who has which e-mail.
fn addresses(lines: &[Line]) -> Vec<(&str, &str)> {
    let pairs = lines.iter();
    let mut pairs: Vec<_> = pairs
        .map(|line| (line["Name"].as_str(), line["E-mail"].as_str()))
        .collect();
    pairs.sort_unstable();
    pairs
}

on_both! {
    async fn l16_n34_the_user_file_has_the_further_addresses_of_each_person(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let anna = program(db, &acme, "anna", true).await;
        for email in ["b.berg@acme.example", "anna.berg@acme.example"] {
            json_of(&anna.post("/api/v1/me/aliases", &json!({ "email": email })).await, StatusCode::OK);
        }
        let owner = program(db, &acme, "owner", true).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        for (ending, format) in [("csv", Format::Delimited), ("xlsx", Format::Xlsx)] {
            let files = [
                owner.get(&format!("/api/v1/users.{ending}")).await,
                browser.get(&format!("/a/{}/users/export.{ending}", acme.slug)).await,
            ];
            for file in files {
                let lines = read(&file, format);
                let further = |name: &str| {
                    let line = lines.iter().find(|line| line["Name"] == name);
                    line.unwrap_or_else(|| panic!("{name} in {lines:?}"))["Further e-mails"].clone()
                };
                assert_eq!(further("anna"), "anna.berg@acme.example, b.berg@acme.example", "{ending}");
                assert_eq!(further("boris"), "", "{ending}");
            }
        }
    }

    async fn l16_the_user_file_says_who_has_which_email(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leaver("darcel").build().await;
        // Two of one name, whom only the address tells apart; and what a file of text has to quote.
        let further = [("anna", "a.berg@acme.example"), ("Schäfer, \"Günther\"; jun.", "guenther@acme.example"), ("王小明", "wang@acme.example")];
        for (name, address) in further {
            let mut invite = Invite::by_email(address);
            invite.person.name = Some(name.to_owned());
            users::invite(db, &acme.as_owner().await, &invite).await.unwrap();
        }
        let emails = ["owner", "anna", "olena", "darcel"].map(|name| (name, acme.email_of(name)));
        let known = emails.iter().map(|(name, email)| (*name, email.as_str()));
        let mut expected: Vec<_> = known.chain(further).collect();
        expected.sort_unstable();
        let owner = program(db, &acme, "owner", true).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let anna = program(db, &acme, "anna", true).await;
        for (ending, format) in [("csv", Format::Delimited), ("xlsx", Format::Xlsx)] {
            let paths = (format!("/api/v1/users.{ending}"), format!("/a/{}/users/export.{ending}", acme.slug));
            for (answer, page) in [(owner.get(&paths.0).await, false), (browser.get(&paths.1).await, true)] {
                let lines = read(&answer, format);
                assert_eq!(addresses(&lines), expected, "{ending}, page: {page}");
                let left = lines.iter().find(|line| line["Name"] == "darcel").unwrap();
                assert_eq!(left["Status"], "Deactivated");
            }
            let filtered = [
                owner.get(&format!("{}?status=deactivated", paths.0)).await,
                browser.get(&format!("{}?status=deactivated", paths.1)).await,
            ];
            for answer in filtered {
                assert_eq!(addresses(&read(&answer, format)), [("darcel", acme.email_of("darcel").as_str())]);
            }
            assert_eq!(anna.get(&paths.0).await.status, StatusCode::FORBIDDEN);
        }
    }
}
