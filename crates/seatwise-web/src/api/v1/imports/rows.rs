//! The rows of an import, and those that were not taken as a file.

use seatwise_domain::authz::RunImports;
use seatwise_domain::ids::{ImportId, RecordId, UserId};
use seatwise_domain::imports::{self, ImportKind, RowReport};
use seatwise_domain::roles::RoleKey;
use seatwise_domain::store::{Count, Cursor, Page};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::find;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{Paged, RoleRef, VerdictWord};
use crate::export::{self, Format};
use crate::locale::Lang;
use crate::role_words;

/// Which rows.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RowQuery {
    /// With this verdict; may be given several times.
    #[schema(nullable = false, max_items = 20)]
    verdict: Option<Vec<VerdictWord>>,
}

/// Something worth knowing about a row.
#[derive(Debug, Serialize, ToSchema)]
struct RemarkLine {
    /// What it says.
    code: String,
    /// The field it is about.
    #[schema(required)]
    field: Option<String>,
    /// The value as it stands in the file.
    value: String,
}

/// A role or permission set that a row gives.
#[derive(Debug, Serialize, ToSchema)]
struct GivenRole {
    key: RoleRef,
    /// What the account calls it, or its name in the reader's language.
    name: String,
}

/// A row with what happens or happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowLine {
    /// The number that the office program shows.
    number: u32,
    /// The cells as they stand in the file.
    cells: Vec<String>,
    /// Null before the dry run.
    #[schema(required)]
    verdict: Option<VerdictWord>,
    /// Why.
    #[schema(required)]
    reason: Option<String>,
    /// The field that the reason is about.
    #[schema(required)]
    field: Option<String>,
    /// The value as it stands in the file.
    value: String,
    /// Another row of the file that the reason names.
    #[schema(required)]
    other_row: Option<u32>,
    /// Somebody or something that exists and that the reason names.
    #[schema(required)]
    other_id: Option<String>,
    /// People: the roles and permission sets that the row gives.
    roles: Vec<GivenRole>,
    remarks: Vec<RemarkLine>,
    /// The person or lead that the row made or changed.
    #[schema(required)]
    subject_id: Option<String>,
}

fn line(lang: Lang, kind: ImportKind, row: RowReport) -> RowLine {
    let word = |field: imports::Field| field.as_str().to_owned();
    let roles = row.detail.roles.iter().filter_map(|role| {
        let key: RoleKey = role.id.parse().ok()?;
        let name = role_words::called(lang, &key, &role.name);
        Some(GivenRole {
            key: key.into(),
            name,
        })
    });
    RowLine {
        number: row.number,
        cells: row.cells,
        verdict: row.verdict.map(Into::into),
        reason: row.reason.map(|reason| reason.as_str().to_owned()),
        field: row.detail.field.map(word),
        value: row.detail.value,
        other_row: row.detail.row,
        roles: roles.collect(),
        other_id: row.detail.other.map(|other| other.id),
        remarks: row
            .detail
            .notes
            .into_iter()
            .map(|note| RemarkLine {
                code: note.code.as_str().to_owned(),
                field: note.field.map(word),
                value: note.value,
            })
            .collect(),
        subject_id: row.subject.map(|id| match kind {
            ImportKind::Users => UserId(id).to_string(),
            ImportKind::Leads => RecordId(id).to_string(),
        }),
    }
}

/// A page, in the order of the file. The cursor holds the number of the last row.
pub async fn list(call: Call) -> Done {
    let id: ImportId = call.id("id")?;
    let verdicts: Vec<_> = call
        .query::<RowQuery>()?
        .verdict
        .unwrap_or_default()
        .into_iter()
        .map(Into::into)
        .collect();
    let (cursor, size) = call.page()?;
    let after = cursor
        .and_then(|cursor| cursor.key.parse().ok())
        .unwrap_or_default();
    let import = find(&call, id).await?;
    let scope = call.caller()?.scope::<RunImports>()?;
    let mut tx = call.app.db.read().await?;
    let limit = u32::try_from(size.with_next()).unwrap_or(u32::MAX);
    let mut items = imports::rows(&mut tx, &scope, id, &verdicts, after, limit).await?;
    let more = items.len() > size.get();
    items.truncate(size.get());
    let next = items.last().filter(|_| more).map(|last| Cursor {
        key: last.number.to_string(),
        id: id.0,
        back: false,
    });
    let page = Page {
        items,
        next,
        previous: None,
        total: Count::exact(0),
    };
    Ok(Answer::ok(&Paged::uncounted(page, |row| {
        line(call.lang, import.kind, row)
    })))
}

/// The rows that were not taken, to be put right and uploaded again.
pub async fn problems(call: Call) -> Done {
    let import = find(&call, call.id("id")?).await?;
    let bytes = export::problem_rows(&call.app.db, call.caller()?, &import, call.lang).await?;
    let name = "problems.csv";
    Ok(Answer::file(Format::Csv.media(), name, bytes.into()))
}
