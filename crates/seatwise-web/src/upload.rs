//! A form with a file in it: the file goes to the disk as it comes, never into memory.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::{FromRequest as _, Multipart};
use axum::http::{HeaderValue, Request, header};
use seatwise_domain::problem;
use tempfile::TempPath;
use tokio::io::AsyncWriteExt as _;

use crate::problem::Problem;

/// The longest text field of such a form, in bytes.
const TEXT_MOST: usize = 16 * 1024;
/// The longest name of a file, in characters.
const NAME_MOST: usize = 200;

/// What came.
#[derive(Debug)]
pub struct Received {
    /// The fields.
    pub fields: BTreeMap<String, String>,
    /// What the file is called, and where it lies until this is dropped.
    pub file: Option<(String, TempPath)>,
}

/// Reads the form. `kind` is the content type with its boundary.
pub async fn receive(kind: HeaderValue, body: Body) -> Result<Received, Problem> {
    let mut request = Request::new(body);
    request.headers_mut().insert(header::CONTENT_TYPE, kind);
    let unreadable = || Problem::new(&problem::BAD_REQUEST);
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| unreadable())?;
    let mut received = Received {
        fields: BTreeMap::new(),
        file: None,
    };
    while let Some(mut field) = form.next_field().await.map_err(|error| refusal(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let shown = shown(field.file_name().unwrap_or_default());
            let (file, path) = tempfile::NamedTempFile::new()
                .map_err(|error| failure(&error))?
                .into_parts();
            let mut out = tokio::fs::File::from_std(file);
            while let Some(bytes) = field.chunk().await.map_err(|error| refusal(&error))? {
                out.write_all(&bytes)
                    .await
                    .map_err(|error| failure(&error))?;
            }
            out.flush().await.map_err(|error| failure(&error))?;
            received.file = Some((shown, path));
        } else {
            let mut text = Vec::new();
            while let Some(bytes) = field.chunk().await.map_err(|error| refusal(&error))? {
                text.extend_from_slice(&bytes);
                if text.len() > TEXT_MOST {
                    return Err(Problem::new(&problem::TOO_LARGE));
                }
            }
            let text = String::from_utf8(text).map_err(|_| unreadable())?;
            received.fields.insert(name, text);
        }
    }
    Ok(received)
}

/// The name without folders and without what can't be shown; nothing is ever opened by it (AB-129).
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|c| !c.is_control())
        .take(NAME_MOST)
        .collect()
}

fn refusal(error: &axum::extract::multipart::MultipartError) -> Problem {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Problem::new(&problem::FILE_TOO_LARGE)
    } else {
        Problem::new(&problem::BAD_REQUEST)
    }
}

fn failure(error: &std::io::Error) -> Problem {
    tracing::error!(%error, "an upload could not be kept");
    if error.kind() == std::io::ErrorKind::StorageFull {
        Problem::new(&problem::DISK_FULL)
    } else {
        Problem::new(&problem::INTERNAL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ab129_a_file_name_leads_nowhere() {
        assert_eq!(shown("../../etc/passwd"), "passwd");
        assert_eq!(shown("C:\\Users\\x\\Liste.xlsx"), "Liste.xlsx");
        assert_eq!(shown("a\0b\r\n.csv"), "ab.csv");
    }
}
