//! Statements about the rows of an import.

use uuid::Uuid;

use super::judge::{Detail, Judged, RawRow, Reason, Verdict};
use super::sql::json;
use crate::ids::{ImportId, TenantId};
use crate::store::{Args, FromRow, Reader, Reads, Sql, StoreError, Value, WriteTx};
use crate::{args, stmt};

stmt!(
    REMOVE_ROWS = "delete from import_rows where tenant_id = $1 and import_id = $2 and row_no <= $3",
    LAST_ROW = "select coalesce(max(row_no), 0) from import_rows where tenant_id = $1 and import_id = $2",
    ROWS_AFTER = "select row_no, cells, verdict
                    from import_rows
                   where tenant_id = $1 and import_id = $2 and row_no > $3
                   order by row_no
                   limit $4",
    DONE_ROWS = "select row_no, cells, verdict
                   from import_rows
                  where tenant_id = $1 and import_id = $2 and row_no > $3 and row_no <= $4
                    and verdict in ('create', 'update')
                  order by row_no
                  limit $5",
    MADE_ROWS = "select row_no, verdict, subject_id, before
                   from import_rows
                  where tenant_id = $1 and import_id = $2 and verdict in ('create', 'update') and row_no > $3
                    and row_no <= $4
                  order by row_no
                  limit $5",
    SAVE_ALIKE = "update import_rows
                     set verdict = $5, reason = $6, detail = null, subject_id = null, before = null
                   where tenant_id = $1 and import_id = $2 and row_no >= $3 and row_no <= $4",
    NOT_RUN = "update import_rows
                  set verdict = 'skip', reason = 'not-run', detail = null, subject_id = null, before = null
                where tenant_id = $1 and import_id = $2 and row_no > $3 and row_no <= $4",
);

/// A row that the import made or changed.
#[derive(Debug, Clone)]
pub(super) struct MadeRow {
    pub number: u32,
    pub verdict: Verdict,
    pub subject: Uuid,
    pub before: Option<serde_json::Value>,
}

impl FromRow for MadeRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            number: number(row)?,
            verdict: row.word()?,
            subject: row.id()?,
            before: row.json_opt()?,
        })
    }
}

impl FromRow for RawRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            number: number(row)?,
            cells: row.json_as()?,
            said: row.word_opt()?,
        })
    }
}

pub(super) fn number(row: &mut Reader<'_>) -> Result<u32, StoreError> {
    u32::try_from(row.int()?).map_err(|error| StoreError::Fault(Box::new(error)))
}

pub(super) async fn insert_rows(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    rows: Vec<RawRow>,
) -> Result<(), StoreError> {
    let rows: Vec<Args> = rows
        .into_iter()
        .map(|row| Ok(args![row.number, Value::json(&row.cells)?]))
        .collect::<Result<_, StoreError>>()?;
    let sql = Sql::new("with v (row_no, cells) as (values ")
        .rows(rows)
        .push(
            ") insert into import_rows (tenant_id, import_id, row_no, cells) select $?, $?, row_no, cells from v",
            args![tenant, import],
        );
    tx.run(sql).await.map(drop)
}

pub(super) async fn last_row(
    tx: &mut impl Reads,
    tenant: TenantId,
    import: ImportId,
) -> Result<u64, StoreError> {
    tx.number(LAST_ROW.with(args![tenant, import])).await
}

pub(super) async fn remove_rows(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    until: u64,
) -> Result<(), StoreError> {
    tx.run(REMOVE_ROWS.with(args![tenant, import, until]))
        .await
        .map(drop)
}

pub(super) async fn rows_after(
    tx: &mut impl Reads,
    tenant: TenantId,
    import: ImportId,
    after: u32,
    limit: usize,
) -> Result<Vec<RawRow>, StoreError> {
    tx.all(ROWS_AFTER.with(args![tenant, import, after, limit]))
        .await
}

/// Rows up to `until` that were taken, to know what they claimed.
pub(super) async fn done_rows(
    tx: &mut impl Reads,
    tenant: TenantId,
    import: ImportId,
    (after, until): (u32, u32),
    limit: usize,
) -> Result<Vec<RawRow>, StoreError> {
    tx.all(DONE_ROWS.with(args![tenant, import, after, until, limit]))
        .await
}

/// Rows that made or changed something and are not undone yet.
pub(super) async fn made_rows(
    tx: &mut impl Reads,
    tenant: TenantId,
    import: ImportId,
    (after, until): (u32, u32),
    limit: usize,
) -> Result<Vec<MadeRow>, StoreError> {
    tx.all(MADE_ROWS.with(args![tenant, import, after, until, limit]))
        .await
}

