//! Stages of an account: the columns of the board.

use super::credit::Today;
use super::{LeadState, StageKey, sql};
use crate::authz::ActsFor;
use crate::ids::TenantId;
use crate::store::{FromRow, Reader, Reads, StoreError, WriteTx};
use crate::tenants;

/// What a new account begins with. Their labels are texts of the program, so that they follow the
/// reader's language.
const DEFAULTS: [(&str, LeadState); 5] = [
    ("prospecting", LeadState::Open),
    ("engaging", LeadState::Open),
    ("won", LeadState::Won),
    ("lost", LeadState::Lost),
    ("cancelled", LeadState::Cancelled),
];

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its key.
    pub key: StageKey,
    /// The account's own word; `None` for a stage of the program, whose word depends on the language.
    pub label: Option<String>,
    /// What it means for a lead.
    pub state: LeadState,
}

impl FromRow for Stage {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            key: row.word()?,
            label: Some(row.text()?).filter(|label| !label.is_empty()),
            state: row.word()?,
        })
    }
}

/// All stages of the account, in the order of the board.
pub async fn stages(tx: &mut impl Reads, scope: &impl ActsFor) -> Result<Vec<Stage>, StoreError> {
    sql::stages(tx, scope.tenant()).await
}

/// Gives a new account its stages; belongs into the transaction that makes the account.
pub async fn add_default_stages(tx: &mut WriteTx, tenant: TenantId) -> Result<(), StoreError> {
    sql::insert_stages(tx, tenant, &DEFAULTS).await
}

pub(super) async fn stage(
    tx: &mut impl Reads,
    scope: &impl ActsFor,
    key: &StageKey,
) -> Result<Option<Stage>, StoreError> {
    let all = stages(tx, scope).await?;
    Ok(all.into_iter().find(|stage| stage.key == *key))
}

/// What day it is in the account's zone: the day on which a lead that is closed now is closed.
pub(super) async fn today(tx: &mut impl Reads, scope: &impl ActsFor) -> Result<Today, StoreError> {
    let account = tenants::find(tx, scope.tenant()).await?;
    let zone = account.map_or(jiff::tz::TimeZone::UTC, |account| account.zone());
    let date = tx.now().date_in(&zone);
    Ok(Today { zone, date })
}
