//! A file comes in.

use std::str::FromStr;

use seatwise_domain::authz::SeatKind;
use seatwise_domain::imports::{self, Encoding, ImportKind, MapError, Options, Upload, Wishes};
use seatwise_domain::problem::{self, ProblemKind};
use utoipa::ToSchema;

use super::ImportAnswer;
use crate::api::call::{Answer, Call, Content};
use crate::api::operation::Done;
use crate::api::types::{EncodingWord, ImportKindWord, SeatKindWord, ShortText};
use crate::problem::{Field, Problem};
use crate::upload;

/// The form.
#[derive(Debug, ToSchema)]
#[expect(
    dead_code,
    reason = "the document is made of it; the fields come one by one"
)]
pub struct UploadForm {
    /// People without.
    #[schema(nullable = false)]
    kind: Option<ImportKindWord>,
    /// The kind of seat that the people take; sales seats without.
    #[schema(nullable = false)]
    seat_kind: Option<SeatKindWord>,
    /// CSV or XLSX, at most 64 MB.
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<u8>,
    /// The encoding of a text file, where the guess is wrong.
    #[schema(nullable = false)]
    encoding: Option<EncodingWord>,
    /// The separator of a text file, where the guess is wrong.
    #[schema(nullable = false)]
    separator: Option<ShortText>,
    /// The sheet of a workbook, by its name.
    #[schema(nullable = false)]
    sheet: Option<ShortText>,
    /// The row of the header, as the office program numbers it.
    #[schema(nullable = false, minimum = 1, maximum = 2_147_483_647)]
    header_row: Option<u32>,
}

fn wrong(name: &str, kind: &'static ProblemKind) -> Problem {
    Problem::input(vec![Field {
        pointer: format!("/{name}"),
        kind,
        values: Vec::new(),
    }])
}

/// Takes a file and reads it into rows.
pub async fn upload(mut call: Call) -> Done {
    let Content::Form { kind, body } = std::mem::replace(&mut call.content, Content::Nothing)
    else {
        return Err(Problem::new(&problem::BAD_REQUEST));
    };
    let body = body
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut received = upload::receive(kind, body).await?;
    let mut take = |name: &str| received.fields.remove(name).filter(|text| !text.is_empty());
    let kind = take("kind").unwrap_or_else(|| ImportKind::Users.as_str().to_owned());
    let kind = ImportKind::from_str(&kind).map_err(|_| wrong("kind", &problem::FIELD_CHOICE))?;
    let seat_kind = match take("seat_kind") {
        None => None,
        Some(word) => Some(
            SeatKind::from_str(&word).map_err(|_| wrong("seat_kind", &problem::FIELD_CHOICE))?,
        ),
    };
    let wishes = Wishes {
        encoding: match take("encoding") {
            None => None,
            Some(name) => Some(
                Encoding::from_code(&name)
                    .ok_or_else(|| wrong("encoding", &problem::FIELD_CHOICE))?,
            ),
        },
        separator: take("separator").and_then(|text| text.chars().next()),
        sheet: take("sheet"),
        header_row: match take("header_row") {
            None => None,
            Some(text) => Some(
                text.parse()
                    .map_err(|_| wrong("header_row", &problem::FIELD_TYPE))?,
            ),
        },
    };
    if let Some(name) = received.fields.into_keys().next() {
        return Err(wrong(&name, &problem::FIELD_UNKNOWN));
    }
    let (file_name, path) = received
        .file
        .ok_or_else(|| wrong("file", &problem::FIELD_MISSING))?;
    let command = Upload {
        kind,
        path: path.to_path_buf(),
        file_name,
        wishes,
    };
    let mut import = imports::upload(&call.app.db, call.caller()?, command).await?;
    if let Some(seat_kind) = seat_kind.filter(|kind| *kind != import.options.seat_kind) {
        let options = Options {
            seat_kind,
            ..import.options.clone()
        };
        let mapping = import.mapping.clone();
        let mapped =
            imports::map(&call.app.db, call.caller()?, import.id, &mapping, &options).await;
        // A guess that is not complete yet is no fault of the upload; the mapping says it later.
        import = match mapped {
            Err(MapError::Mapping(_)) => import,
            other => other?,
        };
    }
    let place = format!("/imports/{}", import.id);
    Ok(Answer::created(&ImportAnswer::from(import), &place))
}
