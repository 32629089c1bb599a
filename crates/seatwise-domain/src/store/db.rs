//! The database: opened once, then it only begins transactions.

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use sqlx::Connection as _;
use sqlx::migrate::Migrate as _;
use sqlx::pool::PoolConnectionMetadata;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use tokio::sync::Notify;

use super::StoreError;
use super::probe::OpenFile;
use super::schema::{self, SchemaState};
use super::tx::{Handle, ReadTx, WriteTx};
use crate::clock::{Clock, Timestamp};
use crate::ids::Ids;

/// Which database is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded default.
    Sqlite,
    /// For more than one machine.
    Postgres,
}

/// How to open a database.
#[derive(Debug, Clone)]
pub struct DbOptions {
    /// `sqlite:PATH` or `postgres://...`
    pub url: String,
    /// Reading connections on SQLite; all connections on PostgreSQL.
    pub connections: u32,
}

impl DbOptions {
    /// With the default number of connections: 4 readers on SQLite, 16 on PostgreSQL.
    pub fn new(url: impl Into<String>) -> Self {
        let url = url.into();
        let connections = if url.starts_with("sqlite:") { 4 } else { 16 };
        Self { url, connections }
    }
}

#[derive(Debug)]
pub(super) enum Pools {
    /// One writer, so that no write transaction ever waits inside SQLite; readers see snapshots (WAL).
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
        file: OpenFile,
    },
    Postgres(PgPool),
}

struct Inner {
    pools: Pools,
    clock: Box<dyn Clock>,
    ids: Ids,
    work: Notify,
}

/// An open database. Clones share it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Db").field(&self.engine()).finish()
    }
}

impl Db {
    /// Opens the database without changing its schema. A SQLite file that is missing is made.
    pub async fn open(
        options: &DbOptions,
        clock: impl Clock,
        ids: Ids,
    ) -> Result<Self, StoreError> {
        let pools = if let Some(path) = options.url.strip_prefix("sqlite:") {
            open_sqlite(
                Path::new(path.trim_start_matches("//")),
                options.connections,
            )
            .await?
        } else if options.url.starts_with("postgres://") || options.url.starts_with("postgresql://")
        {
            open_postgres(&options.url, options.connections).await?
        } else {
            return Err(StoreError::Schema(
                "the database address begins neither with sqlite: nor with postgres://".to_owned(),
            ));
        };
        Ok(Self(Arc::new(Inner {
            pools,
            clock: Box::new(clock),
            ids,
            work: Notify::new(),
        })))
    }

