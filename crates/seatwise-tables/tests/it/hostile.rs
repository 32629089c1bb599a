//! Files that are not tables, damaged ones, and ones made to do harm.

use proptest::prelude::*;
use seatwise_tables::{Limits, Looks, ReadError, Wishes};

use crate::kit::{RELS, TYPES, WORKBOOK, WORKBOOK_RELS, file, package, read, read_as, workbook_of};

fn told(name: &str, bytes: &[u8]) -> ReadError {
    read(&file(name, bytes)).expect_err("a refusal")
}

fn looks(name: &str, bytes: &[u8]) -> Looks {
    match told(name, bytes) {
        ReadError::NotATable { looks } => looks,
        other => panic!("{other:?}"),
    }
}

const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

#[test]
fn the_content_counts_and_not_the_name() {
    assert_eq!(
        looks("staff.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        Looks::Pdf
    );
    assert_eq!(
        looks("staff.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        Looks::Picture
    );
    assert_eq!(
        looks(
            "staff.xls",
            b"<html><body><table><tr><td>x</td></tr></table>"
        ),
        Looks::WebPage
    );
    assert_eq!(
        looks(
            "staff.xlsx",
            &package(&[("mimetype", b"x"), ("content.xml", b"<a/>")])
        ),
        Looks::OpenDocument
    );
    assert_eq!(
        looks(
            "staff.xlsx",
            &package(&[
                ("[Content_Types].xml", b"x"),
                ("word/document.xml", b"<a/>")
            ])
        ),
        Looks::Document
    );
    assert_eq!(
        looks(
            "staff.xlsx",
            &package(&[("[Content_Types].xml", b"x"), ("xl/workbook.bin", b"x")])
        ),
        Looks::BinaryWorkbook
    );
    assert_eq!(
        looks("staff.xlsx", &package(&[("photo.jpg", b"x")])),
        Looks::Archive
    );
    let noise: Vec<u8> = (0..4000_u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[2])
        .collect();
    assert_eq!(looks("staff.csv", &noise), Looks::Binary);
    let csv = read(&file("staff.xlsx", b"Name,Mail\nA,a@b.example\n")).unwrap();
    assert_eq!(csv.rows.len(), 1);
}

#[test]
fn old_and_locked_workbooks_are_told_apart() {
    let mut old = COMPOUND.to_vec();
    old.resize(8192, 0);
    assert!(matches!(told("staff.xlsx", &old), ReadError::OldXls));
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    old.splice(5000..5000 + name.len(), name);
    assert!(matches!(
        told("staff.xlsx", &old),
        ReadError::EncryptedWorkbook
    ));
}

#[test]
fn a_workbook_that_was_cut_off_is_damaged() {
    let whole = workbook_of(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Name</v></c></row>",
        &[],
    );
    assert!(matches!(
        told("x.xlsx", &whole[..whole.len() / 2]),
        ReadError::BrokenWorkbook
    ));
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xff;
    assert!(read(&file("x.xlsx", &flipped)).is_err());
    assert!(matches!(
        told("x.xlsx", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        ReadError::NotATable { .. } | ReadError::BrokenWorkbook
    ));
}

#[test]
fn a_zip_bomb_is_found_before_it_is_parsed() {
    let limits = Limits {
        unpacked_bytes: 32 << 20,
        ..Limits::default()
    };
    // 64 MiB of blanks in a comment of the sheet: declared honestly.
    let blanks = " ".repeat(64 << 20);
    let honest = workbook_of(&format!("<!--{blanks}-->"), &[]);
    assert!(honest.len() < 1 << 20);
    let refused = |bytes: &[u8]| {
        read_as(&file("x.xlsx", bytes), &limits, &Wishes::default()).expect_err("a refusal")
    };
    assert!(matches!(refused(&honest), ReadError::ZipBomb { .. }));
    // The same with a directory that claims 100 bytes.
    let size = u32::try_from(blanks.len()).unwrap();
    let mut lying = honest;
    let mut changed = 0;
    for at in 0..lying.len() - 4 {
        let value = u32::from_le_bytes([lying[at], lying[at + 1], lying[at + 2], lying[at + 3]]);
        if value >= size && value < size + 1000 {
            lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
            changed += 1;
        }
    }
    assert!(
        changed >= 2,
        "the sizes in the local header and in the directory"
    );
    assert!(matches!(
        refused(&lying),
        ReadError::ZipBomb { .. } | ReadError::BrokenWorkbook
    ));
    // Small enough in bytes, but a hundred times denser than any real sheet.
    let dense = workbook_of(&format!("<!--{}-->", " ".repeat(30 << 20)), &[]);
    assert!(matches!(refused(&dense), ReadError::ZipBomb { .. }));
}

#[test]
fn a_claim_of_countless_texts_takes_no_memory() {
    for claim in ["18446744073709551615", "4000000000"] {
        let texts =
            format!("<?xml version=\"1.0\"?><sst uniqueCount=\"{claim}\"><si><t>x</t></si></sst>");
        let made = workbook_of(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
            &[("xl/sharedStrings.xml", texts.as_bytes())],
        );
        assert!(matches!(told("x.xlsx", &made), ReadError::BrokenWorkbook));
    }
}

#[test]
fn a_package_of_countless_parts_is_refused() {
    let names: Vec<String> = (0..6000).map(|n| format!("xl/{n}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    parts.push(("xl/workbook.xml", WORKBOOK.as_bytes()));
    assert!(matches!(
        told("x.xlsx", &package(&parts)),
        ReadError::BrokenWorkbook
    ));
}

#[test]
fn a_large_file_is_refused_by_its_size_and_a_large_pdf_by_its_kind() {
    let limits = Limits {
        bytes: 1000,
        ..Limits::default()
    };
    let mut pdf = b"%PDF-1.7".to_vec();
    pdf.resize(2000, b' ');
    let refused = |bytes: &[u8]| {
        read_as(&file("x", bytes), &limits, &Wishes::default()).expect_err("a refusal")
    };
    assert!(matches!(
        refused(&pdf),
        ReadError::NotATable { looks: Looks::Pdf }
    ));
    assert!(matches!(
        refused(&[b'a'; 2000]),
        ReadError::TooLarge { limit: 1000 }
    ));
}

/// Two hundred megabytes are refused without being read, so this takes no time and no memory.
#[test]
fn two_hundred_megabytes_are_refused() {
    let made = file("x.csv", b"Name,Mail\n");
    let sparse = std::fs::OpenOptions::new()
        .write(true)
        .open(&made.path)
        .unwrap();
    sparse.set_len(200 << 20).unwrap();
    assert!(matches!(read(&made), Err(ReadError::TooLarge { .. })));
}

fn damaged_xml() -> impl Strategy<Value = (String, usize, Vec<u8>)> {
    let sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Mail</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45943.5</v></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells><sheetData>";
    (
        Just(sheet.to_owned()),
        0..sheet.len(),
        prop::collection::vec(any::<u8>(), 0..12),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&file("x", &bytes));
    }

    #[test]
    fn random_text_never_panics(text in "[a-c0-9@,;\t|\"'=\r\n äїж]{0,300}") {
        let _ = read(&file("x", text.as_bytes()));
    }

    #[test]
    fn a_damaged_package_never_panics(at in 0.0_f64..1.0, with in prop::collection::vec(any::<u8>(), 1..20)) {
        let mut bytes = workbook_of("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Name</v></c></row>", &[]);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short file")]
        let at = (at * bytes.len() as f64) as usize;
        for (offset, byte) in with.iter().enumerate() {
            if let Some(place) = bytes.get_mut(at + offset) {
                *place = *byte;
            }
        }
        let _ = read(&file("x", &bytes));
    }

    #[test]
    fn a_damaged_sheet_never_panics((sheet, at, with) in damaged_xml(), cut in 0_usize..10) {
        let mut sheet = sheet.into_bytes();
        let end = (at + cut).min(sheet.len());
        sheet.splice(at..end, with);
        let sheet = String::from_utf8_lossy(&sheet).into_owned();
        let texts = "<?xml version=\"1.0\"?><sst uniqueCount=\"1\"><si><t>Name</t></si></sst>";
        let _ = read(&file("x", &workbook_of(&sheet, &[("xl/sharedStrings.xml", texts.as_bytes())])));
    }
}

#[test]
fn a_sheet_may_not_lie_outside_the_numbers_of_excel() {
    for place in [
        "ZZZZZZZZZZZZZ1",
        "A99999999999999",
        "A4294967295",
        "XFD2000000",
    ] {
        let made = workbook_of(
            &format!(
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Name</v></c></row><row><c r=\"{place}\"><v>1</v></c></row>"
            ),
            &[],
        );
        let _ = read(&file("x.xlsx", &made));
    }
}

#[test]
fn a_package_without_its_sheet_is_damaged_or_empty() {
    let made = package(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS.as_bytes()),
    ]);
    assert!(matches!(
        told("x.xlsx", &made),
        ReadError::NoSheet | ReadError::BrokenWorkbook | ReadError::Empty
    ));
}
