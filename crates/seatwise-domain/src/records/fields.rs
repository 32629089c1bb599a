//! Further fields of an account's leads: the names of what an import brought along.

use super::sql;
use crate::authz::{ActsFor, RunImports, Scope};
use crate::store::{FromRow, Reader, Reads, StoreError, WriteTx};
use crate::text;

/// A further field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key in [`super::Fields`].
    pub key: String,
    /// Its name as the account calls it.
    pub label: String,
}

impl FromRow for Field {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            key: row.text()?,
            label: row.text()?,
        })
    }
}

/// All further fields of the account, in their order.
pub async fn fields(tx: &mut impl Reads, scope: &impl ActsFor) -> Result<Vec<Field>, StoreError> {
    sql::fields(tx, scope.tenant()).await
}

/// The fields with these names, made where they are missing, in the order of the names. Two names that
/// differ in case or accents only are one field.
pub async fn ensure_fields(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    labels: &[&str],
) -> Result<Vec<Field>, StoreError> {
    let mut known = fields(tx, scope).await?;
    let mut wanted = Vec::with_capacity(labels.len());
    for label in labels {
        let key = field_key(label);
        if let Some(field) = known.iter().find(|field| field.key == key) {
            wanted.push(field.clone());
            continue;
        }
        let field = Field {
            key,
            label: (*label).trim().to_owned(),
        };
        sql::insert_field(tx, scope.tenant(), &field, known.len()).await?;
        known.push(field.clone());
        wanted.push(field);
    }
    Ok(wanted)
}

/// The key of a field with this name.
pub fn field_key(label: &str) -> String {
    let folded = text::name_key(label);
    folded
        .chars()
        .map(|c| if c.is_whitespace() { '_' } else { c })
        .take(60)
        .collect()
}
