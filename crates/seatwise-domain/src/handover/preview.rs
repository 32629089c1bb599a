//! What a hand-over would do, before it is done.

use super::begin::stage_keys;
use super::{PlanError, Stages};
use crate::authz::{AssignRecords, RecordScope};
use crate::ids::UserId;
use crate::records::{self, StageCount};
use crate::store::Reads;

/// What happens to the leads of one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageEffect {
    /// The stage, how many leads, and what they are worth.
    pub count: StageCount,
    /// True when they move, false when they stay with the leaver.
    pub moves: bool,
}

/// What a hand-over would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Stage by stage, also the empty ones.
    pub stages: Vec<StageEffect>,
    /// How many leads would move.
    pub moves: u64,
    /// How many would stay.
    pub stays: u64,
}

/// What handing over these stages of somebody's leads would do. What else points at the person is told
/// by the users' side.
pub async fn preview(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    from: UserId,
    wanted: &Stages,
) -> Result<Preview, PlanError> {
    let keys = stage_keys(tx, scope, wanted).await?;
    let counts = records::of_user(tx, scope, from).await?;
    let stages: Vec<StageEffect> = counts
        .into_iter()
        .map(|count| StageEffect {
            moves: keys.contains(&count.stage.key),
            count,
        })
        .collect();
    let sum = |moves: bool| {
        let of_kind = stages.iter().filter(|effect| effect.moves == moves);
        of_kind.map(|effect| effect.count.count).sum()
    };
    Ok(Preview {
        moves: sum(true),
        stays: sum(false),
        stages,
    })
}
