//! Moves that were made: what each changed, and the way back.

use axum::http::Method;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::handover::Undoable;
use seatwise_domain::moves::{self, Back, MoveDone, Part, Piece, Place, RecordsBack, Stays};
use seatwise_domain::problem;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::hand_overs::{HandOverAnswer, PersonAnswer, UndoableWord};
use super::users::ReasonBody;
use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{EventRef, GroupRef, Instant, PositionRef, RoleRef, TeamRef};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/moves/{id}", "getMove", show)
            .tag("users")
            .needs(Key::ViewUsers)
            .answers::<MoveDetail>(200),
        Operation::new(Method::POST, "/moves/{id}/undo", "undoMove", undo)
            .tag("users")
            .needs(Key::ViewUsers)
            .body::<ReasonBody>(json!({ "reason": "Wrong person" }))
            .answers::<MoveUndoneAnswer>(200),
    ]
}

/// What somebody is in a team.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum PartWord {
    /// A member.
    Member,
    /// Leads it.
    Manager,
}

impl From<Part> for PartWord {
    fn from(part: Part) -> Self {
        match part {
            Part::Member => Self::Member,
            Part::Manager => Self::Manager,
        }
    }
}

/// Why something stays as it is when a move is undone.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum StaysWord {
    /// Somebody changed it since.
    Touched,
    /// The team, position, group or role is no more.
    Gone,
    /// The time for which the role was held is over.
    Ended,
    /// The person cannot have it now: who is deactivated leads no team, and a team seat holds no other role.
    NotNow,
    /// The person is in another visibility group now.
    Elsewhere,
}

impl From<Stays> for StaysWord {
    fn from(stays: Stays) -> Self {
        match stays {
            Stays::Touched => Self::Touched,
            Stays::Gone => Self::Gone,
            Stays::Ended => Self::Ended,
            Stays::NotNow => Self::NotNow,
            Stays::Elsewhere => Self::Elsewhere,
        }
    }
}

/// A team, by its name at the time.
#[derive(Debug, Serialize, ToSchema)]
struct MovedTeam {
    team_id: TeamRef,
    name: String,
    /// Null for who was not in it.
    #[schema(required)]
    before: Option<PartWord>,
    /// Null for who is not in it.
    #[schema(required)]
    after: Option<PartWord>,
    /// Null for what an undo takes back.
    #[schema(required)]
    stays: Option<StaysWord>,
}

/// A position, by its name at the time.
#[derive(Debug, Serialize, ToSchema)]
struct MovedPlace {
    id: PositionRef,
    name: String,
}

impl From<Place> for MovedPlace {
    fn from(place: Place) -> Self {
        Self {
            id: place.id.into(),
            name: place.name,
        }
    }
}

/// The position before and after.
#[derive(Debug, Serialize, ToSchema)]
struct MovedPosition {
    /// Null for none.
    #[schema(required)]
    before: Option<MovedPlace>,
    /// Null for none.
    #[schema(required)]
    after: Option<MovedPlace>,
    /// Null for what an undo takes back.
    #[schema(required)]
    stays: Option<StaysWord>,
}

/// A group that the person left, by its name at the time.
#[derive(Debug, Serialize, ToSchema)]
struct LeftGroup {
    group_id: GroupRef,
    name: String,
    /// Null for what an undo takes back.
    #[schema(required)]
    stays: Option<StaysWord>,
}

/// A role or permission set that the person gave up, by its name at the time.
#[derive(Debug, Serialize, ToSchema)]
struct GivenUpRole {
    role: RoleRef,
    /// Empty for the program's own.
    name: String,
    /// From when on it was held or would have been; null for at once.
    #[schema(required)]
    from: Option<Instant>,
    /// Until when it would have been held; null for good.
    #[schema(required)]
    until: Option<Instant>,
    /// Null for what an undo takes back.
    #[schema(required)]
    stays: Option<StaysWord>,
}

