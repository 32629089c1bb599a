//! Taking a move back as one act: what nobody touched since goes back, the rest stays and is told (D2, D7).

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::back::{Back, RecordsBack, records_back, way_back};
use super::piece::Piece;
use super::plan::MoveError;
use super::run::{apart, concerned};
use super::show::MoveDone;
use super::sql;
use crate::audit::{Audit, Change, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{AssignRecords, Caller, Denied, Effect, Rehearsal, Scope, ViewUsers};
use crate::clock::Timestamp;
use crate::handover::{self, HandOver, UndoError, Undoable};
use crate::ids::{EventId, GroupId, TeamId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::roles::Give;
use crate::store::{Db, Reads as _, StoreError, WriteTx};
use crate::{groups, positions, roles, teams};

/// Why a move was not taken back.
#[derive(Debug, thiserror::Error)]
pub enum MoveUndoError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such move in the account.
    #[error("there is no such move")]
    Unknown,
    /// It was taken back already.
    #[error("the move was undone already")]
    AlreadyUndone,
    /// The time for it is over.
    #[error("the time for undoing the move is over")]
    TooLate,
    /// Somebody touched all of it since, or the person was removed.
    #[error("nothing of the move can go back")]
    NothingLeft,
    /// The leads cannot go back now.
    #[error(transparent)]
    Records(#[from] UndoError),
    /// A part refused.
    #[error(transparent)]
    Part(#[from] MoveError),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for MoveUndoError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::AlreadyUndone => &problem::ALREADY_UNDONE,
            Self::TooLate => &problem::UNDO_TOO_LATE,
            Self::NothingLeft => &problem::MOVE_UNDO_NOTHING,
            Self::Records(error) => error.problem(),
            Self::Part(error) => error.problem(),
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Part(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// What taking a move back would do.
#[derive(Debug, Clone)]
pub struct UndoPreview {
    /// The move.
    pub done: MoveDone,
    /// Who would gain and who would lose what; without the leads that go back.
    pub effect: Effect,
    /// What would change about the person.
    pub changes: Vec<Change>,
    /// Piece by piece, what goes back and what stays.
    pub back: Vec<Back>,
    /// What becomes of the leads.
    pub records: RecordsBack,
}

/// What taking a move back did.
#[derive(Debug, Clone)]
pub struct MoveUndone {
    /// The line of the audit log.
    pub id: EventId,
    /// The move.
    pub done: MoveDone,
    /// Piece by piece, what went back and what stays.
    pub back: Vec<Back>,
    /// What became of the leads.
    pub records: RecordsBack,
    /// The hand-over that takes the leads back, if they went back.
    pub hand_over: Option<HandOver>,
}

/// A move that can be taken back, with what goes and what stays.
struct Found {
    done: MoveDone,
    user: UserId,
    name: String,
    back: Vec<Back>,
    records: RecordsBack,
}

/// Takes the move back, looks at who may do and see what then, and lets it go: what would be refused is
/// refused. Leads are counted and stay where they are.
pub async fn preview_undo(
    db: &Db,
    caller: &Caller,
    id: EventId,
) -> Result<UndoPreview, MoveUndoError> {
    let scope = caller.scope::<ViewUsers>()?;
    let mut tx = db.write().await?;
    let found = find(&mut tx, caller, &scope, id).await?;
    let teams: Vec<TeamId> = found.going().filter_map(Piece::team).collect();
    let position = found.going().find_map(|piece| match piece {
        Piece::Position { before, .. } => Some(before.as_ref().map(|place| place.id)),
        _ => None,
    });
    let tenant = scope.tenant();
    let back_in: Vec<GroupId> = found.going().filter_map(Piece::group).collect();
    let mut people = vec![found.user];
    people.extend(groups::seers(&mut tx, tenant, &back_in).await?);
    people.extend(concerned(&mut tx, tenant, found.user, &teams, position).await?);
    let now = tx.now();
    let begins: Vec<Timestamp> = found
        .going()
        .filter_map(|piece| piece.begins_after(now))
        .collect();
    let rehearsal = Rehearsal::of(&mut tx, tenant, people).await?;
    let rehearsal = rehearsal.also_on(&mut tx, found.user, begins).await?;
    let events = step(&mut tx, caller, &found, &Reason::default()).await?;
    let (of_person, _) = apart(events, found.user);
    if let (Some(of), true) = (found.done.hand_over, found.records.goes()) {
        let assigning = caller.records::<AssignRecords>()?;
        handover::may_take_back(&mut tx, &assigning, of).await?;
    }
    Ok(UndoPreview {
        effect: rehearsal.end(&mut tx).await?,
        changes: Event::folded(EventKind::MoveUndone, of_person).into_changes(),
        done: found.done,
        back: found.back,
        records: found.records,
    })
}

/// Takes a move back: everything that goes, or nothing. Each part asks for its own right and passes the guards
/// that it passes alone. Leads go last, when the person is where they were within reach.
pub async fn undo(
    db: &Db,
    caller: &Caller,
    id: EventId,
    reason: &str,
) -> Result<MoveUndone, MoveUndoError> {
    let scope = caller.scope::<ViewUsers>()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let found = find(&mut tx, caller, &scope, id).await?;
    let by: EventId = tx.id();
    if !sql::take_back(&mut tx, &scope, id, by).await? {
        return Err(MoveUndoError::AlreadyUndone);
    }
    let events = step(&mut tx, caller, &found, &reason).await?;
    let (of_person, mut lines) = apart(events, found.user);
    let mut line = Event::folded(EventKind::MoveUndone, of_person)
        .with_id(by)
        .detail("move", id.to_string())
        .reason(&reason);
    let mut hand_over = None;
    if let (Some(of), true) = (found.done.hand_over, found.records.goes()) {
        let records = caller.records::<AssignRecords>()?;
        let (undone, told) = handover::undo_step(&mut tx, &records, of, &reason).await?;
        line = line.detail("hand_over_id", undone.id.to_string());
        lines.push(told);
        hand_over = Some(undone);
    }
    let stays = found.staying();
    if !stays.is_empty() {
        line = line.detail("stays", stays);
    }
    lines.push(line.on(SubjectKind::User, found.user, found.name));
    tx.commit(Audit::all(&scope, lines)).await?;
    Ok(MoveUndone {
        id: by,
        done: MoveDone {
            undone_by: Some(by),
            ..found.done
        },
        back: found.back,
        records: found.records,
        hand_over,
    })
}

impl Found {
    fn going(&self) -> impl Iterator<Item = &Piece> {
        let back = self.back.iter().filter(|back| back.stays.is_none());
        back.map(|back| &back.piece)
    }

    /// The names of what stays, by the fields of a person under which the log has them.
    fn staying(&self) -> Map<String, Value> {
        let mut stays: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for back in self.back.iter().filter(|back| back.stays.is_some()) {
            let names = stays.entry(back.piece.field()).or_default();
            names.push(back.piece.name());
        }
        let stays = stays.into_iter();
        stays
            .map(|(field, names)| (field.to_owned(), names.into()))
            .collect()
    }
}

async fn find(
    tx: &mut WriteTx,
    caller: &Caller,
    scope: &Scope<ViewUsers>,
    id: EventId,
) -> Result<Found, MoveUndoError> {
    let done = sql::find_for_update(tx, scope, id).await?;
    let done = done.ok_or(MoveUndoError::Unknown)?;
    match done.undoable(tx.now()) {
        Undoable::Undone => return Err(MoveUndoError::AlreadyUndone),
        Undoable::TooLate => return Err(MoveUndoError::TooLate),
        Undoable::Running => return Err(UndoError::StillRunning.into()),
        Undoable::Yes => {}
    }
    let user = done.user.as_ref().map(|person| person.id);
    let user = user.ok_or(MoveUndoError::NothingLeft)?;
    let name = sql::person(tx, scope, user).await?;
    let name = name.ok_or(MoveUndoError::NothingLeft)?.name;
    let moves_him = |piece: &Piece| matches!(piece, Piece::Position { .. });
    if done.pieces.iter().any(moves_him) {
        // Nobody changes the tree between the look at what he holds and the change.
        positions::lock(tx, scope.tenant()).await?;
    }
    let back = way_back(tx, scope, &done).await?;
    let records = if done.hand_over.is_some() {
        let assigning = caller.records::<AssignRecords>()?;
        records_back(tx, &assigning, &done).await?
    } else {
        RecordsBack::None
    };
    if !records.goes() && back.iter().all(|back| back.stays.is_some()) {
        return Err(MoveUndoError::NothingLeft);
    }
    Ok(Found {
        done,
        user,
        name,
        back,
        records,
    })
}

/// Step: puts back what goes, without the leads and without the commit.
async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    found: &Found,
    reason: &Reason,
) -> Result<Vec<Event>, MoveError> {
    let user = found.user;
    let mut events = Vec::new();
    for piece in found.going() {
        match piece {
            Piece::Team { id, before, .. } => match before {
                Some(part) => {
                    let place = (*id, part.leads());
                    events.extend(teams::add_step(tx, caller, place, &[user], reason).await?);
                }
                None => events.extend(teams::remove_step(tx, caller, *id, user, reason).await?),
            },
            Piece::Position { before, .. } => {
                let place = before.as_ref().map(|place| place.id);
                events.extend(positions::hold_step(tx, caller, user, place, reason).await?);
            }
            Piece::Group { id, .. } => {
                events.extend(groups::add_step(tx, caller, *id, user, reason).await?);
            }
            Piece::Role {
                key, from, until, ..
            } => {
                let give = Give {
                    users: vec![user],
                    role: key.clone(),
                    starts_at: *from,
                    expires_at: *until,
                    reason: reason.words().unwrap_or_default().to_owned(),
                };
                events.extend(roles::give_more(tx, caller, &give).await?);
            }
        }
    }
    Ok(events)
}
