//! A clerk whose role keeps one field from her, and what every door says to her.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use seatwise_domain::authz::Caller;
use seatwise_domain::ids::RecordId;
use seatwise_domain::imports::{
    self, Field, ImportKind, Mapping, Options, Reason, Upload, Verdict, Wishes,
};
use seatwise_domain::roles::{self, FIELDS, NewRole, Role, RoleEdit};
use seatwise_domain::store::Db;
use seatwise_testkit::TestDb;
use seatwise_testkit::http::{Browser, Program};
use seatwise_testkit::tenant::Tenant;
use serde_json::{Value as Json, json};

use crate::api::kit::json_of;
use crate::api::program;
use crate::imports::ran;
use crate::roles::{give, said};
use crate::ui::signed_in;

/// Everything that a clerk may do with leads, so that only the field stands in the way.
pub const ALL: [(&str, &str); 9] = [
    ("own.edit", "all"),
    ("leads.view", "all"),
    ("leads.create", "all"),
    ("leads.edit", "all"),
    ("leads.export", "all"),
    ("statistics.view", "all"),
    ("imports.run", "all"),
    ("audit.view", "all"),
    ("users.view", "all"),
];

pub const OWN: &str = "fields.region";

/// All fields, with that of the account's own.
pub fn every_field() -> impl Iterator<Item = &'static str> {
    FIELDS.into_iter().chain([OWN])
}

/// A field with what stands in it, as files, programs and pages write it; no other field has any of it.
pub struct Sample {
    /// In a file.
    pub cell: &'static str,
    /// Before the owner changed it.
    pub was: &'static str,
    /// Something else, for a change.
    pub other: &'static str,
    /// What an answer must not contain.
    pub traces: &'static [&'static str],
}

pub fn sample(field: &str) -> Sample {
    let (cell, was, other, traces): (_, _, _, &'static [&'static str]) = match field {
        "value" => (
            "4711.37",
            "8122.33",
            "5",
            &["471137", "812233", "4711.37", "4,711.37", "8,122.33"],
        ),
        "contact_name" => ("Quentin Now", "Quentin Was", "Else", &["Quentin"]),
        "contact_email" => (
            "secret@now.example",
            "secret@was.example",
            "else@now.example",
            &["secret@"],
        ),
        "next_step" => ("Zephyr now", "Zephyr was", "Else", &["Zephyr"]),
        "next_step_on" => (
            "2031-07-09",
            "2031-07-08",
            "2032-01-01",
            &["2031-07-09", "2031-07-08", "9 Jul 2031", "8 Jul 2031"],
        ),
        "opened_on" => (
            "2019-03-04",
            "2019-03-05",
            "2020-01-01",
            &["2019-03-04", "2019-03-05", "4 Mar 2019", "5 Mar 2019"],
        ),
        "closed_on" => (
            "2024-05-06",
            "2024-05-07",
            "2025-01-01",
            &["2024-05-06", "2024-05-07", "6 May 2024", "7 May 2024"],
        ),
        "external_id" => ("SECRET-77", "SECRET-77", "X-1", &["SECRET-77"]),
        OWN => ("Valhalla now", "Valhalla was", "Else", &["Valhalla"]),
        other => panic!("{other} has no sample"),
    };
    Sample {
        cell,
        was,
        other,
        traces,
    }
}

/// As a program sends it.
pub fn wire(field: &str, cell: &str) -> Json {
    match field {
        "value" => {
            let minor: i64 = cell.replace('.', "").parse().unwrap();
            json!(minor)
        }
        _ => json!(cell),
    }
}

pub fn body(field: &str, value: Json) -> Json {
    match field.strip_prefix("fields.") {
        Some(own) => json!({ "fields": { own: value } }),
        None => json!({ field: value }),
    }
}

pub fn at<'j>(lead: &'j Json, field: &str) -> &'j Json {
    match field.strip_prefix("fields.") {
        Some(own) => &lead["fields"][own],
        None => &lead[field],
    }
}

/// The columns of a file with these fields, and how they are matched.
fn columns(fields: &[&str]) -> (String, Mapping) {
    let heads = fields.iter().map(|field| match *field {
        OWN => "Region",
        field => field,
    });
    let mapping = fields.iter().map(|field| match *field {
        OWN => Some(Field::Extra),
        field => Some(field.parse().unwrap()),
    });
    (
        heads.collect::<Vec<_>>().join(","),
        Mapping(mapping.collect()),
    )
}

/// Uploads rows with these columns, matches them and does the dry run.
pub async fn checked(
    db: &Db,
    caller: &Caller,
    fields: &[&str],
    rows: &[Vec<&str>],
) -> imports::Import {
    let (heads, mapping) = columns(fields);
    let lines = rows.iter().map(|row| row.join(","));
    let text: Vec<String> = std::iter::once(heads).chain(lines).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("leads.csv");
    std::fs::write(&path, text.join("\n") + "\n").unwrap();
    let upload = Upload {
        kind: ImportKind::Leads,
        path,
        file_name: "leads.csv".to_owned(),
        wishes: Wishes::default(),
    };
    let import = imports::upload(db, caller, upload).await.unwrap();
    let options = Options::for_kind(ImportKind::Leads);
    imports::map(db, caller, import.id, &mapping, &options)
        .await
        .unwrap();
    imports::check(db, caller, import.id).await.unwrap()
}

