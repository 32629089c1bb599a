//! Opens a file and says what is in it before the first row is read.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use crate::delimited::Delimited;
use crate::sniff::{self, Kind};
use crate::workbook::Workbook;
use crate::{Encoding, ReadError};

pub use crate::header::Header;

/// What a file may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of a workbook when it is unpacked.
    pub unpacked_bytes: u64,
    /// How many times larger than the file a workbook of more than a few megabytes may unpack.
    pub ratio: u64,
    /// Rows below the header.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
    /// Characters of a cell.
    pub cell_chars: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked_bytes: 512 << 20,
            ratio: 200,
            rows: 100_000,
            columns: 200,
            // What a cell of Excel holds.
            cell_chars: 32_767,
        }
    }
}

/// What the caller knows better than the file shows.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// The separator of a text file.
    pub separator: Option<char>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
    /// The row of the header, as the office program numbers it.
    pub header_row: Option<u32>,
}

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with separators.
    Delimited,
    /// A workbook of Excel 2007 or later.
    Xlsx,
}

/// What a file holds, known before the rows are read.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The format.
    pub format: Format,
    /// The encoding, of text only.
    pub encoding: Option<Encoding>,
    /// The separator, of text only.
    pub separator: Option<char>,
    /// The row of the header, as the office program numbers it.
    pub header_row: u32,
    /// The columns.
    pub headers: Vec<Header>,
    /// The sheet that is read, of workbooks only.
    pub sheet: Option<String>,
    /// The other sheets that have cells.
    pub other_sheets: Vec<String>,
    /// Rows below the header where the file is short enough to know, or says so.
    pub rows: Option<u32>,
}

/// A row below the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number that the office program shows beside it.
    pub number: u32,
    /// One cell for each header; more where the row is wider. All of them are blank in an empty row between others.
    pub cells: Vec<String>,
}

impl Row {
    /// True when no cell has anything in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Whether the reader goes on after a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Give the next row.
    On,
    /// Enough.
    Stop,
}

/// An open table. Its rows can be read more than once.
#[derive(Debug)]
pub struct Table {
    shape: Shape,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Delimited(Delimited),
    Workbook(Box<Workbook>),
}

/// Opens a file by its content.
pub fn open(path: &Path, limits: &Limits) -> Result<Table, ReadError> {
    open_as(path, limits, &Wishes::default())
}

/// Opens a file by its content, where the caller knows something better.
pub fn open_as(path: &Path, limits: &Limits, wishes: &Wishes) -> Result<Table, ReadError> {
    let mut file = File::open(path)?;
    let bytes = file.metadata()?.len();
    if bytes == 0 {
        return Err(ReadError::Empty);
    }
    // Looked at first: "this is a PDF" helps more than "this is too large".
    let kind = kind_of(&mut file)?;
    if bytes > limits.bytes {
        return Err(ReadError::TooLarge {
            limit: limits.bytes,
        });
    }
    match kind {
        Kind::Text => {
            let (shape, delimited) = Delimited::open(file, limits, wishes)?;
            Ok(Table {
                shape,
                source: Source::Delimited(delimited),
            })
        }
        Kind::Package => {
            let (shape, workbook) = Workbook::open(file, bytes, limits, wishes)?;
            Ok(Table {
                shape,
                source: Source::Workbook(Box::new(workbook)),
            })
        }
    }
}

fn kind_of(file: &mut File) -> Result<Kind, ReadError> {
    let mut start = Vec::with_capacity(4096);
    file.by_ref().take(4096).read_to_end(&mut start)?;
    file.seek(SeekFrom::Start(0))?;
    match sniff::kind(&start) {
        Err(ReadError::OldXls) if is_encrypted(file)? => Err(ReadError::EncryptedWorkbook),
        other => other,
    }
}

fn is_encrypted(file: &mut File) -> Result<bool, ReadError> {
    let mut piece = Vec::new();
    let mut keep = Vec::new();
    loop {
        piece.clear();
        piece.append(&mut keep);
        if file.by_ref().take(1 << 20).read_to_end(&mut piece)? == 0 {
            return Ok(false);
        }
        if sniff::holds_encrypted_package(&piece) {
            return Ok(true);
        }
        keep.extend_from_slice(
            piece
                .get(piece.len().saturating_sub(64)..)
                .unwrap_or_default(),
        );
    }
}

impl Table {
    /// What the file holds.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Reads the rows below the header, in order, until the end or until `take` has enough; answers how many it took.
    ///
    /// Blank rows between others are given too, so that every row of the file can have its verdict; blank rows at the end are not.
    pub fn read(&mut self, mut take: impl FnMut(Row) -> Flow) -> Result<u32, ReadError> {
        match &mut self.source {
            Source::Delimited(delimited) => delimited.read(&self.shape, &mut take),
            Source::Workbook(workbook) => workbook.read(&self.shape, &mut take),
        }
    }
}

/// Hands rows on: pads them, holds blank ones back until another follows, counts.
pub(crate) struct Below<'a, F> {
    take: &'a mut F,
    width: usize,
    limit: u32,
    next: u32,
    taken: u32,
}

impl<'a, F: FnMut(Row) -> Flow> Below<'a, F> {
    pub(crate) fn new(shape: &Shape, limits: &Limits, take: &'a mut F) -> Self {
        Self {
            take,
            width: shape.headers.len(),
            limit: limits.rows,
            next: shape.header_row + 1,
            taken: 0,
        }
    }

    pub(crate) const fn taken(&self) -> u32 {
        self.taken
    }

    /// Answers false when the caller has enough. Rows that were left out before this one are given as blank ones.
    pub(crate) fn row(&mut self, number: u32, mut cells: Vec<String>) -> Result<bool, ReadError> {
        if number < self.next || cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(true);
        }
        while self.next < number {
            let blank = Row {
                number: self.next,
                cells: vec![String::new(); self.width],
            };
            if !self.give(blank)? {
                return Ok(false);
            }
        }
        let extent = cells
            .iter()
            .rposition(|cell| !cell.trim().is_empty())
            .map_or(0, |last| last + 1);
        cells.truncate(extent.max(self.width));
        cells.resize(extent.max(self.width), String::new());
        self.give(Row { number, cells })
    }

    fn give(&mut self, row: Row) -> Result<bool, ReadError> {
        if self.taken >= self.limit {
            return Err(ReadError::TooManyRows { limit: self.limit });
        }
        self.taken += 1;
        self.next = row.number.saturating_add(1);
        Ok((self.take)(row) == Flow::On)
    }
}
