//! Statements about imports.

use super::{FileShape, Import, ImportKind, ImportState, Mapping, Options, Totals};
use crate::clock::Timestamp;
use crate::ids::{EventId, ImportId, TenantId, UserId};
use crate::store::{Reads, StoreError, WriteTx};
use crate::{args, stmt};

stmt!(
    INSERT = "insert into imports (tenant_id, id, kind, file_name, state, shape, mapping, options, totals,
                                   rows_total, rows_done, created_by, created_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10, $11)",
    SAVE_FILE = "update imports
                    set state = $3, shape = $4, mapping = $5, options = $6, rows_total = $7
                  where tenant_id = $1 and id = $2",
    SAVE_MAPPING = "update imports
                       set state = $3, mapping = $4, options = $5
                     where tenant_id = $1 and id = $2",
    SAVE_STATE = "update imports
                     set state = $3, totals = $4, rows_done = $5
                   where tenant_id = $1 and id = $2",
    SAVE_RUN = "update imports
                   set state = $3, totals = $4, rows_done = 0, event_id = $5, undo_until = $6
                 where tenant_id = $1 and id = $2",
    SAVE_END = "update imports
                   set state = $3, totals = $4, rows_done = rows_total, finished_at = coalesce(finished_at, $5)
                 where tenant_id = $1 and id = $2",
    SAVE_MAILED = "update imports set mailed_at = $3 where tenant_id = $1 and id = $2",
    FIND = "select id, kind, file_name, state, shape, mapping, options, totals, rows_total, rows_done, event_id,
                   created_by, created_at, finished_at, mailed_at, undo_until
              from imports
             where tenant_id = $1 and id = $2",
    LOCK = "select id, kind, file_name, state, shape, mapping, options, totals, rows_total, rows_done, event_id,
                   created_by, created_at, finished_at, mailed_at, undo_until
              from imports
             where tenant_id = $1 and id = $2 /*pg for update */",
    STALE = "select id, rows_total
               from imports
              where tenant_id = $1 and state = 'uploading' and created_at < $2
              order by id
              limit 10",
    REMOVE = "delete from imports where tenant_id = $1 and id = $2 and state = 'uploading'",
);

pub(super) fn json<T: serde::Serialize>(value: &T) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(value).map_err(|error| StoreError::Fault(Box::new(error)))
}

pub(super) struct NewImport<'a> {
    pub id: ImportId,
    pub kind: ImportKind,
    pub file_name: &'a str,
    pub shape: &'a FileShape,
    pub options: &'a Options,
    pub by: Option<UserId>,
}

pub(super) async fn insert(
    tx: &mut WriteTx,
    tenant: TenantId,
    new: &NewImport<'_>,
) -> Result<(), StoreError> {
    let now = tx.now();
    let values = args![
        tenant,
        new.id,
        new.kind.as_str(),
        new.file_name,
        ImportState::Uploading.as_str(),
        json(new.shape)?,
        json(&Mapping::default())?,
        json(new.options)?,
        json(&Totals::default())?,
        new.by,
        now,
    ];
    tx.run(INSERT.with(values)).await.map(drop)
}

pub(super) async fn save_file(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: &Import,
) -> Result<(), StoreError> {
    let values = args![
        tenant,
        import.id,
        import.state.as_str(),
        json(&import.shape)?,
        json(&import.mapping)?,
        json(&import.options)?,
        import.rows_total,
    ];
    tx.run(SAVE_FILE.with(values)).await.map(drop)
}

pub(super) async fn save_mapping(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: &Import,
) -> Result<(), StoreError> {
    let values = args![
        tenant,
        import.id,
        import.state.as_str(),
        json(&import.mapping)?,
        json(&import.options)?,
    ];
    tx.run(SAVE_MAPPING.with(values)).await.map(drop)
}

pub(super) async fn save_state(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: &Import,
) -> Result<(), StoreError> {
    let values = args![
        tenant,
        import.id,
        import.state.as_str(),
        json(&import.totals)?,
        import.rows_done
    ];
    tx.run(SAVE_STATE.with(values)).await.map(drop)
}

pub(super) async fn save_run(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: &Import,
    event: EventId,
    undo_until: Timestamp,
) -> Result<(), StoreError> {
    let state = ImportState::Running.as_str();
    let values = args![
        tenant,
        import.id,
        state,
        json(&Totals::default())?,
        event,
        undo_until
    ];
    tx.run(SAVE_RUN.with(values)).await.map(drop)
}

pub(super) async fn save_end(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: &Import,
) -> Result<(), StoreError> {
    let now = tx.now();
    let values = args![
        tenant,
        import.id,
        import.state.as_str(),
        json(&import.totals)?,
        now
    ];
    tx.run(SAVE_END.with(values)).await.map(drop)
}

pub(super) async fn save_mailed(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(SAVE_MAILED.with(args![tenant, import, now]))
        .await
        .map(drop)
}

pub(super) async fn find(
    tx: &mut impl Reads,
    tenant: TenantId,
    import: ImportId,
) -> Result<Option<Import>, StoreError> {
    tx.find(FIND.with(args![tenant, import])).await
}

pub(super) async fn lock(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
) -> Result<Option<Import>, StoreError> {
    tx.find(LOCK.with(args![tenant, import])).await
}

/// Uploads that were broken off.
pub(super) async fn stale(
    tx: &mut impl Reads,
    tenant: TenantId,
    before: Timestamp,
) -> Result<Vec<ImportId>, StoreError> {
    let rows = tx.rows(STALE.with(args![tenant, before])).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

pub(super) async fn remove(
    tx: &mut WriteTx,
    tenant: TenantId,
    import: ImportId,
) -> Result<(), StoreError> {
    tx.run(REMOVE.with(args![tenant, import])).await.map(drop)
}
