//! docs/requirements.md is made from the names of the tests, so that it cannot promise more than is proved.

use std::fmt::Write as _;

use super::rows::ROWS;
use super::rows_access::ACCESS;
use super::{Source, root, sources};

const PAGE: &str = "docs/requirements.md";

/// One proof: the test's name, where it is, and on what it runs.
struct Proof {
    rows: Vec<String>,
    name: String,
    path: String,
    on: &'static str,
}

/// `n39_n43_no_lead_is_lost` proves N39 and N43.
fn rows_of(name: &str) -> Vec<String> {
    name.split(['_', ' '])
        .take_while(|part| {
            let mut letters = part.chars();
            let letter = letters
                .next()
                .is_some_and(|c| "nkjzlpdf".contains(c.to_ascii_lowercase()));
            letter && part.len() > 1 && letters.all(|c| c.is_ascii_digit())
        })
        .map(str::to_ascii_uppercase)
        .collect()
}

fn rust_proofs(file: &Source) -> Vec<Proof> {
    let mut both = false;
    let mut tested = false;
    let mut proofs = Vec::new();
    for line in file.text.lines() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("on_both!") {
            both = true;
        } else if line == "}" {
            both = false;
        }
        if trimmed.starts_with("#[test]") || trimmed.starts_with("#[tokio::test") {
            tested = true;
        }
        let signature = trimmed.trim_start_matches("async ");
        let Some(rest) = signature.strip_prefix("fn ") else {
            continue;
        };
        let name: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        let rows = rows_of(&name);
        if !rows.is_empty() && (both || tested) {
            let on = if both {
                "SQLite, PostgreSQL"
            } else {
                "no database"
            };
            proofs.push(Proof {
                rows,
                name,
                path: file.path.clone(),
                on,
            });
        }
        tested = false;
    }
    proofs
}

fn browser_proofs(file: &Source) -> Vec<Proof> {
    file.text
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("test('"))
        .filter_map(|rest| rest.split('\'').next())
        .map(|name| (rows_of(name), name))
        .filter(|(rows, _)| !rows.is_empty())
        .map(|(rows, name)| Proof {
            rows,
            name: name.to_owned(),
            path: file.path.clone(),
            on: "browser",
        })
        .collect()
}

fn proofs() -> Vec<Proof> {
    let mut all: Vec<Proof> = sources("crates", &[".rs"])
        .iter()
        .flat_map(rust_proofs)
        .collect();
    all.extend(
        sources("e2e/test", &[".mjs"])
            .iter()
            .flat_map(browser_proofs),
    );
    all
}

fn page() -> String {
    let proofs = proofs();
    let proved = |id: &str| {
        proofs
            .iter()
            .filter(|proof| proof.rows.iter().any(|row| row == id))
            .collect::<Vec<_>>()
    };
    let rows = || ROWS.iter().chain(ACCESS);
    let count = rows().filter(|(id, _)| !proved(id).is_empty()).count();
    let mut text = String::from(
        "# Requirements and their proofs\n\nMade by `scripts/requirements` from the names of the tests; do not edit. A test that proves a row begins with it.\n",
    );
    write!(text, "\n{count} of {} rows are proved.\n\n| Row | What must hold | Proved by | On |\n|---|---|---|---|\n", rows().count())
        .expect("a text grows");
    for (id, sentence) in rows() {
        let found = proved(id);
        if found.is_empty() {
            writeln!(text, "| {id} | {sentence} | **no test yet** | |").expect("a text grows");
        }
        for (number, proof) in found.iter().enumerate() {
            let (id, sentence) = if number == 0 {
                (*id, *sentence)
            } else {
                ("", "")
            };
            let file = proof
                .path
                .rsplit('/')
                .take(2)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect::<Vec<_>>()
                .join("/");
            writeln!(
                text,
                "| {id} | {sentence} | {} ({file}) | {} |",
                proof.name, proof.on
            )
            .expect("a text grows");
        }
    }
    text
}

/// `SEATWISE_WRITE_DOCS=1`, as scripts/requirements sets it, writes the page instead of comparing it.
#[test]
fn the_page_of_requirements_is_current() {
    let path = root().join(PAGE);
    let page = page();
    if std::env::var_os("SEATWISE_WRITE_DOCS").is_some() {
        std::fs::write(&path, page).expect("a page that can be written");
        return;
    }
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(old == page, "{PAGE} is stale: run scripts/requirements");
}

#[test]
fn a_test_name_may_prove_several_rows() {
    assert_eq!(rows_of("n39_n43_no_lead_is_lost"), ["N39", "N43"]);
    assert_eq!(rows_of("l4 one click activates"), ["L4"]);
    assert!(rows_of("a_leaver_frees_the_seat").is_empty());
    assert!(rows_of("nothing_is_lost").is_empty());
    assert!(rows_of("p_3").is_empty());
}
