//! A move that was made, as its own page and the audit log show it.

use super::piece::Piece;
use super::sql;
use crate::authz::{Scope, ViewUsers};
use crate::clock::Timestamp;
use crate::handover::Undoable;
use crate::ids::EventId;
use crate::records::Person;
use crate::store::{FromRow, Reader, Reads, StoreError};

/// A move that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveDone {
    /// Its id; also the line of the audit log about the person.
    pub id: EventId,
    /// Who moved.
    pub user: Option<Person>,
    /// What changed.
    pub pieces: Vec<Piece>,
    /// The hand-over of the leads that he held, if they went to somebody.
    pub hand_over: Option<EventId>,
    /// True as long as leads of it are on their way.
    pub handing: bool,
    /// The line of the audit log that took it back.
    pub undone_by: Option<EventId>,
    /// Until when it can be taken back.
    pub undo_until: Timestamp,
    /// Who did it.
    pub created_by: Option<Person>,
    /// When.
    pub created_at: Timestamp,
}

impl MoveDone {
    /// Whether it can be taken back at this moment, as far as its time and its leads say.
    pub fn undoable(&self, now: Timestamp) -> Undoable {
        if self.undone_by.is_some() {
            return Undoable::Undone;
        }
        if self.handing {
            return Undoable::Running;
        }
        if now > self.undo_until {
            return Undoable::TooLate;
        }
        Undoable::Yes
    }
}

impl FromRow for MoveDone {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let mut done = Self {
            id: row.id()?,
            user: Person::read(row)?,
            pieces: row.json_as()?,
            hand_over: row.id_opt()?,
            handing: false,
            undone_by: row.id_opt()?,
            undo_until: row.at()?,
            created_by: Person::read(row)?,
            created_at: row.at()?,
        };
        done.handing = row.text_opt()?.as_deref() == Some("running");
        Ok(done)
    }
}

/// A move by its id.
pub async fn show(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    id: EventId,
) -> Result<Option<MoveDone>, StoreError> {
    sql::find(tx, scope, id).await
}
