//! A migrated database for each test, on both engines.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::tallies;
use futures_util::FutureExt;
use seatwise_domain::clock::{TestClock, Timestamp};
use seatwise_domain::ids::Ids;
use seatwise_domain::store::{Db, DbOptions, Engine, migrations};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

/// Monday, 2 March 2026, 09:00 UTC: the moment at which tests begin.
pub const START: Timestamp = Timestamp::from_micros(1_772_442_000_000_000);

/// A database of its own with a clock that only moves by hand. It stands for the [`Db`] itself.
pub struct TestDb {
    db: Db,
    clock: TestClock,
    url: String,
    place: Place,
}

enum Place {
    Folder(TempDir),
    Server { admin: String, name: String },
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl TestDb {
    /// A copy of a migrated SQLite file in a temporary folder.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("seatwise.db");
        std::fs::copy(sqlite_template().await, &file).expect("a copy of the template");
        Self::open(format!("sqlite:{}", file.display()), Place::Folder(folder)).await
    }

    /// A copy of a migrated database on the server that `SEATWISE_TEST_PG` names; none without a server.
    pub async fn postgres() -> Option<Self> {
        let admin = test_server()?;
        let template = postgres_template(&admin).await;
        let name = format!("t_{}_{}", std::process::id(), next_number());
        let mut connection = PgConnection::connect(&admin)
            .await
            .expect("the test server answers");
        command(&mut connection, format!("drop database if exists {name}")).await;
        command(
            &mut connection,
            format!("create database {name} template {template}"),
        )
        .await;
        connection.close().await.expect("an orderly end");
        let url = sibling(&admin, &name);
        Some(Self::open(url, Place::Server { admin, name }).await)
    }

    /// An empty database on the test server; none without a server.
    pub async fn postgres_without_tables() -> Option<Self> {
        let admin = test_server()?;
        let name = format!("t_{}_{}", std::process::id(), next_number());
        let mut connection = PgConnection::connect(&admin)
            .await
            .expect("the test server answers");
        command(&mut connection, format!("create database {name}")).await;
        connection.close().await.expect("an orderly end");
        let url = sibling(&admin, &name);
        Some(Self::open(url, Place::Server { admin, name }).await)
    }

    /// Marks the schema as one that only a newer program knows.
    pub async fn as_newer(&self) {
        let text = "update _sqlx_migrations set version = 9999 where version = 1";
        self.command(text).await;
    }

    /// Folds the log of an embedded database into its file and empties it.
    pub async fn checkpoint(&self) {
        self.command("pragma wal_checkpoint(truncate)").await;
    }

    async fn command(&self, text: &'static str) {
        let done = if self.engine() == Engine::Sqlite {
            let mut connection = SqliteConnection::connect(&self.url)
                .await
                .expect("the file opens");
            let done = sqlx::query(text).execute(&mut connection).await.map(drop);
            connection.close().await.expect("an orderly end");
            done
        } else {
            let mut connection = PgConnection::connect(&self.url)
                .await
                .expect("the test server answers");
            sqlx::query(text).execute(&mut connection).await.map(drop)
        };
        done.unwrap_or_else(|error| panic!("{text}: {error}"));
    }

    async fn open(url: String, place: Place) -> Self {
        let clock = TestClock::at(START);
        let options = DbOptions {
            url: url.clone(),
            connections: 4,
        };
        let db = Db::open(&options, clock.clone(), Ids::from_system())
            .await
            .expect("a database that opens");
        Self {
            db,
            clock,
            url,
            place,
        }
    }

    /// The clock of this database.
    pub fn clock(&self) -> &TestClock {
        &self.clock
    }

    /// The address with which another program opens the same database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Closes all connections and removes the database.
    pub async fn remove(self) {
        self.db.close().await;
        match self.place {
            Place::Folder(folder) => folder.close().expect("a folder that can be removed"),
            Place::Server { admin, name } => {
                let mut connection = PgConnection::connect(&admin)
                    .await
                    .expect("the test server answers");
                command(
                    &mut connection,
                    format!("drop database if exists {name} with (force)"),
                )
                .await;
            }
        }
    }
}

