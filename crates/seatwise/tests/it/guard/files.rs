//! Files stay short, say what they are for, and hold nothing that belongs to one machine.

use super::{nothing_wrong, root, sources};

const MOST_LINES: usize = 400;

#[test]
fn every_source_file_is_short() {
    let wrong: Vec<String> = sources("crates", &[".rs"])
        .into_iter()
        .filter(|file| file.text.lines().count() > MOST_LINES)
        .map(|file| {
            format!(
                "{} has {} lines; split it by verb",
                file.path,
                file.text.lines().count()
            )
        })
        .collect();
    nothing_wrong(&wrong);
}

#[test]
fn every_source_file_says_what_it_is_for() {
    let wrong: Vec<String> = sources("crates", &[".rs"])
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| format!("{} does not open with a sentence (//!)", file.path))
        .collect();
    nothing_wrong(&wrong);
}

#[test]
fn lints_are_expected_and_not_allowed() {
    let mark = ["#[al", "low("].concat();
    let wrong: Vec<String> = sources("crates", &[".rs"])
        .into_iter()
        .filter(|file| file.text.contains(&mark))
        .map(|file| format!("{}: use #[expect(lint, reason = ...)]", file.path))
        .collect();
    nothing_wrong(&wrong);
}

#[test]
fn nothing_is_left_open_and_no_file_knows_the_machine_it_was_written_on() {
    let marks = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["/ho", "me/"].concat(),
        ["/Us", "ers/"].concat(),
        ["/ro", "ot/"].concat(),
        ["<<<<", "<<<"].concat(),
        [">>>>", ">>>"].concat(),
    ];
    let endings = [
        ".rs", ".html", ".ftl", ".sql", ".md", ".toml", ".mjs", ".js", ".css", ".json", ".txt",
    ];
    let mut wrong = Vec::new();
    for folder in ["crates", "docs", "frontend", "e2e", "scripts", ".ci"] {
        for file in sources(folder, &endings) {
            for (number, line) in file.text.lines().enumerate() {
                wrong.extend(
                    marks
                        .iter()
                        .filter(|mark| line.contains(*mark))
                        .map(|mark| format!("{}:{}: {mark}", file.path, number + 1)),
                );
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn locks_of_npm_name_no_registry() {
    let wrong: Vec<String> = ["frontend", "e2e"]
        .into_iter()
        .filter_map(|folder| {
            let path = format!("{folder}/package-lock.json");
            let text = std::fs::read_to_string(root().join(&path)).ok()?;
            text.contains("\"resolved\"")
                .then(|| format!("{path} has resolved addresses (see .npmrc)"))
        })
        .collect();
    nothing_wrong(&wrong);
}
