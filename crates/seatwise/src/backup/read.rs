//! Reading a backup to its end before anything is done with it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use flate2::bufread::GzDecoder;
use seatwise_domain::store::Value;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::catalog::{self, Table};
use super::{FORMAT, Header, TableLine, Trailer, cell};
use crate::database;
use crate::failure::{Exit, Failure};

/// No row is longer: the largest cell of an import is far below.
const LONGEST_LINE: u64 = 256 * 1024 * 1024;

/// What a whole backup says of itself.
#[derive(Debug, Serialize)]
pub struct Backup {
    /// The first line.
    pub header: Header,
    /// The last line.
    pub trailer: Trailer,
}

/// Reads a backup to its end: its checksum, its counts, and that every row fits its table. Nothing is
/// restored from a file that did not pass.
pub fn verify(path: &Path, on_rows: impl Fn(u64)) -> Result<Backup, Failure> {
    let mut lines = Lines::open(path)?;
    let mut rows: BTreeMap<String, u64> = BTreeMap::new();
    loop {
        match lines.next()? {
            Line::Table(name) => {
                rows.insert(name.to_owned(), 0);
            }
            Line::Row(table, _) => {
                *rows.entry(table.to_owned()).or_default() += 1;
                on_rows(1);
            }
            Line::End(trailer) => {
                if trailer.rows != rows || rows.len() != lines.tables.len() {
                    return Err(lines.damaged("it does not hold the rows that it names"));
                }
                lines.nothing_more()?;
                return Ok(Backup {
                    header: lines.header,
                    trailer,
                });
            }
        }
    }
}

/// The lines of a backup, one after the other.
pub struct Lines {
    /// The first line.
    pub header: Header,
    /// The tables of its schema version.
    pub tables: Vec<Table>,
    input: BufReader<GzDecoder<BufReader<File>>>,
    hash: Sha256,
    current: Option<usize>,
    number: u64,
    name: String,
}

/// A line after the header.
pub enum Line<'l> {
    /// The rows of this table follow.
    Table(&'static str),
    /// A row of this table.
    Row(&'l str, Vec<Value>),
    /// Nothing follows.
    End(Trailer),
}

impl Lines {
    /// Opens a file and reads its first line.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| Failure::io(path, &error))?;
        let mut lines = Self {
            header: Header {
                seatwise_backup: 0,
                program: String::new(),
                schema: 0,
                made_at: seatwise_domain::clock::Timestamp::from_micros(0),
            },
            tables: Vec::new(),
            input: BufReader::new(GzDecoder::new(BufReader::new(file))),
            hash: Sha256::new(),
            current: None,
            number: 0,
            name: path.display().to_string(),
        };
        let first = lines.line()?;
        lines.header =
            serde_json::from_slice(&first).map_err(|_| lines.damaged("it is not a backup"))?;
        let header = &lines.header;
        if header.seatwise_backup > FORMAT || header.schema > database::newest() {
            let message = format!(
                "{} was written by the newer version {}; restore it with that one",
                lines.name, header.program
            );
            return Err(Failure::new(Exit::Schema, "schema", message));
        }
        lines.tables = catalog::tables(header.schema);
        lines.hash.update(&first);
        Ok(lines)
    }

    /// The next line.
    pub fn next(&mut self) -> Result<Line<'_>, Failure> {
        let line = self.line()?;
        if line.starts_with(b"[") {
            self.hash.update(&line);
            let table = self.current.and_then(|at| self.tables.get(at));
            let Some(table) = table else {
                return Err(self.damaged("a row stands before any table"));
            };
            return match cell::row(&line, table) {
                Some(row) => Ok(Line::Row(table.name, row)),
                None => Err(self.damaged("a row does not fit its table")),
            };
        }
        if let Ok(begin) = serde_json::from_slice::<TableLine>(&line) {
            self.hash.update(&line);
            let next = self.current.map_or(0, |at| at + 1);
            let Some(table) = self.tables.get(next).filter(|table| begin.fits(table)) else {
                return Err(self.damaged("a table is not one of its schema version"));
            };
            let name = table.name;
            self.current = Some(next);
            return Ok(Line::Table(name));
        }
        let trailer: Trailer = serde_json::from_slice(&line)
            .map_err(|_| self.damaged("a line is neither table nor row"))?;
        let sum = data_encoding::HEXLOWER.encode(&self.hash.clone().finalize());
        if trailer.sha256 != sum {
            return Err(self.damaged("its checksum is wrong"));
        }
        Ok(Line::End(trailer))
    }

    /// The table of an index.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    fn line(&mut self) -> Result<Vec<u8>, Failure> {
        self.number += 1;
        let mut line = Vec::new();
        let read = (&mut self.input)
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line);
        match read {
            Ok(_) if line.ends_with(b"\n") => Ok(line),
            Ok(_) => Err(self.damaged("it ends too early")),
            Err(error) => Err(self.damaged(&error.to_string())),
        }
    }

    fn nothing_more(&mut self) -> Result<(), Failure> {
        let mut rest = [0_u8; 1];
        match self.input.read(&mut rest) {
            Ok(0) => Ok(()),
            Ok(_) => Err(self.damaged("something follows its end")),
            Err(error) => Err(self.damaged(&error.to_string())),
        }
    }

    fn damaged(&self, why: &str) -> Failure {
        let message = format!(
            "{} is damaged at line {}: {why}; nothing was restored",
            self.name, self.number
        );
        Failure::new(Exit::Backup, "backup-damaged", message)
    }
}
