//! The files of real office programs, where they are at hand.

use std::path::{Path, PathBuf};

use seatwise_tables::{Encoding, Limits, Row, Shape, open};

use crate::kit::rows;

fn told(name: &str) -> Option<(Shape, Vec<Row>)> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(name);
    if !path.exists() {
        eprintln!("SKIPPED: {} is not there", path.display());
        return None;
    }
    let mut table = open(&path, &Limits::default()).unwrap();
    let rows = rows(&mut table).unwrap();
    Some((table.shape().clone(), rows))
}

fn names(shape: &Shape) -> Vec<&str> {
    shape
        .headers
        .iter()
        .map(|header| header.name.as_str())
        .collect()
}

#[test]
fn the_german_staff_list() {
    let Some((shape, rows)) = told("mitarbeiter.csv") else {
        return;
    };
    assert_eq!(
        (shape.encoding, shape.separator),
        (Some(Encoding::Windows1252), Some(';'))
    );
    assert_eq!(
        names(&shape),
        [
            "Anrede",
            "Vorname",
            "Nachname",
            "E-Mail",
            "Benutzergruppe",
            "Telefon",
            "Eintritt"
        ]
    );
    assert_eq!(rows.len(), 15);
    assert_eq!(rows[0].cells[1], "Käthe");
    assert_eq!(rows[6].cells[2], "Schäfer; jun.");
    assert_eq!(
        rows.iter()
            .filter(|row| row.is_blank())
            .map(|row| row.number)
            .collect::<Vec<_>>(),
        [6]
    );
}

#[test]
fn the_staff_workbook_of_libreoffice() {
    let Some((shape, rows)) = told("sales-pipeline/staff.xlsx") else {
        return;
    };
    assert_eq!(
        (shape.sheet.as_deref(), shape.header_row),
        (Some("Staff"), 3)
    );
    assert_eq!(shape.other_sheets, ["Notes"]);
    assert_eq!(shape.headers.len(), 8);
    assert_eq!(rows.len(), 41);
    assert!(
        rows.iter()
            .all(|row| row.cells[1].ends_with("@maventech.example")),
        "{:?}",
        rows[0]
    );
}

#[test]
fn the_sales_pipeline() {
    let Some((shape, rows)) = told("sales-pipeline/sales_pipeline.csv") else {
        return;
    };
    assert_eq!(rows.len(), 8800);
    assert_eq!(shape.headers.len(), 8);
    let won: i64 = rows
        .iter()
        .filter(|row| row.cells[4] == "Won")
        .map(|row| row.cells[7].parse::<i64>().unwrap())
        .sum();
    assert_eq!(won, 10_005_534);
}
