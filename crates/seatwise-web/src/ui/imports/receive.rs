//! Takes an uploaded file, piece by piece, into a temporary file.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use seatwise_tables::Limits;
use tempfile::{NamedTempFile, TempPath};
use tokio::io::AsyncWriteExt as _;

/// The longest text of a field beside the file.
const TEXT_MAX: usize = 1_000;
/// How much is read of what is too large, so that the browser hears the answer instead of a broken line.
const DRAINED: u64 = 16;

/// A form with a file.
#[derive(Default)]
pub struct Received {
    /// The other fields.
    pub texts: HashMap<String, String>,
    /// The file; gone from the disk as soon as this is dropped.
    pub file: Option<Sent>,
}

/// A file that was sent.
pub struct Sent {
    /// What it is called.
    pub name: String,
    path: TempPath,
}

impl Sent {
    /// Where it lies.
    pub fn path(&self) -> PathBuf {
        self.path.to_path_buf()
    }
}

/// Why nothing was taken.
pub enum ReceiveError {
    /// Larger than a file may be.
    TooLarge,
    /// Not a form with a file, or cut off.
    Broken,
    /// The disk does not take it.
    Disk(io::Error),
}

impl From<MultipartError> for ReceiveError {
    fn from(_: MultipartError) -> Self {
        Self::Broken
    }
}

impl From<io::Error> for ReceiveError {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// Megabytes that a file may have.
pub fn megabytes() -> u64 {
    Limits::default().bytes >> 20
}

/// Reads the form.
pub async fn receive(mut form: Multipart) -> Result<Received, ReceiveError> {
    let mut received = Received::default();
    while let Some(field) = form.next_field().await? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        match field.file_name().map(str::to_owned) {
            None => {
                received.texts.insert(name, text(field).await?);
            }
            Some(file_name) if file_name.is_empty() => {}
            Some(file_name) => received.file = Some(store(field, file_name).await?),
        }
    }
    Ok(received)
}

async fn text(mut field: Field<'_>) -> Result<String, ReceiveError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > TEXT_MAX {
            return Err(ReceiveError::Broken);
        }
    }
    String::from_utf8(bytes).map_err(|_| ReceiveError::Broken)
}

async fn store(mut field: Field<'_>, name: String) -> Result<Sent, ReceiveError> {
    let limit = Limits::default().bytes;
    let (file, path) = tokio::task::spawn_blocking(NamedTempFile::new)
        .await
        .map_err(io::Error::other)??
        .into_parts();
    let mut file = tokio::fs::File::from_std(file);
    let mut size: u64 = 0;
    while let Some(chunk) = field.chunk().await? {
        size += chunk.len() as u64;
        if size <= limit {
            file.write_all(&chunk).await?;
        } else if size > limit * DRAINED {
            break;
        }
    }
    file.flush().await?;
    if size > limit {
        return Err(ReceiveError::TooLarge);
    }
    Ok(Sent { name, path })
}
