//! Hand-overs: how far they came, what stays, and the way back.

use axum::http::Method;
use seatwise_domain::authz::{AssignRecords, Key};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::handover::{self, HandOver, Kept, KeptBecause, Kind, State, Undoable};
use seatwise_domain::problem;
use seatwise_domain::records::Person;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::users::ReasonBody;
use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{EventRef, Instant, LeadRef, Paged, UserRef};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/hand-overs/{id}", "getHandOver", show)
            .needs(Key::AssignRecords)
            .answers::<HandOverAnswer>(200),
        Operation::new(Method::GET, "/hand-overs/{id}/kept", "listKeptLeads", kept)
            .needs(Key::AssignRecords)
            .paged()
            .answers::<Paged<KeptLine>>(200),
        Operation::new(Method::POST, "/hand-overs/{id}/undo", "undoHandOver", undo)
            .needs(Key::AssignRecords)
            .body::<ReasonBody>(json!({ "reason": "Wrong person" }))
            .answers::<HandOverAnswer>(200),
        Operation::new(
            Method::POST,
            "/hand-overs/{id}/resume",
            "resumeHandOver",
            resume,
        )
        .needs(Key::AssignRecords)
        .answers::<HandOverAnswer>(200),
    ]
}

/// A person by id and present name.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonAnswer {
    id: UserRef,
    name: String,
}

impl From<Person> for PersonAnswer {
    fn from(person: Person) -> Self {
        Self {
            id: person.id.into(),
            name: person.name,
        }
    }
}

/// Whether leads went to somebody or back.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum KindWord {
    /// To somebody.
    HandOver,
    /// Back.
    Undo,
}

/// How it stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum StateWord {
    /// A job is at it.
    Running,
    /// Everything has moved.
    Done,
}

/// Whether it can be taken back.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UndoableWord {
    /// It can, until `undo_until`.
    Yes,
    /// Not before it has ended.
    Running,
    /// It was already.
    Undone,
    /// The time is over.
    TooLate,
}

/// A hand-over. Its id is the line of the audit log that began it.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandOverAnswer {
    id: EventRef,
    kind: KindWord,
    state: StateWord,
    /// Whose leads; null if they had several owners.
    #[schema(required)]
    from: Option<PersonAnswer>,
    /// Who got them; null for the unassigned ones.
    #[schema(required)]
    to: Option<PersonAnswer>,
    /// How many leads were to move.
    total: u64,
    /// How many have moved.
    moved: u64,
    /// How many stay.
    kept: u64,
    /// The hand-over that this undo takes back.
    #[schema(required)]
    undo_of: Option<EventRef>,
    /// The undo that took this back.
    #[schema(required)]
    undone_by: Option<EventRef>,
    undoable: UndoableWord,
    undo_until: Instant,
    #[schema(required)]
    created_by: Option<PersonAnswer>,
    created_at: Instant,
    #[schema(required)]
    finished_at: Option<Instant>,
}

impl From<Undoable> for UndoableWord {
    fn from(undoable: Undoable) -> Self {
        match undoable {
            Undoable::Yes => Self::Yes,
            Undoable::Running => Self::Running,
            Undoable::Undone => Self::Undone,
            Undoable::TooLate => Self::TooLate,
        }
    }
}

impl HandOverAnswer {
    /// As it stands at this moment.
    pub fn new(one: HandOver, now: Timestamp) -> Self {
        let undoable = one.undoable(now).into();
        Self {
            id: one.id.into(),
            kind: match one.kind {
                Kind::HandOver => KindWord::HandOver,
                Kind::Undo => KindWord::Undo,
            },
            state: match one.state {
                State::Running => StateWord::Running,
                State::Done => StateWord::Done,
            },
            from: one.from.map(PersonAnswer::from),
            to: one.to.map(PersonAnswer::from),
            total: one.total,
            moved: one.moved,
            kept: one.kept,
            undo_of: one.undo_of.map(Into::into),
            undone_by: one.undone_by.map(Into::into),
            undoable,
            undo_until: one.undo_until.into(),
            created_by: one.created_by.map(PersonAnswer::from),
            created_at: one.created_at.into(),
            finished_at: one.finished_at.map(Instant::from),
        }
    }
}

async fn show(call: Call) -> Done {
    let scope = call.caller()?.records::<AssignRecords>()?;
    let mut tx = call.app.db.read().await?;
    let found = handover::show(&mut tx, &scope, call.id("id")?).await?;
    let found = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    Ok(Answer::ok(&HandOverAnswer::new(found, call.app.db.now())))
}

/// A lead that stays where it is when the hand-over is taken back.
#[derive(Debug, Serialize, ToSchema)]
struct KeptLine {
    lead_id: LeadRef,
    title: String,
    #[schema(required)]
    owner: Option<PersonAnswer>,
    /// Who touched it since; null when its former owner was removed.
    #[schema(required)]
    touched_by: Option<String>,
    #[schema(required)]
    touched_at: Option<Instant>,
    /// What was done to it, in the words of the audit log.
    #[schema(required)]
    touched_how: Option<String>,
}

impl From<Kept> for KeptLine {
    fn from(kept: Kept) -> Self {
        let (by, at, how) = match kept.because {
            KeptBecause::Touched { by, at, kind, .. } => (
                Some(by),
                Some(Instant::from(at)),
                Some(kind.as_str().to_owned()),
            ),
            KeptBecause::FormerOwnerGone => (None, None, None),
        };
        Self {
            lead_id: kept.lead.into(),
            title: kept.title,
            owner: kept.owner.map(PersonAnswer::from),
            touched_by: by,
            touched_at: at,
            touched_how: how,
        }
    }
}

async fn kept(call: Call) -> Done {
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.records::<AssignRecords>()?;
    let mut tx = call.app.db.read().await?;
    let found = handover::show(&mut tx, &scope, call.id("id")?).await?;
    let found = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let page = handover::kept(&mut tx, &scope, &found, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, KeptLine::from)))
}

async fn undo(call: Call) -> Done {
    let reason = call.body::<ReasonBody>()?.words();
    let undone = handover::undo(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::ok(&HandOverAnswer::new(undone, call.app.db.now())))
}

async fn resume(call: Call) -> Done {
    let one = handover::resume(&call.app.db, call.caller()?, call.id("id")?).await?;
    Ok(Answer::ok(&HandOverAnswer::new(one, call.app.db.now())))
}
