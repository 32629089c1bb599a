//! Takes a file: its rows go into the database in batches, its columns are matched by a guess.

use std::path::PathBuf;

use seatwise_tables::{Flow, Format, Limits, ReadError, Shape, Table, Wishes, open_as};
use tokio::sync::mpsc;

use super::judge::RawRow;
use super::map::guess_date_order;
use super::rows_sql;
use super::sql::{self, NewImport};
use super::{BATCH, Column, FileShape, Import, ImportKind, ImportState, Options, guess};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, RunImports, Scope};
use crate::ids::ImportId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, Reads as _, StoreError};
use crate::text;

/// A file that somebody sent.
#[derive(Debug, Clone)]
pub struct Upload {
    /// What it brings.
    pub kind: ImportKind,
    /// Where it lies on the disk; it is not kept.
    pub path: PathBuf,
    /// What it was called, for people only.
    pub file_name: String,
    /// What the sender knows better than the file shows: encoding, separator, sheet, header row.
    pub wishes: Wishes,
}

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The file cannot be read as a table.
    #[error(transparent)]
    File(#[from] ReadError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for UploadError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::File(ReadError::TooLarge { .. }) => &problem::FILE_TOO_LARGE,
            Self::File(_) => &problem::FILE_UNREADABLE,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::File(error) => file_values(error),
            Self::Store(_) => Vec::new(),
        }
    }
}

/// The reason as a code, and the numbers that its sentence needs.
fn file_values(error: &ReadError) -> Vec<(&'static str, String)> {
    let mut values = vec![("reason", error.code().to_owned())];
    match error {
        ReadError::NotATable { looks } => values.push(("looks", looks.code().to_owned())),
        ReadError::ZipBomb { limit } | ReadError::TooLarge { limit } => {
            values.push(("limit", (limit >> 20).to_string()));
        }
        ReadError::TooManyRows { limit } => values.push(("limit", limit.to_string())),
        ReadError::TooManyColumns { row, limit } | ReadError::CellTooLong { row, limit } => {
            values.extend([("row", row.to_string()), ("limit", limit.to_string())]);
        }
        ReadError::BadEncoding { row, encoding } => {
            values.extend([
                ("row", row.to_string()),
                ("encoding", encoding.code().to_owned()),
            ]);
        }
        ReadError::UnclosedQuote { row } | ReadError::NulCharacter { row } => {
            values.push(("row", row.to_string()));
        }
        ReadError::Empty
        | ReadError::OldXls
        | ReadError::EncryptedWorkbook
        | ReadError::BrokenWorkbook
        | ReadError::NoHeader
        | ReadError::NoSheet
        | ReadError::Io(_) => {}
    }
    values
}

/// Reads a file into an import. A file with a fault leaves nothing behind.
pub async fn upload(db: &Db, caller: &Caller, command: Upload) -> Result<Import, UploadError> {
    let scope = caller.scope::<RunImports>()?;
    discard_stale(db, &scope).await?;
    let table =
        blocking(move || open_as(&command.path, &Limits::default(), &command.wishes)).await??;
    let shape = file_shape(table.shape());
    let import = begin(db, &scope, command.kind, &command.file_name, shape).await?;
    let id = import.id;
    match fill(db, &scope, import, table).await {
        Ok(import) => Ok(import),
        Err(error) => {
            discard(db, &scope, id).await?;
            Err(error)
        }
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| StoreError::Fault(Box::new(error)))
}

fn file_shape(shape: &Shape) -> FileShape {
    FileShape {
        format: match shape.format {
            Format::Delimited => "csv".to_owned(),
            Format::Xlsx => "xlsx".to_owned(),
        },
        encoding: shape.encoding.map(|encoding| encoding.code().to_owned()),
        separator: shape.separator,
        sheet: shape.sheet.clone(),
        other_sheets: shape.other_sheets.clone(),
        header_row: shape.header_row,
        columns: shape
            .headers
            .iter()
            .map(|header| Column {
                name: header.name.clone(),
                letter: header.letter.clone(),
                blank: header.blank,
                samples: Vec::new(),
            })
            .collect(),
    }
}

