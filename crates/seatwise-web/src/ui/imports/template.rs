//! An empty file with the names of all columns, to be filled in.

use axum::extract::Path;
use seatwise_domain::imports::{Field, ImportKind};
use seatwise_domain::problem;

use super::words;
use crate::signed::Signed;
use crate::ui::download::{Download, Format};
use crate::ui::failure::Answer;

/// The file: `users.csv`, `users.xlsx`, `leads.csv` or `leads.xlsx`, in the reader's language.
pub async fn file(signed: Signed, Path((_, name)): Path<(String, String)>) -> Answer {
    super::scope(&signed)?;
    let asked = name.split_once('.').and_then(|(kind, ending)| {
        let formats = [Format::Csv, Format::Xlsx];
        let format = formats.into_iter().find(|format| format.ending() == ending);
        Some((kind.parse::<ImportKind>().ok()?, format?))
    });
    let Some((kind, format)) = asked else {
        return Err(signed.refuse(&problem::NOT_FOUND));
    };
    let shell = &signed.shell;
    let headers: Vec<String> = Field::template(kind)
        .into_iter()
        .map(|field| words::field(shell, field))
        .collect();
    let file = Download::begin(shell, format, &words::kind(shell, kind), &headers)
        .map_err(|error| error.page(&signed))?;
    let answer = file.answer(&format!("seatwise-{}", kind.as_str())).await;
    answer.map_err(|error| error.page(&signed))
}
