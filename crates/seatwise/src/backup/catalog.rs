//! Tables and columns with their kinds, read from the migrations: the one place that knows them for both databases.

use std::collections::BTreeSet;

use seatwise_domain::store::{Db, Engine, Reads as _, Sql, StoreError, migrations};
use seatwise_domain::{args, stmt};
use serde::{Deserialize, Serialize};

use crate::failure::{Exit, Failure};

/// What a column holds, whatever a database calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An id.
    Uuid,
    /// A JSON value.
    Json,
    /// A number, also one that stands for an instant.
    Int,
    /// Yes or no.
    Bool,
    /// Bytes.
    Bytes,
    /// Text.
    Text,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Its primary key, as positions in `columns`.
    pub key: Vec<usize>,
}

/// The tables of a schema version in the order in which they were made, so that each comes after those
/// that it refers to.
pub fn tables(version: i64) -> Vec<Table> {
    let mut tables = Vec::new();
    for migration in migrations() {
        if migration.version <= version {
            for statement in statements(migration.text) {
                apply(&mut tables, statement);
            }
        }
    }
    tables
}

stmt!(
    SQLITE_COLUMNS = "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c
                       where m.type = 'table' order by m.name, c.cid",
    POSTGRES_COLUMNS = "select table_name::text, column_name::text from information_schema.columns
                         where table_schema = current_schema() order by table_name, ordinal_position"
);

/// Compares the catalogue with what the database really has, so that no table or column is ever left out.
pub async fn prove(db: &Db, tables: &[Table]) -> Result<(), Failure> {
    let query = match db.engine() {
        Engine::Sqlite => SQLITE_COLUMNS.with(args![]),
        Engine::Postgres => POSTGRES_COLUMNS.with(args![]),
    };
    let mut tx = db.read().await?;
    let mut real = BTreeSet::new();
    for row in tx.rows(query).await? {
        let mut row = row.reader();
        let (table, column) = (row.text()?, row.text()?);
        if !table.starts_with("sqlite_") && table != "_sqlx_migrations" {
            real.insert((table, column));
        }
    }
    let known: BTreeSet<(String, String)> = tables
        .iter()
        .flat_map(|table| {
            table
                .columns
                .iter()
                .map(|column| (table.name.to_owned(), column.name.to_owned()))
        })
        .collect();
    let odd: Vec<String> = real
        .symmetric_difference(&known)
        .map(|(table, column)| format!("{table}.{column}"))
        .collect();
    if odd.is_empty() {
        return Ok(());
    }
    let message = format!(
        "the database does not have the columns of its schema version: {}",
        odd.join(", ")
    );
    Err(Failure::new(Exit::Schema, "schema", message))
}

impl Table {
    /// The names of the columns with commas.
    pub fn column_list(&self, mut sql: Sql) -> Sql {
        for (at, column) in self.columns.iter().enumerate() {
            if at > 0 {
                sql.add(", ", args![]);
            }
            sql.add(column.name, args![]);
        }
        sql
    }

    /// The names of the primary key with commas.
    pub fn key_list(&self, mut sql: Sql) -> Sql {
        for (at, column) in self.key.iter().enumerate() {
            if at > 0 {
                sql.add(", ", args![]);
            }
            sql.add(self.columns.get(*column).map_or("", |c| c.name), args![]);
        }
        sql
    }

    /// How many rows the table has.
    pub async fn count(&self, db: &Db) -> Result<u64, StoreError> {
        let mut tx = db.read().await?;
        tx.number(Sql::new("select count(*) from ").push(self.name, args![]))
            .await
    }
}

/// The statements of a migration. A comment may hold semicolons, too.
fn statements(text: &'static str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0_usize, 0_usize);
    for line in text.split_inclusive('\n') {
        let code = line.split_once("--").map_or(line, |(code, _)| code);
        for (end, _) in code.match_indices(';') {
            found.extend(text.get(from..at + end));
            from = at + end + 1;
        }
        at += line.len();
    }
    found.extend(text.get(from..));
    found.into_iter().map(without_comments).collect()
}

