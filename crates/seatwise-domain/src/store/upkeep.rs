//! What keeps a database well: figures for the planner, and a copy.

use std::path::Path;

use super::StoreError;
use super::db::{Db, Pools};

/// Figures of a table with a few rows are wrong as soon as it grows: with two people an account seems to have one, and
/// the planner walks thousands for it. Without figures it thinks of a large table.
const FORGET_SMALL: &str = "delete from sqlite_stat1 where tbl in (select tbl from sqlite_stat1
    group by tbl having max(cast(substr(stat, 1, instr(stat || ' ', ' ') - 1) as integer)) < 100)";

/// Whoever looks at a thousand entries of an index whose entries all begin with the same account learns that an account
/// has a thousand of them, and a list of five hundred ids is then looked for by a walk through a million leads. How many
/// there are stands beside it: as many as the table has, shared by the accounts.
const SEE_WHOLE_ACCOUNTS: &str = "update sqlite_stat1
    set stat = entries || ' ' || max(each, entries / (select max(count(*), 1) from tenants)) || others
    from (select tbl as of_table, idx as of_index, cast(substr(stat, 1, instr(stat, ' ') - 1) as integer) as entries,
                 cast(substr(tail, 1, instr(tail, ' ') - 1) as integer) as each,
                 rtrim(substr(tail, instr(tail, ' '))) as others
            from (select tbl, idx, stat, substr(stat, instr(stat, ' ') + 1) || ' ' as tail
                    from sqlite_stat1 where instr(stat, ' ') > 0))
    where tbl = of_table and idx = of_index and each > 1000
      and (select name from pragma_index_info(idx) where seqno = 0) = 'tenant_id'";

impl Db {
    /// Refreshes the planner's figures; nightly and after large imports. On SQLite a connection reads them with the
    /// schema, so the schema is changed for a moment: else those that are open would plan by old figures for ever.
    pub async fn analyze(&self) -> Result<(), StoreError> {
        match self.pools() {
            Pools::Sqlite { write, .. } => {
                // It counts the entries of each index, and what it read would stay in memory: a small cache will do.
                for statement in [
                    "pragma analysis_limit = 1000",
                    "pragma cache_size = -2000",
                    "analyze",
                    FORGET_SMALL,
                    SEE_WHOLE_ACCOUNTS,
                    "analyze sqlite_schema",
                    "create table refreshed (at integer)",
                    "drop table refreshed",
                    "pragma cache_size = -64000",
                ] {
                    sqlx::query(statement).execute(write).await?;
                }
            }
            Pools::Postgres(pool) => {
                sqlx::query("analyze").execute(pool).await?;
            }
        }
        Ok(())
    }

    /// Copies an embedded database into a new file while the server works (`vacuum into`).
    pub async fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        match self.pools() {
            Pools::Sqlite { read, .. } => {
                let path = path.to_string_lossy().into_owned();
                // A reading connection refuses every write to its own file, which a copy is not.
                let mut connection = read.acquire().await?;
                sqlx::query("pragma query_only = off")
                    .execute(&mut *connection)
                    .await?;
                let copied = sqlx::query("vacuum into $1")
                    .bind(path)
                    .execute(&mut *connection)
                    .await;
                sqlx::query("pragma query_only = on")
                    .execute(&mut *connection)
                    .await?;
                copied?;
                Ok(())
            }
            Pools::Postgres(_) => Err(StoreError::fault(
                "only an embedded database is copied as a file",
            )),
        }
    }
}