    /// Which database is behind.
    pub fn engine(&self) -> Engine {
        match self.0.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// The file of an embedded database.
    pub fn file(&self) -> Option<&Path> {
        match &self.0.pools {
            Pools::Sqlite { file, .. } => Some(file.path()),
            Pools::Postgres(_) => None,
        }
    }

    pub(super) fn pools(&self) -> &Pools {
        &self.0.pools
    }

    /// The present instant of the database's clock.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The source of ids and secrets.
    pub fn ids(&self) -> &Ids {
        &self.0.ids
    }

    /// Wakes when a job was enqueued in this process.
    pub fn work(&self) -> &Notify {
        &self.0.work
    }

    /// Begins a snapshot that can't write.
    pub async fn read(&self) -> Result<ReadTx, StoreError> {
        let handle = match &self.0.pools {
            Pools::Sqlite { read, .. } => Handle::Sqlite(read.begin().await?),
            Pools::Postgres(pool) => Handle::Postgres(
                pool.begin_with("begin isolation level repeatable read read only")
                    .await?,
            ),
        };
        Ok(ReadTx::new(handle, self.now()))
    }

    /// Begins a transaction that may write. On SQLite it waits for the one writer.
    ///
    /// Must run inside a task that nobody cancels: sqlx 0.9.0 loses acknowledged writes on PostgreSQL
    /// after a cancelled `begin` (transact-rs/sqlx#4385).
    pub async fn write(&self) -> Result<WriteTx, StoreError> {
        let handle = match &self.0.pools {
            Pools::Sqlite { write, file, .. } => {
                file.is_in_place()?;
                Handle::Sqlite(write.begin_with("begin immediate").await.map_err(waited)?)
            }
            Pools::Postgres(pool) => Handle::Postgres(pool.begin().await?),
        };
        Ok(WriteTx::new(handle, self.clone()))
    }

    /// How the schema stands to this program.
    pub async fn schema_state(&self) -> Result<SchemaState, StoreError> {
        let applied = match &self.0.pools {
            Pools::Sqlite { read, .. } => {
                applied(sqlx::query_scalar(APPLIED).fetch_all(read).await)?
            }
            Pools::Postgres(pool) => applied(sqlx::query_scalar(APPLIED).fetch_all(pool).await)?,
        };
        Ok(schema::state(&applied))
    }

    /// Brings the schema up to date: each migration in a transaction of its own, so that an
    /// interrupted one leaves nothing behind and the next start goes on.
    pub async fn migrate(&self) -> Result<SchemaState, StoreError> {
        let before = self.schema_state().await?;
        if let SchemaState::Newer(version) = before {
            return Err(StoreError::Schema(format!(
                "version {version} was made by a newer program; start that one, or restore the backup from before"
            )));
        }
        self.run_migrations(None).await?;
        Ok(before)
    }

    /// Makes the schema of an older version in an empty database, for a backup that has it.
    pub async fn migrate_to(&self, version: i64) -> Result<(), StoreError> {
        self.run_migrations(Some(version)).await
    }

    async fn run_migrations(&self, target: Option<i64>) -> Result<(), StoreError> {
        let migrator = schema::migrator(self.engine());
        match &self.0.pools {
            Pools::Sqlite { write, .. } => {
                let mut connection = write.acquire().await?;
                connection.lock().await.map_err(schema::migrate_error)?;
                migrator
                    .run_direct(target, &mut *connection, false)
                    .await
                    .map_err(schema::migrate_error)?;
            }
            Pools::Postgres(pool) => {
                let mut connection = pool.acquire().await?;
                migrator
                    .run_direct(target, &mut *connection, false)
                    .await
                    .map_err(schema::migrate_error)?;
            }
        }
        Ok(())
    }

    /// A statement that touches nothing, to learn whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        match &self.0.pools {
            Pools::Sqlite { read, .. } => sqlx::query("select 1").execute(read).await.map(drop)?,
            Pools::Postgres(pool) => sqlx::query("select 1").execute(pool).await.map(drop)?,
        }
        Ok(())
    }

    /// The pool of a PostgreSQL database, for backup and restore.
    pub fn postgres(&self) -> Option<&PgPool> {
        match &self.0.pools {
            Pools::Postgres(pool) => Some(pool),
            Pools::Sqlite { .. } => None,
        }
    }

    /// Closes all connections; on SQLite the write-ahead log is folded into the file.
    pub async fn close(&self) {
        match &self.0.pools {
            Pools::Sqlite { write, read, .. } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

const APPLIED: &str = "select version from _sqlx_migrations where success order by version";

fn applied(result: Result<Vec<i64>, sqlx::Error>) -> Result<Vec<i64>, StoreError> {
    match result {
        Ok(list) => Ok(list),
        // The table is missing in a fresh database.
        Err(sqlx::Error::Database(error))
            if error.code().as_deref() == Some("42P01")
                || error.message().contains("no such table") =>
        {
            Ok(Vec::new())
        }
        Err(error) => Err(error.into()),
    }
}

async fn open_sqlite(path: &Path, readers: u32) -> Result<Pools, StoreError> {
    let base = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        .statement_cache_capacity(256)
        // A batch of rows comes over in one piece, instead of waking the reader every fifty rows.
        .row_buffer_size(1_024)
        .pragma("temp_store", "memory");
    // Full, not normal: what was confirmed is there after the power went (durable commit).
    let writer = base
        .clone()
        .create_if_missing(true)
        .synchronous(SqliteSynchronous::Full)
        // Taken only by what is large: a file of 100,000 people, or as many leads that change hands.
        .pragma("cache_size", "-64000")
        // Folded in after 16 MB instead of 4: a page that many transactions touch is copied once.
        .pragma("wal_autocheckpoint", "4000");
    let reader = base
        .pragma("cache_size", "-16000")
        .pragma("query_only", "on");
    // A fixed set of connections: opening one fails on a full disk and costs on every request.
    let write = SqlitePoolOptions::new()
        .min_connections(1)
        .max_connections(1)
        .max_lifetime(None)
        .idle_timeout(None)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .before_acquire(is_free)
        .connect_with(writer)
        .await?;
    let read = SqlitePoolOptions::new()
        .min_connections(readers)
        .max_connections(readers)
        .max_lifetime(None)
        .idle_timeout(None)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .before_acquire(is_free)
        .connect_with(reader)
        .await?;
    Ok(Pools::Sqlite {
        write,
        read,
        file: OpenFile::at(path)?,
    })
}

/// The one writer is there; others who wait for a lock in front of us have it.
fn waited(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::PoolTimedOut => StoreError::Busy(error),
        other => other.into(),
    }
}

/// False for a connection that still counts a transaction: SQLite ends one by itself when the disk is full, sqlx 0.9.0
/// never learns of it, and would refuse each further one on this connection. Another is opened instead.
fn is_free(
    connection: &mut SqliteConnection,
    _: PoolConnectionMetadata,
) -> Pin<Box<dyn Future<Output = Result<bool, sqlx::Error>> + Send + '_>> {
    let free = !connection.is_in_transaction();
    Box::pin(std::future::ready(Ok(free)))
}

async fn open_postgres(url: &str, connections: u32) -> Result<Pools, StoreError> {
    let options: PgConnectOptions = url.parse()?;
    // Without these a node that is cut off in a transaction keeps its locks (assurance, pg.06 to pg.10).
    let options = options.statement_cache_capacity(256).options([
        ("statement_timeout", "30000"),
        ("lock_timeout", "10000"),
        ("idle_in_transaction_session_timeout", "15000"),
        ("tcp_keepalives_idle", "5"),
        ("tcp_keepalives_interval", "2"),
        ("tcp_keepalives_count", "3"),
        ("tcp_user_timeout", "10000"),
    ]);
    let pool = PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .connect_with(options)
        .await?;
    Ok(Pools::Postgres(pool))
}