/// Runs a test on a fresh database of one engine and removes it, also when the test fails.
pub fn run(engine: Engine, test: impl AsyncFnOnce(&TestDb)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let db = match engine {
            Engine::Sqlite => TestDb::sqlite().await,
            Engine::Postgres => {
                let Some(db) = TestDb::postgres().await else {
                    return;
                };
                db
            }
        };
        let outcome = std::panic::AssertUnwindSafe(async {
            test(&db).await;
            tallies::hold(&db).await;
        });
        let outcome = outcome.catch_unwind().await;
        db.remove().await;
        if let Err(panic) = outcome {
            std::panic::resume_unwind(panic);
        }
    });
}

#[expect(
    clippy::disallowed_methods,
    reason = "the server for tests is named by the environment of the test command"
)]
fn test_server() -> Option<String> {
    if let Ok(url) = std::env::var("SEATWISE_TEST_PG") {
        return Some(url);
    }
    assert!(
        std::env::var("CI").is_err(),
        "SEATWISE_TEST_PG is not set: eval \"$(scripts/pg env)\""
    );
    eprintln!("SKIPPED: no PostgreSQL. eval \"$(scripts/pg env)\" starts one for tests.");
    None
}

fn next_number() -> u32 {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// Names a template after the migrations in it, so that working copies don't share one by mistake.
fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    for migration in migrations() {
        (migration.version, migration.name, migration.text).hash(&mut hasher);
    }
    hasher.finish()
}

async fn sqlite_template() -> PathBuf {
    let folder = std::env::temp_dir().join("seatwise-templates");
    let file = folder.join(format!("{:016x}.db", fingerprint()));
    if file.exists() {
        return file;
    }
    std::fs::create_dir_all(&folder).expect("a folder for templates");
    let lock = std::fs::File::create(folder.join("lock")).expect("a lock file");
    lock.lock().expect("the lock");
    if !file.exists() {
        let fresh = folder.join(format!("making-{}.db", std::process::id()));
        remove_if_there(&fresh);
        migrate(format!("sqlite:{}", fresh.display())).await;
        std::fs::rename(&fresh, &file).expect("a template that can be named");
    }
    file
}

fn remove_if_there(file: &Path) {
    if file.exists() {
        std::fs::remove_file(file).expect("a file that can be removed");
    }
}

async fn postgres_template(admin: &str) -> String {
    let name = format!("seatwise_{:016x}", fingerprint());
    let mut connection = PgConnection::connect(admin)
        .await
        .expect("the test server answers");
    if !exists(&mut connection, &name).await {
        // The session ends with the connection, and with it the lock.
        sqlx::query("select pg_advisory_lock(7412)")
            .execute(&mut connection)
            .await
            .expect("the lock");
        if !exists(&mut connection, &name).await {
            command(
                &mut connection,
                format!("drop database if exists {name}_making"),
            )
            .await;
            command(&mut connection, format!("create database {name}_making")).await;
            migrate(sibling(admin, &format!("{name}_making"))).await;
            command(
                &mut connection,
                format!("alter database {name}_making rename to {name}"),
            )
            .await;
        }
    }
    connection.close().await.expect("an orderly end");
    name
}

async fn exists(connection: &mut PgConnection, name: &str) -> bool {
    let found = sqlx::query("select 1 from pg_database where datname = $1")
        .bind(name)
        .fetch_optional(connection);
    found.await.expect("the catalogue answers").is_some()
}

async fn command(connection: &mut PgConnection, text: String) {
    sqlx::query(AssertSqlSafe(text.clone()))
        .execute(connection)
        .await
        .unwrap_or_else(|error| panic!("{text}: {error}"));
}

async fn migrate(url: String) {
    let options = DbOptions {
        url,
        connections: 1,
    };
    let db = Db::open(&options, TestClock::at(START), Ids::from_system())
        .await
        .expect("a database that opens");
    db.migrate().await.expect("migrations that run");
    db.close().await;
}

/// The same server with another database.
fn sibling(admin: &str, name: &str) -> String {
    let (server, _) = admin.rsplit_once('/').expect("an address with a database");
    format!("{server}/{name}")
}
