//! Which of `,` `;` tab `|` parts the cells: the one that gives most rows the same width.

use crate::records::{Record, Splitter};
use crate::{Limits, ReadError};

/// In the order in which a tie is decided: the rarer a mark is in running text, the earlier.
const CANDIDATES: [u8; 4] = [b'\t', b'|', b';', b','];
/// Records of a sample.
pub(crate) const ENOUGH: usize = 200;

/// The separator that Excel writes and obeys as a first line `sep=;`.
pub(crate) fn declared(sample: &str) -> Option<u8> {
    let line = sample.lines().next()?.trim().trim_matches('"');
    let mark = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?;
    match mark.as_bytes() {
        [mark] => CANDIDATES.contains(mark).then_some(*mark),
        _ => None,
    }
}

/// The records of a sample, the last one left out when the sample was cut off.
pub(crate) fn records(
    sample: &str,
    whole: bool,
    separator: u8,
    limits: &Limits,
) -> Result<Vec<Record>, ReadError> {
    let mut splitter = Splitter::new(separator, limits);
    let mut records: Vec<Record> = Vec::new();
    let mut take = |record| {
        records.push(record);
        Ok::<bool, ReadError>(records.len() < ENOUGH)
    };
    if splitter.feed(sample, &mut take)? && whole {
        splitter.finish(&mut take)?;
    }
    Ok(records)
}

/// The separator of a sample of text, and its records.
pub(crate) fn sniff(
    sample: &str,
    whole: bool,
    limits: &Limits,
) -> Result<(u8, Vec<Record>), ReadError> {
    let mut best: Option<((u64, usize), u8, Vec<Record>)> = None;
    let mut failure = None;
    for separator in CANDIDATES {
        match records(sample, whole, separator, limits) {
            Ok(records) => {
                let score = score(&records);
                if best.as_ref().is_none_or(|(top, ..)| score > *top) {
                    best = Some((score, separator, records));
                }
            }
            Err(error) => failure = Some(error),
        }
    }
    match (best, failure) {
        (Some(((0, _), ..)) | None, Some(error)) => Err(error),
        (Some(((0, _), ..)), None) => Ok((b',', records(sample, whole, b',', limits)?)),
        (Some((_, separator, records)), _) => Ok((separator, records)),
        (None, None) => Err(ReadError::Empty),
    }
}

/// How many in a hundred of the filled rows have the commonest width above one, then that width.
fn score(records: &[Record]) -> (u64, usize) {
    let widths: Vec<usize> = records
        .iter()
        .filter(|record| !record.is_blank())
        .map(|record| record.cells.len())
        .collect();
    let commonest = widths
        .iter()
        .filter(|width| **width > 1)
        .map(|width| {
            (
                widths.iter().filter(|other| *other == width).count(),
                *width,
            )
        })
        .max();
    match commonest {
        // Rounded, so that one odd row does not outweigh a wider table.
        Some((count, width)) => ((count * 10 / widths.len().max(1)) as u64 + 1, width),
        None => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> u8 {
        sniff(text, true, &Limits::default()).unwrap().0
    }

    #[test]
    fn a_comma_in_every_cell_does_not_beat_the_semicolon() {
        assert_eq!(
            of("Name;Betrag;Ort\nMüller, Anna;1,50;Ulm\nGroß, Jan;2,00;Bonn\n"),
            b';'
        );
    }

    #[test]
    fn separators_inside_quotes_do_not_count() {
        assert_eq!(of("a,b\n\"1;2;3\",x\n\"4;5;6\",y\n"), b',');
    }

    #[test]
    fn title_lines_do_not_hide_the_separator() {
        assert_eq!(
            of("Staff list, 2026\n\nname|mail|team\na|b|c\nd|e|f\n"),
            b'|'
        );
    }

    #[test]
    fn a_single_column_has_the_comma_that_it_does_not_use() {
        assert_eq!(of("mail\na@b.example\n"), b',');
    }

    #[test]
    fn excels_own_line_is_obeyed() {
        assert_eq!(declared("sep=;\r\na;b\r\n"), Some(b';'));
        assert_eq!(declared("sepia;a"), None);
    }
}
