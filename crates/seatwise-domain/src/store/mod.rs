//! Two databases behind one text of SQL: transactions, statements, values and rows.

mod db;
mod error;
mod page;
mod probe;
mod row;
mod schema;
mod sql;
mod sums;
mod tx;
mod upkeep;

pub use db::{Db, DbOptions, Engine};
pub use error::StoreError;
pub use page::{COUNT_LIMIT, Count, Cursor, Page, PageSize};
pub use row::{FromRow, Reader, Row};
pub use schema::{Migration, SchemaState, migrations};
pub use sql::{Args, Query, Sql, Stmt, Value};
pub(crate) use sums::Sums;
pub use tx::{Commit, ReadTx, Reads, WriteTx};
