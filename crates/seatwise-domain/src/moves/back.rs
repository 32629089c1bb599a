//! What of a move goes back when it is undone, and what stays because somebody touched it since (D2).

use super::piece::{Held, Piece, Roles};
use super::show::MoveDone;
use super::sql::{self, Known};
use crate::authz::{AssignRecords, RecordScope, Scope, ViewUsers};
use crate::handover;
use crate::store::{Reads, StoreError};
use crate::{groups, positions, records, roles, teams};

/// Why a piece stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// Somebody changed it since.
    Touched,
    /// The team, position, group or role is no more.
    Gone,
    /// The time for which he held the role is over.
    Ended,
    /// The person is in a state, or on a seat, in which nobody has it: who left leads no team, and a team seat holds
    /// no other role.
    NotNow,
    /// He is in another visibility group now, and nobody is in two.
    Elsewhere,
}

/// A piece of a move, and why it stays, if it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back {
    /// The piece.
    pub piece: Piece,
    /// Nothing for what goes back.
    pub stays: Option<Stays>,
}

/// What becomes of the leads that changed hands with a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordsBack {
    /// None did.
    None,
    /// They go back, but for those that somebody touched since.
    Back {
        /// How many changed hands.
        moved: u64,
        /// How many of them stay.
        stays: u64,
    },
    /// The hand-over was undone by itself.
    Undone,
}

impl RecordsBack {
    /// True when leads go back.
    pub const fn goes(self) -> bool {
        matches!(self, Self::Back { moved, stays } if moved > stays)
    }
}

/// Piece by piece, what an undo would do now.
pub async fn way_back(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    done: &MoveDone,
) -> Result<Vec<Back>, StoreError> {
    let Some(user) = &done.user else {
        return Ok(Vec::new());
    };
    let of_role = |piece: &Piece| matches!(piece, Piece::Role { .. });
    let looks = Roles::when(done.pieces.iter().any(of_role));
    let held = Held::of(tx, scope, (user.id, looks)).await?;
    let person = sql::person(tx, scope, user.id).await?;
    let mut back = Vec::with_capacity(done.pieces.len());
    for piece in &done.pieces {
        back.push(Back {
            stays: stays(tx, scope, (&held, person.as_ref()), piece).await?,
            piece: piece.clone(),
        });
    }
    Ok(back)
}

async fn stays(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    (held, person): (&Held, Option<&Known>),
    piece: &Piece,
) -> Result<Option<Stays>, StoreError> {
    let (as_left, there) = match piece {
        Piece::Team { id, after, .. } => (
            held.part(*id) == *after,
            teams::find(tx, scope, *id).await?.is_some(),
        ),
        Piece::Position { before, after } => (
            held.stands_at() == after.as_ref().map(|place| place.id),
            match before {
                Some(place) => positions::find(tx, scope, place.id).await?.is_some(),
                None => true,
            },
        ),
        Piece::Group { id, .. } => {
            let group = groups::find(tx, scope, *id).await?;
            let out = !held.belongs_to(*id);
            if out && group.as_ref().is_some_and(|group| group.visible) && held.is_seen() {
                return Ok(Some(Stays::Elsewhere));
            }
            (out, group.is_some())
        }
        Piece::Role { key, until, .. } => {
            if until.is_some_and(|until| until <= tx.now()) {
                return Ok(Some(Stays::Ended));
            }
            let names = roles::names(tx, scope).await?;
            (!held.holds(key), names.iter().any(|role| role.key == *key))
        }
    };
    Ok(match (as_left, there) {
        (false, _) => Some(Stays::Touched),
        (true, false) => Some(Stays::Gone),
        (true, true) if person.is_some_and(|person| !person.may_have(piece)) => Some(Stays::NotNow),
        (true, true) => None,
    })
}

/// What an undo would do now with the leads that changed hands.
pub async fn records_back(
    tx: &mut impl Reads,
    scope: &RecordScope<AssignRecords>,
    done: &MoveDone,
) -> Result<RecordsBack, StoreError> {
    let Some(id) = done.hand_over else {
        return Ok(RecordsBack::None);
    };
    let Some(one) = handover::show(tx, scope, id).await? else {
        return Ok(RecordsBack::None);
    };
    if one.undone_by.is_some() {
        return Ok(RecordsBack::Undone);
    }
    if one.moved == 0 {
        return Ok(RecordsBack::None);
    }
    let goes = records::going_back(tx, scope, id).await?;
    Ok(RecordsBack::Back {
        moved: one.moved,
        stays: one.moved.saturating_sub(goes),
    })
}
