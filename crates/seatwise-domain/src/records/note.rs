//! Notes on leads: added, never changed.

use super::{EditError, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, Denied, NoteRecords, RecordScope, ViewRecords};
use crate::clock::Timestamp;
use crate::ids::{EventId, NoteId, RecordId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Count, Cursor, Db, FromRow, Page, PageSize, Reader, Reads, StoreError};
use crate::text;

/// The longest note, in characters.
pub const NOTE_MAX: usize = 10_000;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id; rises with time.
    pub id: NoteId,
    /// Who wrote it; none for programs.
    pub author: Option<UserId>,
    /// The author's name.
    pub author_name: Option<String>,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub created_at: Timestamp,
}

impl FromRow for Note {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            author: row.id_opt()?,
            author_name: row.text_opt()?,
            text: row.text()?,
            created_at: row.at()?,
        })
    }
}

/// Why a note was not added.
#[derive(Debug, thiserror::Error)]
pub enum NoteError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// None within reach.
    #[error("there is no such lead")]
    NoSuchLead,
    /// Empty, too long or with control characters.
    #[error("the note is empty, too long or has characters that cannot be shown")]
    Text,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for NoteError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchLead => EditError::NoSuchLead.problem(),
            Self::Text => &problem::NOTE_INVALID,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Adds a note. The lead counts as touched, so that an undo of a hand-over leaves it.
pub async fn add_note(
    db: &Db,
    caller: &Caller,
    id: RecordId,
    text: &str,
) -> Result<Note, NoteError> {
    let scope = caller.records::<NoteRecords>()?;
    let text = text::paragraph(text, NOTE_MAX).map_err(|_| NoteError::Text)?;
    let mut tx = db.write().await?;
    let lead = sql::find_for_update(&mut tx, &scope, id).await?;
    let lead = lead.ok_or(NoteError::NoSuchLead)?;
    let note = Note {
        id: tx.id(),
        author: scope.user(),
        author_name: caller.identity().map(|identity| identity.name.clone()),
        text,
        created_at: tx.now(),
    };
    let event: EventId = tx.id();
    sql::insert_note(&mut tx, &scope, id, &note, event).await?;
    let line = Event::new(EventKind::NoteAdded)
        .with_id(event)
        .on(SubjectKind::Lead, id, lead.row.title)
        .detail("note", note.id.to_string());
    tx.commit(Audit::by(&scope, line)).await?;
    Ok(note)
}

/// A page of the notes of a lead within reach, newest first.
pub async fn notes(
    tx: &mut impl Reads,
    scope: &RecordScope<ViewRecords>,
    lead: &super::Lead,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<Note>, StoreError> {
    let items = sql::notes(tx, scope, lead.row.id, cursor, size).await?;
    let total = Count::exact(lead.row.notes);
    Ok(Page::cut(items, size, cursor, total, |note: &Note| {
        (String::new(), note.id.0)
    }))
}
