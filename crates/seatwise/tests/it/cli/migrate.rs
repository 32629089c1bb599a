//! Migrations: all or nothing, resumable, after a copy, and never by an older program.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::clock::SystemClock;
use seatwise_domain::ids::{Ids, TenantId, UserId};
use seatwise_domain::store::{Db, DbOptions, Reads as _, SchemaState, Sql, StoreError, migrations};
use seatwise_testkit::{TestDb, on_both};
use sqlx::{Connection as _, PgConnection};

use super::Program;

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
        SchemaState::Behind(migrations().len() - 3)
    });
    let again = program.run(&["migrate", "--json"]).good().json();
    assert_eq!(
        (again["ran"].as_u64(), again["backup"].is_null()),
        (Some(0), true)
    );
}

/// Whether the migrations stand between the second and the last one.
fn is_between(state: SchemaState) -> bool {
    matches!(state, SchemaState::Behind(missing) if missing < migrations().len() - 2)
}

#[test]
fn f1_a_migration_that_was_killed_in_the_middle_goes_on_at_the_next_start() {
    let runtime = runtime();
    let mut tries = 0..50;
    let met = tries.any(|_| {
        let program = Program::new();
        let url = at_version(&program, 2);
        let db = runtime.block_on(open(&url));
        let mut child = program.spawn(&["migrate"]);
        // Killed as soon as one more is done, while the next one runs.
        while child.try_wait().unwrap().is_none() {
            if runtime.block_on(db.schema_state()).is_ok_and(is_between) {
                break;
            }
        }
        // It may have come to its end just now.
        drop(child.kill());
        child.wait().unwrap();
        let left = runtime.block_on(db.schema_state()).unwrap();
        program.run(&["migrate"]).good();
        assert_eq!(state(&url), SchemaState::Current);
        is_between(left)
    });
    assert!(met, "no kill came between two migrations");
}

#[test]
fn f1_a_migration_of_a_database_server_that_was_killed_in_the_middle_goes_on() {
    runtime().block_on(async {
        let Some(db) = TestDb::postgres_without_tables().await else {
            return;
        };
        db.migrate_to(3).await.unwrap();
        // The next migration makes some tables, then one that refers to this one, for which it waits.
        let mut held = PgConnection::connect(db.url()).await.unwrap();
        for text in ["begin", "lock table users in exclusive mode"] {
            sqlx::query(text).execute(&mut held).await.unwrap();
        }
        let program = Program::on(&db);
        let mut child = program.spawn(&["migrate"]);
        let waits = "select count(*) from pg_stat_activity
                      where datname = current_database() and wait_event_type = 'Lock'";
        loop {
            // Outside of the transaction, which would see the same activity for ever.
            let query = sqlx::query_scalar::<_, i64>(waits);
            if query.fetch_one(db.postgres().unwrap()).await.unwrap() > 0 {
                break;
            }
            assert!(child.try_wait().unwrap().is_none(), "it did not wait");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let left = db.schema_state().await.unwrap();
        assert_eq!(left, SchemaState::Behind(migrations().len() - 3));
        held.close().await.unwrap();
        program.run(&["migrate"]).good();
        assert_eq!(db.schema_state().await.unwrap(), SchemaState::Current);
        assert_eq!(program.serve().stop(), Some(0));
        db.remove().await;
    });
}

/// Two accounts know the same address, and one of the two a further one: all are there after the key of names was
/// turned round, and it still is one.
async fn keeps_names(db: &Db) {
    db.migrate_to(13).await.unwrap();
    let mut tx = db.write().await.unwrap();
    let accounts: [TenantId; 2] = [tx.id(), tx.id()];
    let user: UserId = tx.id();
    let mut names = Vec::new();
    for account in accounts {
        let sql = Sql::new(
            "insert into tenants (id, slug, name, language, time_zone, currency, plan_key, seat_mode, lead_visibility,
                    hide_inactive, settings, created_at) values ",
        );
        let none = serde_json::json!({});
        let slug = account.to_string();
        let row = args![
            account, slug, "Acme", "en", "UTC", "EUR", "standard", "licensed", "own", false, none,
            1_i64
        ];
        tx.run(sql.rows([row])).await.unwrap();
        let sql = Sql::new(
            "insert into users (tenant_id, id, state, level, seat_kind, name, name_key, search_key, state_rank,
                    created_at, updated_at) values ",
        );
        let row = args![
            account, user, "active", "user", "regular", "Anna", "anna", "anna", 0_i64, 1_i64, 1_i64
        ];
        tx.run(sql.rows([row])).await.unwrap();
        names.push(args![
            account,
            "anna@x.example",
            user,
            "email",
            "Anna@x.example"
        ]);
    }
    names.push(args![
        accounts[0],
        "ann@x.example",
        user,
        "alias",
        "Ann@x.example"
    ]);
    let insert = || {
        Sql::new("insert into sign_in_names (tenant_id, name_key, user_id, kind, shown) values ")
    };
    tx.run(insert().rows(names)).await.unwrap();
    tx.commit(Audit::Housekeeping).await.unwrap();
    db.migrate_to(14).await.unwrap();
    let mut tx = db.write().await.unwrap();
    let all = Sql::default().push(
        "select tenant_id, name_key, kind, shown from sign_in_names where user_id = $? order by tenant_id, name_key",
        args![user],
    );
    let found: Vec<(TenantId, String, String, String)> = tx
        .rows(all)
        .await
        .unwrap()
        .iter()
        .map(|row| {
            let mut row = row.reader();
            (
                row.id().unwrap(),
                row.text().unwrap(),
                row.text().unwrap(),
                row.text().unwrap(),
            )
        })
        .collect();
    let told = |account, name: &str, kind: &str, shown: &str| {
        (account, name.to_owned(), kind.to_owned(), shown.to_owned())
    };
    assert_eq!(
        found,
        [
            told(accounts[0], "ann@x.example", "alias", "Ann@x.example"),
            told(accounts[0], "anna@x.example", "email", "Anna@x.example"),
            told(accounts[1], "anna@x.example", "email", "Anna@x.example"),
        ]
    );
    let twice = args![
        accounts[1],
        "anna@x.example",
        user,
        "alias",
        "anna@x.example"
    ];
    let refused = tx.run(insert().rows([twice])).await.unwrap_err();
    assert!(matches!(refused, StoreError::Duplicate(_)), "{refused}");
}

#[test]
fn n34_names_are_all_kept_when_their_key_is_turned_round() {
    let program = Program::new();
    let url = format!("sqlite:{}", program.path("old.db").display());
    runtime().block_on(async {
        let db = open(&url).await;
        keeps_names(&db).await;
        db.close().await;
        if let Some(db) = TestDb::postgres_without_tables().await {
            keeps_names(&db).await;
            db.remove().await;
        }
    });
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
