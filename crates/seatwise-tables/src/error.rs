//! Why a file cannot be read: one case for each thing a person can do about it.

use std::fmt;

/// What a file that is not a table looks like, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A PDF document.
    Pdf,
    /// A picture: PNG, JPEG, GIF, WebP, TIFF or BMP.
    Picture,
    /// A text document: Word or RTF.
    Document,
    /// An OpenDocument file, which the office program can save as XLSX.
    OpenDocument,
    /// A binary Excel workbook (`.xlsb`), which Excel can save as XLSX.
    BinaryWorkbook,
    /// A ZIP archive or another archive without a workbook in it.
    Archive,
    /// A web page. Many programs export one under the name `.xls`.
    WebPage,
    /// An XML document that is not a workbook.
    Xml,
    /// A JSON document.
    Json,
    /// Bytes that are neither text nor a known kind of file.
    Binary,
}

impl Looks {
    /// A stable code, used as a part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::Document => "document",
            Self::OpenDocument => "open-document",
            Self::BinaryWorkbook => "binary-workbook",
            Self::Archive => "archive",
            Self::WebPage => "web-page",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Binary => "binary",
        }
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// Why a file cannot be read as a table.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Nothing but white space: choose another file.
    #[error("the file is empty")]
    Empty,
    /// Another kind of file: save the table as XLSX or CSV.
    #[error("the file is not a table but looks like {looks}")]
    NotATable {
        /// What it looks like.
        looks: Looks,
    },
    /// The format of Excel 97 to 2003: save it as XLSX.
    #[error("the file has the old format of Excel 97 to 2003")]
    OldXls,
    /// The workbook asks for a password: save it without one.
    #[error("the workbook is protected by a password")]
    EncryptedWorkbook,
    /// The workbook was cut off or damaged on its way: send it again.
    #[error("the workbook is damaged")]
    BrokenWorkbook,
    /// The workbook unpacks to far more than its size allows: it is not what an office program saves.
    #[error("the workbook unpacks to more than {limit} bytes")]
    ZipBomb {
        /// The size it may have unpacked.
        limit: u64,
    },
    /// More bytes than allowed: split the file.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The size it may have.
        limit: u64,
    },
    /// More rows than allowed: split the file.
    #[error("the table has more than {limit} rows")]
    TooManyRows {
        /// The rows it may have.
        limit: u32,
    },
    /// More columns than allowed: remove some.
    #[error("row {row} has more than {limit} columns")]
    TooManyColumns {
        /// The row, as the office program numbers it.
        row: u32,
        /// The columns it may have.
        limit: u32,
    },
    /// A cell that no office program could hold, most often the trace of a quotation mark that is never closed.
    #[error("row {row} has a cell of more than {limit} characters")]
    CellTooLong {
        /// The row in which the cell begins.
        row: u32,
        /// The characters a cell may have.
        limit: u32,
    },
    /// A quotation mark that is never closed: everything below it would be one cell.
    #[error("the quotation mark in row {row} is never closed")]
    UnclosedQuote {
        /// The row in which the mark stands.
        row: u32,
    },
    /// Bytes that the encoding does not have: choose the encoding, or save as UTF-8.
    #[error("row {row} is not valid {encoding}")]
    BadEncoding {
        /// The row with the first wrong byte.
        row: u32,
        /// The encoding it was read as.
        encoding: crate::Encoding,
    },
    /// A NUL character, which no table has: save the file again.
    #[error("row {row} has a NUL character")]
    NulCharacter {
        /// The row it stands in.
        row: u32,
    },
    /// No row that could be a header: write the names of the columns above the table.
    #[error("there is no row with the names of the columns")]
    NoHeader,
    /// The workbook has no sheet with this name, or none with cells.
    #[error("the workbook has no such sheet")]
    NoSheet,
    /// The file could not be read from the disk.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),
}

impl ReadError {
    /// A stable code, used as a part of text keys.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotATable { .. } => "not-a-table",
            Self::OldXls => "old-xls",
            Self::EncryptedWorkbook => "encrypted-workbook",
            Self::BrokenWorkbook => "broken-workbook",
            Self::ZipBomb { .. } => "zip-bomb",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::CellTooLong { .. } => "cell-too-long",
            Self::UnclosedQuote { .. } => "unclosed-quote",
            Self::BadEncoding { .. } => "bad-encoding",
            Self::NulCharacter { .. } => "nul-character",
            Self::NoHeader => "no-header",
            Self::NoSheet => "no-sheet",
            Self::Io(_) => "io",
        }
    }
}
