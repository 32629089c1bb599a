//! Every text is there in every language, with the same variables and the right plurals, and is used.

use std::collections::{BTreeMap, BTreeSet};

use super::{nothing_wrong, sources};

const LANGUAGES: &[&str] = &["en", "de", "ru", "uk", "zh"];
const LOCALES: &str = "crates/seatwise-web/locales";

/// Key to message text, for all files of a language.
fn messages(language: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for file in sources(&format!("{LOCALES}/{language}"), &[".ftl"]) {
        for line in file.text.lines() {
            let starts_message = line
                .chars()
                .next()
                .is_some_and(|c| c.is_ascii_alphabetic() || c == '-');
            if starts_message && let Some((name, value)) = line.split_once('=') {
                name.trim().clone_into(&mut key);
                assert!(
                    found.insert(key.clone(), value.to_owned()).is_none(),
                    "{}: {key} is there twice",
                    file.path
                );
            } else if line.starts_with(' ') || line.starts_with('}') {
                let text = found.entry(key.clone()).or_default();
                text.push('\n');
                text.push_str(line);
            }
        }
    }
    found
}

fn words_after<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    text.split(mark)
        .skip(1)
        .map(|rest| {
            rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))
                .next()
                .unwrap_or_default()
        })
        .collect()
}

#[test]
fn every_language_has_every_text_with_the_same_variables() {
    let english = messages("en");
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let other = messages(language);
        wrong.extend(
            english
                .keys()
                .filter(|key| !other.contains_key(*key))
                .map(|key| format!("{language}: {key} is missing")),
        );
        for (key, text) in &other {
            let Some(source) = english.get(key) else {
                wrong.push(format!("{language}: {key} is not in English"));
                continue;
            };
            let (wanted, found) = (words_after(source, "$"), words_after(text, "$"));
            if wanted != found {
                wrong.push(format!(
                    "{language}: {key} has the variables {found:?}, English has {wanted:?}"
                ));
            }
        }
    }
    nothing_wrong(&wrong);
}

/// The plural forms that a language needs, as CLDR names them.
fn forms(language: &str) -> &'static [&'static str] {
    match language {
        "ru" | "uk" => &["[one]", "[few]", "[many]", "*[other]"],
        "zh" => &["*[other]"],
        _ => &["[one]", "*[other]"],
    }
}

#[test]
fn every_plural_has_the_forms_of_its_language() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        for (key, text) in messages(language) {
            let plural = ["[one]", "[few]", "[many]"]
                .iter()
                .any(|form| text.contains(form));
            for form in forms(language) {
                if plural && !text.contains(form) {
                    wrong.push(format!("{language}: {key} has no {form}"));
                }
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn a_number_that_is_a_plural_in_english_is_one_in_every_language_that_has_plurals() {
    let english = messages("en");
    let mut wrong = Vec::new();
    for language in ["de", "ru", "uk"] {
        let other = messages(language);
        for (key, text) in english.iter().filter(|(_, text)| text.contains("[one]")) {
            // The same selector may be avoided by a wording that needs no plural, but not by copying English.
            if other.get(key).is_some_and(|translated| translated == text) {
                wrong.push(format!("{language}: {key} is the English text"));
            }
        }
    }
    nothing_wrong(&wrong);
}

/// Every word in quotes of the templates and sources, which is how keys are written.
fn quoted_words() -> BTreeSet<String> {
    let mut files = sources("crates/seatwise-web/templates", &[".html", ".txt"]);
    files.extend(sources("crates/seatwise-web/src", &[".rs"]));
    files.extend(sources("crates/seatwise-domain/src", &[".rs"]));
    files.extend(sources("crates/seatwise/src", &[".rs"]));
    let mut found = BTreeSet::new();
    for file in files {
        for piece in file.text.split(['"', '\'']) {
            if piece.len() < 80
                && !piece.is_empty()
                && piece
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
            {
                found.insert(piece.to_owned());
            }
        }
    }
    found
}

/// `t("key")` in templates and sources, where the key is written out.
fn asked_keys() -> Vec<(String, String)> {
    let mut files = sources("crates/seatwise-web/templates", &[".html", ".txt"]);
    files.extend(sources("crates/seatwise-web/src", &[".rs"]));
    let mut found = Vec::new();
    for file in files {
        let lines = file
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            for (at, mark) in line.match_indices("t(\"") {
                let key: String = line[at + mark.len()..]
                    .chars()
                    .take_while(|c| *c != '"')
                    .collect();
                let before = line[..at].chars().next_back();
                let called = before.is_none_or(|c| !c.is_alphanumeric() && c != '_');
                let is_key =
                    key.contains('-') && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                if called && is_key {
                    found.push((key, file.path.clone()));
                }
            }
        }
    }
    found
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let english = messages("en");
    let wrong: Vec<String> = asked_keys()
        .into_iter()
        .filter(|(key, _)| !english.contains_key(key))
        .map(|(key, path)| format!("{path}: the text {key} does not exist"))
        .collect();
    nothing_wrong(&wrong);
}

/// A key is used when it is written out, or made of a written beginning and a written end (`state-` + `active`).
#[test]
fn every_text_is_used() {
    let words = quoted_words();
    let within: String = messages("en")
        .values()
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    let wrong: Vec<String> = messages("en")
        .into_keys()
        .filter(|key| {
            let made = key.match_indices('-').any(|(at, _)| {
                words.contains(&key[..=at])
                    || (words.contains(&key[..at]) && words.contains(&key[at + 1..]))
            });
            !(made || words.contains(key) || within.contains(&format!("{{ {key} }}")))
        })
        .map(|key| format!("the text {key} is used nowhere"))
        .collect();
    nothing_wrong(&wrong);
}
