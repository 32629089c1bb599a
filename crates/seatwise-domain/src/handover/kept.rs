//! Which leads an undo leaves where they are, and why: who touched each of them, and what they did.

use super::{HandOver, sql};
use crate::audit::{Change, EventKind};
use crate::authz::{AssignRecords, RecordScope};
use crate::clock::Timestamp;
use crate::ids::{EventId, RecordId};
use crate::records::Person;
use crate::store::{Count, Cursor, FromRow, Page, PageSize, Reader, Reads, StoreError};

/// Why a lead stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptBecause {
    /// Somebody changed it since.
    Touched {
        /// The change.
        event: EventId,
        /// What kind of act.
        kind: EventKind,
        /// Who did it, by the name of that time.
        by: String,
        /// What kind of principal: `user`, `token`, `operator` or `system`.
        by_kind: String,
        /// When.
        at: Timestamp,
        /// Fields that changed.
        changes: Vec<Change>,
    },
    /// The former owner was removed.
    FormerOwnerGone,
}

/// A lead that stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The lead.
    pub lead: RecordId,
    /// What it is called.
    pub title: String,
    /// Who owns it now.
    pub owner: Option<Person>,
    /// Why it stays.
    pub because: KeptBecause,
}

/// A row with the id of the hand-over's own event, which stands for "nobody touched it".
pub(super) struct KeptRow {
    pub(super) kept: Kept,
}

impl FromRow for KeptRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let of: EventId = row.id()?;
        let lead = row.id()?;
        let title = row.text()?;
        let owner = Person::read(row)?;
        let event: EventId = row.id()?;
        let touched = KeptBecause::Touched {
            event,
            kind: row.word()?,
            by: row.text()?,
            by_kind: row.text()?,
            at: row.at()?,
            changes: match row.json_opt()? {
                Some(changes) => serde_json::from_value(changes)
                    .map_err(|error| StoreError::Fault(Box::new(error)))?,
                None => Vec::new(),
            },
        };
        let because = if event == of {
            KeptBecause::FormerOwnerGone
        } else {
            touched
        };
        Ok(Self {
            kept: Kept {
                lead,
                title,
                owner,
                because,
            },
        })
    }
}

/// The leads that an undo left, or, before an undo, the ones it would leave. Both the undo and what it took
/// back give the same answer.
pub async fn kept(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    hand_over: &HandOver,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<Kept>, StoreError> {
    let undone = match hand_over.undo_of {
        Some(of) => sql::find(tx, scope, of).await?,
        None => None,
    };
    let hand_over = undone.as_ref().unwrap_or(hand_over);
    let total = sql::count_kept(tx, scope, hand_over).await?;
    let rows = if total == 0 {
        Vec::new()
    } else {
        sql::kept(tx, scope, hand_over, cursor, size).await?
    };
    let items = rows.into_iter().map(|row| row.kept).collect();
    Ok(Page::cut(
        items,
        size,
        cursor,
        Count::capped(total),
        |kept: &Kept| (String::new(), kept.lead.0),
    ))
}
