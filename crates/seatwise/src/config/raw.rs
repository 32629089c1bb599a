//! Where each setting comes from: the environment wins over the file, the file over the default.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use seatwise_domain::text::nearest;
use serde::Serialize;
use toml::de::{DeTable, DeValue};

use super::settings::{PREFIX, SETTINGS, find};

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A line of the file, counted from one.
    File(PathBuf, usize),
    /// An environment variable.
    Variable(String),
    /// An option of the command line.
    Option(&'static str),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, line) => write!(f, "{}:{line}", path.display()),
            Self::Variable(name) => write!(f, "environment {name}"),
            Self::Option(name) => write!(f, "option {name}"),
        }
    }
}

/// A setting that is wrong: where, what stands there, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wrong {
    /// Where it stands.
    pub place: String,
    /// The setting.
    pub key: String,
    /// The value; secrets are not repeated.
    pub value: Option<String>,
    /// What would be right.
    pub expected: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.key)?;
        if let Some(value) = &self.value {
            write!(f, " = {value:?}")?;
        }
        write!(f, ": {}", self.expected)
    }
}

/// A value as it was written.
#[derive(Debug, Clone)]
pub struct Given {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub place: Place,
}

/// All values that were given, and what was wrong already in their writing.
#[derive(Debug, Default)]
pub struct Raw {
    /// By the name of the setting.
    pub given: BTreeMap<&'static str, Given>,
    /// What was wrong.
    pub wrong: Vec<Wrong>,
}

impl Raw {
    /// Takes the values of a file.
    pub fn read_file(&mut self, path: &Path) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                self.wrong.push(Wrong {
                    place: path.display().to_string(),
                    key: "the file".to_owned(),
                    value: None,
                    expected: format!("cannot be read: {error}"),
                });
                return;
            }
        };
        let (table, errors) = DeTable::parse_recoverable(&text);
        for error in errors {
            let line = error.span().map_or(1, |span| line_of(&text, span.start));
            self.wrong.push(Wrong {
                place: Place::File(path.to_owned(), line).to_string(),
                key: "the file".to_owned(),
                value: None,
                expected: format!("is not TOML: {}", error.message()),
            });
        }
        if self.wrong.is_empty() {
            self.take_table("", table.get_ref(), path, &text);
        }
    }

    fn take_table(&mut self, prefix: &str, table: &DeTable<'_>, path: &Path, text: &str) {
        for (name, value) in table {
            let key = format!("{prefix}{}", name.get_ref());
            let place = Place::File(path.to_owned(), line_of(text, name.span().start));
            let is_group = SETTINGS
                .iter()
                .any(|setting| setting.key.starts_with(&format!("{key}.")));
            match value.get_ref() {
                DeValue::Table(inner) if is_group => {
                    self.take_table(&format!("{key}."), inner, path, text);
                }
                _ if is_group => {
                    self.refuse(&place, &key, None, format!("is a table: write [{key}]"));
                }
                value => self.take_value(&key, value, place),
            }
        }
    }

    fn take_value(&mut self, key: &str, value: &DeValue<'_>, place: Place) {
        let Some(setting) = find(key) else {
            let names = SETTINGS.iter().map(|setting| setting.key);
            self.refuse(&place, key, None, unknown(nearest(key, names)));
            return;
        };
        let text = match value {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.to_string(),
            DeValue::Boolean(flag) => flag.to_string(),
            _ => {
                let expected = "takes one value, in quotes".to_owned();
                self.refuse(&place, key, None, expected);
                return;
            }
        };
        self.given.insert(setting.key, Given { text, place });
    }

    /// Takes the values of the environment. A variable that is none of ours is an error only when it
    /// looks like one of ours misspelt; others may belong to scripts around the server.
    pub fn read_environment(&mut self, variables: impl Iterator<Item = (String, String)>) {
        for (name, text) in variables.filter(|(name, _)| name.starts_with(PREFIX)) {
            let place = Place::Variable(name.clone());
            let found = SETTINGS.iter().find(|setting| setting.variable() == name);
            if let Some(setting) = found {
                self.given.insert(setting.key, Given { text, place });
                continue;
            }
            let names: Vec<String> = SETTINGS
                .iter()
                .map(super::settings::Setting::variable)
                .collect();
            if let Some(near) = nearest(&name, names.iter().map(String::as_str))
                && name != CONFIG_VARIABLE
            {
                self.refuse(&place, &name, None, unknown(Some(near)));
            }
        }
    }

    /// Notes that a value is wrong.
    pub fn refuse(
        &mut self,
        place: &Place,
        key: &str,
        value: Option<String>,
        expected: impl Into<String>,
    ) {
        self.wrong.push(Wrong {
            place: place.to_string(),
            key: key.to_owned(),
            value,
            expected: expected.into(),
        });
    }

    /// A setting as a type. `read` says what would be right; a wrong value is noted and counts as not set.
    pub fn take<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let given = self.given.get(key)?.clone();
        match read(given.text.trim()) {
            Ok(value) => Some(value),
            Err(expected) => {
                let secret = find(key).is_none_or(|setting| setting.secret);
                self.refuse(&given.place, key, (!secret).then_some(given.text), expected);
                None
            }
        }
    }
}

/// Names the file of settings; not a setting itself.
pub const CONFIG_VARIABLE: &str = "SEATWISE_CONFIG";

fn unknown(near: Option<&str>) -> String {
    match near {
        Some(near) => format!("there is no such setting; {near} is probably meant"),
        None => "there is no such setting; docs/configuration.md lists them all".to_owned(),
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
