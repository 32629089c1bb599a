//! Rows about imports: ten thousand people and a hundred thousand from a file.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use seatwise_domain::authz::{Caller, Source};
use seatwise_domain::imports::{self, ImportKind, ImportState, Upload};
use seatwise_domain::jobs::Registry;
use seatwise_domain::setup;
use seatwise_domain::store::Db;
use seatwise_tables::{Cell, Flow, Limits, Target, Wishes, open, write_rows};
use seatwise_testkit::TestDb;
use seatwise_testkit::jobs::run_due;

use crate::Wanted;
use crate::measure::{Watch, per_turn};
use crate::people::new_account;
use crate::process::{self, PROGRAM, kilobytes};
use crate::table::Table;

/// What each step of an import may cost for 10,000 people.
const STEP: Duration = Duration::from_millis(400);

/// Ten thousand people from CSV.
pub async fn import(wanted: &Wanted, table: &mut Table) -> Option<Cost> {
    if !wanted.has("import users") {
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.csv");
    write(&file, 10_000, false);
    let csv = best(&file, 10_000).await;
    let name = "import users, 10,000 from CSV (SQLite)";
    table.cpu(format!("{name}: upload"), csv.upload, STEP, None);
    table.cpu(format!("{name}: dry run"), csv.check, STEP, None);
    table.cpu(format!("{name}: run"), csv.run, STEP, None);
    Some(csv)
}

/// A hundred thousand people from CSV.
pub async fn import_large(wanted: &Wanted, table: &mut Table, csv: &Cost) {
    if wanted.quick {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.csv");
    write(&file, 100_000, false);
    let all = bring(&file, 100_000).await;
    let name = "import users, 100,000 from CSV (SQLite), against 10,000";
    for (step, all, tenth) in [
        ("upload", all.upload, csv.upload),
        ("dry run", all.check, csv.check),
        ("run", all.run, csv.run),
    ] {
        // Ten times the rows may cost ten times as much, and a fifth more for the deeper index.
        let against = Some((tenth, 12.0));
        table.cpu(format!("{name}: {step}"), all, STEP * 10, against);
    }
}

/// Ten thousand people from a workbook: what they cost from CSV, and half as much again as the file takes to be read.
pub async fn import_workbook(wanted: &Wanted, table: &mut Table, csv: &Cost) {
    let name = "import users, 10,000 from XLSX (SQLite), whole; against reading the file";
    if !wanted.has(name) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.xlsx");
    write(&file, 10_000, true);
    let parse = per_turn(None, 1, async || parse(&file)).await;
    let xlsx = best(&file, 10_000).await;
    let limit = csv.whole() + parse.mul_f64(1.5);
    table.cpu(name, xlsx.whole(), limit, Some((parse, f64::INFINITY)));
}

/// The most memory that the program takes for a hundred thousand people from a workbook.
pub async fn memory(wanted: &Wanted, table: &mut Table) {
    let name = "memory at most, import of 100,000 users from XLSX by the program";
    if !wanted.has(name) || wanted.quick {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.xlsx");
    write(&file, 100_000, true);
    let program = |arguments: &[&str]| {
        Command::new(PROGRAM)
            .args(arguments)
            .arg("--data")
            .arg(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program starts")
    };
    let owner = ["--owner-email", "olga@acme.example", "--owner-name", "Olga"];
    for arguments in [
        &["migrate"][..],
        &[
            &["tenant", "create", "--name", "Acme", "--seats", "100010"][..],
            &owner[..],
        ]
        .concat(),
    ] {
        assert!(program(arguments).wait().expect("an end").success());
    }
    let path = file.to_str().expect("a plain path");
    let mut import = program(&["import", "users", path, "--yes"]);
    let mut most = 0;
    let end = loop {
        most = kilobytes(import.id(), "VmHWM:").map_or(most, |now| most.max(now));
        if let Some(end) = import.try_wait().expect("an end") {
            break end;
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "a process tells nobody that its memory grew: it is looked at"
        )]
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(end.success(), "{end}");
    process::memory(table, name, most, 300);
}

/// What the steps of an import cost.
#[derive(Clone, Copy)]
pub struct Cost {
    upload: Duration,
    check: Duration,
    run: Duration,
}

impl Cost {
    fn whole(&self) -> Duration {
        self.upload + self.check + self.run
    }
}

/// The best of three series, step by step, after one to warm up; each in a fresh account.
async fn best(path: &Path, rows: usize) -> Cost {
    bring(path, rows).await;
    let mut best = bring(path, rows).await;
    for _ in 0..2 {
        let next = bring(path, rows).await;
        best = Cost {
            upload: best.upload.min(next.upload),
            check: best.check.min(next.check),
            run: best.run.min(next.run),
        };
    }
    best
}

fn write(path: &Path, rows: usize, xlsx: bool) {
    let zone = jiff::tz::TimeZone::UTC;
    let target = if xlsx {
        Target::Xlsx {
            sheet: "People".to_owned(),
            zone,
        }
    } else {
        Target::Csv {
            separator: ',',
            zone,
        }
    };
    let people = (0..rows).map(|number| {
        vec![
            Cell::Text(format!("Käthe Person {number:05}")),
            Cell::Text(format!("kaethe.{number:05}@nordwind.example")),
            Cell::Text(format!("+49 30 55{number:05}")),
            Cell::Text("Sales".to_owned()),
        ]
    });
    let file = std::fs::File::create(path).expect("a file");
    let out = std::io::BufWriter::new(file);
    let headers = ["Name", "E-mail", "Phone", "Job title"];
    write_rows(out, &target, &headers, people)
        .expect("a table")
        .into_inner()
        .expect("all of it on the disk");
}

fn parse(path: &Path) {
    let mut rows = 0;
    let mut table = open(path, &Limits::default()).expect("a table");
    let read = table.read(|_| {
        rows += 1;
        Flow::On
    });
    assert_eq!((read.expect("rows"), rows), (10_000, 10_000));
}

/// Upload, dry run and run in a fresh account with enough seats.
async fn bring(path: &Path, rows: usize) -> Cost {
    let db = TestDb::sqlite().await;
    let caller = account(&db, rows).await;
    let upload = Upload {
        kind: ImportKind::Users,
        path: path.to_owned(),
        file_name: "people".to_owned(),
        wishes: Wishes::default(),
    };
    let watch = Watch::start(None).await;
    let import = imports::upload(&db, &caller, upload)
        .await
        .expect("a good file");
    let upload = watch.stop().await;
    let mapped = imports::map(&db, &caller, import.id, &import.mapping, &import.options).await;
    mapped.expect("matched columns");
    let watch = Watch::start(None).await;
    imports::check(&db, &caller, import.id)
        .await
        .expect("a dry run");
    let check = watch.stop().await;
    let watch = Watch::start(None).await;
    imports::run(&db, &caller, import.id, "")
        .await
        .expect("a run");
    run_due(&db, &imports::register(Registry::default())).await;
    let run = watch.stop().await;
    let mut tx = db.read().await.expect("a snapshot");
    let scope = caller.scope().expect("may import");
    let done = imports::find(&mut tx, &scope, import.id)
        .await
        .expect("an answer");
    let done = done.expect("the import");
    assert_eq!(
        (done.state, done.rows_done),
        (ImportState::Done, rows as u64)
    );
    drop(tx);
    db.remove().await;
    Cost { upload, check, run }
}

async fn account(db: &Db, rows: usize) -> Caller {
    let created = setup::create(db, &new_account(rows as u64 + 10))
        .await
        .expect("an account");
    let mut tx = db.read().await.expect("a snapshot");
    let owner = Caller::load(&mut tx, created.account.id, created.owner, Source::Page).await;
    owner.expect("an answer").expect("the owner")
}
