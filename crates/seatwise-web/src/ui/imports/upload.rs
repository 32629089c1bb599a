//! The first step: a file, and what it brings.

use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::imports::{self, Field, ImportKind, Upload, UploadError};
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::records::FIELD_MAX;
use seatwise_domain::text::NAME_MAX as TEXT_MAX;
use seatwise_tables::{Encoding, Wishes};
use serde::Deserialize;

use super::receive::{self, ReceiveError, Received};
use super::words;
use crate::app::App;
use crate::cookies::Flash;
use crate::import_words;
use crate::parts::{self, Input, Step, Tab, choice, field, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Radio;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct NewQuery {
    kind: Option<String>,
}

/// What is read from the file of one kind.
struct Columns {
    kind: String,
    names: String,
    needed: String,
    /// Empty files to fill in.
    templates: Vec<Tab>,
}

#[derive(Template)]
#[template(path = "imports/new.html")]
struct UploadPage<'a> {
    shell: &'a Shell,
    steps: Vec<Step>,
    kinds: Vec<Radio>,
    columns: Vec<Columns>,
    limits: String,
    error: Option<String>,
    hint: String,
    more: Vec<Input>,
    more_open: bool,
}

/// The form.
pub async fn form(mut signed: Signed, Query(query): Query<NewQuery>) -> Answer {
    super::scope(&signed)?;
    let kind = kind_of(query.kind.as_deref());
    Ok(page(&mut signed, kind, &Received::default(), None))
}

