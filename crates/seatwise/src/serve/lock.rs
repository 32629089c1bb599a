//! One server for an embedded database: a second one would take the first one's jobs for a dead server's.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::database;
use crate::failure::{Exit, Failure};

/// Held as long as the server runs; the machine frees it also after a kill.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock beside a database file.
    pub fn take(database: &Path) -> Result<Self, Failure> {
        database::make_folder(database.parent().unwrap_or(Path::new("")))?;
        let mut name = database.as_os_str().to_owned();
        name.push(".lock");
        let path = Path::new(&name);
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        let file = options
            .open(path)
            .map_err(|error| Failure::io(path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                let message = format!("another server works with {}", database.display());
                Err(Failure::new(Exit::Unavailable, "already-running", message))
            }
            Err(TryLockError::Error(error)) => Err(Failure::io(path, &error)),
        }
    }
}
