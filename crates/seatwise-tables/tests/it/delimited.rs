//! Text files.

use std::fmt::Write as _;

use encoding_rs::{GBK, WINDOWS_1251, WINDOWS_1252};
use seatwise_tables::{Encoding, Limits, ReadError, Wishes};

use crate::kit::{file, read_as, text};

fn encoded(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "the sample has letters outside its encoding");
    bytes.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

const RUSSIAN: &str =
    "Имя;Фамилия;Почта\r\nАнна;Щербакова;anna@b.example\r\nПётр;Лебедев;petr@b.example\r\n";
const UKRAINIAN: &str =
    "Ім'я;Прізвище;Пошта\r\nЇжакевич;Ґалаґан;yi@b.example\r\nЄва;Коваль;eva@b.example\r\n";
const GERMAN: &str =
    "Vorname;Nachname;E-Mail\r\nKäthe;Müller;k@b.example\r\nJürgen;Groß;j@b.example\r\n";

#[test]
fn every_encoding_is_told_and_read() {
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let cases: [(&str, Vec<u8>, Encoding); 10] = [
        (GERMAN, GERMAN.into(), Encoding::Utf8),
        (
            RUSSIAN,
            with_mark(b"\xef\xbb\xbf", RUSSIAN.into()),
            Encoding::Utf8,
        ),
        (GERMAN, encoded(GERMAN, WINDOWS_1252), Encoding::Windows1252),
        (
            RUSSIAN,
            encoded(RUSSIAN, WINDOWS_1251),
            Encoding::Windows1251,
        ),
        (
            UKRAINIAN,
            encoded(UKRAINIAN, WINDOWS_1251),
            Encoding::Windows1251,
        ),
        (
            UKRAINIAN,
            with_mark(b"\xff\xfe", utf16(UKRAINIAN, u16::to_le_bytes)),
            Encoding::Utf16Le,
        ),
        (
            UKRAINIAN,
            with_mark(b"\xfe\xff", utf16(UKRAINIAN, u16::to_be_bytes)),
            Encoding::Utf16Be,
        ),
        (GERMAN, utf16(GERMAN, u16::to_le_bytes), Encoding::Utf16Le),
        (RUSSIAN, utf16(RUSSIAN, u16::to_be_bytes), Encoding::Utf16Be),
        (
            "姓名;邮箱;部门\n王小明;w@b.example;销售一部\n",
            encoded("姓名;邮箱;部门\n王小明;w@b.example;销售一部\n", GBK),
            Encoding::Gb18030,
        ),
    ];
    for (plain, bytes, encoding) in cases {
        let told = text(&bytes).unwrap_or_else(|error| panic!("{encoding}: {error}"));
        assert_eq!(told.shape.encoding, Some(encoding));
        let first: Vec<&str> = plain.lines().next().unwrap().split(';').collect();
        assert_eq!(told.headers(), first, "{encoding}");
        let second: Vec<&str> = plain.lines().nth(1).unwrap().split(';').collect();
        assert_eq!(told.cells()[0], second, "{encoding}");
    }
}

#[test]
fn the_caller_may_know_the_encoding_better() {
    let wishes = Wishes {
        encoding: Some(Encoding::Windows1251),
        ..Wishes::default()
    };
    let made = file(
        "x.csv",
        &encoded("Name;Mail\nЮ;a@b.example\n", WINDOWS_1251),
    );
    let told = read_as(&made, &Limits::default(), &wishes).unwrap();
    assert_eq!(told.cells(), [["Ю", "a@b.example"]]);
}

#[test]
fn every_separator_is_told() {
    for separator in [',', ';', '\t', '|'] {
        let mark = separator.to_string();
        let made =
            "Name#Mail#Note\nAnna#a@b.example#\"x, y; z\"\nJan#j@b.example#\n".replace('#', &mark);
        let told = text(made.as_bytes()).unwrap();
        assert_eq!(told.shape.separator, Some(separator));
        assert_eq!(
            told.cells(),
            [
                ["Anna", "a@b.example", "x, y; z"],
                ["Jan", "j@b.example", ""]
            ]
        );
        assert_eq!(told.shape.rows, Some(2));
    }
}

#[test]
fn the_separator_line_of_excel_is_obeyed() {
    let told = text(b"sep=|\r\nName|Mail\r\nA;B|c@d.example\r\n").unwrap();
    assert_eq!(told.shape.separator, Some('|'));
    assert_eq!(told.shape.header_row, 2);
    assert_eq!(told.cells(), [["A;B", "c@d.example"]]);
    assert_eq!(told.numbers(), [3]);
}

#[test]
fn rows_keep_the_numbers_of_the_office_program() {
    let told =
        text(b"Name;Note\r\nA;\"one\r\ntwo\"\r\n\r\nB;x\r\n;;\r\n;\r\nC;y\r\n;;\r\n\r\n").unwrap();
    assert_eq!(told.numbers(), [2, 3, 4, 5, 6, 7]);
    assert_eq!(
        told.rows
            .iter()
            .map(seatwise_tables::Row::is_blank)
            .collect::<Vec<_>>(),
        [false, true, false, true, true, false]
    );
    assert_eq!(told.cells()[0], ["A", "one\ntwo"]);
}