/// Takes the file.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    form: Result<Multipart, MultipartRejection>,
) -> Answer {
    super::scope(&signed)?;
    let Ok(form) = form else {
        return Err(signed.refuse(&problem::BAD_REQUEST));
    };
    let received = match receive::receive(form).await {
        Ok(received) => received,
        Err(ReceiveError::TooLarge) => {
            let words = too_large(&signed.shell);
            let nothing = Received::default();
            let wrong = Some((StatusCode::PAYLOAD_TOO_LARGE, words));
            return Ok(page(&mut signed, ImportKind::Users, &nothing, wrong));
        }
        Err(ReceiveError::Broken) => return Err(signed.refuse(&problem::BAD_REQUEST)),
        Err(ReceiveError::Disk(error)) => {
            tracing::error!(request_id = signed.request_id, %error, "an upload was not kept");
            let full = error.kind() == std::io::ErrorKind::StorageFull;
            let kind = if full {
                &problem::DISK_FULL
            } else {
                &problem::INTERNAL
            };
            return Err(signed.refuse(kind));
        }
    };
    let kind = kind_of(received.texts.get("kind").map(String::as_str));
    let Some(file) = &received.file else {
        let words = signed.shell.t("imports-file-none").to_string();
        let wrong = Some((StatusCode::UNPROCESSABLE_ENTITY, words));
        return Ok(page(&mut signed, kind, &received, wrong));
    };
    let upload = Upload {
        kind,
        path: file.path(),
        file_name: file.name.clone(),
        wishes: wishes(&received),
    };
    match imports::upload(&app.db, &signed.caller, upload).await {
        Ok(import) => Ok(signed.go(
            &format!("/imports/{}/match", import.id),
            &Flash::new("imports-uploaded").count(import.rows_total),
        )),
        Err(UploadError::File(error)) => {
            let error = UploadError::File(error);
            let status = crate::problem::status_of(error.problem());
            let words = import_words::file(signed.shell.lang, &error.values()).unwrap_or_default();
            Ok(page(&mut signed, kind, &received, Some((status, words))))
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

fn kind_of(word: Option<&str>) -> ImportKind {
    word.and_then(|word| word.parse().ok())
        .unwrap_or(ImportKind::Users)
}

fn wishes(received: &Received) -> Wishes {
    let text = |name: &str| {
        received
            .texts
            .get(name)
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
    };
    Wishes {
        encoding: text("encoding").and_then(Encoding::from_code),
        separator: text("separator").and_then(|word| match word {
            "comma" => Some(','),
            "semicolon" => Some(';'),
            "tab" => Some('\t'),
            "bar" => Some('|'),
            _ => None,
        }),
        sheet: text("sheet").map(str::to_owned),
        header_row: text("header_row").and_then(|row| row.parse().ok()),
    }
}

fn too_large(shell: &Shell) -> String {
    words::keyed(shell, "imports-file-", "too-large")
        .with("limit", receive::megabytes())
        .to_string()
}

fn page(
    signed: &mut Signed,
    kind: ImportKind,
    received: &Received,
    wrong: Option<(StatusCode, String)>,
) -> Response {
    let title = signed.shell.t("imports-new").to_string();
    signed.shell.at(Section::Imports).crumb(title, None);
    let shell = &signed.shell;
    let kinds = ImportKind::ALL
        .iter()
        .map(|one| Radio {
            name: "kind",
            value: one.as_str(),
            label: words::kind(shell, *one),
            text: words::keyed(shell, "imports-about-", one.as_str()).to_string(),
            checked: *one == kind,
        })
        .collect();
    let status = wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
    let page = UploadPage {
        shell,
        steps: words::steps(shell, None),
        kinds,
        columns: ImportKind::ALL
            .iter()
            .map(|kind| columns(shell, *kind))
            .collect(),
        limits: shell
            .t("imports-columns-limits")
            .with("letters", TEXT_MAX)
            .with("further", FIELD_MAX)
            .to_string(),
        error: wrong.map(|(_, words)| words),
        hint: shell
            .t("imports-file-hint")
            .with("limit", receive::megabytes())
            .to_string(),
        more: more(shell, received),
        more_open: status != StatusCode::OK,
    };
    signed.page_as(status, &page)
}

fn columns(shell: &Shell, kind: ImportKind) -> Columns {
    let names = |fields: &[Field], between: &str| {
        let names: Vec<String> = fields
            .iter()
            .map(|field| words::field(shell, *field))
            .collect();
        names.join(between)
    };
    let template = |ending: &str, key: &str| {
        let href = shell.href(&format!("/imports/template/{}.{ending}", kind.as_str()));
        Tab::new(href, shell.t(key))
    };
    Columns {
        kind: words::kind(shell, kind),
        names: names(&Field::template(kind), ", "),
        needed: shell
            .t("imports-columns-needed")
            .with("fields", names(Field::needed(kind), " / "))
            .to_string(),
        templates: vec![
            template("xlsx", "imports-template-xlsx"),
            template("csv", "imports-template-csv"),
        ],
    }
}

/// What the sender knows better than the file shows.
fn more(shell: &Shell, received: &Received) -> Vec<Input> {
    let typed = |name: &str| received.texts.get(name).map_or("", String::as_str);
    let encodings = Encoding::ALL
        .iter()
        .map(|encoding| choice(encoding.code(), encoding.code().to_uppercase()))
        .collect();
    let separators = ["comma", "semicolon", "tab", "bar"]
        .iter()
        .map(|word| choice(word, words::keyed(shell, "imports-separator-", word)))
        .collect();
    vec![
        select("encoding", shell.t("imports-encoding"), encodings)
            .empty(shell.t("imports-by-itself"))
            .chosen(typed("encoding"))
            .into(),
        select("separator", shell.t("imports-separator"), separators)
            .empty(shell.t("imports-by-itself"))
            .chosen(typed("separator"))
            .into(),
        field("sheet", shell.t("imports-sheet"))
            .optional(shell.t("form-optional"))
            .value(typed("sheet"))
            .autocomplete("off")
            .max(31)
            .into(),
        field("header_row", shell.t("imports-header-row"))
            .optional(shell.t("form-optional"))
            .kind("number")
            .value(typed("header_row"))
            .autocomplete("off")
            .into(),
    ]
}
