//! Rows: columns are read in the order in which the statement names them.

use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use super::StoreError;
use crate::clock::Timestamp;

/// A row of either database.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

/// A type that is read from the columns of a row, in order.
pub trait FromRow: Sized {
    /// Reads the columns; the statement must name them in the order of the reads.
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError>;
}

impl Row {
    /// Begins to read at the first column.
    pub fn reader(&self) -> Reader<'_> {
        Reader { row: self, at: 0 }
    }

    /// Reads the whole row as a type.
    pub fn into<T: FromRow>(self) -> Result<T, StoreError> {
        T::from_row(&mut self.reader())
    }
}

/// Reads one column after the other.
#[derive(Debug)]
pub struct Reader<'r> {
    row: &'r Row,
    at: usize,
}

macro_rules! take {
    ($self:ident, $type:ty) => {{
        let at = $self.at;
        $self.at += 1;
        match $self.row {
            Row::Sqlite(row) => row.try_get_unchecked::<$type, _>(at),
            Row::Postgres(row) => row.try_get::<$type, _>(at),
        }
        .map_err(|error| StoreError::Fault(Box::new(error)))
    }};
}

impl Reader<'_> {
    /// The next column as a number.
    pub fn int(&mut self) -> Result<i64, StoreError> {
        take!(self, i64)
    }

    /// The next column as a number or null.
    pub fn int_opt(&mut self) -> Result<Option<i64>, StoreError> {
        take!(self, Option<i64>)
    }

    /// The next column as a count.
    pub fn count(&mut self) -> Result<u64, StoreError> {
        Ok(u64::try_from(self.int()?).unwrap_or_default())
    }

    /// The next column as text.
    pub fn text(&mut self) -> Result<String, StoreError> {
        take!(self, String)
    }

    /// The next column as text or null.
    pub fn text_opt(&mut self) -> Result<Option<String>, StoreError> {
        take!(self, Option<String>)
    }

    /// The next column as yes or no.
    pub fn bool(&mut self) -> Result<bool, StoreError> {
        take!(self, bool)
    }

    /// The next column as yes, no or null.
    pub fn bool_opt(&mut self) -> Result<Option<bool>, StoreError> {
        take!(self, Option<bool>)
    }

    /// The next column as an id of the asked type.
    pub fn id<T: From<Uuid>>(&mut self) -> Result<T, StoreError> {
        take!(self, Uuid).map(T::from)
    }

    /// The next column as an id or null.
    pub fn id_opt<T: From<Uuid>>(&mut self) -> Result<Option<T>, StoreError> {
        take!(self, Option<Uuid>).map(|id| id.map(T::from))
    }

    /// The next column as bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, StoreError> {
        take!(self, Vec<u8>)
    }

    /// The next column as bytes or null.
    pub fn bytes_opt(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        take!(self, Option<Vec<u8>>)
    }

    /// The next column as an instant.
    pub fn at(&mut self) -> Result<Timestamp, StoreError> {
        self.int().map(Timestamp::from_micros)
    }

    /// The next column as an instant or null.
    pub fn at_opt(&mut self) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.int_opt()?.map(Timestamp::from_micros))
    }

    /// The next column as a calendar date or null.
    pub fn date_opt(&mut self) -> Result<Option<jiff::civil::Date>, StoreError> {
        let text = self.text_opt()?;
        text.map(|text| {
            text.parse()
                .map_err(|error: jiff::Error| StoreError::Fault(Box::new(error)))
        })
        .transpose()
    }

    /// The next column as JSON.
    pub fn json(&mut self) -> Result<serde_json::Value, StoreError> {
        Ok(self.json_opt()?.unwrap_or_default())
    }

    /// The next column as JSON or null.
    pub fn json_opt(&mut self) -> Result<Option<serde_json::Value>, StoreError> {
        let value = take!(self, Option<sqlx::types::Json<serde_json::Value>>)?;
        Ok(value.map(|json| json.0))
    }

    /// The next column as JSON that fits a type.
    pub fn json_as<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        let value = take!(self, sqlx::types::Json<T>)?;
        Ok(value.0)
    }

    /// The next column as a word that stands for a value of an enum.
    pub fn word<T: std::str::FromStr>(&mut self) -> Result<T, StoreError> {
        parsed(&self.text()?)
    }

    /// The next column as such a word, or null.
    pub fn word_opt<T: std::str::FromStr>(&mut self) -> Result<Option<T>, StoreError> {
        self.text_opt()?.map(|text| parsed(&text)).transpose()
    }

    /// Passes over columns.
    pub fn skip(&mut self, columns: usize) {
        self.at += columns;
    }
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, StoreError> {
    text.parse()
        .map_err(|_| StoreError::fault(format!("unknown word in a column: {text}")))
}
