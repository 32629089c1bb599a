//! The settings: one file, the environment over it, and none needed.

mod parse;
mod raw;
mod settings;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use seatwise_domain::mail::SmtpOptions;
use seatwise_domain::store::DbOptions;

pub use raw::{CONFIG_VARIABLE, Wrong};
#[cfg(test)]
pub use settings::SETTINGS;

use raw::{Place, Raw};

/// The name of the file that is read from the working folder unless another is named.
pub const FILE: &str = "seatwise.toml";

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Settings that are right in themselves.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file that was read.
    pub file: Option<PathBuf>,
    /// The folder for files.
    pub data: PathBuf,
    /// The database.
    pub database: DbOptions,
    /// Where pages and API are served.
    pub listen: SocketAddr,
    /// The address people use, without a slash at the end, if it was given.
    pub public_url: Option<String>,
    /// Whether `X-Forwarded-For` is believed.
    pub behind_proxy: bool,
    /// A separate listener for `/metrics`.
    pub metrics_listen: Option<SocketAddr>,
    /// What opens `/metrics` at the main address.
    pub metrics_token: Option<String>,
    /// How log lines look.
    pub log_format: LogFormat,
    /// The least grave lines.
    pub log_level: tracing::Level,
    /// The mail server.
    pub smtp: Option<SmtpOptions>,
    /// What is allowed but probably not wanted, in sentences.
    pub warnings: Vec<String>,
}

/// What the command line says about settings.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--config`
    pub file: Option<PathBuf>,
    /// `--data`
    pub data: Option<PathBuf>,
    /// `--listen`
    pub listen: Option<String>,
}

/// All that is wrong, in the order in which it was found.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct ConfigError(pub Vec<Wrong>);

impl Config {
    /// The address people use when the server listens at this one.
    pub fn public_url_at(&self, listen: SocketAddr) -> String {
        match &self.public_url {
            Some(url) => url.clone(),
            None if listen.ip().is_unspecified() => format!("http://localhost:{}", listen.port()),
            None => format!("http://{listen}"),
        }
    }

