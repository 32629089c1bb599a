//! Asks the deciding function about one lead: whether it is within reach, and by which branches.

use super::sql;
use crate::authz::{
    AssignRecords, Branch, Caller, CreateRecords, EditRecords, ExportRecords, Key, NoteRecords,
    Reach, RecordAction, ShareRecords, Shared, ViewRecords, ViewStatistics,
};
use crate::ids::RecordId;
use crate::records;
use crate::store::{Reads, StoreError};

/// What the reach of a permission says of a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reached {
    /// The verdict of the function that lists and refuses.
    pub(super) within: bool,
    /// True when the reach is all of the account.
    pub(super) all: bool,
    /// The branches that were tried, with what they said; none where the reach is everything.
    pub(super) branches: Vec<(Branch, bool)>,
}

/// Runs the same generic function for the action behind a key; `None` for what is not about records.
macro_rules! by_action {
    ($key:expr, $name:ident ( $($argument:expr),* )) => {
        match $key {
            Key::ViewRecords => Some($name::<ViewRecords>($($argument),*).await?),
            Key::CreateRecords => Some($name::<CreateRecords>($($argument),*).await?),
            Key::EditRecords => Some($name::<EditRecords>($($argument),*).await?),
            Key::NoteRecords => Some($name::<NoteRecords>($($argument),*).await?),
            Key::AssignRecords => Some($name::<AssignRecords>($($argument),*).await?),
            Key::ShareRecords => Some($name::<ShareRecords>($($argument),*).await?),
            Key::ExportRecords => Some($name::<ExportRecords>($($argument),*).await?),
            Key::ViewStatistics => Some($name::<ViewStatistics>($($argument),*).await?),
            _ => None,
        }
    };
}

/// What the reach of a permission says of a lead; `None` for a permission that is not about records.
pub(super) async fn reached(
    tx: &mut impl Reads,
    person: &Caller,
    key: Key,
    lead: RecordId,
) -> Result<Option<Reached>, StoreError> {
    Ok(by_action!(key, reached_by(tx, person, lead)))
}

/// Whether a lead is within the reach of a permission, without the branches.
pub(super) async fn within(
    tx: &mut impl Reads,
    person: &Caller,
    key: Key,
    lead: RecordId,
) -> Result<bool, StoreError> {
    let said: Option<bool> = by_action!(key, within_by(tx, person, lead));
    Ok(said.unwrap_or(true))
}

/// Which shares reach further than the role, for the action behind a key.
pub(super) const fn shared(key: Key) -> Shared {
    match key {
        Key::ViewRecords => ViewRecords::SHARED,
        Key::EditRecords => EditRecords::SHARED,
        Key::NoteRecords => NoteRecords::SHARED,
        _ => Shared::Never,
    }
}

async fn within_by<A: RecordAction>(
    tx: &mut impl Reads,
    person: &Caller,
    lead: RecordId,
) -> Result<bool, StoreError> {
    let Ok(scope) = person.records::<A>() else {
        return Ok(false);
    };
    Ok(records::find(tx, &scope, lead).await?.is_some())
}

async fn reached_by<A: RecordAction>(
    tx: &mut impl Reads,
    person: &Caller,
    lead: RecordId,
) -> Result<Reached, StoreError> {
    let mut said = Reached {
        within: within_by::<A>(tx, person, lead).await?,
        all: false,
        branches: Vec::new(),
    };
    let Ok(scope) = person.records::<A>() else {
        return Ok(said);
    };
    said.all = *scope.reach() == Reach::All;
    for branch in Branch::ALL {
        if let Some(found) = sql::by_branch(tx, &scope, branch, lead).await? {
            said.branches.push((branch, found));
        }
    }
    Ok(said)
}
