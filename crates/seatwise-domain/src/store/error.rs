//! What can go wrong below an operation, sorted by what a caller can do about it.

use crate::problem::{self, ProblemKind, ToProblem};

/// A failure of the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another transaction was in the way; the same operation may go through when tried again.
    #[error("the database is busy")]
    Busy(#[source] sqlx::Error),
    /// No connection: the server is down, the file is gone or the pool is exhausted.
    #[error("the database cannot be reached")]
    Gone(#[source] sqlx::Error),
    /// The database takes no writes at present: a standby, or a file without the right to write.
    #[error("the database only reads")]
    ReadOnly(#[source] sqlx::Error),
    /// No space left for a write.
    #[error("the disk is full")]
    Full(#[source] sqlx::Error),
    /// A unique key exists already; holds the database's own words.
    #[error("a unique key exists already: {0}")]
    Duplicate(String),
    /// The idempotency key was used with another body.
    #[error("the idempotency key belongs to another request")]
    KeyReused,
    /// The idempotency key was used already, and its effect is there.
    #[error("the idempotency key was used before")]
    KeySeen,
    /// The job's lease went to another worker, which does its work now.
    #[error("the lease of the job has ended")]
    LeaseLost,
    /// The schema is newer than this program or half migrated.
    #[error("the database schema does not fit this program: {0}")]
    Schema(String),
    /// A fault of ours: wrong statement, wrong type, broken row.
    #[error("database fault")]
    Fault(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl StoreError {
    /// True when the same operation may go through when it is tried again at once.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::Gone(_))
    }

    /// A fault with a sentence of our own.
    pub fn fault(text: impl Into<String>) -> Self {
        Self::Fault(text.into().into())
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(inner) => {
                if inner.is_unique_violation() {
                    return Self::Duplicate(inner.message().to_owned());
                }
                let code = inner.code().unwrap_or_default().into_owned();
                classify(&code, error)
            }
            // A server that hangs up while a line is made answers with nothing, which sqlx takes for a wrong answer.
            sqlx::Error::Protocol(_)
            | sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Tls(_) => Self::Gone(error),
            _ => Self::Fault(error.into()),
        }
    }
}

fn classify(code: &str, error: sqlx::Error) -> StoreError {
    // SQLite gives the extended result code in decimal; the primary one is its lowest byte.
    if let Ok(number) = code.parse::<u32>()
        && code.len() < 5
    {
        return match number & 0xff {
            // A write that a quota or a limit on files cut short; a full device has a code of its own.
            10 if number >> 8 == 3 => StoreError::Full(error),
            5 | 6 => StoreError::Busy(error),
            13 => StoreError::Full(error),
            // A file that was moved away is gone; another one that takes no writes may be read on.
            8 if number >> 8 != 4 => StoreError::ReadOnly(error),
            8 | 10 | 11 | 14 | 26 => StoreError::Gone(error),
            _ => StoreError::Fault(error.into()),
        };
    }
    match code {
        "40001" | "40P01" | "55P03" | "57014" => StoreError::Busy(error),
        "25006" => StoreError::ReadOnly(error),
        "53100" => StoreError::Full(error),
        _ if code.starts_with("08") || code.starts_with("57P") || code.starts_with("53") => {
            StoreError::Gone(error)
        }
        _ => StoreError::Fault(error.into()),
    }
}

impl ToProblem for StoreError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Busy(_) | Self::LeaseLost => &problem::BUSY,
            Self::Gone(_) => &problem::DATABASE_GONE,
            Self::ReadOnly(_) => &problem::DATABASE_READ_ONLY,
            Self::Full(_) => &problem::DISK_FULL,
            Self::Duplicate(_) => &problem::CHANGED_MEANWHILE,
            Self::KeyReused => &problem::KEY_REUSED,
            Self::KeySeen => &problem::KEY_IN_DOUBT,
            Self::Schema(_) | Self::Fault(_) => &problem::INTERNAL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the database answers, by code alone.
    fn of(code: &str) -> &'static str {
        classify(code, sqlx::Error::RowNotFound).problem().code
    }

    #[test]
    fn codes_of_both_databases_are_sorted_by_what_a_caller_can_do() {
        for (code, problem) in [
            // PostgreSQL: disk_full, out_of_memory, too_many_connections, admin_shutdown, connection_failure.
            ("53100", "disk-full"),
            ("53200", "database-gone"),
            ("53300", "database-gone"),
            ("57P01", "database-gone"),
            ("08006", "database-gone"),
            ("25006", "database-read-only"),
            ("40001", "busy"),
            ("55P03", "busy"),
            ("42P01", "internal"),
            // SQLite: full, a write that a limit cut short, busy, locked, read-only, gone.
            ("13", "disk-full"),
            ("778", "disk-full"),
            ("5", "busy"),
            ("262", "busy"),
            ("8", "database-read-only"),
            ("1032", "database-gone"),
            ("14", "database-gone"),
            ("1", "internal"),
        ] {
            assert_eq!(of(code), problem, "{code}");
        }
    }
}
