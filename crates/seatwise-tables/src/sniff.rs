//! What kind of file it is, by its first bytes and never by its name.

use crate::{Looks, ReadError};

/// What the first bytes tell.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A ZIP package, which may be a workbook.
    Package,
    /// Perhaps text.
    Text,
}

/// The compound file of Microsoft Office: an old workbook, or a new one behind a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const MAGIC: [(&[u8], Looks); 15] = [
    (b"%PDF", Looks::Pdf),
    (b"\x89PNG", Looks::Picture),
    (b"\xff\xd8\xff", Looks::Picture),
    (b"GIF8", Looks::Picture),
    (b"RIFF", Looks::Picture),
    (b"II*\0", Looks::Picture),
    (b"MM\0*", Looks::Picture),
    (b"{\\rtf", Looks::Document),
    (b"Rar!", Looks::Archive),
    (b"7z\xbc\xaf\x27\x1c", Looks::Archive),
    (b"\x1f\x8b", Looks::Archive),
    (b"BZh", Looks::Archive),
    (b"\xfd7zXZ", Looks::Archive),
    (b"\x28\xb5\x2f\xfd", Looks::Archive),
    (b"\x7fELF", Looks::Binary),
];

/// `start` is the first few kilobytes of the file.
pub(crate) fn kind(start: &[u8]) -> Result<Kind, ReadError> {
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Package);
    }
    if start.starts_with(COMPOUND) {
        return Err(ReadError::OldXls);
    }
    // The stream of a workbook of Excel 2 to 4, without a compound file around it.
    if matches!(start, [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0x00, ..]) {
        return Err(ReadError::OldXls);
    }
    if let Some((_, looks)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(ReadError::NotATable { looks: *looks });
    }
    match markup(start) {
        Some(looks) => Err(ReadError::NotATable { looks }),
        None => Ok(Kind::Text),
    }
}

fn markup(start: &[u8]) -> Option<Looks> {
    let start = start
        .strip_prefix(&[0xef, 0xbb, 0xbf])
        .unwrap_or(start)
        .trim_ascii_start();
    let head = start
        .get(..start.len().min(2048))
        .unwrap_or_default()
        .to_ascii_lowercase();
    if head.starts_with(b"<") {
        let page = [
            &b"<!doctype html"[..],
            b"<html",
            b"<table",
            b"<meta",
            b"<head",
        ];
        if page
            .iter()
            .any(|tag| head.windows(tag.len()).any(|part| part == *tag))
        {
            return Some(Looks::WebPage);
        }
        return head.starts_with(b"<?xml").then_some(Looks::Xml);
    }
    let json = matches!(head.as_slice(), [b'{', ..])
        || matches!(head.as_slice(), [b'[', b'{' | b'\n' | b'\r', ..]);
    json.then_some(Looks::Json)
}

/// True when a compound file holds a workbook behind a password rather than an old workbook.
///
/// The name of the stream stands in the directory of the compound file, in UTF-16, wherever that is.
pub(crate) fn holds_encrypted_package(piece: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    piece.windows(name.len()).any(|part| part == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_told_by_its_first_bytes() {
        let looks = |bytes: &[u8]| match kind(bytes) {
            Err(ReadError::NotATable { looks }) => looks,
            other => panic!("{other:?}"),
        };
        assert_eq!(looks(b"%PDF-1.7"), Looks::Pdf);
        assert_eq!(looks(b"\x89PNG\r\n"), Looks::Picture);
        assert_eq!(looks(b"\xef\xbb\xbf <HTML><body>"), Looks::WebPage);
        assert_eq!(looks(b"<?xml version=\"1.0\"?><a/>"), Looks::Xml);
        assert_eq!(looks(b"[{\"a\":1}]"), Looks::Json);
        assert!(matches!(kind(COMPOUND), Err(ReadError::OldXls)));
        assert_eq!(kind(b"PK\x03\x04").unwrap(), Kind::Package);
        assert_eq!(kind("Имя;Почта".as_bytes()).unwrap(), Kind::Text);
        assert_eq!(kind(b"[note];b\n").unwrap(), Kind::Text);
    }
}
