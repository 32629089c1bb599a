//! A workbook of Excel 2007 or later: its sheets, its header, its rows.

use std::fs::File;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::merged::Merged;
use crate::records::Record;
use crate::table::Below;
use crate::{Flow, Format, Limits, ReadError, Row, Shape, Wishes, header, number, package};

const SAMPLE_ROWS: usize = 100;
/// More sheets than a person would look through.
const SHEETS: usize = 50;
/// More merged cells than a table made by people has.
const MERGED: u64 = 100_000;

pub(crate) struct Workbook {
    xlsx: Xlsx<BufReader<File>>,
    sheet: String,
    regions: Vec<calamine::Dimensions>,
    limits: Limits,
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Workbook")
            .field("sheet", &self.sheet)
            .finish_non_exhaustive()
    }
}

impl Workbook {
    pub(crate) fn open(
        mut file: File,
        bytes: u64,
        limits: &Limits,
        wishes: &Wishes,
    ) -> Result<(Shape, Self), ReadError> {
        let package = package::check(&mut file, bytes, limits)?;
        let mut xlsx = contained(|| Xlsx::new(BufReader::new(file)).map_err(ReadError::from))?;
        let names = sheet_names(&xlsx);
        let mut sampled = Vec::new();
        for name in names.into_iter().take(SHEETS) {
            let sample = sample(&mut xlsx, &name, limits, wishes.header_row)?;
            if sample.iter().any(|record| !record.is_blank()) {
                sampled.push((name, sample));
            }
        }
        if sampled.is_empty() {
            return Err(ReadError::Empty);
        }
        let chosen = choose(&sampled, wishes)?;
        let other_sheets = sampled
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| *name != chosen)
            .collect();
        let (_, records) = sampled
            .iter()
            .find(|(name, _)| *name == chosen)
            .ok_or(ReadError::NoSheet)?;
        let place = header_place(records, wishes).ok_or(ReadError::NoHeader)?;
        let (above, below) = records.split_at(place + 1);
        let found = above.last().ok_or(ReadError::NoHeader)?;
        let complete = records.len() < SAMPLE_ROWS;
        let last = below.iter().rev().find(|record| !record.is_blank());
        let shape = Shape {
            format: Format::Xlsx,
            encoding: None,
            separator: None,
            header_row: found.number,
            headers: header::name(found, below),
            sheet: Some(chosen.clone()),
            other_sheets,
            rows: complete.then(|| last.map_or(0, |record| record.number - found.number)),
        };
        let regions = if (1..=MERGED).contains(&package.merged) {
            contained(|| {
                xlsx.merge_cells_by_sheet_name(&chosen)
                    .map_err(ReadError::from)
            })?
        } else {
            Vec::new()
        };
        Ok((
            shape,
            Self {
                xlsx,
                sheet: chosen,
                regions,
                limits: *limits,
            },
        ))
    }

    pub(crate) fn read<F: FnMut(Row) -> Flow>(
        &mut self,
        shape: &Shape,
        take: &mut F,
    ) -> Result<u32, ReadError> {
        let mut merged = Merged::new(&self.regions);
        let mut below = Below::new(shape, &self.limits, take);
        contained(|| {
            each_row(&mut self.xlsx, &self.sheet, &self.limits, |mut record| {
                merged.fill(record.number - 1, &mut record.cells);
                below.row(record.number, record.cells)
            })
        })?;
        Ok(below.taken())
    }
}

impl From<XlsxError> for ReadError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Io(error) => Self::Io(error),
            XlsxError::Password => Self::EncryptedWorkbook,
            XlsxError::WorksheetNotFound(_) => Self::NoSheet,
            _ => Self::BrokenWorkbook,
        }
    }
}

/// The parser is not made for hostile files: a panic in it is a damaged workbook and not the end of the process.
fn contained<T>(act: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(act)).unwrap_or(Err(ReadError::BrokenWorkbook))
}

