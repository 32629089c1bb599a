//! Is the workbook safe to unpack? Every part is inflated once and counted before anything parses it.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::{Limits, Looks, ReadError};

/// A workbook has a few dozen parts; a directory of millions would cost memory before the first byte is inflated.
const PARTS: u16 = 5_000;
/// Shared texts are held in memory as a whole.
const SHARED_TEXT_BYTES: u64 = 128 << 20;
const SHARED_TEXTS: u64 = 4_000_000;
/// Below this, a high ratio is what a small sheet of equal rows really has.
const HARMLESS: u64 = 16 << 20;

/// What the parts tell about the workbook.
#[derive(Debug)]
pub(crate) struct Package {
    /// Merged cells of all sheets together.
    pub merged: u64,
}

/// Inflates and counts all parts; leaves the file at its start.
pub(crate) fn check(file: &mut File, bytes: u64, limits: &Limits) -> Result<Package, ReadError> {
    check_directory(file, bytes)?;
    file.seek(SeekFrom::Start(0))?;
    let mut archive =
        ZipArchive::new(BufReader::new(&mut *file)).map_err(|error| broken(&error))?;
    check_kind(&archive)?;
    let bomb = || ReadError::ZipBomb {
        limit: limits.unpacked_bytes,
    };
    // Programs that write in one go leave the sizes out here; what is really inflated is counted below.
    if archive
        .decompressed_size()
        .is_some_and(|declared| declared > u128::from(limits.unpacked_bytes))
    {
        return Err(bomb());
    }
    let mut total = 0;
    let mut merged = 0;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| broken(&error))?;
        let name = part
            .entry()
            .name()
            .map_err(|error| broken(&error))?
            .to_ascii_lowercase();
        let shared_texts = name.ends_with("sharedstrings.xml");
        let mut finder = Finder::new(if shared_texts {
            b"uniqueCount"
        } else {
            b"<mergeCell "
        });
        let before = total;
        loop {
            // A wrong checksum is an error here, too, so a part that was cut off does not pass.
            let read = part
                .read(&mut buffer)
                .map_err(|_| ReadError::BrokenWorkbook)?;
            if read == 0 {
                break;
            }
            total += read as u64;
            let too_dense = total > HARMLESS && total / limits.ratio.max(1) > bytes;
            let too_many_texts = shared_texts && total - before > SHARED_TEXT_BYTES;
            if total > limits.unpacked_bytes || too_dense || too_many_texts {
                return Err(bomb());
            }
            finder.feed(buffer.get(..read).unwrap_or_default());
        }
        finder.end();
        if shared_texts {
            // The parser makes room for as many texts as the file claims to have.
            if finder.claim > SHARED_TEXTS {
                return Err(ReadError::BrokenWorkbook);
            }
        } else {
            merged += finder.found;
        }
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(Package { merged })
}

fn broken(error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(text) if *text == ZipError::PASSWORD_REQUIRED => {
            ReadError::EncryptedWorkbook
        }
        _ => ReadError::BrokenWorkbook,
    }
}

/// Reads the number of parts from the end of the file, where a ZIP has it.
fn check_directory(file: &mut File, bytes: u64) -> Result<(), ReadError> {
    let tail = bytes.min(66_000);
    file.seek(SeekFrom::Start(bytes - tail))?;
    let mut end = Vec::new();
    file.by_ref().take(tail).read_to_end(&mut end)?;
    let Some(place) = end.windows(4).rposition(|mark| mark == b"PK\x05\x06") else {
        return Err(ReadError::BrokenWorkbook);
    };
    match end.get(place + 10..place + 12) {
        Some([low, high]) if u16::from_le_bytes([*low, *high]) <= PARTS => Ok(()),
        _ => Err(ReadError::BrokenWorkbook),
    }
}

fn check_kind<R: Read + Seek>(archive: &ZipArchive<R>) -> Result<(), ReadError> {
    let mut looks = Looks::Archive;
    for name in archive.file_names_raw() {
        let name = name.to_ascii_lowercase();
        match name.as_slice() {
            b"xl/workbook.bin" => {
                return Err(ReadError::NotATable {
                    looks: Looks::BinaryWorkbook,
                });
            }
            b"[content_types].xml" => looks = Looks::Document,
            b"content.xml" | b"mimetype" => looks = Looks::OpenDocument,
            _ if name.ends_with(b"workbook.xml") => return Ok(()),
            _ => {}
        }
    }
    Err(ReadError::NotATable { looks })
}

/// Finds a word in pieces, and the largest number in quotes behind it.
struct Finder {
    word: &'static [u8],
    text: Vec<u8>,
    found: u64,
    claim: u64,
}

/// The longest word with the number behind it.
const OVERLAP: usize = 64;

impl Finder {
    const fn new(word: &'static [u8]) -> Self {
        Self {
            word,
            text: Vec::new(),
            found: 0,
            claim: 0,
        }
    }

    fn feed(&mut self, piece: &[u8]) {
        self.text.extend_from_slice(piece);
        let until = self.text.len().saturating_sub(OVERLAP);
        self.search(until);
        self.text.drain(..until);
    }

    fn end(&mut self) {
        self.search(self.text.len());
    }

    fn search(&mut self, until: usize) {
        let Some(first) = self.word.first() else {
            return;
        };
        let mut at = 0;
        while let Some(step) = self
            .text
            .get(at..until)
            .and_then(|rest| rest.iter().position(|byte| byte == first))
        {
            at += step;
            if let Some(behind) = self
                .text
                .get(at..)
                .and_then(|rest| rest.strip_prefix(self.word))
            {
                self.found += 1;
                self.claim = self.claim.max(claim(behind));
            }
            at += 1;
        }
    }
}

/// The number in `="123"`; what is too long for a number is too large.
fn claim(behind: &[u8]) -> u64 {
    let behind = behind
        .trim_ascii_start()
        .strip_prefix(b"=")
        .unwrap_or_default()
        .trim_ascii_start();
    let [b'"' | b'\'', digits @ ..] = behind else {
        return 0;
    };
    let digits: String = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .map(|byte| char::from(*byte))
        .collect();
    if digits.is_empty() {
        0
    } else {
        digits.parse().unwrap_or(u64::MAX)
    }
}
