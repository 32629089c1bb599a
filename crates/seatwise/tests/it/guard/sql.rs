//! Statements: each names the tenant, counts its values without a gap, and is understood by both databases.

use seatwise_testkit::{Engine, TestDb, on_both};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqlSafeStr, SqliteConnection};

use super::{nothing_wrong, sources};

/// Statements that rightly ask all accounts, with the reason. `file: NAME`, or a whole `folder/`.
const EVERYWHERE: &[(&str, &str)] = &[
    ("store/", "the schema belongs to no account"),
    ("jobs/", "a worker takes whatever is due"),
    ("housekeeping/", "old rows of all accounts go"),
    (
        "tenants/",
        "an account is found or made before anybody is in it",
    ),
    ("authn/hours.rs: ZONE", "the account itself is read"),
];

struct Statement {
    file: String,
    name: String,
    text: String,
}

/// Reads the string literal that begins `text`, with its escapes, and what follows it.
fn literal(text: &str) -> Option<(String, &str)> {
    let mut letters = text.strip_prefix('"')?.chars();
    let mut out = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return Some((out, letters.as_str())),
            '\\' => match letters.next()? {
                'n' => out.push('\n'),
                '\n' => {
                    let rest = letters.as_str();
                    let skipped = rest.len() - rest.trim_start().len();
                    letters = rest[skipped..].chars();
                }
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
    None
}

/// All `NAME = "..."` of the `stmt!` calls in the domain.
fn statements() -> Vec<Statement> {
    let mut found = Vec::new();
    for file in sources("crates/seatwise-domain/src", &[".rs"]) {
        let path = file
            .path
            .trim_start_matches("crates/seatwise-domain/src/")
            .to_owned();
        let code: String = file
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .flat_map(|line| [line, "\n"])
            .collect();
        for call in code.split("\nstmt!(").skip(1) {
            let mut rest = call.trim_start();
            while let Some((name, after)) = rest.split_once('=') {
                let name = name.trim().to_owned();
                let is_name = !name.is_empty()
                    && name
                        .chars()
                        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
                assert!(
                    is_name,
                    "{path}: the statement after '{name}' is not NAME = \"...\""
                );
                let (text, after) = literal(after.trim_start())
                    .unwrap_or_else(|| panic!("{path}: {name} is not a string literal"));
                found.push(Statement {
                    file: path.clone(),
                    name,
                    text,
                });
                rest = after.trim_start().trim_start_matches(',').trim_start();
                if rest.starts_with(')') {
                    break;
                }
            }
        }
    }
    assert!(
        !found.is_empty(),
        "no statement was found: has stmt! another name?"
    );
    found
}

fn placeholders(text: &str) -> Vec<usize> {
    let mut numbers: Vec<usize> = text
        .split('$')
        .skip(1)
        .filter_map(|rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        })
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[test]
fn every_statement_names_the_tenant() {
    let wrong: Vec<String> = statements()
        .into_iter()
        .filter(|statement| !statement.text.contains("tenant_id"))
        .filter(|statement| {
            !EVERYWHERE
                .iter()
                .any(|(place, _)| place_fits(place, statement))
        })
        .map(|statement| format!("{}: {} names no tenant_id", statement.file, statement.name))
        .collect();
    nothing_wrong(&wrong);
}

fn place_fits(place: &str, statement: &Statement) -> bool {
    match place.split_once(": ") {
        Some((file, name)) => statement.file == file && statement.name == name,
        None => statement.file.starts_with(place),
    }
}

#[test]
fn every_statement_counts_its_values_without_a_gap() {
    let wrong: Vec<String> = statements()
        .into_iter()
        .filter(|statement| {
            placeholders(&statement.text)
                .iter()
                .enumerate()
                .any(|(at, number)| *number != at + 1)
        })
        .map(|statement| {
            format!(
                "{}: {} uses {:?}",
                statement.file,
                statement.name,
                placeholders(&statement.text)
            )
        })
        .collect();
    nothing_wrong(&wrong);
}

#[test]
fn no_statement_uses_what_one_database_lacks() {
    let lacking = [
        "ilike",
        "now()",
        "interval '",
        " any(",
        "distinct on",
        "nextval",
        "last_insert_rowid",
        "filter (where",
    ];
    let mut wrong = Vec::new();
    for statement in statements() {
        let text = statement.text.to_lowercase();
        wrong.extend(
            lacking
                .iter()
                .filter(|word| text.contains(*word))
                .map(|word| format!("{}: {} uses {word}", statement.file, statement.name)),
        );
    }
    nothing_wrong(&wrong);
}

/// Turns `/*pg x */` into `x`, as the store does.
fn with_hints(text: &str) -> String {
    text.split("/*pg ")
        .enumerate()
        .map(|(at, piece)| {
            if at == 0 {
                piece.to_owned()
            } else {
                piece.replacen("*/", "", 1)
            }
        })
        .collect()
}

async fn prepare(db: &TestDb, statement: &Statement) -> Result<(), sqlx::Error> {
    if db.engine() == Engine::Sqlite {
        let mut connection = SqliteConnection::connect(db.url()).await?;
        connection
            .prepare(AssertSqlSafe(statement.text.clone()).into_sql_str())
            .await?;
    } else {
        let mut connection = PgConnection::connect(db.url()).await?;
        connection
            .prepare(AssertSqlSafe(with_hints(&statement.text)).into_sql_str())
            .await?;
    }
    Ok(())
}

on_both! {
    async fn every_statement_is_understood(db: &TestDb) {
        let mut wrong = Vec::new();
        for statement in statements() {
            if let Err(error) = prepare(db, &statement).await {
                wrong.push(format!("{}: {}: {error}", statement.file, statement.name));
            }
        }
        nothing_wrong(&wrong);
    }
}

#[test]
fn literals_are_read_with_their_escapes() {
    assert_eq!(
        literal("\"a \\\"b\\\" \\\n   c\" rest"),
        Some(("a \"b\" c".to_owned(), " rest"))
    );
    assert_eq!(literal("concat!(\"a\")"), None);
    assert_eq!(with_hints("a /*pg for update */ b"), "a for update  b");
    assert_eq!(placeholders("$2 $1 $1 $?"), [1, 2]);
}
