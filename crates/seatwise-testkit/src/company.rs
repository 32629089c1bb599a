//! The files of the main job: the real ones where they lie beside the repository, else made ones of the same shape
//! and with the same figures, so that a fresh clone proves the same.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use seatwise_tables::{Cell, Target, write_rows};
use tempfile::TempDir;

/// The one who leaves.
pub const LEAVER: &str = "Darcel Schlecht";
/// People who own leads; the others own none.
const AGENTS: usize = 30;
/// Stages with how many leads everybody and the leaver have in them.
const STAGES: [(&str, usize, usize); 4] = [
    ("Won", 4_238, 349),
    ("Lost", 2_473, 204),
    ("Engaging", 1_589, 83),
    ("Prospecting", 500, 111),
];
/// Won by everybody, and by the leaver.
const WON: (usize, usize) = (10_005_534, 1_153_214);

/// The list of the staff as an office program saves it in Germany: Windows-1252, semicolons, and most things that can
/// be wrong with a row.
const GERMAN: &str = "Anrede;Vorname;Nachname;E-Mail;Benutzergruppe;Telefon;Eintritt\r\n\
    Frau;Käthe;Möller;kaethe.moeller@nordwind-solar.example;Vertrieb Nord;040 / 555 01-10;01.04.2019\r\n\
    Herr;Jürgen;Groß;juergen.gross@nordwind-solar.example;Vertrieb Nord;+49 40 5550111;15.08.2020\r\n\
    Herr;Jörg;Weiß;joerg.weiss@nordwind-solar.example;Vertrieb Süd;0049 89 5550112;01.01.2021\r\n\
    Frau;Anaïs;Lefèvre;anais.lefevre@nordwind-solar.example;Vertrieb Süd;;\r\n\
    ;;;;;;\r\n\
    Frau;Zoë;Öztürk;zoe.oeztuerk@nordwind-solar.example;Vertrieb Ost;030 5550113;31.02.2022\r\n\
    Herr;Günther;\"Schäfer; jun.\";guenther.schaefer@nordwind-solar.example;Vertrieb Ost;030 5550114;01.03.2022\r\n\
    Frau;Bärbel;Vogt;KAETHE.MOELLER@nordwind-solar.example;Vertrieb Ost;;\r\n\
    Herr;Ömer;Yildiz;oemer.yildiz(at)nordwind-solar.example;Vertrieb Ost;;\r\n\
    Divers;Sascha;Krüger;sascha.krueger@nordwind-solar.example;Innendienst;040 5550115;01.10.2023\r\n\
    Frau;Dr. Ute;Hahn-Büttner;ute.hahn-buettner@nordwind-solar.example;;040 5550116;1.7.24\r\n\
    Herr;Ralf;=SUMME(A1);ralf@nordwind-solar.example;Vertrieb Nord;;\r\n\
    Frau;Heike;Jäger; heike.jaeger@nordwind-solar.example ;Vertrieb Nord;n/a;\r\n\
    Herr;Uwe;Böhm;;Vertrieb Nord;040 5550117;\r\n\
    Herr;Uwe;Böhm;uwe.boehm@nordwind-solar.example;Vertrieb Nord;040 5550117;2018-05-02\r\n";

/// The three files. Made ones go with the value.
pub struct Company {
    /// 41 people, a workbook with a title above the header.
    pub staff: PathBuf,
    /// 15 rows of another company, in German.
    pub german: PathBuf,
    /// 8,800 leads of 30 of the 41 people.
    pub pipeline: PathBuf,
    _made: Option<TempDir>,
}

impl Company {
    /// The real files, or made ones.
    pub fn files() -> Self {
        let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
        let real = std::env::var_os("SEATWISE_REAL_DATA").map_or(real, PathBuf::from);
        let found = Self {
            staff: real.join("sales-pipeline/staff.xlsx"),
            german: real.join("mitarbeiter.csv"),
            pipeline: real.join("sales-pipeline/sales_pipeline.csv"),
            _made: None,
        };
        if [&found.staff, &found.german, &found.pipeline]
            .iter()
            .all(|file| file.exists())
        {
            return found;
        }
        Self::made()
    }

    fn made() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let made = Self {
            staff: folder.path().join("staff.xlsx"),
            german: folder.path().join("mitarbeiter.csv"),
            pipeline: folder.path().join("sales_pipeline.csv"),
            _made: Some(folder),
        };
        write_staff(&made.staff);
        // All of its letters have the same number in Windows-1252 and in Unicode.
        let german: Vec<u8> = GERMAN
            .chars()
            .map(|letter| u8::try_from(letter).expect("a letter of one byte"))
            .collect();
        std::fs::write(&made.german, german).expect("room for the file");
        std::fs::write(&made.pipeline, pipeline()).expect("room for the file");
        made
    }
}

