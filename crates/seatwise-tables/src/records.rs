//! Text into records: quotes, line breaks inside cells, and row numbers as the office program shows them.
//!
//! Written by hand because the numbers matter here: the csv crate leaves blank lines out, counts only line feeds
//! and lets an unclosed quotation mark swallow the rest of the file. A property test holds both to the same cells.

use crate::{Limits, ReadError};

/// A record with the number of its row, 1 for the first line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub number: u32,
    pub cells: Vec<String>,
}

impl Record {
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    CellStart,
    Plain,
    Quoted,
    /// Behind a quotation mark inside quotes: it ended the quotes, or the next one makes a pair.
    AfterQuote,
}

/// Takes text in pieces of any size and gives whole records.
pub(crate) struct Splitter {
    separator: u8,
    cell_limit: usize,
    column_limit: usize,
    limits: Limits,
    at: At,
    after_return: bool,
    cell: Vec<u8>,
    cells: Vec<String>,
    number: u32,
}

impl Splitter {
    pub(crate) fn new(separator: u8, limits: &Limits) -> Self {
        Self {
            separator,
            // Four bytes are the longest character.
            cell_limit: usize::try_from(limits.cell_chars)
                .unwrap_or(usize::MAX)
                .saturating_mul(4),
            column_limit: usize::try_from(limits.columns).unwrap_or(usize::MAX),
            limits: *limits,
            at: At::CellStart,
            after_return: false,
            cell: Vec::new(),
            cells: Vec::new(),
            number: 1,
        }
    }

    /// The number of the row that is being read.
    pub(crate) const fn row(&self) -> u32 {
        self.number
    }

