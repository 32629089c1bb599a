//! Tables of text as office programs save them: reads CSV and XLSX, writes both, knows nothing of a CRM.
//!
//! [`open`] looks at the content (never at the name), says what it found as a [`Shape`] and then streams the rows.
//! A file that is not a table is refused with a [`ReadError`] that has one case for each thing a person can do about it.
//!
//! ```text
//! sniff      what kind of file is it (by its first bytes)
//! census     one pass over a text file: which bytes occur, hence the encoding
//! records    text into records: quotes, line breaks in cells, row numbers as the office program shows them
//! separator  which of , ; tab | parts the cells
//! header     which row is the header
//! package    is the workbook safe to unpack
//! workbook   rows of a sheet
//! write_*    the way back
//! ```

mod census;
mod delimited;
mod encoding;
mod error;
mod guard;
mod header;
mod merged;
mod number;
mod package;
mod records;
mod separator;
mod sniff;
mod table;
mod workbook;
mod write;
mod write_csv;
mod write_xlsx;

pub use encoding::Encoding;
pub use error::{Looks, ReadError};
pub use table::{Flow, Format, Header, Limits, Row, Shape, Table, Wishes, open, open_as};
pub use write::{Cell, Target, WriteError, Writer, write_rows};
