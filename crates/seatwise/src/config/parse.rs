//! From words to settings: what each may be, and how they hang together.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use seatwise_domain::mail::{Encryption, SmtpOptions};
use seatwise_domain::store::DbOptions;
use seatwise_domain::text::EmailAddress;

use super::raw::{Given, Raw};
use super::{Config, LogFormat};

const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 7400);

/// Everything at once; what is wrong is noted in `raw` and stands as if it were not set.
pub fn config(raw: &mut Raw, file: Option<&Path>) -> Config {
    let base = file.and_then(Path::parent).unwrap_or(Path::new(""));
    let from_option = raw
        .given
        .get("data")
        .is_some_and(|given| !matches!(given.place, super::Place::File(..)));
    let data = raw
        .take("data", not_empty)
        .map_or_else(|| PathBuf::from("data"), PathBuf::from);
    let data = if from_option { data } else { base.join(data) };
    let connections = raw.take("connections", number_to_200);
    let url = raw.take("database", |text| database(text, base));
    let mut database = DbOptions::new(
        url.unwrap_or_else(|| format!("sqlite:{}", data.join("seatwise.db").display())),
    );
    database.connections = connections.unwrap_or(database.connections);
    let listen = raw.take("listen", address).unwrap_or(LISTEN);
    let mut warnings = Vec::new();
    let public_url = raw.take("public_url", public_url);
    if let Some(url) = public_url.as_deref()
        && url.starts_with("http://")
        && !is_local(host_of(url))
    {
        warnings.push(format!(
            "public_url = {url:?}: passwords and cookies travel in the clear; put a proxy with TLS before it and write https://"
        ));
    }
    let behind_proxy = raw.take("behind_proxy", |text| {
        text.parse().map_err(|_| "is true or false".to_owned())
    });
    let metrics_listen = raw.take("metrics.listen", address);
    let metrics_token = raw.take("metrics.token", |text| {
        if text.len() < 16 {
            return Err("a token has at least 16 characters".to_owned());
        }
        Ok(text.to_owned())
    });
    let log_format = raw.take("log.format", |text| match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("is \"text\" or \"json\"".to_owned()),
    });
    let log_level = raw.take("log.level", |text| {
        text.parse()
            .map_err(|_| "is \"error\", \"warn\", \"info\", \"debug\" or \"trace\"".to_owned())
    });
    let smtp = smtp(raw, base, &mut warnings);
    Config {
        file: file.map(Path::to_owned),
        data,
        database,
        listen,
        public_url,
        behind_proxy: behind_proxy.unwrap_or(false),
        metrics_listen,
        metrics_token,
        log_format: log_format.unwrap_or(LogFormat::Text),
        log_level: log_level.unwrap_or(tracing::Level::INFO),
        smtp,
        warnings,
    }
}

