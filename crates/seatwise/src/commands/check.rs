//! `seatwise check`: settings in words, and whether what they name answers.

use std::time::Duration;

use seatwise_domain::mail::{SmtpOptions, Transport};
use seatwise_domain::store::SchemaState;
use serde::Serialize;

use crate::cli::Check;
use crate::config::Config;
use crate::database;
use crate::failure::{Exit, Failure};
use crate::output::{Output, counted, table};

const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Debug, Serialize)]
struct Report {
    file: Option<String>,
    settings: Vec<(&'static str, String)>,
    warnings: Vec<String>,
    tried: Vec<Tried>,
}

#[derive(Debug, Serialize)]
struct Tried {
    what: &'static str,
    ok: bool,
    result: String,
}

/// Prints the settings as they hold, and what was tried. Wrong settings never come this far: loading
/// them tells all of them at once.
pub async fn run(config: &Config, options: &Check, output: Output) -> Result<(), Failure> {
    let mut tried = Vec::new();
    if !options.offline {
        tried.push(try_data(config));
        tried.push(try_database(config).await);
        if let Some(smtp) = &config.smtp {
            tried.push(try_mail(smtp).await);
        }
    }
    let report = Report {
        file: config.file.as_ref().map(|path| path.display().to_string()),
        settings: settings(config),
        warnings: config.warnings.clone(),
        tried,
    };
    output.show(&report, &words(&report));
    let failed: Vec<&str> = report
        .tried
        .iter()
        .filter(|tried| !tried.ok)
        .map(|tried| tried.what)
        .collect();
    if failed.is_empty() {
        return Ok(());
    }
    let message = format!("did not answer as it should: {}", failed.join(", "));
    Err(Failure::new(Exit::Unavailable, "not-working", message))
}

fn settings(config: &Config) -> Vec<(&'static str, String)> {
    let off = || "off".to_owned();
    let mut list = vec![
        ("data", config.data.display().to_string()),
        ("database", without_password(&config.database.url)),
        ("connections", config.database.connections.to_string()),
        ("listen", config.listen.to_string()),
        ("public_url", config.public_url_at(config.listen)),
        ("behind_proxy", config.behind_proxy.to_string()),
        (
            "metrics.listen",
            config.metrics_listen.map_or_else(off, |at| at.to_string()),
        ),
        (
            "metrics.token",
            config
                .metrics_token
                .as_ref()
                .map_or_else(off, |_| "set".to_owned()),
        ),
        (
            "log.format",
            format!("{:?}", config.log_format).to_lowercase(),
        ),
        ("log.level", config.log_level.to_string().to_lowercase()),
    ];
    match &config.smtp {
        None => list.push(("smtp.host", "none: mails wait in the outbox".to_owned())),
        Some(smtp) => {
            list.push(("smtp.host", format!("{}:{}", smtp.host, smtp.port)));
            let encryption = format!("{:?}", smtp.encryption).to_lowercase();
            list.push(("smtp.encryption", encryption));
            list.push(("smtp.from", format!("{} <{}>", smtp.from_name, smtp.from)));
        }
    }
    list
}

/// The address of a database without what opens it.
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
    let more = if query.is_empty() { "" } else { "?…" };
    format!("{scheme}://{place}{more}")
}

fn try_data(config: &Config) -> Tried {
    let written = database::make_folder(&config.data).and_then(|()| {
        tempfile::NamedTempFile::new_in(&config.data)
            .map(drop)
            .map_err(|error| Failure::io(&config.data, &error))
    });
    tried("data folder", written.map(|()| "can be written".to_owned()))
}

async fn try_database(config: &Config) -> Tried {
    let file = config.database.url.strip_prefix("sqlite:");
    if file.is_some_and(|path| !std::path::Path::new(path).exists()) {
        return tried("database", Ok("will be made at the first start".to_owned()));
    }
    let state = async {
        let db = database::open_unmigrated(config).await?;
        let state = db.schema_state().await?;
        db.close().await;
        Ok(state)
    };
    let answer = match state.await {
        Ok(SchemaState::Empty) => Ok("answers and is empty".to_owned()),
        Ok(SchemaState::Current) => Ok("answers and fits".to_owned()),
        Ok(SchemaState::Behind(missing)) => Ok(format!(
            "answers; {} at the next start",
            counted(missing as u64, "migration runs", "migrations run")
        )),
        Ok(state @ SchemaState::Newer(_)) => Err(database::does_not_fit(state)),
        Err(error) => Err(error),
    };
    tried("database", answer)
}

async fn try_mail(smtp: &SmtpOptions) -> Tried {
    let talk = async { Transport::smtp(smtp)?.test().await };
    let answer = match tokio::time::timeout(PATIENCE, talk).await {
        Ok(Ok(())) if smtp.user.is_some() => Ok("answers and takes the password".to_owned()),
        Ok(Ok(())) => Ok("answers".to_owned()),
        Ok(Err(words)) => Err(words),
        Err(_) => Err(format!(
            "does not answer within {} s; look at smtp.port and smtp.encryption",
            PATIENCE.as_secs()
        )),
    };
    tried(
        "mail server",
        answer.map_err(|words| Failure::new(Exit::Unavailable, "mail-server", words)),
    )
}

fn tried(what: &'static str, result: Result<String, Failure>) -> Tried {
    Tried {
        what,
        ok: result.is_ok(),
        result: result.unwrap_or_else(|failure| failure.message),
    }
}

fn words(report: &Report) -> String {
    let mut out = match &report.file {
        Some(file) => format!("Settings from {file} and the environment:\n"),
        None => "Settings without a file:\n".to_owned(),
    };
    let rows: Vec<Vec<String>> = report
        .settings
        .iter()
        .map(|(key, value)| vec![format!("  {key}"), value.clone()])
        .collect();
    out.push_str(&table(&rows));
    for warning in &report.warnings {
        out.push_str(&format!("Warning: {warning}\n"));
    }
    for tried in &report.tried {
        let mark = if tried.ok { "ok" } else { "FAILED" };
        out.push_str(&format!("{mark}: {} {}\n", tried.what, tried.result));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_of_a_database_is_not_printed() {
        assert_eq!(
            without_password("postgres://anna:se:cr@et@db.example:5432/crm?password=x"),
            "postgres://db.example:5432/crm?…"
        );
        assert_eq!(
            without_password("sqlite:data/seatwise.db"),
            "sqlite:data/seatwise.db"
        );
    }
}
