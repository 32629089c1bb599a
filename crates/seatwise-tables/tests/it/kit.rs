//! Makes files and opens them.

use std::io::Write;
use std::path::PathBuf;

use seatwise_tables::{Flow, Limits, ReadError, Row, Shape, Table, Wishes, open_as};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// A file that lives as long as the value.
pub struct Made {
    _folder: TempDir,
    pub path: PathBuf,
}

pub fn file(name: &str, bytes: &[u8]) -> Made {
    let folder = tempfile::tempdir().expect("a folder for the file");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("room for the file");
    Made {
        _folder: folder,
        path,
    }
}

/// Everything that a file says.
#[derive(Debug)]
pub struct Told {
    pub shape: Shape,
    pub rows: Vec<Row>,
}

impl Told {
    pub fn headers(&self) -> Vec<&str> {
        self.shape
            .headers
            .iter()
            .map(|header| header.name.as_str())
            .collect()
    }

    pub fn cells(&self) -> Vec<Vec<&str>> {
        self.rows
            .iter()
            .map(|row| row.cells.iter().map(String::as_str).collect())
            .collect()
    }

    pub fn numbers(&self) -> Vec<u32> {
        self.rows.iter().map(|row| row.number).collect()
    }
}

pub fn read(made: &Made) -> Result<Told, ReadError> {
    read_as(made, &Limits::default(), &Wishes::default())
}

pub fn read_as(made: &Made, limits: &Limits, wishes: &Wishes) -> Result<Told, ReadError> {
    let mut table = open_as(&made.path, limits, wishes)?;
    let rows = rows(&mut table)?;
    Ok(Told {
        shape: table.shape().clone(),
        rows,
    })
}

pub fn rows(table: &mut Table) -> Result<Vec<Row>, ReadError> {
    let mut rows = Vec::new();
    table.read(|row| {
        rows.push(row);
        Flow::On
    })?;
    Ok(rows)
}

pub fn text(bytes: &[u8]) -> Result<Told, ReadError> {
    read(&file("table.csv", bytes))
}

/// A package of parts, each under its name.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("room in memory");
    }
    zip.finish().expect("a package").into_inner()
}

pub const TYPES: &str = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
pub const RELS: &str = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
pub const WORKBOOK: &str = "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
pub const WORKBOOK_RELS: &str = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

/// A workbook whose only sheet has this XML between the tags of its data.
pub fn workbook_of(sheet_data: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet_data}</sheetData></worksheet>"
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend_from_slice(more);
    package(&parts)
}