#[test]
fn all_line_ends_are_read() {
    for end in ["\n", "\r\n", "\r"] {
        let made = ["Name;Mail", "A;a@b.example", "B;b@b.example"].join(end);
        assert_eq!(text(made.as_bytes()).unwrap().cells().len(), 2, "{end:?}");
    }
}

#[test]
fn titles_above_the_header_are_passed_over() {
    let told = text("Personalliste Nord\n\nStand: 1.11.2026\nName,Mail,Team\nA,a@b.example,X\nB,b@b.example,Y\n".as_bytes()).unwrap();
    assert_eq!(told.shape.header_row, 4);
    assert_eq!(told.headers(), ["Name", "Mail", "Team"]);
    assert_eq!(told.numbers(), [5, 6]);
}

#[test]
fn equal_and_blank_headers_get_names_of_their_own() {
    let told = text(b"Name,,Name,Mail\nA,x,B,a@b.example\n").unwrap();
    assert_eq!(told.headers(), ["Name", "B", "Name (2)", "Mail"]);
    assert!(told.shape.headers[1].blank);
}

#[test]
fn a_row_wider_than_the_header_keeps_its_cells() {
    let mut made = "Name,Mail\n".to_owned();
    for row in 0..300 {
        writeln!(made, "n{row},m{row}@b.example").unwrap();
    }
    made.push_str("late,l@b.example,extra\n");
    let told = text(made.as_bytes()).unwrap();
    assert_eq!(told.headers().len(), 2);
    assert_eq!(
        told.cells().last().unwrap(),
        &["late", "l@b.example", "extra"]
    );
    assert_eq!(told.shape.rows, None);
}

#[test]
fn a_header_without_rows_is_a_table_of_none() {
    let told = text(b"Name,Mail\n").unwrap();
    assert_eq!((told.rows.len(), told.shape.rows), (0, Some(0)));
}

#[test]
fn a_single_column_is_a_table() {
    let told = text(b"E-Mail\na@b.example\nb@b.example\n").unwrap();
    assert_eq!(told.cells(), [["a@b.example"], ["b@b.example"]]);
}

#[test]
fn the_guard_of_an_exported_cell_is_taken_off() {
    let told = text(b"Name,Phone\nA,'+49 40\nB,'90s\n").unwrap();
    assert_eq!(told.cells(), [["A", "+49 40"], ["B", "'90s"]]);
}

#[test]
fn each_fault_of_a_text_file_has_its_own_words() {
    let limits = Limits {
        bytes: 10_000,
        rows: 5,
        columns: 3,
        cell_chars: 20,
        ..Limits::default()
    };
    let told =
        |bytes: &[u8]| read_as(&file("x.csv", bytes), &limits, &Wishes::default()).unwrap_err();
    assert!(matches!(told(b""), ReadError::Empty));
    assert!(matches!(told(b" \r\n \n"), ReadError::Empty));
    assert!(matches!(told(&[0xef, 0xbb, 0xbf, b'\n']), ReadError::Empty));
    assert!(matches!(
        told(&[b'a'; 10_001]),
        ReadError::TooLarge { limit: 10_000 }
    ));
    assert!(matches!(told(b"1,2\n3,4\n"), ReadError::NoHeader));
    assert!(matches!(
        told(b"a,b\nx,y\0z\n"),
        ReadError::NulCharacter { row: 2 }
    ));
    assert!(matches!(
        told(b"a,b\nx,\"y\nz,w\n"),
        ReadError::UnclosedQuote { row: 2 }
    ));
    assert!(matches!(
        told(b"a,b\nx,yyyyyyyyyyyyyyyyyyyyy\n"),
        ReadError::CellTooLong { row: 2, limit: 20 }
    ));
    assert!(matches!(
        told(b"a,b,c,d\n1,2,3,4\n"),
        ReadError::TooManyColumns { row: 1, limit: 3 }
    ));
    assert!(matches!(
        told(b"a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n"),
        ReadError::TooManyRows { limit: 5 }
    ));
    assert!(matches!(
        told(b"\xef\xbb\xbfa,b\nx,\xff\n"),
        ReadError::BadEncoding { row: 2, .. }
    ));
    assert!(matches!(
        told(b"\xff\xfea\0,\0b\0\n\0\x00\xd8x\0"),
        ReadError::BadEncoding { row: 2, .. }
    ));
}

#[test]
fn a_fault_far_down_names_its_row() {
    let mut made = "Name,Mail\n".to_owned();
    for row in 2..=30_000 {
        writeln!(made, "somebody,m{row}@b.example").unwrap();
    }
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend_from_slice(made.as_bytes());
    bytes.extend_from_slice(b"caf\xe9,x@b.example\n");
    assert!(matches!(
        text(&bytes),
        Err(ReadError::BadEncoding { row: 30_001, .. })
    ));
}

#[test]
fn a_hundred_thousand_rows_are_read_and_one_more_is_refused() {
    let mut made = "Name,Mail\n".to_owned();
    for row in 0..100_000 {
        writeln!(made, "n,m{row}@b.example").unwrap();
    }
    assert_eq!(text(made.as_bytes()).unwrap().rows.len(), 100_000);
    made.push_str("one,more@b.example\n");
    assert!(matches!(
        text(made.as_bytes()),
        Err(ReadError::TooManyRows { limit: 100_000 })
    ));
}