/// The reason of each row, none where it is taken.
pub async fn reasons(
    db: &Db,
    caller: &Caller,
    import: &imports::Import,
) -> Vec<(Verdict, Option<Reason>)> {
    let scope = caller.scope().unwrap();
    let mut tx = db.read().await.unwrap();
    let rows = imports::rows(&mut tx, &scope, import.id, &[], 0, 500)
        .await
        .unwrap();
    rows.into_iter()
        .map(|row| (row.verdict.unwrap(), row.reason))
        .collect()
}

/// An account with one lead that has every field, changed once, and a clerk with a role of her own.
pub struct Stage {
    pub acme: Tenant,
    pub role: Role,
    pub lead: RecordId,
    pub owner: Program,
    pub clerk: Program,
    pub browser: Browser,
}

impl Stage {
    pub async fn new(db: &TestDb) -> Self {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let fields: Vec<&str> = ["title", "owner", "stage"]
            .into_iter()
            .chain(every_field())
            .collect();
        for now in [false, true] {
            let mut row = vec!["Acme", "anna", "won"];
            row.extend(every_field().map(|field| {
                let sample = sample(field);
                if now { sample.cell } else { sample.was }
            }));
            let import = checked(db, &owner, &fields, &[row]).await;
            ran(db, &owner, import.id).await;
        }
        let lead = acme.all_leads().await[0].id;
        let new = NewRole {
            name: "Clerk".to_owned(),
            words: said(&ALL, &[]),
            ..NewRole::default()
        };
        let role = roles::create(db, &owner, &new).await.unwrap();
        give(db, &acme, "anna", &role).await;
        // One more change by the page or the API, which stands in the audit log, too.
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/leads/{lead}");
        for value in ["was", "cell"] {
            for field in every_field().filter(|field| *field != "external_id") {
                let sample = sample(field);
                let cell = if value == "was" {
                    sample.was
                } else {
                    sample.cell
                };
                let answer = owner.patch(&path, &body(field, wire(field, cell))).await;
                assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
            }
        }
        let clerk = program(db, &acme, "anna", true).await;
        let browser = signed_in(db, &acme, "anna").await;
        Self {
            acme,
            role,
            lead,
            owner,
            clerk,
            browser,
        }
    }

    /// The clerk's role says this of a field, and nothing of the others.
    pub async fn say(&self, db: &TestDb, field: &str, access: &str) {
        let mut fields: Vec<(&str, &str)> = every_field().map(|field| (field, "edit")).collect();
        fields.push((field, access));
        let edit = RoleEdit {
            words: said(&[], &fields),
            ..RoleEdit::default()
        };
        let owner = self.acme.as_owner().await;
        roles::edit(db, &owner, &self.role.key, &edit)
            .await
            .unwrap();
    }

    pub fn path(&self) -> String {
        format!("/api/v1/leads/{}", self.lead)
    }

    /// The lead as the owner sees it.
    pub async fn real(&self) -> Json {
        json_of(&self.owner.get(&self.path()).await, StatusCode::OK)
    }

    /// What every reading door says to the clerk, by the door.
    pub async fn doors(&mut self) -> BTreeMap<String, String> {
        let anna = self.acme.id_of("anna");
        let lead = self.lead;
        let api = [
            "/leads".to_owned(),
            "/leads?owner=me&q=Acme".to_owned(),
            format!("/leads/{lead}"),
            format!("/leads/{lead}/history"),
            format!("/leads/{lead}/notes"),
            "/lead-board".to_owned(),
            "/leads.csv".to_owned(),
            "/statistics?period=ever".to_owned(),
            "/statistics.csv?period=ever".to_owned(),
            "/audit?kind=lead.edited".to_owned(),
            "/audit.csv?kind=lead.edited".to_owned(),
            format!("/users/{anna}"),
        ];
        let mut said = BTreeMap::new();
        for path in api {
            let answer = self.clerk.get(&format!("/api/v1{path}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
            said.insert(path, answer.text());
        }
        let pages = [
            "/leads".to_owned(),
            "/leads?view=table".to_owned(),
            format!("/leads/{lead}"),
            format!("/leads/{lead}/edit"),
            "/leads/export.csv".to_owned(),
            "/statistics?period=ever".to_owned(),
            "/statistics/export.csv?period=ever".to_owned(),
            "/audit?kind=lead.edited".to_owned(),
            "/palette?q=Acme".to_owned(),
            format!("/users/{anna}"),
        ];
        for path in pages {
            let answer = self
                .browser
                .get(&format!("/a/{}{path}", self.acme.slug))
                .await;
            assert_eq!(
                answer.status,
                StatusCode::OK,
                "page {path}: {}",
                answer.text()
            );
            said.insert(format!("page {path}"), answer.text());
        }
        said
    }
}
