//! Transactions: a reading one can't write, a writing one can't be committed without a line of audit.

use std::future::Future;

use serde_json::value::RawValue;
use sqlx::postgres::{PgArguments, Postgres};
use sqlx::sqlite::{Sqlite, SqliteArguments};
use sqlx::{Arguments as _, AssertSqlSafe, Transaction};

use super::db::{Db, Engine};
use super::row::Row;
use super::sql::{Args, Query, Value};
use super::sums::Sums;
use super::{FromRow, StoreError};
use crate::clock::Timestamp;
use crate::ids::Ids;

#[derive(Debug)]
pub(super) enum Handle {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A snapshot: all its statements see the same state.
#[derive(Debug)]
pub struct ReadTx {
    handle: Handle,
    now: Timestamp,
}

/// A transaction that may write. Dropping it undoes everything; [`Commit::commit`] keeps it.
#[derive(Debug)]
pub struct WriteTx {
    handle: Handle,
    now: Timestamp,
    db: Db,
    wakes: bool,
    sums: Sums,
}

/// What both kinds of transactions can do.
pub trait Reads: Send {
    /// The instant of the transaction: an operation is one moment.
    fn now(&self) -> Timestamp;

    /// All rows. Statements carry their own limit.
    fn rows(
        &mut self,
        query: impl Into<Query> + Send,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;

    /// All rows as a type.
    fn all<T: FromRow + Send>(
        &mut self,
        query: impl Into<Query> + Send,
    ) -> impl Future<Output = Result<Vec<T>, StoreError>> + Send {
        async move { self.rows(query).await?.into_iter().map(Row::into).collect() }
    }

    /// The first row, if there is one.
    fn row(
        &mut self,
        query: impl Into<Query> + Send,
    ) -> impl Future<Output = Result<Option<Row>, StoreError>> + Send {
        async move { Ok(self.rows(query).await?.into_iter().next()) }
    }

    /// The first row as a type, if there is one.
    fn find<T: FromRow + Send>(
        &mut self,
        query: impl Into<Query> + Send,
    ) -> impl Future<Output = Result<Option<T>, StoreError>> + Send {
        async move { self.row(query).await?.map(Row::into).transpose() }
    }

    /// The number in the first column of the first row; 0 without one.
    fn number(
        &mut self,
        query: impl Into<Query> + Send,
    ) -> impl Future<Output = Result<u64, StoreError>> + Send {
        async move {
            match self.row(query).await? {
                Some(row) => row.reader().count(),
                None => Ok(0),
            }
        }
    }
}

impl ReadTx {
    pub(super) fn new(handle: Handle, now: Timestamp) -> Self {
        Self { handle, now }
    }
}

impl Reads for ReadTx {
    fn now(&self) -> Timestamp {
        self.now
    }

    async fn rows(&mut self, query: impl Into<Query> + Send) -> Result<Vec<Row>, StoreError> {
        fetch(&mut self.handle, query.into()).await
    }
}

impl WriteTx {
    pub(super) fn new(handle: Handle, db: Db) -> Self {
        Self {
            handle,
            now: db.now(),
            db,
            wakes: false,
            sums: Sums::default(),
        }
    }

    /// The source of ids and secrets.
    pub fn ids(&self) -> &Ids {
        self.db.ids()
    }

    /// A new id, stamped with the transaction's instant.
    pub fn id<T: From<uuid::Uuid>>(&self) -> T {
        self.db.ids().next(self.now)
    }

    /// Runs a statement and tells how many rows it touched.
    pub async fn run(&mut self, query: impl Into<Query>) -> Result<u64, StoreError> {
        execute(&mut self.handle, query.into()).await
    }

    /// What is still to be added to numbers that many transactions change; [`Commit::write`] writes it last.
    pub(crate) fn sums(&mut self) -> &mut Sums {
        &mut self.sums
    }

    /// Wakes the workers of this process once the transaction is committed.
    pub fn wake_workers(&mut self) {
        self.wakes = true;
    }

    async fn end(self) -> Result<(), StoreError> {
        match self.handle {
            Handle::Sqlite(transaction) => transaction.commit().await?,
            Handle::Postgres(transaction) => transaction.commit().await?,
        }
        if self.wakes {
            self.db.work().notify_one();
        }
        Ok(())
    }
}

impl Reads for WriteTx {
    fn now(&self) -> Timestamp {
        self.now
    }

