//! The history of imports, and the rows of one.

use super::judge::Verdict;
use super::report::RowReport;
use super::veil::{veiled, veiled_rows};
use super::{Import, sql, stopped};
use crate::args;
use crate::authz::{RunImports, Scope};
use crate::ids::ImportId;
use crate::store::{Reads, Sql, StoreError};

/// An import.
pub async fn find(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
) -> Result<Option<Import>, StoreError> {
    let mut found = sql::find(tx, scope.tenant(), import).await?;
    stopped::tell(tx, scope.tenant(), found.as_mut_slice()).await?;
    Ok(found.map(|import| veiled(import, scope)))
}

/// Imports of the account, newest first; `before` is the last id of the page before.
pub async fn list(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    before: Option<ImportId>,
    limit: u32,
) -> Result<Vec<Import>, StoreError> {
    let mut sql = Sql::new(
        "select id, kind, file_name, state, shape, mapping, options, totals, rows_total, rows_done, event_id,
                created_by, created_at, finished_at, mailed_at, undo_until
           from imports",
    )
    .push(" where tenant_id = $? and state <> 'uploading'", args![scope.tenant()]);
    if let Some(before) = before {
        sql.add(" and id < $?", args![before]);
    }
    sql.add(" order by id desc limit $?", args![limit.min(200)]);
    let mut found: Vec<Import> = tx.all(sql).await?;
    stopped::tell(tx, scope.tenant(), &mut found).await?;
    let found = found.into_iter();
    Ok(found.map(|import| veiled(import, scope)).collect())
}

/// Rows of an import with what was said about them, in the order of the file, at most 500. `after` is the number of the
/// last row of the page before; with verdicts, only rows that have one of them.
pub async fn rows(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
    verdicts: &[Verdict],
    after: u32,
    limit: u32,
) -> Result<Vec<RowReport>, StoreError> {
    let sql = rows_of(scope, import, verdicts)
        .push(" and row_no > $?", args![after])
        .push(" order by row_no limit $?", args![limit.min(500)]);
    let found = tx.all(sql).await?;
    veiled_rows(tx, scope, import, found).await
}

/// Rows about which something is said: why they are not taken, what was not taken from them, or which roles they give to
/// people who were there; at most 500, in the order of the file.
pub async fn told_rows(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
    limit: u32,
) -> Result<Vec<RowReport>, StoreError> {
    let odd = [
        Verdict::Skip,
        Verdict::NoSeat,
        Verdict::Problem,
        Verdict::Failed,
    ];
    let sql = rows_of(scope, import, &[])
        .push(" and (detail is not null or verdict in ", args![])
        .list(odd.iter().map(|verdict| verdict.as_str()))
        .push(") order by row_no limit $?", args![limit.min(500)]);
    let mut found: Vec<RowReport> = tx.all(sql).await?;
    found.retain(|row| {
        let gains = row.verdict == Some(Verdict::Update) && !row.detail.roles.is_empty();
        gains || row.reason.is_some() || !row.detail.notes.is_empty()
    });
    veiled_rows(tx, scope, import, found).await
}

/// The rows before a row, in the order of the file: the page before.
pub async fn rows_before(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
    verdicts: &[Verdict],
    before: u32,
    limit: u32,
) -> Result<Vec<RowReport>, StoreError> {
    let sql = rows_of(scope, import, verdicts)
        .push(" and row_no < $?", args![before])
        .push(" order by row_no desc limit $?", args![limit.min(500)]);
    let mut found: Vec<RowReport> = tx.all(sql).await?;
    found.reverse();
    veiled_rows(tx, scope, import, found).await
}

fn rows_of(scope: &Scope<RunImports>, import: ImportId, verdicts: &[Verdict]) -> Sql {
    let sql =
        Sql::new("select row_no, cells, verdict, reason, detail, subject_id from import_rows")
            .push(
                " where tenant_id = $? and import_id = $?",
                args![scope.tenant(), import],
            );
    if verdicts.is_empty() {
        return sql;
    }
    sql.push(" and verdict in ", args![])
        .list(verdicts.iter().map(|verdict| verdict.as_str()))
}
