//! How a command fails: an exit code for scripts, a code and a sentence for people.

use std::error::Error;
use std::path::Path;

use seatwise_domain::problem::{Class, ToProblem};
use seatwise_domain::store::StoreError;
use seatwise_web::locale::Lang;
use seatwise_web::problem::advice;

use crate::config::{ConfigError, Wrong};

/// Exit codes; `docs/operations.md` lists them, and scripts rely on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// A fault of the program or of the machine.
    Fault = 1,
    /// The command line makes no sense (clap uses the same number).
    Usage = 2,
    /// A setting is wrong.
    Settings = 3,
    /// A rule of the product refuses.
    Refused = 4,
    /// There is no such thing.
    Missing = 5,
    /// The database cannot be reached or is busy; the same command may work later.
    Unavailable = 6,
    /// The disk is full.
    DiskFull = 7,
    /// The database was made by another version.
    Schema = 8,
    /// The backup is damaged or none.
    Backup = 9,
}

/// A command that did not do its work.
#[derive(Debug)]
pub struct Failure {
    /// For scripts.
    pub exit: Exit,
    /// Public and stable, like the codes of the API.
    pub code: &'static str,
    /// For people: what is wrong.
    pub message: String,
    /// What to do about it, where there is more to say.
    pub detail: Option<String>,
    /// Wrong settings, one by one.
    pub wrong: Vec<Wrong>,
}

impl Failure {
    /// With a sentence.
    pub fn new(exit: Exit, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            exit,
            code,
            message: message.into(),
            detail: None,
            wrong: Vec::new(),
        }
    }

    /// A file or folder that the machine did not give.
    pub fn io(path: &Path, error: &std::io::Error) -> Self {
        let message = format!("{}: {error}", path.display());
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::new(Exit::Missing, "no-such-file", message),
            std::io::ErrorKind::StorageFull
            | std::io::ErrorKind::QuotaExceeded
            | std::io::ErrorKind::FileTooLarge => Self::new(Exit::DiskFull, "disk-full", message),
            _ => Self::new(Exit::Fault, "file", message),
        }
    }

    /// The command line makes no sense.
    pub fn of_usage(error: &clap::Error) -> Self {
        use clap::error::ErrorKind;
        if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            return Self::usage("the command is missing; --help lists them");
        }
        let words = error.render().to_string();
        Self::usage(words.trim().trim_start_matches("error: "))
    }

    /// The command line makes no sense for a reason that clap cannot know.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, "usage", message)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self {
            exit: Exit::Settings,
            code: "settings",
            message: error.to_string(),
            detail: None,
            wrong: error.0,
        }
    }
}

impl<E: ToProblem + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        let problem = error.problem();
        let schema = (&error as &dyn std::any::Any)
            .downcast_ref::<StoreError>()
            .is_some_and(|error| matches!(error, StoreError::Schema(_)));
        let exit = match problem.class {
            _ if schema => Exit::Schema,
            Class::Missing => Exit::Missing,
            Class::Retry => Exit::Unavailable,
            Class::Full => Exit::DiskFull,
            Class::Internal => Exit::Fault,
            Class::Invalid
            | Class::Conflict
            | Class::Unauthenticated
            | Class::Denied
            | Class::TooMany
            | Class::TooLarge => Exit::Refused,
        };
        let code = if schema { "schema" } else { problem.code };
        Self {
            // The words of the pages, which are the same at every door; their advice about faults is for
            // people who do not run the server.
            detail: matches!(exit, Exit::Refused)
                .then(|| advice(Lang::En, &error))
                .flatten(),
            ..Self::new(exit, code, chain(&error))
        }
    }
}

/// An error with its causes in one line.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !text.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        cause = error.source();
    }
    text
}