    async fn rows(&mut self, query: impl Into<Query> + Send) -> Result<Vec<Row>, StoreError> {
        let query = query.into();
        debug_assert!(
            !(self.sums.wait() && query.names(Sums::TABLE)),
            "numbers are read that are still to be written"
        );
        fetch(&mut self.handle, query).await
    }
}

/// The one way to keep what a transaction did. `audit::Audit` implements it; nothing else may.
pub trait Commit: Send + Sized {
    /// Writes what must be written with the change, in the same transaction.
    fn write(self, tx: &mut WriteTx) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Writes and commits.
    fn commit(self, mut tx: WriteTx) -> impl Future<Output = Result<(), StoreError>> + Send {
        async move {
            self.write(&mut tx).await?;
            tx.end().await
        }
    }
}

macro_rules! bind {
    ($arguments:ident, $args:ident, $written:expr) => {{
        for value in $args {
            match value {
                Value::Int(value) => $arguments.add(value),
                Value::Text(value) => $arguments.add(value),
                Value::Uuid(value) => $arguments.add(value),
                Value::Bool(value) => $arguments.add(value),
                Value::Bytes(value) => $arguments.add(value),
                Value::Json(value) => $arguments.add(value.map(sqlx::types::Json)),
                Value::Written(text) => $arguments.add($written(text)?),
            }
            .map_err(StoreError::Fault)?;
        }
    }};
}

fn sqlite_arguments(args: Args) -> Result<SqliteArguments, StoreError> {
    let mut arguments = SqliteArguments::default();
    arguments.reserve(args.len(), 0);
    bind!(arguments, args, Ok::<String, StoreError>);
    Ok(arguments)
}

fn postgres_arguments(args: Args) -> Result<PgArguments, StoreError> {
    let mut arguments = PgArguments::default();
    arguments.reserve(args.len(), args.len() * 16);
    bind!(arguments, args, written);
    Ok(arguments)
}

/// PostgreSQL wants to be told that it is JSON.
fn written(text: String) -> Result<sqlx::types::Json<Box<RawValue>>, StoreError> {
    RawValue::from_string(text)
        .map(sqlx::types::Json)
        .map_err(|error| StoreError::Fault(Box::new(error)))
}

enum Text {
    Fixed(&'static str),
    Built(String),
}

fn split(query: Query, engine: Engine) -> (Text, Args) {
    match query {
        Query::Fixed(stmt, args) => (Text::Fixed(stmt.text_for(engine)), args),
        Query::Built(sql) => (Text::Built(sql.text_for(engine)), sql.into_args()),
    }
}

macro_rules! prepared {
    ($text:expr, $arguments:expr) => {
        match $text {
            Text::Fixed(text) => sqlx::query_with(text, $arguments),
            Text::Built(text) => sqlx::query_with(AssertSqlSafe(text), $arguments),
        }
    };
}

async fn fetch(handle: &mut Handle, query: Query) -> Result<Vec<Row>, StoreError> {
    match handle {
        Handle::Sqlite(transaction) => {
            let (text, args) = split(query, Engine::Sqlite);
            let rows = prepared!(text, sqlite_arguments(args)?)
                .fetch_all(&mut **transaction)
                .await?;
            Ok(rows.into_iter().map(Row::Sqlite).collect())
        }
        Handle::Postgres(transaction) => {
            let (text, args) = split(query, Engine::Postgres);
            let rows = prepared!(text, postgres_arguments(args)?)
                .fetch_all(&mut **transaction)
                .await?;
            Ok(rows.into_iter().map(Row::Postgres).collect())
        }
    }
}

async fn execute(handle: &mut Handle, query: Query) -> Result<u64, StoreError> {
    match handle {
        Handle::Sqlite(transaction) => {
            let (text, args) = split(query, Engine::Sqlite);
            let done = prepared!(text, sqlite_arguments(args)?)
                .execute(&mut **transaction)
                .await?;
            Ok(done.rows_affected())
        }
        Handle::Postgres(transaction) => {
            let (text, args) = split(query, Engine::Postgres);
            let done = prepared!(text, postgres_arguments(args)?)
                .execute(&mut **transaction)
                .await?;
            Ok(done.rows_affected())
        }
    }
}
