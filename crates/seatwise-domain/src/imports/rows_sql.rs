//! Statements about the rows of an import.

use uuid::Uuid;

use super::judge::{Detail, Judged, RawRow, Reason, Verdict};
use super::sql::json;
use crate::ids::{ImportId, TenantId};
use crate::store::{Args, FromRow, Reader, Reads, Sql, StoreError, WriteTx};
use crate::{args, stmt};

stmt!(
    REMOVE_ROWS = "delete from import_rows where tenant_id = $1 and import_id = $2 and row_no <= $3",
    LAST_ROW = "select coalesce(max(row_no), 0) from import_rows where tenant_id = $1 and import_id = $2",
    ROWS_AFTER = "select row_no, cells
                    from import_rows
                   where tenant_id = $1 and import_id = $2 and row_no > $3
                   order by row_no
                   limit $4",
    DONE_ROWS = "select row_no, cells
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
        .map(|row| {
            args![
                tenant,
                import,
                row.number,
                serde_json::Value::from(row.cells)
            ]
        })
        .collect();
    let sql = Sql::new("insert into import_rows (tenant_id, import_id, row_no, cells) values ")
        .rows(rows);
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

/// Keeps the verdicts of a batch.
pub(super) async fn save_verdicts<D>(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    judged: &[Judged<D>],
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(judged.len());
    for row in judged {
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
    write_verdicts(tx, tenant, import, rows, true).await
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

async fn write_verdicts(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
    rows: Vec<Args>,
    whole: bool,
) -> Result<(), StoreError> {
    let bound = |row: Option<&Args>| row.and_then(|values| values.first().cloned());
    let (Some(first), Some(last)) = (bound(rows.first()), bound(rows.last())) else {
        return Ok(());
    };
    let set = if whole {
        ") update import_rows
              set verdict = v.verdict, reason = v.reason, detail = v.detail, subject_id = v.subject_id, before = v.before
             from v where import_rows.tenant_id = $? and import_rows.import_id = $?
              and import_rows.row_no between $? and $? and import_rows.row_no = v.row_no"
    } else {
        ") update import_rows set verdict = v.verdict, reason = v.reason, detail = v.detail
             from v where import_rows.tenant_id = $? and import_rows.import_id = $?
              and import_rows.row_no between $? and $? and import_rows.row_no = v.row_no"
    };
    // The range keeps the search short whichever table the planner walks first.
    let mut ends = args![tenant, import];
    ends.extend([first, last]);
    let sql = Sql::new("with v (row_no, verdict, reason, detail, subject_id, before) as (values ")
        .rows(rows)
        .push(set, ends);
    tx.run(sql).await.map(drop)
}
