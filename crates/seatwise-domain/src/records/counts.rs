//! Counts of leads by owner and stage.

use std::collections::HashMap;

use super::stages::{Stage, stages};
use super::{Minor, StageKey, sql};
use crate::authz::{FieldRules, RecordAction, RecordScope, ViewRecords};
use crate::ids::UserId;
use crate::store::{Count, ReadTx, Reads, StoreError};

/// How many leads somebody has in a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageCount {
    /// The stage.
    pub stage: Stage,
    /// How many leads.
    pub count: u64,
    /// What they are worth together; none where values are hidden.
    pub sum: Option<Minor>,
}

/// What one person owns, one line for each stage of the account, also for empty ones (P4).
pub async fn of_user<A: RecordAction>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    user: UserId,
) -> Result<Vec<StageCount>, StoreError> {
    let found = sql::counts_of_user(tx, scope, user).await?;
    let all = stages(tx, scope).await?;
    Ok(all
        .into_iter()
        .map(|stage| in_stage(stage, &found, scope.fields()))
        .collect())
}

pub(super) type Found = HashMap<StageKey, (u64, i64)>;

fn in_stage(stage: Stage, found: &Found, rules: &FieldRules) -> StageCount {
    let (count, sum) = found.get(&stage.key).copied().unwrap_or_default();
    StageCount {
        stage,
        count,
        sum: (!rules.hides("value")).then_some(Minor(sum)),
    }
}

/// How many open leads each of these people has, in one statement; who has none is missing.
pub async fn open_of(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
    users: &[UserId],
) -> Result<HashMap<UserId, u64>, StoreError> {
    if users.is_empty() {
        return Ok(HashMap::new());
    }
    sql::open_of(tx, scope, users).await
}

/// How many leads nobody owns, for the number in the navigation.
pub async fn unassigned(
    tx: &mut ReadTx,
    scope: &RecordScope<ViewRecords>,
) -> Result<Count, StoreError> {
    let filter = super::LeadFilter {
        owner: super::OwnerFilter::Unassigned,
        ..super::LeadFilter::default()
    };
    super::count(tx, scope, &filter).await
}