    /// Stops at the first record for which `take` answers false, and then answers false, too.
    pub(crate) fn feed<E: From<ReadError>>(
        &mut self,
        text: &str,
        take: &mut impl FnMut(Record) -> Result<bool, E>,
    ) -> Result<bool, E> {
        for &byte in text.as_bytes() {
            if self.after_return {
                self.after_return = false;
                if byte == b'\n' {
                    continue;
                }
            }
            if byte == 0 {
                return Err(ReadError::NulCharacter { row: self.number }.into());
            }
            if !self.step(byte, take)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    #[inline]
    fn step<E: From<ReadError>>(
        &mut self,
        byte: u8,
        take: &mut impl FnMut(Record) -> Result<bool, E>,
    ) -> Result<bool, E> {
        match self.at {
            At::Quoted => {
                if byte == b'"' {
                    self.at = At::AfterQuote;
                } else if byte == b'\r' {
                    self.after_return = true;
                    self.push(b'\n')?;
                } else {
                    self.push(byte)?;
                }
            }
            At::AfterQuote if byte == b'"' => {
                self.at = At::Quoted;
                self.push(byte)?;
            }
            At::CellStart if byte == b'"' => self.at = At::Quoted,
            At::CellStart | At::Plain | At::AfterQuote => {
                if byte == self.separator {
                    self.end_cell()?;
                } else if byte == b'\n' || byte == b'\r' {
                    self.after_return = byte == b'\r';
                    return self.end_record(take);
                } else {
                    self.at = At::Plain;
                    self.push(byte)?;
                }
            }
        }
        Ok(true)
    }

    /// The last record, when the file does not end in a line break.
    pub(crate) fn finish<E: From<ReadError>>(
        &mut self,
        take: &mut impl FnMut(Record) -> Result<bool, E>,
    ) -> Result<(), E> {
        if self.at == At::Quoted {
            return Err(ReadError::UnclosedQuote { row: self.number }.into());
        }
        if self.at != At::CellStart || !self.cells.is_empty() {
            self.end_record(take)?;
        }
        Ok(())
    }

    #[inline]
    fn push(&mut self, byte: u8) -> Result<(), ReadError> {
        if self.cell.len() >= self.cell_limit {
            return Err(self.too_long());
        }
        self.cell.push(byte);
        Ok(())
    }

    const fn too_long(&self) -> ReadError {
        ReadError::CellTooLong {
            row: self.number,
            limit: self.limits.cell_chars,
        }
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        self.at = At::CellStart;
        let limit = usize::try_from(self.limits.cell_chars).unwrap_or(usize::MAX);
        let text = String::from_utf8_lossy(&self.cell);
        if text.len() > limit && text.chars().nth(limit).is_some() {
            return Err(self.too_long());
        }
        // Trailing separators of an office program are no columns: only a filled cell counts against the limit.
        let full = self.cells.len() >= self.column_limit;
        let absurd = self.cells.len() >= self.column_limit.saturating_mul(100);
        if full && (absurd || !text.trim().is_empty()) {
            return Err(ReadError::TooManyColumns {
                row: self.number,
                limit: self.limits.columns,
            });
        }
        self.cells
            .push(crate::guard::without_guard(&text).to_owned());
        self.cell.clear();
        Ok(())
    }

    fn end_record<E: From<ReadError>>(
        &mut self,
        take: &mut impl FnMut(Record) -> Result<bool, E>,
    ) -> Result<bool, E> {
        self.end_cell()?;
        let width = self.cells.len();
        let cells = std::mem::replace(&mut self.cells, Vec::with_capacity(width));
        let number = self.number;
        self.number = self.number.saturating_add(1);
        take(Record { number, cells })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str, piece: usize) -> Result<Vec<Record>, ReadError> {
        let mut splitter = Splitter::new(b';', &Limits::default());
        let mut records = Vec::new();
        let mut take = |record| {
            records.push(record);
            Ok::<bool, ReadError>(true)
        };
        let letters: Vec<char> = text.chars().collect();
        for piece in letters.chunks(piece) {
            splitter.feed(&piece.iter().collect::<String>(), &mut take)?;
        }
        splitter.finish(&mut take)?;
        Ok(records)
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        split(text, 1)
            .unwrap()
            .into_iter()
            .map(|record| record.cells)
            .collect()
    }

    #[test]
    fn a_line_break_in_a_cell_does_not_move_the_row_numbers() {
        let records = split("a;b\r\n\"x\r\ny\";2\r\n\r\nz;3", 1).unwrap();
        let numbers: Vec<u32> = records.iter().map(|record| record.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
        assert_eq!(records[1].cells, ["x\ny", "2"]);
        assert!(records[2].is_blank());
    }

    #[test]
    fn all_three_line_ends_part_records() {
        for end in ["\n", "\r\n", "\r"] {
            assert_eq!(
                cells(&format!("a;b{end}c;d{end}")),
                [["a", "b"], ["c", "d"]],
                "{end:?}"
            );
        }
    }

    #[test]
    fn a_mark_inside_a_plain_cell_is_a_letter() {
        assert_eq!(
            cells("5\" disk;\"say \"\"hi\"\"\""),
            [["5\" disk", "say \"hi\""]]
        );
    }

    #[test]
    fn an_unclosed_mark_names_its_row() {
        assert!(matches!(
            split("a;b\nc;\"d\ne;f\n", 1),
            Err(ReadError::UnclosedQuote { row: 2 })
        ));
    }

    proptest! {
        #[test]
        fn the_cells_are_those_of_the_csv_crate(text in "[ab\";\n\r ]{0,60}", piece in 1_usize..9) {
            let Ok(records) = split(&text, piece) else { return Ok(()) };
            let ours: Vec<Vec<String>> = records
                .into_iter()
                .map(|record| record.cells)
                .filter(|cells| *cells != [""])
                .collect();
            let theirs: Vec<Vec<String>> = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes())
                .records()
                .map(|record| record.unwrap().iter().map(|cell| cell.replace("\r\n", "\n").replace('\r', "\n")).collect())
                .filter(|cells: &Vec<String>| *cells != [""])
                .collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}
