//! Tables that are sent as a file: written to a temporary file first, so that a large one needs no memory.

use std::fs::File;
use std::io::{self, BufWriter, Seek as _};

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use seatwise_domain::problem;
use seatwise_tables::{Cell, Target, WriteError, Writer};
use tokio_util::io::ReaderStream;

use super::failure::Failure;
use crate::locale::Lang;
use crate::shell::Shell;
use crate::signed::Signed;

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with separators.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The word in the audit log and the end of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    const fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Why a file cannot be sent.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct DownloadError(#[from] WriteError);

impl From<io::Error> for DownloadError {
    fn from(error: io::Error) -> Self {
        Self(WriteError::Io(error))
    }
}

impl DownloadError {
    /// The page that says why not.
    pub fn page(&self, signed: &Signed) -> Failure {
        tracing::error!(request_id = signed.request_id, error = %self.0, "a file was not written");
        match &self.0 {
            WriteError::Io(error) if error.kind() == io::ErrorKind::StorageFull => {
                signed.refuse(&problem::DISK_FULL)
            }
            WriteError::TooLarge => signed.refuse(&problem::TOO_LARGE),
            WriteError::Io(_) | WriteError::Workbook(_) => signed.refuse(&problem::INTERNAL),
        }
    }
}

/// A file that is being written.
pub struct Download {
    writer: Writer<BufWriter<File>>,
    format: Format,
}

impl Download {
    /// Begins a file with its header.
    pub fn begin(
        shell: &Shell,
        format: Format,
        sheet: &str,
        headers: &[String],
    ) -> Result<Self, DownloadError> {
        Self::begin_with(shell, format, sheet, headers, None)
    }

    /// The same with the separator of another file, where there is one.
    pub fn begin_with(
        shell: &Shell,
        format: Format,
        sheet: &str,
        headers: &[String],
        separator: Option<char>,
    ) -> Result<Self, DownloadError> {
        let zone = shell.zone.clone();
        let target = match format {
            Format::Csv => Target::Csv {
                separator: separator.unwrap_or_else(|| usual_separator(shell.lang)),
                zone,
            },
            Format::Xlsx => Target::Xlsx {
                sheet: sheet.to_owned(),
                zone,
            },
        };
        let file = BufWriter::new(tempfile::tempfile()?);
        Ok(Self {
            writer: Writer::new(file, &target, headers)?,
            format,
        })
    }

    /// Writes a row.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), DownloadError> {
        Ok(self.writer.row(cells)?)
    }

    /// Ends the file and sends it under a name.
    pub async fn answer(self, name: &str) -> Result<Response, DownloadError> {
        let Self { writer, format } = self;
        let finished = tokio::task::spawn_blocking(move || {
            let file = writer.finish()?;
            let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.rewind()?;
            Ok::<File, DownloadError>(file)
        });
        let file = finished.await.map_err(io::Error::other)??;
        let length = file.metadata()?.len();
        let stream = ReaderStream::new(tokio::fs::File::from_std(file));
        let mut answer = Body::from_stream(stream).into_response();
        let headers = answer.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(format.media()),
        );
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        let disposition = format!("attachment; filename=\"{name}.{}\"", format.ending());
        if let Ok(value) = HeaderValue::from_str(&disposition) {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
        Ok(answer)
    }
}

/// What the office programs of these languages take for a separator.
const fn usual_separator(lang: Lang) -> char {
    match lang {
        Lang::En | Lang::Zh => ',',
        Lang::De | Lang::Ru | Lang::Uk => ';',
    }
}
