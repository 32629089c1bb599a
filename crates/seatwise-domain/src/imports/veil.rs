//! Files of others: what somebody is told of them whose roles hide fields of leads (P52).

use super::{Import, ImportKind, RowReport, sql};
use crate::authz::{RunImports, Scope};
use crate::ids::ImportId;
use crate::store::{Reads, StoreError};

/// True where the cells of a file may hold what is hidden. Whoever brought the file knows it; for others no cell is
/// told, whatever field its column goes into, since a column can be matched anew.
fn is_closed(import: &Import, scope: &Scope<RunImports>) -> bool {
    import.kind == ImportKind::Leads
        && scope.fields().hides_some()
        && import.created_by != scope.user()
}

/// The import as the reader may know it.
pub(super) fn veiled(mut import: Import, scope: &Scope<RunImports>) -> Import {
    if is_closed(&import, scope) {
        for column in &mut import.shape.columns {
            column.samples.clear();
        }
    }
    import
}

/// Rows of an import as the reader may know them.
pub(super) async fn veiled_rows(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
    mut rows: Vec<RowReport>,
) -> Result<Vec<RowReport>, StoreError> {
    if rows.is_empty() || !scope.fields().hides_some() {
        return Ok(rows);
    }
    let import = sql::find(tx, scope.tenant(), import).await?;
    if import.is_some_and(|import| is_closed(&import, scope)) {
        for row in &mut rows {
            row.cells.iter_mut().for_each(String::clear);
            row.detail.value.clear();
            for note in &mut row.detail.notes {
                note.value.clear();
            }
        }
    }
    Ok(rows)
}
