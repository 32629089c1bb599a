//! What the writer writes, the reader reads back.

use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use seatwise_tables::{Cell, Target, write_rows};

use crate::kit::{file, read};

fn csv(separator: char) -> Target {
    Target::Csv {
        separator,
        zone: TimeZone::UTC,
    }
}

fn xlsx() -> Target {
    Target::Xlsx {
        sheet: "Users: all [2026]".to_owned(),
        zone: TimeZone::UTC,
    }
}

fn written(target: &Target, rows: &[Vec<Cell>]) -> Vec<u8> {
    let headers: Vec<String> = (0..rows.first().map_or(2, Vec::len))
        .map(|n| format!("Column {}", char::from(b'A' + u8::try_from(n).unwrap())))
        .collect();
    write_rows(Vec::new(), target, &headers, rows.iter().cloned()).unwrap()
}

#[test]
fn typed_cells_come_back_as_a_person_would_write_them() {
    let instant = "2026-11-22T12:45:00Z".parse().unwrap();
    let row = vec![
        Cell::from("Käthe; \"jun.\"\nMüller"),
        Cell::Integer(-42),
        Cell::Money(-199_905),
        Cell::Date(date(2019, 4, 1)),
        Cell::Instant(instant),
        Cell::Blank,
        Cell::Integer(i64::MAX),
    ];
    let zone = TimeZone::get("Europe/Kyiv").unwrap();
    for target in [
        Target::Csv {
            separator: ';',
            zone: zone.clone(),
        },
        Target::Xlsx {
            sheet: "x".into(),
            zone,
        },
    ] {
        let told = read(&file("x", &written(&target, std::slice::from_ref(&row)))).unwrap();
        let money = told.cells()[0][2].to_owned();
        assert_eq!(
            told.cells(),
            [[
                "Käthe; \"jun.\"\nMüller",
                "-42",
                money.as_str(),
                "2019-04-01",
                "2026-11-22T14:45:00",
                "",
                "9223372036854775807"
            ]]
        );
        assert!((money.parse::<f64>().unwrap() + 1999.05).abs() < 1e-9);
    }
}

#[test]
fn a_cell_that_looks_like_a_formula_is_safe_to_open() {
    let rows: Vec<Vec<Cell>> = [
        "=1+1", "+49 40", "-5", "@SUM(A1)", "\t=1", "\r=1", "'=1", "plain", "'quoted'",
    ]
    .iter()
    .map(|text| vec![Cell::from("x"), Cell::from(*text)])
    .collect();
    let bytes = written(&csv(','), &rows);
    for line in String::from_utf8(bytes.clone())
        .unwrap()
        .trim_start_matches('\u{feff}')
        .lines()
        .skip(1)
    {
        let cell = line
            .split_once(',')
            .map_or(line, |(_, cell)| cell)
            .trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{line:?}");
    }
    let told = read(&file("x", &bytes)).unwrap();
    let back: Vec<&str> = told.cells().iter().map(|cells| cells[1]).collect();
    assert_eq!(
        back,
        [
            "=1+1", "+49 40", "-5", "@SUM(A1)", "\t=1", "\n=1", "'=1", "plain", "'quoted'"
        ]
    );
    let told = read(&file("x", &written(&xlsx(), &rows))).unwrap();
    assert_eq!(told.cells()[0][1], "=1+1");
    assert_eq!(told.cells()[1][1], "+49 40");
}

#[test]
fn a_table_without_rows_has_its_header() {
    for target in [csv(','), csv(';'), xlsx()] {
        let told = read(&file("x", &written(&target, &[]))).unwrap();
        assert_eq!(told.headers(), ["Column A", "Column B"]);
        assert!(told.rows.is_empty());
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Zäöüїжщ中文 ,;|\t\"'=+@\n0-9.-]{0,24}",
        1 => "\\PC{0,12}",
        1 => "(_x[0-9A-F]{4}_){1,2}",
    ]
}

fn any_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1_usize..5).prop_flat_map(|width| {
        prop::collection::vec(prop::collection::vec(any_text(), width), 1..12)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(rows in any_rows(), separator in prop::sample::select(vec![',', ';', '\t', '|'])) {
        // A first column that is never blank keeps rows at the end from being taken for none.
        let rows: Vec<Vec<String>> = rows.into_iter().map(|cells| [vec!["row".to_owned()], cells].concat()).collect();
        let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect()).collect();
        for target in [csv(separator), xlsx()] {
            let told = read(&file("x", &written(&target, &cells))).unwrap();
            let back: Vec<Vec<String>> = told.rows.into_iter().map(|row| row.cells).collect();
            prop_assert_eq!(&back, &rows, "{:?}", target);
        }
    }
}
