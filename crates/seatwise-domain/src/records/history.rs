//! What happened to one lead.

use super::sql;
use crate::audit::{Change, Event, EventKind};
use crate::authz::{RecordScope, ViewRecords};
use crate::clock::Timestamp;
use crate::ids::{EventId, RecordId, UserId};
use crate::store::{Count, Cursor, FromRow, Page, PageSize, Reader, Reads, StoreError, WriteTx};

/// A person by id and present name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person.
    pub id: UserId,
    /// The person's name.
    pub name: String,
}

impl Person {
    /// Reads an id and a name that may both be null.
    pub(crate) fn read(row: &mut Reader<'_>) -> Result<Option<Self>, StoreError> {
        let id = row.id_opt()?;
        let name = row.text_opt()?.unwrap_or_default();
        Ok(id.map(|id| Self { id, name }))
    }
}

/// One change of a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// The line of the audit log it belongs to; a hand-over has one line for all its leads.
    pub event: EventId,
    /// When.
    pub at: Timestamp,
    /// What kind of act.
    pub kind: EventKind,
    /// Who did it, by the name of that time.
    pub actor: String,
    /// What kind of principal: `user`, `token`, `operator` or `system`.
    pub actor_kind: String,
    /// Through which door.
    pub source: String,
    /// The owner before, if the owner changed.
    pub owner_before: Option<Person>,
    /// The owner after; none for unassigned.
    pub owner_after: Option<Person>,
    /// Fields that changed.
    pub changes: Vec<Change>,
    /// True when fields changed, too, that the reader's roles hide from him.
    pub more_changed: bool,
    /// Why.
    pub reason: Option<String>,
}

impl FromRow for HistoryLine {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            event: row.id()?,
            at: row.at()?,
            kind: row.word()?,
            actor: row.text()?,
            actor_kind: row.text()?,
            source: row.text()?,
            owner_before: Person::read(row)?,
            owner_after: Person::read(row)?,
            changes: match row.json_opt()? {
                Some(changes) => serde_json::from_value(changes)
                    .map_err(|error| StoreError::Fault(Box::new(error)))?,
                None => Vec::new(),
            },
            more_changed: false,
            reason: row.text_opt()?,
        })
    }
}

impl HistoryLine {
    /// True when the change gave the lead to somebody else or to nobody.
    pub fn changes_owner(&self) -> bool {
        self.owner_before != self.owner_after
    }
}

/// A page of what happened to a lead within reach, newest first.
pub async fn history(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    id: RecordId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<HistoryLine>, StoreError> {
    let mut items = sql::history(tx, scope, id, cursor, size).await?;
    for line in &mut items {
        line.more_changed = Change::veil(&mut line.changes, scope.fields());
    }
    let total = Count::capped(0);
    Ok(Page::cut(
        items,
        size,
        cursor,
        total,
        |line: &HistoryLine| (String::new(), line.event.0),
    ))
}

/// Step: lets the history of a lead tell an act that leaves the lead itself as it is.
pub async fn note_act<A>(
    tx: &mut WriteTx,
    scope: &RecordScope<A>,
    id: RecordId,
    event: &Event,
    number: EventId,
) -> Result<(), StoreError> {
    sql::insert_act(tx, scope.tenant(), id, number, event.changes_json()?).await
}