/// Rows that a run never came to: what the dry run said about them does not hold any more.
pub(super) async fn not_run(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    (after, until): (u32, u32),
) -> Result<(), StoreError> {
    tx.run(NOT_RUN.with(args![tenant, import, after, until]))
        .await
        .map(drop)
}

pub(super) async fn made_among(
    tx: &mut impl Reads,
    tenant: TenantId,
    import: ImportId,
    rows: &[u32],
) -> Result<Vec<MadeRow>, StoreError> {
    let sql = Sql::new("select row_no, verdict, subject_id, before from import_rows")
        .push(
            " where tenant_id = $? and import_id = $?",
            args![tenant, import],
        )
        .push(
            " and verdict in ('create', 'update') and row_no in ",
            args![],
        )
        .list(rows.iter().copied())
        .push(" order by row_no limit 500", args![]);
    tx.all(sql).await
}

/// Keeps the verdicts of a batch. Rows of which little is new cost little: neighbours with the same verdict and nothing
/// else share a statement, and a verdict that came true is not written again, with its index.
pub(super) async fn save_verdicts<D>(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    judged: &[Judged<D>],
) -> Result<(), StoreError> {
    let (mut made, mut rows) = (Vec::new(), Vec::new());
    for alike in judged.chunk_by(neighbours) {
        if let [first, .., last] = alike {
            let verdict = first.verdict.as_str();
            let reason = first.reason.map(Reason::as_str);
            let ends = args![tenant, import, first.number, last.number, verdict, reason];
            tx.run(SAVE_ALIKE.with(ends)).await?;
            continue;
        }
        for row in alike {
            if row.came_true() {
                made.push(args![row.number, row.subject]);
                continue;
            }
            let detail = if row.detail.is_empty() {
                None
            } else {
                Some(json(&row.detail)?)
            };
            rows.push(args![
                row.number,
                row.verdict.as_str(),
                row.reason.map(Reason::as_str),
                detail,
                row.subject,
                row.before.clone(),
            ]);
        }
    }
    write_subjects(tx, tenant, import, made).await?;
    write_verdicts(tx, tenant, import, rows, true).await
}

fn neighbours<D>(row: &Judged<D>, next: &Judged<D>) -> bool {
    row.is_plain()
        && next.is_plain()
        && (row.verdict, row.reason) == (next.verdict, next.reason)
        && row.number + 1 == next.number
}

async fn write_subjects(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    rows: Vec<Args>,
) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    // As below.
    let sql = Sql::new("with v (row_no, subject_id) as (values ")
        .rows(rows)
        .push(
            ") insert into import_rows (tenant_id, import_id, row_no, cells, subject_id)
               select $?, $?, row_no, '[]', subject_id from v where true
                   on conflict (tenant_id, import_id, row_no) do update
                  set subject_id = excluded.subject_id, reason = null, detail = null, before = null",
            args![tenant, import],
        );
    tx.run(sql).await.map(drop)
}

/// A verdict of the undo: the row keeps what it was about.
pub(super) async fn save_undone(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    rows: &[(u32, Verdict, Option<Reason>, Detail)],
) -> Result<(), StoreError> {
    let mut values = Vec::with_capacity(rows.len());
    for (number, verdict, reason, detail) in rows {
        let detail = if detail.is_empty() {
            None
        } else {
            Some(json(detail)?)
        };
        let reason = reason.map(Reason::as_str);
        values.push(args![
            *number,
            verdict.as_str(),
            reason,
            detail,
            None::<Uuid>,
            None::<serde_json::Value>
        ]);
    }
    write_verdicts(tx, tenant, import, values, false).await
}

/// The rows are there, so the insert always comes to the update: it looks each one up by its key, where `update .. from`
/// lets a planner walk the batch for every row of it.
async fn write_verdicts(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    rows: Vec<Args>,
    whole: bool,
) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let insert = ") insert into import_rows (tenant_id, import_id, row_no, cells, verdict, reason, detail, subject_id, before)
                    select $?, $?, row_no, '[]', verdict, reason, detail, subject_id, before from v where true
                        on conflict (tenant_id, import_id, row_no) do update
                       set verdict = excluded.verdict, reason = excluded.reason, detail = excluded.detail";
    let mut sql =
        Sql::new("with v (row_no, verdict, reason, detail, subject_id, before) as (values ")
            .rows(rows)
            .push(insert, args![tenant, import]);
    if whole {
        sql.add(
            ", subject_id = excluded.subject_id, before = excluded.before",
            args![],
        );
    }
    tx.run(sql).await.map(drop)
}
