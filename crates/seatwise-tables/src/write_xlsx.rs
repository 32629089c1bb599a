//! A workbook with one sheet, written in constant memory.

use std::io::Write;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::write::{Cell, WriteError, amount, clean};

/// Longer text does not fit in a cell.
const CELL_CHARS: usize = 32_767;

pub(crate) struct XlsxFile<W: Write + Send> {
    out: W,
    workbook: Workbook,
    formats: Formats,
    zone: TimeZone,
    next: u32,
}

struct Formats {
    head: Format,
    text: Format,
    money: Format,
    date: Format,
    instant: Format,
}

impl<W: Write + Send> XlsxFile<W> {
    pub(crate) fn new<H: AsRef<str>>(
        out: W,
        sheet: &str,
        zone: &TimeZone,
        headers: &[H],
    ) -> Result<Self, WriteError> {
        let mut workbook = Workbook::new();
        let formats = Formats {
            head: Format::new().set_bold(),
            text: Format::new().set_num_format("@"),
            money: Format::new().set_num_format("#,##0.00"),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            instant: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        };
        let worksheet = workbook
            .add_worksheet_with_constant_memory()
            .map_err(xlsx_error)?;
        worksheet.set_name(sheet_name(sheet)).map_err(xlsx_error)?;
        worksheet.set_freeze_panes(1, 0).map_err(xlsx_error)?;
        for (column, header) in (0_u16..).zip(headers) {
            worksheet.set_column_width(column, 18).map_err(xlsx_error)?;
            worksheet
                .write_string_with_format(0, column, cut(&clean(header.as_ref())), &formats.head)
                .map_err(xlsx_error)?;
        }
        Ok(Self {
            out,
            workbook,
            formats,
            zone: zone.clone(),
            next: 1,
        })
    }

    pub(crate) fn row(&mut self, cells: &[Cell]) -> Result<(), WriteError> {
        let worksheet = self.workbook.worksheet_from_index(0).map_err(xlsx_error)?;
        for (column, cell) in (0_u16..).zip(cells) {
            put(
                worksheet,
                (self.next, column),
                cell,
                &self.formats,
                &self.zone,
            )
            .map_err(xlsx_error)?;
        }
        self.next += 1;
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<W, WriteError> {
        self.workbook
            .save_to_writer(&mut self.out)
            .map_err(xlsx_error)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn put(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
    zone: &TimeZone,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Blank => {}
        // A string cell is never run, whatever it begins with; the text format keeps it so when somebody edits it.
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => {
            worksheet.write_string_with_format(row, column, cut(&clean(text)), &formats.text)?;
        }
        Cell::Integer(number) => match exact(*number) {
            Some(number) => {
                worksheet.write_number(row, column, number)?;
            }
            None => {
                worksheet.write_string(row, column, number.to_string())?;
            }
        },
        Cell::Money(minor) => match exact(*minor) {
            Some(number) => {
                worksheet.write_number_with_format(row, column, number / 100.0, &formats.money)?;
            }
            None => {
                worksheet.write_string(row, column, amount(*minor))?;
            }
        },
        Cell::Date(date) => match serial(date.to_datetime(jiff::civil::Time::midnight())) {
            Some(moment) => {
                worksheet.write_datetime_with_format(row, column, &moment, &formats.date)?;
            }
            None => {
                worksheet.write_string(row, column, date.to_string())?;
            }
        },
        Cell::Instant(instant) => {
            let local = instant.to_zoned(zone.clone()).datetime();
            match serial(local) {
                Some(moment) => {
                    worksheet.write_datetime_with_format(row, column, &moment, &formats.instant)?;
                }
                None => {
                    worksheet.write_string(row, column, local.to_string())?;
                }
            }
        }
    }
    Ok(())
}

/// The number as Excel keeps it, unless it has more than the 15 digits that Excel shows.
fn exact(number: i64) -> Option<f64> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "15 digits fit in the 53 bits of a double"
    )]
    (number.unsigned_abs() < 1_000_000_000_000_000).then_some(number as f64)
}

/// Dates before March 1900 are not the same in Excel and in its imitators.
fn serial(moment: DateTime) -> Option<ExcelDateTime> {
    let year = u16::try_from(moment.year())
        .ok()
        .filter(|year| *year > 1900)?;
    let part = |value: i8| u8::try_from(value).ok();
    ExcelDateTime::from_ymd(year, part(moment.month())?, part(moment.day())?)
        .and_then(|day| {
            day.and_hms(
                u16::from(moment.hour().unsigned_abs()),
                moment.minute().unsigned_abs(),
                f64::from(moment.second()),
            )
        })
        .ok()
}

fn cut(text: &str) -> &str {
    text.char_indices()
        .nth(CELL_CHARS)
        .map_or(text, |(end, _)| text.split_at(end).0)
}

fn sheet_name(name: &str) -> String {
    let clean: String = name
        .chars()
        .filter(|letter| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''))
        .take(31)
        .collect();
    if clean.trim().is_empty() {
        "1".to_owned()
    } else {
        clean
    }
}

fn xlsx_error(error: XlsxError) -> WriteError {
    match error {
        XlsxError::IoError(error) => WriteError::Io(error),
        XlsxError::RowColumnLimitError => WriteError::TooLarge,
        other => WriteError::Workbook(Box::new(other)),
    }
}