/// A move. Its id is the line of the audit log about the person. What stays is what an undo would leave now; in the
/// answer of an undo, what it left. Once nothing can be undone any more it is not told.
#[derive(Debug, Serialize, ToSchema)]
struct MoveDetail {
    id: EventRef,
    /// Who moved.
    #[schema(required)]
    user: Option<PersonAnswer>,
    teams: Vec<MovedTeam>,
    /// Null when it stayed.
    #[schema(required)]
    position: Option<MovedPosition>,
    groups: Vec<LeftGroup>,
    roles: Vec<GivenUpRole>,
    /// The hand-over of the leads; null when they stayed with the person.
    #[schema(required)]
    hand_over_id: Option<EventRef>,
    /// The line of the audit log that took it back.
    #[schema(required)]
    undone_by: Option<EventRef>,
    undoable: UndoableWord,
    undo_until: Instant,
    #[schema(required)]
    created_by: Option<PersonAnswer>,
    created_at: Instant,
}

impl MoveDetail {
    fn new(done: MoveDone, back: Vec<Back>, now: Timestamp) -> Self {
        let mut detail = Self {
            id: done.id.into(),
            undoable: done.undoable(now).into(),
            user: done.user.map(PersonAnswer::from),
            teams: Vec::new(),
            position: None,
            groups: Vec::new(),
            roles: Vec::new(),
            hand_over_id: done.hand_over.map(EventRef::from),
            undone_by: done.undone_by.map(EventRef::from),
            undo_until: done.undo_until.into(),
            created_by: done.created_by.map(PersonAnswer::from),
            created_at: done.created_at.into(),
        };
        for one in back {
            detail.add(one);
        }
        detail
    }

    fn add(&mut self, back: Back) {
        let stays = back.stays.map(StaysWord::from);
        match back.piece {
            Piece::Team {
                id,
                name,
                before,
                after,
            } => self.teams.push(MovedTeam {
                team_id: id.into(),
                name,
                before: before.map(PartWord::from),
                after: after.map(PartWord::from),
                stays,
            }),
            Piece::Position { before, after } => {
                self.position = Some(MovedPosition {
                    before: before.map(MovedPlace::from),
                    after: after.map(MovedPlace::from),
                    stays,
                });
            }
            Piece::Group { id, name } => self.groups.push(LeftGroup {
                group_id: id.into(),
                name,
                stays,
            }),
            Piece::Role {
                key,
                name,
                from,
                until,
            } => self.roles.push(GivenUpRole {
                role: key.into(),
                name,
                from: from.map(Instant::from),
                until: until.map(Instant::from),
                stays,
            }),
        }
    }
}

async fn show(call: Call) -> Done {
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    let done = moves::show(&mut tx, &scope, call.id("id")?).await?;
    let done = done.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let now = call.app.db.now();
    let back = if matches!(done.undoable(now), Undoable::Yes | Undoable::Running) {
        moves::way_back(&mut tx, &scope, &done).await?
    } else {
        let pieces = done.pieces.iter().cloned();
        pieces.map(|piece| Back { piece, stays: None }).collect()
    };
    Ok(Answer::ok(&MoveDetail::new(done, back, now)))
}

/// What becomes of the leads when a move is undone.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum RecordsBackWord {
    /// None changed hands, or all of them were touched since.
    None,
    /// They go back, but for those that somebody touched since.
    Back,
    /// The hand-over was undone by itself before.
    Undone,
}

/// A move that was undone.
#[derive(Debug, Serialize, ToSchema)]
struct MoveUndoneAnswer {
    /// The line of the audit log.
    id: EventRef,
    /// The move, with what stays as it is.
    #[serde(rename = "move")]
    moved: MoveDetail,
    records: RecordsBackWord,
    /// The hand-over that takes the leads back; null when none go.
    #[schema(required)]
    hand_over: Option<HandOverAnswer>,
}

async fn undo(call: Call) -> Done {
    let reason = call.body::<ReasonBody>()?.words();
    let undone = moves::undo(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    let now = call.app.db.now();
    let records = match undone.records {
        records if records.goes() => RecordsBackWord::Back,
        RecordsBack::Undone => RecordsBackWord::Undone,
        _ => RecordsBackWord::None,
    };
    Ok(Answer::ok(&MoveUndoneAnswer {
        id: undone.id.into(),
        moved: MoveDetail::new(undone.done, undone.back, now),
        records,
        hand_over: undone.hand_over.map(|one| HandOverAnswer::new(one, now)),
    }))
}
