//! Imports of people and leads, from the file to the undo.

mod kill;
mod leads;
mod mails;
mod people;
mod real_files;
mod role_rank;
mod roles;
mod stopped;
mod undo;
mod upload;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use seatwise_domain::authz::{Caller, RunImports};
use seatwise_domain::handover;
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{
    self, Detail, Import, ImportKind, Options, Reason, RowReport, Upload, UploadError, Verdict,
};
use seatwise_domain::jobs::Registry;
use seatwise_domain::store::Db;
use seatwise_testkit::jobs::run_due;
use tempfile::TempDir;

/// A file as somebody sends it.
struct Sent {
    _folder: TempDir,
    path: PathBuf,
}

fn file(text: &str) -> Sent {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file.csv");
    std::fs::write(&path, text).expect("room for the file");
    Sent {
        _folder: folder,
        path,
    }
}

pub async fn sent(
    db: &Db,
    caller: &Caller,
    kind: ImportKind,
    path: &Path,
) -> Result<Import, UploadError> {
    let upload = Upload {
        kind,
        path: path.to_owned(),
        file_name: "staff.csv".to_owned(),
        wishes: seatwise_domain::imports::Wishes::default(),
    };
    imports::upload(db, caller, upload).await
}

/// Uploads a text with the guessed columns, changes options, and does the dry run.
pub async fn checked(
    db: &Db,
    caller: &Caller,
    kind: ImportKind,
    text: &str,
    change: impl FnOnce(&mut Options),
) -> Import {
    let import = sent(db, caller, kind, &file(text).path)
        .await
        .expect("an upload");
    let mut options = import.options.clone();
    change(&mut options);
    imports::map(db, caller, import.id, &import.mapping, &options)
        .await
        .expect("a mapping");
    imports::check(db, caller, import.id)
        .await
        .expect("a dry run")
}

/// Runs it to the end and gives it as it stands then.
pub async fn ran(db: &Db, caller: &Caller, import: ImportId) -> Import {
    imports::run(db, caller, import, "").await.expect("a run");
    work(db).await;
    found(db, caller, import).await
}

pub async fn work(db: &Db) {
    run_due(
        db,
        &imports::register(Registry::default().with::<handover::Run>()),
    )
    .await;
}

pub async fn found(db: &Db, caller: &Caller, import: ImportId) -> Import {
    let scope = caller.scope::<RunImports>().expect("a right");
    let mut tx = db.read().await.expect("a snapshot");
    let found = imports::find(&mut tx, &scope, import)
        .await
        .expect("an answer");
    found.expect("the import is there")
}

async fn rows(db: &Db, caller: &Caller, import: ImportId) -> Vec<RowReport> {
    let scope = caller.scope::<RunImports>().expect("a right");
    let mut tx = db.read().await.expect("a snapshot");
    let mut all = Vec::new();
    loop {
        let after = all.last().map_or(0, |row: &RowReport| row.number);
        let page = imports::rows(&mut tx, &scope, import, &[], after, 500)
            .await
            .expect("rows");
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

/// What is said about each row: number, verdict, reason.
pub type Said = Vec<(u32, Verdict, Option<Reason>)>;

pub async fn said(db: &Db, caller: &Caller, import: ImportId) -> Said {
    let rows = rows(db, caller, import).await;
    rows.iter()
        .map(|row| {
            (
                row.number,
                row.verdict.expect("a verdict for each row"),
                row.reason,
            )
        })
        .collect()
}

async fn detail(db: &Db, caller: &Caller, import: ImportId, number: u32) -> Detail {
    let rows = rows(db, caller, import).await;
    rows.into_iter()
        .find(|row| row.number == number)
        .expect("the row")
        .detail
}

/// A list of people, `name0@many.example` and on.
fn many(count: usize) -> String {
    let mut text = String::from("Name,E-mail,Team\n");
    for number in 0..count {
        writeln!(
            text,
            "Person {number},name{number}@many.example,Team {}",
            number % 3
        )
        .expect("text");
    }
    text
}
