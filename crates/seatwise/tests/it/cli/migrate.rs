//! Migrations: all or nothing, resumable, after a copy, and never by an older program.

use seatwise_domain::clock::SystemClock;
use seatwise_domain::ids::Ids;
use seatwise_domain::store::{Db, DbOptions, SchemaState};
use seatwise_testkit::{TestDb, on_both};

use super::{Program, until};

async fn open(url: &str) -> Db {
    Db::open(&DbOptions::new(url), SystemClock, Ids::from_system())
        .await
        .unwrap()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Runtime::new().unwrap()
}

fn state(url: &str) -> SchemaState {
    runtime().block_on(async {
        let db = open(url).await;
        let state = db.schema_state().await.unwrap();
        db.close().await;
        state
    })
}

fn at_version(program: &Program, version: i64) -> String {
    std::fs::create_dir_all(program.path("data")).unwrap();
    let url = format!("sqlite:{}", program.path("data/seatwise.db").display());
    runtime().block_on(async {
        let db = open(&url).await;
        db.migrate_to(version).await.unwrap();
        db.close().await;
    });
    url
}

#[test]
fn an_embedded_database_is_copied_before_it_is_migrated() {
    let program = Program::new();
    at_version(&program, 3);
    let ran = program.run(&["tenant", "list", "--json"]);
    assert_eq!((ran.code, ran.error().as_str()), (Some(8), "schema"));
    let done = program.run(&["migrate", "--json"]).good().json();
    let copy = program.path(done["backup"].as_str().expect("a copy"));
    assert_eq!(state(&format!("sqlite:{}", copy.display())), {
        let missing = usize::try_from(done["version"].as_i64().unwrap() - 3).unwrap();
        SchemaState::Behind(missing)
    });
    let again = program.run(&["migrate", "--json"]).good().json();
    assert_eq!(
        (again["ran"].as_u64(), again["backup"].is_null()),
        (Some(0), true)
    );
}

#[test]
fn f1_a_migration_that_was_killed_goes_on_at_the_next_start() {
    let program = Program::new();
    let url = at_version(&program, 2);
    for round in 0..12_u64 {
        let mut child = program.spawn(&["migrate"]);
        let ends = std::time::Instant::now() + std::time::Duration::from_millis(round * 12);
        until("the moment of the kill", || {
            std::time::Instant::now() >= ends
        });
        child.kill().unwrap();
        child.wait().unwrap();
    }
    program.run(&["migrate"]).good();
    assert_eq!(state(&url), SchemaState::Current);
    assert_eq!(program.serve().stop(), Some(0));
}

on_both! {
    async fn an_older_program_refuses_a_newer_schema(db: &TestDb) {
        db.as_newer().await;
        let program = Program::on(db);
        for words in [&["migrate", "--json"][..], &["serve", "--json", "--listen", "127.0.0.1:0"]] {
            let ran = program.run(words);
            assert_eq!((ran.code, ran.error().as_str()), (Some(8), "schema"), "{ran:?}");
            assert!(ran.err.contains("newer program"), "{ran:?}");
        }
    }
}