/// Visible sheets first, in the order of the workbook.
fn sheet_names(xlsx: &Xlsx<BufReader<File>>) -> Vec<String> {
    let sheets = xlsx
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (shown, hidden): (Vec<_>, Vec<_>) =
        sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
    shown
        .into_iter()
        .chain(hidden)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// The wished sheet, else the first with a table of two columns and a row, else the first with a header, else the first.
fn choose(sampled: &[(String, Vec<Record>)], wishes: &Wishes) -> Result<String, ReadError> {
    if let Some(wish) = &wishes.sheet {
        let found = sampled.iter().find(|(name, _)| name == wish);
        return found
            .map(|(name, _)| name.clone())
            .ok_or(ReadError::NoSheet);
    }
    let is_table = |records: &[Record]| {
        header::find(records).is_some_and(|place| {
            let (above, below) = records.split_at(place + 1);
            above
                .last()
                .is_some_and(|found| header::name(found, below).len() > 1)
                && below.iter().any(|record| !record.is_blank())
        })
    };
    sampled
        .iter()
        .find(|(_, records)| is_table(records))
        .or_else(|| {
            sampled
                .iter()
                .find(|(_, records)| header_place(records, wishes).is_some())
        })
        .or_else(|| sampled.first())
        .map(|(name, _)| name.clone())
        .ok_or(ReadError::NoSheet)
}

fn header_place(records: &[Record], wishes: &Wishes) -> Option<usize> {
    match wishes.header_row {
        Some(row) => records.iter().position(|record| record.number == row),
        None => header::find(records),
    }
}

fn sample(
    xlsx: &mut Xlsx<BufReader<File>>,
    name: &str,
    limits: &Limits,
    header_row: Option<u32>,
) -> Result<Vec<Record>, ReadError> {
    let mut records = Vec::new();
    contained(|| {
        each_row(xlsx, name, limits, |record| {
            // A header that the caller has pointed at may stand below the sample.
            if records.len() < SAMPLE_ROWS || header_row == Some(record.number) {
                records.push(record);
            }
            Ok(records.len() < SAMPLE_ROWS
                || header_row.is_some_and(|row| {
                    records
                        .last()
                        .is_some_and(|last: &Record| last.number < row)
                }))
        })
    })?;
    Ok(records)
}

/// Gives the rows that have cells, until `take` answers false.
fn each_row(
    xlsx: &mut Xlsx<BufReader<File>>,
    name: &str,
    limits: &Limits,
    mut take: impl FnMut(Record) -> Result<bool, ReadError>,
) -> Result<(), ReadError> {
    let mut reader = match xlsx.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        other => other?,
    };
    let mut row = Record::default();
    while let Some(cell) = reader.next_cell()? {
        let (above, column) = cell.get_position();
        let number = above.saturating_add(1);
        let value = cell.get_value();
        if matches!(value, DataRef::Empty) {
            continue;
        }
        if number != row.number {
            let width = row.cells.len();
            let done = std::mem::replace(
                &mut row,
                Record {
                    number,
                    cells: Vec::with_capacity(width),
                },
            );
            if !done.cells.is_empty() && !take(done)? {
                return Ok(());
            }
        }
        let text = text(value, number, limits)?;
        if column >= limits.columns {
            if text.trim().is_empty() {
                continue;
            }
            return Err(ReadError::TooManyColumns {
                row: number,
                limit: limits.columns,
            });
        }
        let place = usize::try_from(column).unwrap_or_default();
        if row.cells.len() <= place {
            row.cells.resize(place + 1, String::new());
        }
        if let Some(slot) = row.cells.get_mut(place) {
            *slot = text;
        }
    }
    if !row.cells.is_empty() {
        take(row)?;
    }
    Ok(())
}

fn text(value: &DataRef<'_>, row: u32, limits: &Limits) -> Result<String, ReadError> {
    let text = match value {
        DataRef::SharedString(text) => text,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.as_str()
        }
        DataRef::Int(number) => return Ok(number.to_string()),
        DataRef::Float(number) => return Ok(number::plain(*number)),
        DataRef::Bool(true) => return Ok("TRUE".to_owned()),
        DataRef::Bool(false) => return Ok("FALSE".to_owned()),
        DataRef::DateTime(moment) => return Ok(number::date(moment)),
        DataRef::Error(error) => return Ok(error.to_string()),
        _ => return Ok(String::new()),
    };
    let limit = usize::try_from(limits.cell_chars).unwrap_or(usize::MAX);
    if text.len() > limit && text.chars().nth(limit).is_some() {
        return Err(ReadError::CellTooLong {
            row,
            limit: limits.cell_chars,
        });
    }
    if text.contains('\0') {
        return Err(ReadError::NulCharacter { row });
    }
    Ok(if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    })
}
