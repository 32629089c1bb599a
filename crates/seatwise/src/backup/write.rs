//! Writing a backup from one snapshot, while the server works.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use seatwise_domain::args;
use seatwise_domain::store::{Args, Db, ReadTx, Reads, SchemaState, Sql};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use super::catalog::{self, Table};
use super::{BATCH, FORMAT, Header, TableLine, Trailer, cell};
use crate::database;
use crate::failure::{Exit, Failure};

/// What a backup holds.
#[derive(Debug, Serialize)]
pub struct Written {
    /// The first line.
    pub header: Header,
    /// The last line.
    pub trailer: Trailer,
    /// The size of the file.
    pub bytes: u64,
}

/// Writes the whole database into a file. The file appears under its name only when it is complete and on
/// the disk; `on_rows` hears how many rows were written.
pub async fn write(
    db: &Db,
    path: &Path,
    force: bool,
    on_rows: impl Fn(u64),
) -> Result<Written, Failure> {
    if path.exists() && !force {
        let message = format!(
            "{} is there already; --force writes over it",
            path.display()
        );
        return Err(Failure::new(Exit::Refused, "file-exists", message));
    }
    let schema = match db.schema_state().await? {
        SchemaState::Current => database::newest(),
        SchemaState::Behind(missing) => {
            database::newest() - i64::try_from(missing).unwrap_or_default()
        }
        state => return Err(database::does_not_fit(state)),
    };
    let tables = catalog::tables(schema);
    catalog::prove(db, &tables).await?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let file = NamedTempFile::new_in(folder).map_err(|error| Failure::io(folder, &error))?;
    let mut tx = db.read().await?;
    let header = Header {
        seatwise_backup: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema,
        made_at: tx.now(),
    };
    let mut lines = Lines::new(file, path);
    lines.add(&header)?;
    let mut rows = BTreeMap::new();
    for table in &tables {
        lines.add(&TableLine::of(table))?;
        let count = write_table(&mut tx, table, &mut lines, &on_rows).await?;
        rows.insert(table.name.to_owned(), count);
    }
    drop(tx);
    let trailer = Trailer {
        rows,
        sha256: lines.checksum(),
    };
    lines.add(&trailer)?;
    let file = lines.finish()?;
    let bytes = keep(file, path)?;
    Ok(Written {
        header,
        trailer,
        bytes,
    })
}

async fn write_table(
    tx: &mut ReadTx,
    table: &Table,
    lines: &mut Lines<'_>,
    on_rows: &impl Fn(u64),
) -> Result<u64, Failure> {
    let mut after: Args = Vec::new();
    let mut count = 0;
    loop {
        let rows = tx.rows(page(table, after)).await?;
        after = Vec::new();
        let found = rows.len();
        for row in rows {
            let mut reader = row.reader();
            let mut values = Vec::with_capacity(table.columns.len());
            for column in &table.columns {
                values.push(cell::read(&mut reader, column.kind)?);
            }
            let cells: Vec<_> = values.iter().map(cell::to_json).collect();
            lines.add(&cells)?;
            after = table
                .key
                .iter()
                .filter_map(|at| values.get(*at).cloned())
                .collect();
        }
        count += found as u64;
        on_rows(found as u64);
        if found < BATCH {
            return Ok(count);
        }
    }
}

fn page(table: &Table, after: Args) -> Sql {
    let mut sql = table.column_list(Sql::new("select "));
    sql.add(" from ", args![]);
    sql.add(table.name, args![]);
    if !after.is_empty() {
        sql.add(" where (", args![]);
        sql = table.key_list(sql);
        sql.add(") > ", args![]);
        sql = sql.list(after);
    }
    sql.add(" order by ", args![]);
    table.key_list(sql).push(" limit $?", args![BATCH])
}

struct Lines<'p> {
    out: GzEncoder<BufWriter<NamedTempFile>>,
    hash: Sha256,
    path: &'p Path,
}

impl<'p> Lines<'p> {
    fn new(file: NamedTempFile, path: &'p Path) -> Self {
        Self {
            out: GzEncoder::new(BufWriter::new(file), Compression::fast()),
            hash: Sha256::new(),
            path,
        }
    }

    fn add(&mut self, line: &impl Serialize) -> Result<(), Failure> {
        let mut bytes = serde_json::to_vec(line)
            .map_err(|error| Failure::new(Exit::Fault, "internal", error.to_string()))?;
        bytes.push(b'\n');
        self.hash.update(&bytes);
        self.out
            .write_all(&bytes)
            .map_err(|error| Failure::io(self.path, &error))
    }

    fn checksum(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.hash.clone().finalize())
    }

    fn finish(self) -> Result<NamedTempFile, Failure> {
        let path = self.path;
        let inner = self
            .out
            .finish()
            .map_err(|error| Failure::io(path, &error))?;
        inner
            .into_inner()
            .map_err(|error| Failure::io(path, error.error()))
    }
}

fn keep(file: NamedTempFile, path: &Path) -> Result<u64, Failure> {
    let failed = |error: std::io::Error| Failure::io(path, &error);
    file.as_file().sync_all().map_err(failed)?;
    let bytes = file.as_file().metadata().map_err(failed)?.len();
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(bytes)
}