    /// Reads file and environment, and tells everything that is wrong at once.
    pub fn load(overrides: &Overrides) -> Result<Self, ConfigError> {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place that reads the environment"
        )]
        let named = std::env::var(CONFIG_VARIABLE).ok().map(PathBuf::from);
        let named = overrides.file.clone().or(named);
        let file = named.or_else(|| Some(PathBuf::from(FILE)).filter(|path| path.exists()));
        let variables = std::env::vars_os()
            .filter_map(|(name, text)| Some((name.into_string().ok()?, text.into_string().ok()?)));
        Self::from_parts(file.as_deref(), variables, overrides)
    }

    fn from_parts(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
        overrides: &Overrides,
    ) -> Result<Self, ConfigError> {
        let mut raw = Raw::default();
        if let Some(path) = file {
            raw.read_file(path);
        }
        raw.read_environment(variables);
        if let Some(data) = &overrides.data {
            let text = data.to_string_lossy().into_owned();
            let place = Place::Option("--data");
            raw.given.insert("data", raw::Given { text, place });
        }
        if let Some(listen) = &overrides.listen {
            let (text, place) = (listen.clone(), Place::Option("--listen"));
            raw.given.insert("listen", raw::Given { text, place });
        }
        let config = parse::config(&mut raw, file);
        if raw.wrong.is_empty() {
            Ok(config)
        } else {
            Err(ConfigError(raw.wrong))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str, variables: &[(&str, &str)]) -> Result<Config, Vec<Wrong>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        std::fs::write(&path, text).unwrap();
        let variables = variables
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Config::from_parts(Some(&path), variables, &Overrides::default()).map_err(|error| error.0)
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config =
            Config::from_parts(None, std::iter::empty(), &Overrides::default()).expect("defaults");
        assert_eq!(config.database.url, "sqlite:data/seatwise.db");
        assert_eq!(config.listen.to_string(), "127.0.0.1:7400");
        assert_eq!(config.public_url_at(config.listen), "http://127.0.0.1:7400");
        assert!(config.smtp.is_none() && config.metrics_listen.is_none());
        assert!(config.warnings.is_empty());
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let config = load(
            "listen = \"127.0.0.1:1\"\n[smtp]\nhost = \"mail\"\nfrom = \"a@b.example\"\nport = 2525",
            &[("SEATWISE_LISTEN", "0.0.0.0:2"), ("SEATWISE_TEST_PG", "x")],
        )
        .unwrap();
        assert_eq!(config.listen.port(), 2);
        assert_eq!(config.public_url_at(config.listen), "http://localhost:2");
        assert_eq!(config.smtp.unwrap().port, 2525);
    }

    #[test]
    fn every_wrong_setting_is_told_with_place_value_and_what_would_be_right() {
        let wrong = load(
            "listen = \"7400\"\ndatabase = \"mysql://x\"\npublic_url = \"crm.example\"\nlisten_on = 1\n\n[smtp]\nhots = \"mail\"\nport = 99999\nencryption = \"ssl\"\nuser = \"u\"\n[log]\nformat = \"xml\"\nlevel = [1]\n",
            &[("SEATWISE_METRICS_TOKEN", "short"), ("SEATWISE_LITSEN", "x")],
        )
        .unwrap_err();
        let told = |key: &str| {
            wrong
                .iter()
                .find(|wrong| wrong.key == key)
                .unwrap_or_else(|| panic!("{key} in {wrong:#?}"))
                .clone()
        };
        assert!(told("listen").place.ends_with("seatwise.toml:1"));
        assert_eq!(told("listen").value.as_deref(), Some("7400"));
        assert!(told("listen").expected.contains("127.0.0.1:7400"));
        assert_eq!(told("database").value, None, "may hold a password");
        assert!(told("public_url").expected.contains("https://"));
        assert!(told("listen_on").place.ends_with(":4"));
        assert!(told("smtp.hots").expected.contains("smtp.host"));
        assert!(told("smtp.hots").place.ends_with(":7"));
        assert!(told("smtp.port").expected.contains("65535"));
        assert!(told("smtp.encryption").expected.contains("starttls"));
        assert!(told("log.format").expected.contains("json"));
        assert!(told("log.level").expected.contains("one value"));
        assert_eq!(
            told("metrics.token").place,
            "environment SEATWISE_METRICS_TOKEN"
        );
        assert!(told("SEATWISE_LITSEN").expected.contains("SEATWISE_LISTEN"));
        assert!(told("smtp.user").expected.contains("smtp.host"));
    }

    #[test]
    fn a_broken_file_is_told_by_its_line() {
        let wrong = load("data = \"x\"\nlisten = = 3\n", &[]).unwrap_err();
        assert!(
            wrong.iter().all(|wrong| wrong.place.ends_with(":2")),
            "{wrong:?}"
        );
    }

    #[test]
    fn mail_settings_hang_together() {
        let wrong = load("[smtp]\nhost = \"mail.example\"\nuser = \"u\"\n", &[]).unwrap_err();
        let keys: Vec<_> = wrong.iter().map(|wrong| wrong.key.as_str()).collect();
        assert_eq!(keys, ["smtp.password", "smtp.from"]);
        let config = load(
            "public_url = \"http://crm.example/\"\n[smtp]\nhost = \"mail.example\"\nfrom = \"a@b.example\"\nencryption = \"none\"\n",
            &[],
        )
        .unwrap();
        assert_eq!(config.public_url.as_deref(), Some("http://crm.example"));
        assert_eq!(config.smtp.unwrap().port, 25);
        assert_eq!(config.warnings.len(), 2);
    }

    #[test]
    fn the_documents_list_every_setting() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
        let text = std::fs::read_to_string(page).unwrap();
        for setting in SETTINGS {
            assert!(
                text.contains(&format!("`{}`", setting.key)),
                "{}",
                setting.key
            );
            assert!(text.contains(&setting.variable()), "{}", setting.variable());
            assert!(text.contains(setting.default), "{}", setting.default);
            assert!(text.contains(setting.about), "{}", setting.about);
        }
    }
}
