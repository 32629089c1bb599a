//! Putting a backup into a database of either kind, in one transaction.

use std::path::Path;

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::store::{Args, Db, SchemaState, Sql, WriteTx};

use super::catalog::{self, Table};
use super::read::{Line, Lines};
use super::{BATCH, Backup};
use crate::database;
use crate::failure::{Exit, Failure};
use crate::output::counted;

/// Restores a backup that was verified. The rows come in one transaction: all or none of them are there.
pub async fn restore(
    db: &Db,
    path: &Path,
    backup: &Backup,
    replace: bool,
    on_rows: impl Fn(u64),
) -> Result<(), Failure> {
    let version = backup.header.schema;
    match db.schema_state().await? {
        SchemaState::Empty => db.migrate_to(version).await?,
        SchemaState::Current => {
            refuse_unless_empty(db, replace).await?;
            if version != database::newest() {
                let message = format!(
                    "the backup has schema version {version} and the database {}: restore it into a database without tables, which is then brought up to date",
                    database::newest()
                );
                return Err(Failure::new(Exit::Schema, "schema", message));
            }
        }
        state => return Err(database::does_not_fit(state)),
    }
    let mut lines = Lines::open(path)?;
    let tables = catalog::tables(version);
    let mut tx = db.write().await?;
    for table in tables.iter().rev() {
        tx.run(Sql::new("delete from ").push(table.name, args![]))
            .await?;
    }
    fill(&mut tx, &mut lines, on_rows).await?;
    tx.commit(Audit::Housekeeping).await?;
    db.migrate().await?;
    for table in &catalog::tables(database::newest()) {
        let expected = backup.trailer.rows.get(table.name).copied();
        let found = table.count(db).await?;
        if expected.is_some_and(|expected| expected != found) {
            let message = format!(
                "{}: the backup has {} rows, the database {found}",
                table.name,
                expected.unwrap_or_default()
            );
            return Err(Failure::new(Exit::Fault, "restore-incomplete", message));
        }
    }
    db.analyze().await?;
    Ok(())
}

async fn fill(tx: &mut WriteTx, lines: &mut Lines, on_rows: impl Fn(u64)) -> Result<(), Failure> {
    let mut table: Option<Table> = None;
    let mut batch: Vec<Args> = Vec::with_capacity(BATCH);
    loop {
        let name = match lines.next()? {
            Line::Row(_, row) => {
                batch.push(row);
                if batch.len() < BATCH {
                    continue;
                }
                None
            }
            Line::Table(name) => Some(name),
            Line::End(_) => {
                insert(tx, table.as_ref(), batch, &on_rows).await?;
                return Ok(());
            }
        };
        insert(tx, table.as_ref(), std::mem::take(&mut batch), &on_rows).await?;
        if let Some(name) = name {
            table = lines.table(name).cloned();
        }
    }
}

async fn insert(
    tx: &mut WriteTx,
    table: Option<&Table>,
    batch: Vec<Args>,
    on_rows: &impl Fn(u64),
) -> Result<(), Failure> {
    let (Some(table), false) = (table, batch.is_empty()) else {
        return Ok(());
    };
    let count = batch.len() as u64;
    let sql = Sql::new("insert into ")
        .push(table.name, args![])
        .push(" (", args![]);
    let sql = table
        .column_list(sql)
        .push(") values ", args![])
        .rows(batch);
    tx.run(sql).await?;
    on_rows(count);
    Ok(())
}

async fn refuse_unless_empty(db: &Db, replace: bool) -> Result<(), Failure> {
    let tables = catalog::tables(database::newest());
    let Some(tenants) = tables.iter().find(|table| table.name == "tenants") else {
        return Ok(());
    };
    let accounts = tenants.count(db).await?;
    if accounts == 0 || replace {
        return Ok(());
    }
    let message = format!(
        "the database holds {}; --replace gives up all of it, a backup first keeps it",
        counted(accounts, "account", "accounts")
    );
    Err(Failure::new(Exit::Refused, "database-not-empty", message))
}