/// What follows the comments at the beginning.
fn without_comments(text: &'static str) -> &'static str {
    let mut rest = text.trim();
    while rest.starts_with("--") {
        rest = rest
            .split_once('\n')
            .map_or("", |(_, rest)| rest.trim_start());
    }
    rest
}

fn apply(tables: &mut Vec<Table>, statement: &'static str) {
    let words: Vec<&str> = statement.split_whitespace().take(6).collect();
    match words.as_slice() {
        ["create", "table", name, ..] => {
            let inner = statement.split_once('(').map_or("", |(_, rest)| rest);
            let inner = inner.rsplit_once(')').map_or(inner, |(inner, _)| inner);
            tables.push(table(name, inner));
        }
        ["drop", "table", name, ..] => tables.retain(|table| table.name != *name),
        ["alter", "table", old, "rename", "to", new] => {
            if let Some(table) = tables.iter_mut().find(|table| table.name == *old) {
                table.name = new;
            }
        }
        ["alter", "table", name, "add", "column", _] => {
            let part = statement
                .split_once(" column ")
                .map_or("", |(_, rest)| rest);
            if let Some(table) = tables.iter_mut().find(|table| table.name == *name) {
                table.columns.extend(column(part));
            }
        }
        ["alter", "table", name, "drop", "column", gone] => {
            if let Some(table) = tables.iter_mut().find(|table| table.name == *name) {
                table.columns.retain(|column| column.name != *gone);
            }
        }
        _ => {}
    }
}

fn table(name: &'static str, inner: &'static str) -> Table {
    let mut columns = Vec::new();
    let mut key_names: Vec<&str> = Vec::new();
    for part in parts(inner) {
        if let Some(rest) = part.strip_prefix("primary key") {
            let names = rest.trim().trim_matches(['(', ')']);
            key_names.extend(names.split(',').map(str::trim));
        } else if !["foreign ", "unique ", "check "]
            .iter()
            .any(|word| part.starts_with(word))
            && let Some(column) = column(part)
        {
            if part.contains("primary key") {
                key_names.push(column.name);
            }
            columns.push(column);
        }
    }
    let key = key_names
        .iter()
        .filter_map(|name| columns.iter().position(|column| column.name == *name))
        .collect();
    Table { name, columns, key }
}

/// The parts between commas that stand in no inner parentheses.
fn parts(inner: &'static str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let (mut depth, mut from) = (0_usize, 0_usize);
    for (at, letter) in inner.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.extend(inner.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    found.extend(inner.get(from..));
    found.into_iter().map(without_comments).collect()
}

fn column(part: &'static str) -> Option<Column> {
    let mut words = part.split_whitespace();
    let name = words.next()?;
    let kind = match words.next()? {
        "{uuid}" => Kind::Uuid,
        "{json}" => Kind::Json,
        "{bigint}" => Kind::Int,
        "{bool}" => Kind::Bool,
        "{bytes}" => Kind::Bytes,
        _ => Kind::Text,
    };
    Some(Column { name, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_columns_and_a_key() {
        let tables = tables(i64::MAX);
        assert!(tables.len() > 15);
        for table in &tables {
            assert!(!table.key.is_empty(), "{} has no key", table.name);
            assert!(table.columns.len() > 1, "{}", table.name);
        }
        let users = tables.iter().find(|table| table.name == "users").unwrap();
        assert_eq!(users.key, [0, 1]);
        assert_eq!(users.columns[2].name, "state");
        assert_eq!(users.columns[2].kind, Kind::Text);
    }

    #[test]
    fn later_migrations_change_tables() {
        let mut tables = Vec::new();
        for statement in statements(
            "-- why (N34); and\ncreate table a (\n id {uuid} not null primary key,\n n text check (n in ('x', 'y'))\n) {strict};\n
             create table b (id {bigint} not null, primary key (id));
             alter table a add column flag {bool};
             alter table a drop column n; drop table b; alter table a rename to c; create index i on c (id)",
        ) {
            apply(&mut tables, statement);
        }
        assert_eq!(tables.len(), 1);
        let columns: Vec<_> = tables[0].columns.iter().map(|c| (c.name, c.kind)).collect();
        assert_eq!(tables[0].name, "c");
        assert_eq!(columns, [("id", Kind::Uuid), ("flag", Kind::Bool)]);
    }
}
