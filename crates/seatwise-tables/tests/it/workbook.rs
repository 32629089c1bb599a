//! Workbooks, made with a library that saves them as Excel does.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, XlsxError};
use seatwise_tables::{Format as FileFormat, Limits, ReadError, Wishes};

use crate::kit::{Made, file, read, read_as};

fn saved(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Made {
    let mut workbook = Workbook::new();
    fill(&mut workbook).expect("a workbook");
    file("table.bin", &workbook.save_to_buffer().expect("a workbook"))
}

#[test]
fn numbers_dates_and_formulas_are_what_the_program_shows() {
    let made = saved(|workbook| {
        let day = Format::new().set_num_format("dd.mm.yyyy");
        let moment = Format::new().set_num_format("dd.mm.yyyy hh:mm");
        let sheet = workbook.add_worksheet();
        for (column, name) in (0..).zip([
            "Number", "Id", "Price", "Since", "Seen", "Sum", "Active", "Code",
        ]) {
            sheet.write_string(0, column, name)?;
        }
        sheet.write_number(1, 0, 42.0)?;
        sheet.write_number(1, 1, 4_915_551_234_567.0)?;
        sheet.write_number(1, 2, 19.99)?;
        sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2019, 4, 1)?, &day)?;
        sheet.write_datetime_with_format(
            1,
            4,
            ExcelDateTime::from_ymd(2026, 11, 22)?.and_hms(13, 45, 0)?,
            &moment,
        )?;
        sheet.write_formula(1, 5, Formula::new("=A2*2").set_result("84"))?;
        sheet.write_boolean(1, 6, true)?;
        sheet.write_string(1, 7, "007")?;
        Ok(())
    });
    let told = read(&made).unwrap();
    assert_eq!(told.shape.format, FileFormat::Xlsx);
    assert_eq!(
        told.cells(),
        [[
            "42",
            "4915551234567",
            "19.99",
            "2019-04-01",
            "2026-11-22T13:45:00",
            "84",
            "TRUE",
            "007"
        ]]
    );
}

#[test]
fn titles_gaps_and_blank_columns_do_not_hide_the_table() {
    let made = saved(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.merge_range(0, 1, 0, 4, "Staff, autumn", &Format::new())?;
        for (column, name) in (1..).zip(["Name", "Mail", "", "Team"]) {
            sheet.write_string(3, column, name)?;
        }
        sheet.write_string(4, 1, "Anna")?;
        sheet.write_string(4, 2, "a@b.example")?;
        sheet.write_string(4, 4, "North")?;
        sheet.write_string(7, 1, "Jan")?;
        sheet.write_string(7, 2, "j@b.example")?;
        sheet.write_blank(900, 1, &Format::new().set_bold())?;
        Ok(())
    });
    let told = read(&made).unwrap();
    assert_eq!(told.shape.header_row, 4);
    assert_eq!(told.headers(), ["A", "Name", "Mail", "D", "Team"]);
    assert_eq!(told.numbers(), [5, 6, 7, 8]);
    assert_eq!(told.cells()[0], ["", "Anna", "a@b.example", "", "North"]);
    assert!(told.rows[1].is_blank() && told.rows[2].is_blank());
}

#[test]
fn a_merged_cell_holds_for_all_its_rows() {
    let made = saved(|workbook| {
        let sheet = workbook.add_worksheet();
        for (column, name) in (0..).zip(["Team", "Name"]) {
            sheet.write_string(0, column, name)?;
        }
        sheet.merge_range(1, 0, 3, 0, "North", &Format::new())?;
        for (row, name) in (1..).zip(["Anna", "Jan", "Eva", "Uwe"]) {
            sheet.write_string(row, 1, name)?;
        }
        sheet.write_string(4, 0, "South")?;
        Ok(())
    });
    let told = read(&made).unwrap();
    assert_eq!(
        told.cells(),
        [
            ["North", "Anna"],
            ["North", "Jan"],
            ["North", "Eva"],
            ["South", "Uwe"]
        ]
    );
}

