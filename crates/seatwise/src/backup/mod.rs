//! Backups: one file for both databases, so that what SQLite wrote can be restored into PostgreSQL.
//!
//! The file is gzip around lines of JSON: a header, then for each table a line with its columns and a line for
//! each row, and at the end what was written and a checksum of all lines before. Ids and bytes are text.

mod catalog;
mod cell;
mod read;
mod restore;
mod write;

use std::collections::BTreeMap;

use seatwise_domain::clock::Timestamp;
use serde::{Deserialize, Serialize};

pub use read::{Backup, verify};
pub use restore::restore;
pub use write::write;

use catalog::{Column, Kind, Table};

/// Rises when an old program could not read the file.
const FORMAT: u32 = 1;
/// Rows of one statement.
const BATCH: usize = 500;

/// The first line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Header {
    /// The version of this format.
    pub seatwise_backup: u32,
    /// The program that wrote it.
    pub program: String,
    /// The schema version of the rows.
    pub schema: i64,
    /// The moment whose state it holds.
    pub made_at: Timestamp,
}

/// The line before the rows of a table.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct TableLine {
    table: String,
    columns: Vec<(String, Kind)>,
}

/// The last line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Trailer {
    /// How many rows each table has.
    pub rows: BTreeMap<String, u64>,
    /// SHA-256 of all bytes before this line.
    pub sha256: String,
}

impl Trailer {
    /// All rows together.
    pub fn total(&self) -> u64 {
        self.rows.values().sum()
    }
}

impl TableLine {
    fn of(table: &Table) -> Self {
        Self {
            table: table.name.to_owned(),
            columns: table
                .columns
                .iter()
                .map(|column| (column.name.to_owned(), column.kind))
                .collect(),
        }
    }

    fn fits(&self, table: &Table) -> bool {
        let named = |(column, known): (&(String, Kind), &Column)| {
            column.0 == known.name && column.1 == known.kind
        };
        self.table == table.name
            && self.columns.len() == table.columns.len()
            && self.columns.iter().zip(&table.columns).all(named)
    }
}
