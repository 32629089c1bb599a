//! Statements of moves that were made.

use super::piece::{Part, Piece};
use super::show::MoveDone;
use crate::args;
use crate::authz::{Scope, SeatKind, ViewUsers};
use crate::handover::UNDO_DAYS;
use crate::ids::{EventId, UserId};
use crate::stmt;
use crate::store::{FromRow, Reader, Reads, Sql, StoreError, Value, WriteTx};

const ROW: &str =
    "select m.id, u.id, u.name, m.pieces, m.hand_over_id, m.undone_by, m.undo_until, c.id, c.name,
        m.created_at, h.state
   from moves m
   left join hand_overs h on h.tenant_id = m.tenant_id and h.id = m.hand_over_id
   left join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
   left join users c on c.tenant_id = m.tenant_id and c.id = m.created_by";

stmt!(
    PERSON = "select name, state, seat_kind from users where tenant_id = $1 and id = $2 and state <> 'anonymised'",
    INSERT = "insert into moves (tenant_id, id, user_id, pieces, hand_over_id, undo_until, created_by, created_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8)",
    TAKE_BACK = "update moves set undone_by = $3
                  where tenant_id = $1 and id = $2 and undone_by is null"
);

/// Somebody who moves, as far as it decides over what he may have.
pub(super) struct Known {
    pub name: String,
    left: bool,
    seat_kind: SeatKind,
}

impl FromRow for Known {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            name: row.text()?,
            left: row.text()? == "deactivated",
            seat_kind: row.word()?,
        })
    }
}

impl Known {
    /// Whether an undo can give him a piece of a move back, by the guards of teams and roles.
    pub(super) fn may_have(&self, piece: &Piece) -> bool {
        match piece {
            Piece::Team { before, .. } => !(self.left && before.is_some_and(Part::leads)),
            Piece::Role { .. } => self.seat_kind != SeatKind::Team,
            Piece::Position { .. } | Piece::Group { .. } => true,
        }
    }
}

/// Somebody who was not removed.
pub(super) async fn person(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Option<Known>, StoreError> {
    tx.find(PERSON.with(args![scope.tenant(), user])).await
}

pub(super) async fn insert(
    tx: &mut WriteTx,
    scope: &Scope<ViewUsers>,
    (id, user): (EventId, UserId),
    pieces: &[Piece],
    hand_over: Option<EventId>,
) -> Result<(), StoreError> {
    let now = tx.now();
    let insert = INSERT.with(args![
        scope.tenant(),
        id,
        user,
        Value::json(&pieces)?,
        hand_over,
        now.plus_days(UNDO_DAYS),
        scope.user(),
        now,
    ]);
    tx.run(insert).await.map(drop)
}

/// False when somebody else was faster.
pub(super) async fn take_back(
    tx: &mut WriteTx,
    scope: &Scope<ViewUsers>,
    id: EventId,
    by: EventId,
) -> Result<bool, StoreError> {
    let taken = TAKE_BACK.with(args![scope.tenant(), id, by]);
    Ok(tx.run(taken).await? == 1)
}

pub(super) async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    id: EventId,
) -> Result<Option<MoveDone>, StoreError> {
    let sql = Sql::new(ROW).push(
        " where m.tenant_id = $? and m.id = $?",
        args![scope.tenant(), id],
    );
    tx.find(sql).await
}

pub(super) async fn find_for_update(
    tx: &mut WriteTx,
    scope: &Scope<ViewUsers>,
    id: EventId,
) -> Result<Option<MoveDone>, StoreError> {
    let sql = Sql::new(ROW).push(
        " where m.tenant_id = $? and m.id = $? /*pg for update of m */",
        args![scope.tenant(), id],
    );
    tx.find(sql).await
}
