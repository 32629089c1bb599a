//! The one table of settings: their names, what they are for, what they are without being set.

/// A setting of `seatwise.toml` and of the environment.
#[derive(Debug)]
pub struct Setting {
    /// The name in the file, `table.key` or `key`.
    pub key: &'static str,
    /// What holds without it, in words where it is computed.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "a test compares it with the page of settings")
    )]
    pub default: &'static str,
    /// What it does, for `check` and the documents.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "a test compares it with the page of settings")
    )]
    pub about: &'static str,
    /// Never printed.
    pub secret: bool,
}

impl Setting {
    /// The name of the environment variable that wins over the file.
    pub fn variable(&self) -> String {
        format!(
            "{PREFIX}{}",
            self.key.replace('.', "_").to_ascii_uppercase()
        )
    }
}

/// What all environment variables of the program begin with.
pub const PREFIX: &str = "SEATWISE_";

const fn setting(key: &'static str, default: &'static str, about: &'static str) -> Setting {
    Setting {
        key,
        default,
        about,
        secret: false,
    }
}

const fn secret(key: &'static str, default: &'static str, about: &'static str) -> Setting {
    Setting {
        key,
        default,
        about,
        secret: true,
    }
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    setting(
        "data",
        "data",
        "The folder for everything that is kept in files. A relative path starts at the folder of the file it stands in.",
    ),
    secret(
        "database",
        "sqlite:seatwise.db in the data folder",
        "The database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST:PORT/NAME`.",
    ),
    setting(
        "connections",
        "4 with SQLite, 16 with PostgreSQL",
        "How many connections to the database are kept, 1 to 200.",
    ),
    setting(
        "listen",
        "127.0.0.1:7400",
        "The address and port the pages and the API are served at.",
    ),
    setting(
        "public_url",
        "http:// and the address of `listen`",
        "The address people use, which stands in mails. Behind a proxy it begins with https://.",
    ),
    setting(
        "behind_proxy",
        "false",
        "`true` when a proxy of yours sets `X-Forwarded-For`, so that limits count people and not the proxy.",
    ),
    setting(
        "metrics.listen",
        "off",
        "A separate address and port for `/metrics`, which needs no token there.",
    ),
    secret(
        "metrics.token",
        "off",
        "A token of at least 16 characters; `/metrics` of the main address answers whoever sends it as `Authorization: Bearer`.",
    ),
    setting(
        "log.format",
        "text",
        "`text` for people or `json` for programs, one line each, on standard error.",
    ),
    setting(
        "log.level",
        "info",
        "The least grave lines that are written: `error`, `warn`, `info`, `debug` or `trace`.",
    ),
    setting(
        "smtp.host",
        "none: mails wait in the outbox",
        "The mail server's name or address.",
    ),
    setting(
        "smtp.port",
        "587 with starttls, 465 with tls, 25 with none",
        "The mail server's port.",
    ),
    setting(
        "smtp.encryption",
        "starttls",
        "`starttls`, `tls` from the first byte, or `none` for a server on the same machine.",
    ),
    setting(
        "smtp.user",
        "none",
        "The user name, if the mail server asks for one.",
    ),
    secret(
        "smtp.password",
        "none",
        "The password that belongs to the user name.",
    ),
    setting(
        "smtp.password_file",
        "none",
        "A file that holds the password, instead of `smtp.password`.",
    ),
    setting(
        "smtp.from",
        "none",
        "The address mails come from; needed with `smtp.host`.",
    ),
    setting("smtp.from_name", "Seatwise", "The name mails come from."),
];

/// The setting of a name.
pub fn find(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}