#[test]
fn the_first_sheet_with_a_table_is_taken_and_the_others_are_named() {
    let made = saved(|workbook| {
        workbook.add_worksheet().set_name("Empty")?;
        workbook
            .add_worksheet()
            .set_name("Read me")?
            .write_string(0, 0, "How to fill this in")?;
        let staff = workbook.add_worksheet().set_name("Staff")?;
        staff.write_row(0, 0, ["Name", "Mail"])?;
        staff.write_row(1, 0, ["Anna", "a@b.example"])?;
        let old = workbook.add_worksheet().set_name("Old")?;
        old.write_row(0, 0, ["Name", "Phone"])?;
        old.write_row(1, 0, ["Jan", "x"])?;
        Ok(())
    });
    let told = read(&made).unwrap();
    assert_eq!(told.shape.sheet.as_deref(), Some("Staff"));
    assert_eq!(told.shape.other_sheets, ["Read me", "Old"]);
    let wishes = Wishes {
        sheet: Some("Old".to_owned()),
        ..Wishes::default()
    };
    assert_eq!(
        read_as(&made, &Limits::default(), &wishes).unwrap().cells(),
        [["Jan", "x"]]
    );
    let wishes = Wishes {
        sheet: Some("None".to_owned()),
        ..Wishes::default()
    };
    assert!(matches!(
        read_as(&made, &Limits::default(), &wishes),
        Err(ReadError::NoSheet)
    ));
}

#[test]
fn the_caller_may_point_at_the_header() {
    let made = saved(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["Group", "Contact"])?;
        sheet.write_row(1, 0, ["Name", "Mail"])?;
        sheet.write_row(2, 0, ["Anna", "a@b.example"])?;
        Ok(())
    });
    let wishes = Wishes {
        header_row: Some(2),
        ..Wishes::default()
    };
    let told = read_as(&made, &Limits::default(), &wishes).unwrap();
    assert_eq!(told.headers(), ["Name", "Mail"]);
    assert_eq!(told.numbers(), [3]);
}

#[test]
fn an_empty_workbook_is_empty_and_limits_hold() {
    let blank = saved(|workbook| {
        workbook
            .add_worksheet()
            .write_blank(0, 0, &Format::new().set_bold())
            .map(drop)
    });
    assert!(matches!(read(&blank), Err(ReadError::Empty)));
    let numbers = saved(|workbook| {
        workbook
            .add_worksheet()
            .write_row(0, 0, [1, 2, 3])
            .map(drop)
    });
    assert!(matches!(read(&numbers), Err(ReadError::NoHeader)));
    let wide = saved(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["Name", "Mail"])?;
        sheet.write_string(1, 250, "far out").map(drop)
    });
    assert!(matches!(
        read(&wide),
        Err(ReadError::TooManyColumns { row: 2, limit: 200 })
    ));
    let long = saved(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["Name", "Mail"])?;
        sheet.write_row(9, 0, ["Anna", "a@b.example"]).map(drop)
    });
    let limits = Limits {
        rows: 8,
        ..Limits::default()
    };
    assert!(matches!(
        read_as(&long, &limits, &Wishes::default()),
        Err(ReadError::TooManyRows { limit: 8 })
    ));
}

#[test]
fn a_hundred_thousand_rows_are_streamed() {
    let made = saved(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["Name", "Mail", "Since"])?;
        for row in 1..=100_000 {
            sheet.write_string(row, 0, format!("Somebody {row}"))?;
            sheet.write_string(row, 1, format!("m{row}@b.example"))?;
            sheet.write_number(row, 2, row)?;
        }
        Ok(())
    });
    let mut table = seatwise_tables::open(&made.path, &Limits::default()).unwrap();
    let mut last = 0;
    let count = table
        .read(|row| {
            last = row.number;
            seatwise_tables::Flow::On
        })
        .unwrap();
    assert_eq!((count, last), (100_000, 100_001));
}
