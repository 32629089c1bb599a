//! CSV as office programs open it without a question.

use std::io::Write;

use jiff::tz::TimeZone;

use crate::guard::needs_guard;
use crate::write::{Cell, WriteError, amount, clean};

pub(crate) struct CsvFile<W: Write> {
    csv: csv::Writer<W>,
    zone: TimeZone,
}

impl<W: Write> CsvFile<W> {
    pub(crate) fn new<H: AsRef<str>>(
        mut out: W,
        separator: char,
        zone: &TimeZone,
        headers: &[H],
    ) -> Result<Self, WriteError> {
        out.write_all(&[0xef, 0xbb, 0xbf])?;
        let csv = csv::WriterBuilder::new()
            .delimiter(u8::try_from(separator).unwrap_or(b','))
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(out);
        let mut file = Self {
            csv,
            zone: zone.clone(),
        };
        let headers: Vec<String> = headers.iter().map(|header| safe(header.as_ref())).collect();
        file.csv.write_record(&headers).map_err(csv_error)?;
        Ok(file)
    }

    pub(crate) fn row(&mut self, cells: &[Cell]) -> Result<(), WriteError> {
        let texts: Vec<String> = cells.iter().map(|cell| self.text(cell)).collect();
        self.csv.write_record(&texts).map_err(csv_error)
    }

    fn text(&self, cell: &Cell) -> String {
        match cell {
            Cell::Blank => String::new(),
            Cell::Text(text) => safe(text),
            Cell::Integer(number) => number.to_string(),
            Cell::Money(minor) => amount(*minor),
            Cell::Date(date) => date.to_string(),
            Cell::Instant(instant) => {
                let local = instant.to_zoned(self.zone.clone()).datetime();
                local.strftime("%Y-%m-%dT%H:%M:%S").to_string()
            }
        }
    }

    pub(crate) fn finish(self) -> Result<W, WriteError> {
        self.csv
            .into_inner()
            .map_err(|error| WriteError::Io(error.into_error()))
    }
}

fn safe(text: &str) -> String {
    let text = clean(text);
    if needs_guard(&text) {
        format!("'{text}")
    } else {
        text
    }
}

fn csv_error(error: csv::Error) -> WriteError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => WriteError::Io(error),
        other => WriteError::Workbook(format!("{other:?}").into()),
    }
}
