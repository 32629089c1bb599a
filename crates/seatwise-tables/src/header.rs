//! Which row is the header, and what its columns are called.

use std::collections::{HashMap, HashSet};

use crate::records::Record;

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The text of the header cell; a second one of the same name is numbered ("Name (2)"), a blank one has its letter.
    pub name: String,
    /// The letter that the office program shows above the column.
    pub letter: String,
    /// The header cell is blank.
    pub blank: bool,
}

/// How far down a header is looked for: no office puts more lines above a table.
const DEEPEST: usize = 40;

/// The place of the header in the sample.
///
/// It is the first row that is as wide as the rows below it, whose cells are mostly distinct words. Rows above it are titles.
pub(crate) fn find(sample: &[Record]) -> Option<usize> {
    let width = common_width(sample);
    sample
        .iter()
        .take(DEEPEST)
        .position(|record| could_be_header(record, width))
}

/// The width that most filled rows have, counted to the last filled cell; of equal ones the widest.
fn common_width(sample: &[Record]) -> usize {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for record in sample {
        let extent = extent(record);
        if extent > 0 {
            *counts.entry(extent).or_default() += 1;
        }
    }
    // Cells at the end of a row are often blank, so a width that a quarter of the rows reach counts in full.
    let rows: usize = counts.values().sum();
    counts
        .iter()
        .filter(|(_, count)| **count * 4 >= rows)
        .map(|(extent, _)| *extent)
        .max()
        .unwrap_or(1)
}

fn extent(record: &Record) -> usize {
    record
        .cells
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .map_or(0, |last| last + 1)
}

fn could_be_header(record: &Record, width: usize) -> bool {
    let filled: Vec<&str> = record
        .cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .collect();
    if filled.is_empty() || filled.len() * 2 < width || filled.iter().any(|cell| cell.contains('@'))
    {
        return false;
    }
    let words = filled.iter().filter(|cell| is_word(cell)).count();
    let distinct: HashSet<&&str> = filled.iter().collect();
    words * 10 >= filled.len() * 6 && distinct.len() * 2 > filled.len()
}

/// A number, a date, a telephone number or a sentence is no name of a column.
fn is_word(cell: &str) -> bool {
    cell.chars().count() <= 80
        && cell.chars().filter(|letter| letter.is_alphabetic()).count() * 2 >= cell.chars().count()
}

/// Names for the columns, up to the last one that the header or the sample below fills.
pub(crate) fn name(header: &Record, below: &[Record]) -> Vec<Header> {
    let width = below.iter().map(extent).fold(extent(header), usize::max);
    let mut seen: HashSet<String> = HashSet::new();
    let mut headers = Vec::with_capacity(width);
    for index in 0..width {
        let letter = letter(index);
        let text = header
            .cells
            .get(index)
            .map(|cell| tidy(cell))
            .unwrap_or_default();
        let blank = text.is_empty();
        let base = if blank { letter.clone() } else { text };
        let mut name = base.clone();
        let mut again = 2;
        while !seen.insert(name.to_lowercase()) {
            name = format!("{base} ({again})");
            again += 1;
        }
        headers.push(Header {
            name,
            letter,
            blank,
        });
    }
    headers
}

/// A header cell may hold line breaks to keep the column narrow.
fn tidy(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `A`, `B`, ... `Z`, `AA`, ...
pub(crate) fn letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    letters
        .iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(text: &str) -> Vec<Record> {
        text.split('\n')
            .zip(1..)
            .map(|(line, number)| Record {
                number,
                cells: line.split('|').map(str::to_owned).collect(),
            })
            .collect()
    }

    #[test]
    fn titles_above_are_passed_over() {
        let rows = sample(
            "Staff list||\n||\nName|Mail|Since\nAnna|a@b.example|2020-01-01\nJan|j@b.example|2021-01-01",
        );
        assert_eq!(find(&rows), Some(2));
    }

    #[test]
    fn a_table_without_a_header_has_none() {
        assert_eq!(
            find(&sample("Anna|a@b.example|12\nJan|j@b.example|13")),
            None
        );
        assert_eq!(find(&sample("1|2|3\n4|5|6")), None);
    }

    #[test]
    fn a_header_alone_is_a_header() {
        assert_eq!(find(&sample("Name|Mail|Team")), Some(0));
    }

    #[test]
    fn blank_ends_of_most_rows_do_not_make_a_title_the_header() {
        let rows = sample("List of 2026|\nName|Mail|Team|Phone\nA|a@b.c||\nB|b@b.c||\nC|c@b.c|x|1");
        assert_eq!(find(&rows), Some(1));
    }

    #[test]
    fn names_are_numbered_and_blanks_have_letters() {
        let rows = sample("Name||name|First\u{a0}name\nx|y|z|w|v");
        let headers = name(&rows[0], &rows[1..]);
        let names: Vec<&str> = headers.iter().map(|header| header.name.as_str()).collect();
        assert_eq!(names, ["Name", "B", "name (2)", "First name", "E"]);
        assert!(headers[1].blank && headers[4].blank && !headers[0].blank);
        assert_eq!(letter(27), "AB");
    }
}
