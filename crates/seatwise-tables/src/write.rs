//! Writes a table, row by row, as CSV or XLSX.

use std::io::Write;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::write_csv::CsvFile;
use crate::write_xlsx::XlsxFile;

/// A cell with its type, so that a workbook has real numbers and dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Text, which is never run as a formula.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// An amount in minor units, two of whose digits are decimals.
    Money(i64),
    /// A day.
    Date(Date),
    /// A moment, shown in the time zone of the [`Target`].
    Instant(Timestamp),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Blank, Into::into)
    }
}

/// What to write.
#[derive(Clone, Debug)]
pub enum Target {
    /// CSV as RFC 4180 has it, with a byte order mark so that Excel takes it as UTF-8.
    Csv {
        /// `,` or `;`, as the reader's office program expects it.
        separator: char,
        /// The zone in which moments are shown.
        zone: TimeZone,
    },
    /// A workbook with one sheet. It is kept in a temporary file while it is written, not in memory.
    Xlsx {
        /// The name of the sheet, cut and cleaned to what Excel allows.
        sheet: String,
        /// The zone in which moments are shown.
        zone: TimeZone,
    },
}

/// Why a table cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The disk is full, or the receiver is gone.
    #[error("the table could not be written")]
    Io(#[from] std::io::Error),
    /// More rows or columns than a sheet has.
    #[error("the table does not fit in a sheet")]
    TooLarge,
    /// The workbook could not be put together.
    #[error("the workbook could not be written")]
    Workbook(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A table that is being written.
pub struct Writer<W: Write + Send>(Kind<W>);

enum Kind<W: Write + Send> {
    Csv(Box<CsvFile<W>>),
    Xlsx(Box<XlsxFile<W>>),
}

impl<W: Write + Send> Writer<W> {
    /// Begins a table with its header.
    pub fn new<H: AsRef<str>>(out: W, target: &Target, headers: &[H]) -> Result<Self, WriteError> {
        Ok(Self(match target {
            Target::Csv { separator, zone } => {
                Kind::Csv(Box::new(CsvFile::new(out, *separator, zone, headers)?))
            }
            Target::Xlsx { sheet, zone } => {
                Kind::Xlsx(Box::new(XlsxFile::new(out, sheet, zone, headers)?))
            }
        }))
    }

    /// Writes the next row.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), WriteError> {
        match &mut self.0 {
            Kind::Csv(file) => file.row(cells),
            Kind::Xlsx(file) => file.row(cells),
        }
    }

    /// Ends the table. Without this call it is not complete.
    pub fn finish(self) -> Result<W, WriteError> {
        match self.0 {
            Kind::Csv(file) => file.finish(),
            Kind::Xlsx(file) => file.finish(),
        }
    }
}

/// Writes a whole table from an iterator of rows.
pub fn write_rows<W: Write + Send, H: AsRef<str>>(
    out: W,
    target: &Target,
    headers: &[H],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> Result<W, WriteError> {
    let mut writer = Writer::new(out, target, headers)?;
    for row in rows {
        writer.row(&row)?;
    }
    writer.finish()
}

/// Text without the control characters that neither format can hold.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r'))
        .collect()
}

/// An amount with a point and two decimals.
pub(crate) fn amount(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let minor = minor.unsigned_abs();
    format!("{sign}{}.{:02}", minor / 100, minor % 100)
}
