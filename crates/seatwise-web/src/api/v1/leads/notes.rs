//! Notes on a lead, and what happened to it.

use seatwise_domain::authz::ViewRecords;
use seatwise_domain::ids::RecordId;
use seatwise_domain::problem;
use seatwise_domain::records::{self, HistoryLine, Note};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{EventRef, Instant, NoteRef, NoteText, Paged, UserRef};
use crate::api::v1::hand_overs::PersonAnswer;
use crate::problem::Problem;

/// A note.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoteLine {
    id: NoteRef,
    /// Null for programs.
    #[schema(required)]
    author_id: Option<UserRef>,
    #[schema(required)]
    author_name: Option<String>,
    text: String,
    created_at: Instant,
}

impl From<Note> for NoteLine {
    fn from(note: Note) -> Self {
        Self {
            id: note.id.into(),
            author_id: note.author.map(Into::into),
            author_name: note.author_name,
            text: note.text,
            created_at: note.created_at.into(),
        }
    }
}

/// Answers a page, newest first.
pub async fn list(call: Call) -> Done {
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.records::<ViewRecords>()?;
    let mut tx = call.app.db.read().await?;
    let lead = records::find(&mut tx, &scope, call.id("id")?).await?;
    let lead = lead.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let page = records::notes(&mut tx, &scope, &lead, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, NoteLine::from)))
}

/// A note to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddNote {
    text: NoteText,
}

/// Adds it.
pub async fn add(call: Call) -> Done {
    let body: AddNote = call.body()?;
    let id: RecordId = call.id("id")?;
    let note = records::add_note(&call.app.db, call.caller()?, id, &body.text.0).await?;
    let place = format!("/leads/{id}/notes");
    Ok(Answer::created(&NoteLine::from(note), &place))
}

/// A field that changed.
#[derive(Debug, Serialize, ToSchema)]
struct FieldChange {
    field: String,
    /// Null for what was empty.
    #[schema(required, value_type = Value)]
    before: serde_json::Value,
    /// Null for what is empty.
    #[schema(required, value_type = Value)]
    after: serde_json::Value,
}

/// One change of a lead.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    /// The line of the audit log; a hand-over has one for all its leads.
    event_id: EventRef,
    at: Instant,
    /// What kind of act.
    kind: String,
    /// Who did it, by the name of that time.
    actor: String,
    /// `page`, `api`, `cli` or `job`.
    source: String,
    /// True when the lead went to somebody else or to nobody.
    changes_owner: bool,
    #[schema(required)]
    owner_before: Option<PersonAnswer>,
    #[schema(required)]
    owner_after: Option<PersonAnswer>,
    changes: Vec<FieldChange>,
    /// True when fields changed, too, that the caller's roles hide.
    more_changed: bool,
    #[schema(required)]
    reason: Option<String>,
}

impl From<HistoryLine> for HistoryEntry {
    fn from(line: HistoryLine) -> Self {
        Self {
            changes_owner: line.changes_owner(),
            event_id: line.event.into(),
            at: line.at.into(),
            kind: line.kind.as_str().to_owned(),
            actor: line.actor,
            source: line.source,
            owner_before: line.owner_before.map(PersonAnswer::from),
            owner_after: line.owner_after.map(PersonAnswer::from),
            changes: line
                .changes
                .into_iter()
                .map(|change| FieldChange {
                    field: change.field,
                    before: change.before,
                    after: change.after,
                })
                .collect(),
            more_changed: line.more_changed,
            reason: line.reason,
        }
    }
}

/// Answers a page of what happened, newest first.
pub async fn history(call: Call) -> Done {
    let id: RecordId = call.id("id")?;
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.records::<ViewRecords>()?;
    let mut tx = call.app.db.read().await?;
    let lead = records::find(&mut tx, &scope, id).await?;
    lead.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let page = records::history(&mut tx, &scope, id, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, HistoryEntry::from)))
}
