//! Whether the database can do its work now: reads, writes, and for an embedded one whether its file is still in place.

use std::io::{Error, ErrorKind};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::db::{Db, Pools};

/// The number stays; only the instant changes, so that a full disk shows.
const WRITE: &str = "insert into probes (id, written_at) values (1, $1)
                     on conflict (id) do update set written_at = excluded.written_at";
/// Shorter than anybody who asks waits.
const PATIENCE: &str = "set local lock_timeout = '1s'";

/// An open database file, told from another one that has its name now.
#[derive(Debug)]
pub(super) struct OpenFile {
    path: PathBuf,
    device: u64,
    inode: u64,
}

impl OpenFile {
    /// Remembers which file a path names.
    pub fn at(path: &Path) -> Result<Self, StoreError> {
        let found = std::fs::metadata(path).map_err(sqlx::Error::Io)?;
        Ok(Self {
            path: path.to_owned(),
            device: found.dev(),
            inode: found.ino(),
        })
    }

    /// The path it was opened under.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Fails once the file was removed or replaced: what is written then is written into nothing.
    pub fn is_in_place(&self) -> Result<(), StoreError> {
        let found = std::fs::metadata(&self.path).map_err(sqlx::Error::Io)?;
        if (found.dev(), found.ino()) == (self.device, self.inode) {
            return Ok(());
        }
        let words = format!("{} is another file now", self.path.display());
        Err(sqlx::Error::Io(Error::new(ErrorKind::NotFound, words)).into())
    }
}

impl Db {
    /// Asks the database to read and to write: a full disk, a lock and a server that only reads show only then.
    pub async fn probe(&self) -> Result<(), StoreError> {
        self.ping().await?;
        let now = self.now().micros();
        match self.pools() {
            Pools::Sqlite { write, file, .. } => {
                file.is_in_place()?;
                sqlx::query(WRITE).bind(now).execute(write).await?;
            }
            Pools::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                sqlx::query(PATIENCE).execute(&mut *tx).await?;
                sqlx::query(WRITE).bind(now).execute(&mut *tx).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }
}
