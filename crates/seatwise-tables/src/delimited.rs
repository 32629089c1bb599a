//! Text with separators: its encoding, its header, its rows.

use std::fs::File;
use std::io::{Seek, SeekFrom};

use crate::census::Census;
use crate::encoding::{Piece, Pieces};
use crate::records::{Record, Splitter};
use crate::table::Below;
use crate::{Encoding, Flow, Format, Limits, ReadError, Row, Shape, Wishes, header, separator};

/// How much text is looked at to find the separator and the header.
const SAMPLE: usize = 256 * 1024;

#[derive(Debug)]
pub(crate) struct Delimited {
    file: File,
    encoding: Encoding,
    separator: u8,
    limits: Limits,
}

impl Delimited {
    pub(crate) fn open(
        mut file: File,
        limits: &Limits,
        wishes: &Wishes,
    ) -> Result<(Shape, Self), ReadError> {
        let encoding = match wishes.encoding {
            Some(encoding) => encoding,
            None => Census::take(&mut file)?.encoding()?,
        };
        let (sample, whole) = sample(&mut file, encoding)?;
        if whole && sample.trim().is_empty() {
            return Err(ReadError::Empty);
        }
        let wished = wishes
            .separator
            .and_then(|mark| u8::try_from(mark).ok())
            .filter(u8::is_ascii);
        let declared = separator::declared(&sample);
        let (separator, records) = match wished.or(declared) {
            Some(separator) => (
                separator,
                separator::records(&sample, whole, separator, limits)?,
            ),
            None => separator::sniff(&sample, whole, limits)?,
        };
        let skipped = usize::from(declared.is_some());
        let records = records.get(skipped..).unwrap_or_default();
        let place = match wishes.header_row {
            Some(row) => records.iter().position(|record| record.number == row),
            None => header::find(records),
        };
        let (above, below) = records.split_at(place.ok_or(ReadError::NoHeader)? + 1);
        let found = above.last().ok_or(ReadError::NoHeader)?;
        let shape = Shape {
            format: Format::Delimited,
            encoding: Some(encoding),
            separator: Some(char::from(separator)),
            header_row: found.number,
            headers: header::name(found, below),
            sheet: None,
            other_sheets: Vec::new(),
            rows: known_rows(
                found,
                below,
                whole && records.len() + skipped < separator::ENOUGH,
            ),
        };
        Ok((
            shape,
            Self {
                file,
                encoding,
                separator,
                limits: *limits,
            },
        ))
    }

    pub(crate) fn read<F: FnMut(Row) -> Flow>(
        &mut self,
        shape: &Shape,
        take: &mut F,
    ) -> Result<u32, ReadError> {
        self.file.seek(SeekFrom::Start(0))?;
        let mut pieces = Pieces::new(&self.file, self.encoding);
        let mut splitter = Splitter::new(self.separator, &self.limits);
        let mut below = Below::new(shape, &self.limits, take);
        let mut each = |record: Record| below.row(record.number, record.cells);
        loop {
            match pieces.next()? {
                Piece::Text(text) => {
                    if !splitter.feed(text, &mut each)? {
                        break;
                    }
                }
                Piece::Malformed => {
                    return Err(ReadError::BadEncoding {
                        row: splitter.row(),
                        encoding: self.encoding,
                    });
                }
                Piece::End => {
                    splitter.finish(&mut each)?;
                    break;
                }
            }
        }
        Ok(below.taken())
    }
}

fn sample(file: &mut File, encoding: Encoding) -> Result<(String, bool), ReadError> {
    file.seek(SeekFrom::Start(0))?;
    let mut pieces = Pieces::new(&*file, encoding);
    let mut sample = String::new();
    while sample.len() < SAMPLE {
        match pieces.next()? {
            Piece::Text(text) => sample.push_str(text),
            Piece::Malformed => {
                let ends = sample
                    .matches('\n')
                    .count()
                    .max(sample.matches('\r').count());
                let row = u32::try_from(ends + 1).unwrap_or(u32::MAX);
                return Err(ReadError::BadEncoding { row, encoding });
            }
            Piece::End => return Ok((sample, true)),
        }
    }
    Ok((sample, false))
}

/// Known when the sample is the whole file.
fn known_rows(header: &Record, below: &[Record], complete: bool) -> Option<u32> {
    let last = below.iter().rev().find(|record| !record.is_blank());
    complete.then(|| last.map_or(0, |record| record.number - header.number))
}