async fn begin(
    db: &Db,
    scope: &Scope<RunImports>,
    kind: ImportKind,
    file_name: &str,
    shape: FileShape,
) -> Result<Import, StoreError> {
    let mut tx = db.write().await?;
    let id: ImportId = tx.id();
    let name = display_name(file_name);
    let options = Options::for_kind(kind);
    let new = NewImport {
        id,
        kind,
        file_name: &name,
        shape: &shape,
        options: &options,
        by: scope.user(),
    };
    sql::insert(&mut tx, scope.tenant(), &new).await?;
    let import = sql::find(&mut tx, scope.tenant(), id).await?;
    tx.commit(Audit::Housekeeping).await?;
    import.ok_or_else(|| StoreError::fault("an import that was just made is there"))
}

/// The last part of the name, without what could not be shown.
fn display_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last
        .chars()
        .filter(|letter| !letter.is_control())
        .take(text::NAME_MAX)
        .collect();
    text::line(&shown, text::NAME_MAX).unwrap_or_else(|_| "-".to_owned())
}

/// Values of a column that are looked at to guess its field; fewer are kept to be shown.
const LOOKED_AT: usize = 50;
const SHOWN: usize = 3;

async fn fill(
    db: &Db,
    scope: &Scope<RunImports>,
    mut import: Import,
    mut table: Table,
) -> Result<Import, UploadError> {
    let (sender, mut batches) = mpsc::channel::<Vec<RawRow>>(2);
    let reading = tokio::task::spawn_blocking(move || {
        let mut batch = Vec::with_capacity(BATCH);
        let count = table.read(|row| {
            batch.push(RawRow {
                number: row.number,
                cells: row.cells,
                said: None,
            });
            if batch.len() < BATCH || sender.blocking_send(std::mem::take(&mut batch)).is_ok() {
                Flow::On
            } else {
                Flow::Stop
            }
        })?;
        if !batch.is_empty() {
            // The other side has gone only if the database failed, which it says itself.
            let _ = sender.blocking_send(batch);
        }
        Ok::<u32, ReadError>(count)
    });
    while let Some(batch) = batches.recv().await {
        sample(&mut import.shape.columns, &batch);
        let mut tx = db.write().await?;
        rows_sql::insert_rows(&mut tx, scope.tenant(), import.id, batch).await?;
        tx.commit(Audit::Housekeeping).await?;
    }
    let count = reading
        .await
        .map_err(|error| StoreError::Fault(Box::new(error)))??;
    import.rows_total = u64::from(count);
    import.mapping = guess(import.kind, &import.shape.columns).0;
    import.options.date_order = guess_date_order(&import.shape.columns);
    for column in &mut import.shape.columns {
        column.samples.truncate(SHOWN);
    }
    import.state = ImportState::Uploaded;
    let mut tx = db.write().await?;
    sql::save_file(&mut tx, scope.tenant(), &import).await?;
    let event = Event::new(EventKind::ImportUploaded)
        .on(SubjectKind::Import, import.id, &import.file_name)
        .detail("kind", import.kind.as_str())
        .detail("rows", import.rows_total);
    tx.commit(Audit::by(scope, event)).await?;
    Ok(import)
}

fn sample(columns: &mut [Column], rows: &[RawRow]) {
    for row in rows {
        if columns
            .iter()
            .all(|column| column.samples.len() >= LOOKED_AT)
        {
            return;
        }
        for (column, cell) in columns.iter_mut().zip(&row.cells) {
            if column.samples.len() < LOOKED_AT && !cell.trim().is_empty() {
                column.samples.push(super::judge::shortened(cell));
            }
        }
    }
}

/// What a killed upload left behind.
async fn discard_stale(db: &Db, scope: &Scope<RunImports>) -> Result<(), StoreError> {
    let mut tx = db.read().await?;
    let before = tx.now().plus_seconds(-3600);
    let stale = sql::stale(&mut tx, scope.tenant(), before).await?;
    drop(tx);
    for import in stale {
        discard(db, scope, import).await?;
    }
    Ok(())
}

async fn discard(db: &Db, scope: &Scope<RunImports>, import: ImportId) -> Result<(), StoreError> {
    const STEP: u64 = 5_000;
    let mut tx = db.read().await?;
    let last = rows_sql::last_row(&mut tx, scope.tenant(), import).await?;
    drop(tx);
    let mut until = 0;
    while until < last {
        until += STEP;
        let mut tx = db.write().await?;
        rows_sql::remove_rows(&mut tx, scope.tenant(), import, until).await?;
        tx.commit(Audit::Housekeeping).await?;
    }
    let mut tx = db.write().await?;
    sql::remove(&mut tx, scope.tenant(), import).await?;
    tx.commit(Audit::Housekeeping).await
}