fn smtp(raw: &mut Raw, base: &Path, warnings: &mut Vec<String>) -> Option<SmtpOptions> {
    let encryption = raw.take("smtp.encryption", |text| match text {
        "none" => Ok(Encryption::None),
        "starttls" => Ok(Encryption::Starttls),
        "tls" => Ok(Encryption::Tls),
        _ => Err("is \"starttls\", \"tls\" or \"none\"".to_owned()),
    });
    let encryption = encryption.unwrap_or(Encryption::Starttls);
    let port = raw.take("smtp.port", |text| match text.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err("a port is a number from 1 to 65535".to_owned()),
    });
    let host = raw.take("smtp.host", |text| {
        let text = not_empty(text)?;
        if text.contains(['/', ' ', '@']) || (text.contains(':') && text.parse::<IpAddr>().is_err())
        {
            return Err("is a name or address alone; the port stands in smtp.port".to_owned());
        }
        Ok(text)
    });
    let user = raw.take("smtp.user", not_empty);
    let from = raw.take("smtp.from", |text| {
        EmailAddress::parse(text)
            .map(|address| address.as_str().to_owned())
            .map_err(|error| format!("{error}; write for example crm@company.example"))
    });
    let from_name = raw.take("smtp.from_name", not_empty);
    let password = password(raw, base);
    let told_host = raw.given.get("smtp.host").cloned();
    let Some(Given { place, .. }) = told_host else {
        let orphans: Vec<_> = raw
            .given
            .iter()
            .filter(|(key, _)| key.starts_with("smtp."))
            .map(|(key, given)| (*key, given.place.clone()))
            .collect();
        for (key, place) in orphans {
            raw.refuse(&place, key, None, "has no effect without smtp.host");
        }
        return None;
    };
    if user.is_some() && password.is_none() {
        let expected = "is needed with smtp.user; or set smtp.password_file";
        raw.refuse(&place, "smtp.password", None, expected);
    }
    if !raw.given.contains_key("smtp.from") {
        let expected = "is needed with smtp.host: the address mails come from";
        raw.refuse(&place, "smtp.from", None, expected);
    }
    let host = host?;
    if encryption == Encryption::None && !is_local(&host) {
        warnings.push(format!(
            "smtp.encryption = \"none\": mails with their links travel to {host} in the clear"
        ));
    }
    Some(SmtpOptions {
        port: port.unwrap_or(match encryption {
            Encryption::None => 25,
            Encryption::Starttls => 587,
            Encryption::Tls => 465,
        }),
        host,
        encryption,
        user,
        password,
        from: from?,
        from_name: from_name.unwrap_or_else(|| "Seatwise".to_owned()),
    })
}

fn password(raw: &mut Raw, base: &Path) -> Option<String> {
    let direct = raw.take("smtp.password", not_empty);
    let from_file = raw.take("smtp.password_file", |text| {
        let path = base.join(not_empty(text)?);
        std::fs::read_to_string(&path)
            .map(|text| text.trim_end_matches(['\r', '\n']).to_owned())
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))
    });
    if direct.is_some()
        && let Some(given) = raw.given.get("smtp.password_file").cloned()
    {
        let expected = "smtp.password is set as well; keep one of the two";
        raw.refuse(
            &given.place,
            "smtp.password_file",
            Some(given.text),
            expected,
        );
    }
    direct.or(from_file)
}

fn not_empty(text: &str) -> Result<String, String> {
    if text.is_empty() {
        return Err("is empty; leave it out to get the default".to_owned());
    }
    Ok(text.to_owned())
}

fn number_to_200(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(number @ 1..=200) => Ok(number),
        _ => Err("is a number from 1 to 200".to_owned()),
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| {
        "is an address with a port, such as 127.0.0.1:7400, 0.0.0.0:7400 or [::1]:7400".to_owned()
    })
}

fn database(text: &str, base: &Path) -> Result<String, String> {
    if let Some(path) = text.strip_prefix("sqlite:") {
        let path = path.trim_start_matches("//");
        if path.is_empty() {
            return Err("names no file: write sqlite:PATH".to_owned());
        }
        return Ok(format!("sqlite:{}", base.join(path).display()));
    }
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return match text.parse::<sqlx::postgres::PgConnectOptions>() {
            Ok(_) => Ok(text.to_owned()),
            Err(error) => Err(format!(
                "{error}; write postgres://USER:PASSWORD@HOST:PORT/NAME, with special characters as %XX"
            )),
        };
    }
    Err("begins with sqlite: or with postgres://".to_owned())
}

fn public_url(text: &str) -> Result<String, String> {
    const RIGHT: &str = "is an address such as https://crm.company.example, without a path";
    let url: axum::http::Uri = text.parse().map_err(|_| RIGHT.to_owned())?;
    let scheme = url.scheme_str().unwrap_or_default();
    let plain = matches!(url.path(), "" | "/") && url.query().is_none();
    let host = url.host().unwrap_or_default();
    if !matches!(scheme, "http" | "https") || host.is_empty() || !plain || text.contains('@') {
        return Err(RIGHT.to_owned());
    }
    Ok(text.trim_end_matches('/').to_owned())
}

fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    match rest.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
        _ => rest,
    }
}

fn is_local(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    host == "localhost"
        || host.ends_with(".localhost")
        || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
