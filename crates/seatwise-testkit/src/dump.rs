//! Everything that stands in a database, row by row as text: what a refused act must leave as it was.

use seatwise_domain::store::Engine;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

use crate::TestDb;

/// Reads all tables in one statement, over a connection of its own.
#[derive(Debug)]
pub struct Dump {
    connection: Connected,
    text: String,
}

#[derive(Debug)]
enum Connected {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Dump {
    /// A reader of every column of every table, but for these: table and column.
    pub async fn of(db: &TestDb, without: &[(&str, &str)]) -> Self {
        let connection = match db.engine() {
            Engine::Sqlite => SqliteConnection::connect(db.url())
                .await
                .map(Connected::Sqlite),
            Engine::Postgres => PgConnection::connect(db.url())
                .await
                .map(Connected::Postgres),
        };
        let engine = db.engine();
        let columns = match engine {
            Engine::Sqlite => {
                "select t.name || ' ' || c.name from sqlite_master t, pragma_table_info(t.name) c
                  where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '\\_sqlx%' escape '\\'
                  order by t.name, c.cid"
            }
            Engine::Postgres => {
                "select table_name || ' ' || column_name from information_schema.columns
                  where table_schema = 'public' and table_name not like '\\_sqlx%' escape '\\'
                  order by table_name, ordinal_position"
            }
        };
        let mut dump = Self {
            connection: connection.expect("a database that opens"),
            text: columns.to_owned(),
        };
        let mut tables: Vec<(String, Vec<String>)> = Vec::new();
        for line in dump.rows().await {
            let (table, column) = line.split_once(' ').expect("a table and a column");
            if without.contains(&(table, column)) {
                continue;
            }
            let written = match engine {
                Engine::Sqlite => format!("quote(\"{column}\")"),
                Engine::Postgres => format!("coalesce(\"{column}\"::text, 'null')"),
            };
            let part = format!("'{column}=' || {written}");
            match tables.last_mut().filter(|(last, _)| last == table) {
                Some((_, parts)) => parts.push(part),
                None => tables.push((table.to_owned(), vec![part])),
            }
        }
        assert!(tables.len() > 20, "only {} tables are read", tables.len());
        let selects = tables.iter().map(|(table, parts)| {
            let row = parts.join(" || ' ' || ");
            format!("select '{table}: ' || {row} from \"{table}\"")
        });
        let selects: Vec<String> = selects.collect();
        dump.text = format!("{} order by 1", selects.join(" union all "));
        dump
    }

    /// All rows now, in order.
    pub async fn rows(&mut self) -> Vec<String> {
        let text = AssertSqlSafe(self.text.clone());
        let rows = match &mut self.connection {
            Connected::Sqlite(connection) => sqlx::query_scalar(text).fetch_all(connection).await,
            Connected::Postgres(connection) => sqlx::query_scalar(text).fetch_all(connection).await,
        };
        rows.expect("rows as text")
    }
}

/// What is in one list of rows alone, for the words of a test that fails.
pub fn differences(before: &[String], after: &[String]) -> Vec<String> {
    let gone = before.iter().filter(|row| !after.contains(row));
    let new = after.iter().filter(|row| !before.contains(row));
    gone.map(|row| format!("- {row}"))
        .chain(new.map(|row| format!("+ {row}")))
        .collect()
}