fn people() -> Vec<String> {
    let first = [
        "Ada", "Boris", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo",
    ];
    let last = ["Alvarez", "Brandt", "Castell", "Dorsey", "Emmett"];
    let others = last
        .iter()
        .flat_map(|last| first.iter().map(move |first| format!("{first} {last}")));
    std::iter::once(LEAVER.to_owned()).chain(others).collect()
}

fn write_staff(path: &Path) {
    let header = [
        "Name",
        "E-mail",
        "Position",
        "Team",
        "Office",
        "Phone",
        "Start date",
    ];
    let mut title = [""; 7];
    title[0] = "MavenTech sales staff, as of 2026-10-01";
    let mut rows = vec![
        vec![Cell::Blank; header.len()],
        header.iter().map(|name| Cell::from(*name)).collect(),
    ];
    let start = date(2014, 1, 6);
    for (number, name) in people().into_iter().enumerate() {
        let email = format!(
            "{}@maventech.example",
            name.to_lowercase().replace(' ', ".")
        );
        let team = ["Losch", "Rouche", "Brinkmann"][number % 3];
        let days = i32::try_from(37 * number).expect("a small number");
        rows.push(vec![
            Cell::from(name),
            Cell::from(email),
            Cell::from("Sales agent"),
            Cell::from(format!("Team {team}")),
            Cell::from("Central"),
            Cell::from(format!("+1 202 555 01{number:02}")),
            Cell::Date(start.saturating_add(days.days())),
        ]);
    }
    let target = Target::Xlsx {
        sheet: "Staff".to_owned(),
        zone: jiff::tz::TimeZone::UTC,
    };
    let file = std::fs::File::create(path).expect("a file");
    write_rows(file, &target, &title, rows).expect("a workbook");
}

/// A share of a total that is as even as whole numbers allow; all shares together are the total.
fn share(total: usize, count: usize, index: usize) -> usize {
    total / count + usize::from(index < total % count)
}

fn pipeline() -> String {
    let people = people();
    let mut leads = Vec::with_capacity(8_800);
    for (stage, all, leavers) in STAGES {
        for index in 0..all {
            let (owner, won, count, index) = if index < leavers {
                (LEAVER, WON.1, leavers, index)
            } else {
                let index = index - leavers;
                let owner = people[1 + index % (AGENTS - 1)].as_str();
                (owner, WON.0 - WON.1, all - leavers, index)
            };
            leads.push((owner, stage, share(won, count, index)));
        }
    }
    let mut text =
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n".to_owned();
    let begin: Date = date(2016, 10, 20);
    for number in 0..leads.len() {
        // A number without a common divisor mixes owners and stages, the same way every time.
        let (owner, stage, worth) = leads[number * 7_919 % leads.len()];
        let account = if number % 6 == 0 { "" } else { "Isdom" };
        let days = i32::try_from(number % 300).expect("a small number");
        let engaged = begin.saturating_add(days.days());
        let closed = engaged.saturating_add(60.days());
        let (engaged, closed, value) = match stage {
            "Won" => (engaged.to_string(), closed.to_string(), worth.to_string()),
            "Lost" => (engaged.to_string(), closed.to_string(), "0".to_owned()),
            "Engaging" => (engaged.to_string(), String::new(), String::new()),
            _ => (String::new(), String::new(), String::new()),
        };
        writeln!(
            text,
            "OPP{number:05},{owner},GTX Basic,{account},{stage},{engaged},{closed},{value}"
        )
        .expect("text");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_made_pipeline_has_the_figures_of_the_real_one() {
        let text = pipeline();
        let rows: Vec<Vec<&str>> = text
            .lines()
            .skip(1)
            .map(|line| line.split(',').collect())
            .collect();
        let count = |owner: Option<&str>, stage: &str| {
            let of =
                |row: &&Vec<&str>| owner.is_none_or(|owner| row[1] == owner) && row[4] == stage;
            rows.iter().filter(of).count()
        };
        for (stage, all, leavers) in STAGES {
            assert_eq!(
                (count(None, stage), count(Some(LEAVER), stage)),
                (all, leavers)
            );
        }
        let won = |owner: Option<&str>| -> usize {
            let of =
                |row: &&Vec<&str>| owner.is_none_or(|owner| row[1] == owner) && row[4] == "Won";
            rows.iter()
                .filter(of)
                .map(|row| row[7].parse::<usize>().unwrap())
                .sum()
        };
        assert_eq!(
            (rows.len(), won(None), won(Some(LEAVER))),
            (8_800, WON.0, WON.1)
        );
        let ids: std::collections::HashSet<_> = rows.iter().map(|row| row[0]).collect();
        assert_eq!(ids.len(), rows.len(), "no id twice");
    }
}
