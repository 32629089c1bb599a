//! The tree of positions, and who holds them.

use axum::http::Method;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::ids::{PositionId, UserId};
use seatwise_domain::positions::{self, Move, Position, PositionRow, Removal, Sight};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::effect::EffectAnswer;
use super::groups::UsesLine;
use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{Name, PositionRef, Reason};
use crate::api::v1::users::ReasonQuery;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/positions", "listPositions", list)
            .needs(Key::ViewUsers)
            .answers::<Positions>(200),
        Operation::new(Method::POST, "/positions", "createPosition", create)
            .needs(Key::EditPositions)
            .body::<CreatePosition>(json!({ "name": "Head of sales", "parent_id": null }))
            .answers::<PositionAnswer>(201),
        Operation::new(Method::PATCH, "/positions/{id}", "renamePosition", rename)
            .needs(Key::EditPositions)
            .body::<RenamePosition>(json!({ "name": "Sales director" }))
            .answers::<PositionAnswer>(200),
        Operation::new(
            Method::GET,
            "/positions/{id}/move-preview",
            "previewPositionMove",
            preview_move,
        )
        .needs(Key::EditPositions)
        .query::<MoveQuery>()
        .answers::<PositionMovePreview>(200),
        Operation::new(
            Method::POST,
            "/positions/{id}/move",
            "movePosition",
            relocate,
        )
        .needs(Key::EditPositions)
        .body::<MovePosition>(json!({ "parent_id": null, "reason": "Reports to nobody" }))
        .answers::<PositionMove>(200),
        Operation::new(
            Method::GET,
            "/positions/{id}/removal-preview",
            "previewPositionRemoval",
            preview_removal,
        )
        .needs(Key::EditPositions)
        .answers::<PositionRemovalPreview>(200),
        Operation::new(Method::DELETE, "/positions/{id}", "removePosition", remove)
            .needs(Key::EditPositions)
            .query::<ReasonQuery>(),
        Operation::new(Method::PUT, "/users/{id}/position", "setPosition", hold)
            .tag("positions")
            .needs(Key::EditPositions)
            .body::<SetPosition>(json!({ "position_id": null, "reason": "Moves to the board" })),
    ]
}

/// A position in the order of the tree.
#[derive(Debug, Serialize, ToSchema)]
struct PositionLine {
    id: PositionRef,
    /// Null at the top.
    #[schema(required)]
    parent_id: Option<PositionRef>,
    name: String,
    /// How many stand above it.
    depth: u64,
    /// How many people hold it.
    holders: u64,
    /// How many people hold positions below it.
    below: u64,
}

impl From<PositionRow> for PositionLine {
    fn from(row: PositionRow) -> Self {
        Self {
            id: row.position.id.into(),
            parent_id: row.position.parent.map(PositionRef::from),
            name: row.position.name,
            depth: row.depth as u64,
            holders: row.position.holders,
            below: row.below,
        }
    }
}

/// The whole tree: each position before those below it. There are 2,000 at most.
#[derive(Debug, Serialize, ToSchema)]
struct Positions {
    items: Vec<PositionLine>,
}

async fn list(call: Call) -> Done {
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    let rows = positions::list(&mut tx, &scope).await?;
    let items = rows.into_iter().map(PositionLine::from).collect();
    Ok(Answer::ok(&Positions { items }))
}

/// A position.
#[derive(Debug, Serialize, ToSchema)]
struct PositionAnswer {
    id: PositionRef,
    /// Null at the top.
    #[schema(required)]
    parent_id: Option<PositionRef>,
    name: String,
    /// How many people hold it.
    holders: u64,
}

impl From<Position> for PositionAnswer {
    fn from(position: Position) -> Self {
        Self {
            id: position.id.into(),
            parent_id: position.parent.map(PositionRef::from),
            name: position.name,
            holders: position.holders,
        }
    }
}

/// A position to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreatePosition {
    name: Name,
    /// Null for the top.
    #[serde(default)]
    parent_id: Option<PositionRef>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

fn words(reason: Option<Reason>) -> String {
    reason.map(String::from).unwrap_or_default()
}

async fn create(call: Call) -> Done {
    let body: CreatePosition = call.body()?;
    let parent = body.parent_id.map(|id| id.0);
    let (db, caller) = (&call.app.db, call.caller()?);
    let made = positions::create(db, caller, &body.name.0, parent, &words(body.reason)).await?;
    let place = format!("/positions/{}", made.id);
    Ok(Answer::created(&PositionAnswer::from(made), &place))
}

/// Another name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RenamePosition {
    name: Name,
}

async fn rename(call: Call) -> Done {
    let body: RenamePosition = call.body()?;
    let id: PositionId = call.id("id")?;
    let renamed = positions::rename(&call.app.db, call.caller()?, id, &body.name.0).await?;
    Ok(Answer::ok(&PositionAnswer::from(renamed)))
}

/// What a change of the tree does to what people see.
#[derive(Debug, Serialize, ToSchema)]
struct SightLine {
    /// How many people see leads that they did not see.
    gain: u64,
    /// How many people no longer see leads that they saw.
    lose: u64,
    /// Of how many people these leads are.
    of: u64,
    /// False where the account does not let superiors see what is below: then nothing changes.
    superiors_see: bool,
}

impl From<Sight> for SightLine {
    fn from(sight: Sight) -> Self {
        Self {
            gain: sight.gain,
            lose: sight.lose,
            of: sight.of,
            superiors_see: sight.superiors_see,
        }
    }
}

/// A move, as it was or would be.
#[derive(Debug, Serialize, ToSchema)]
struct PositionMove {
    position: PositionAnswer,
    /// The name of the position above before; null at the top.
    #[schema(required)]
    from: Option<String>,
    /// The name of the position above afterwards; null at the top.
    #[schema(required)]
    to: Option<String>,
    sight: SightLine,
}

impl From<Move> for PositionMove {
    fn from(moved: Move) -> Self {
        Self {
            position: moved.position.into(),
            from: moved.from,
            to: moved.to,
            sight: moved.sight.into(),
        }
    }
}

/// What a move would do; nothing was written.
#[derive(Debug, Serialize, ToSchema)]
struct PositionMovePreview {
    #[serde(flatten)]
    planned: PositionMove,
    /// Person by person, with the leads that come into sight or go out of it.
    effect: EffectAnswer,
}

/// Where it would go.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct MoveQuery {
    /// Below this one; to the top without.
    #[schema(nullable = false)]
    parent_id: Option<PositionRef>,
}

async fn preview_move(call: Call) -> Done {
    let query: MoveQuery = call.query()?;
    let parent = query.parent_id.map(|id| id.0);
    let (db, caller) = (&call.app.db, call.caller()?);
    let (planned, effect) = positions::foretell_move(db, caller, call.id("id")?, parent).await?;
    Ok(Answer::ok(&PositionMovePreview {
        planned: planned.into(),
        effect: effect.into(),
    }))
}

/// Where it goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MovePosition {
    /// Below this one; null for the top.
    #[schema(required)]
    parent_id: Option<PositionRef>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

async fn relocate(call: Call) -> Done {
    let body: MovePosition = call.body()?;
    let (db, caller) = (&call.app.db, call.caller()?);
    let parent = body.parent_id.map(|id| id.0);
    let id = call.id("id")?;
    let moved = positions::relocate(db, caller, id, parent, &words(body.reason)).await?;
    Ok(Answer::ok(&PositionMove::from(moved)))
}

/// What the removal of a position does.
#[derive(Debug, Serialize, ToSchema)]
struct PositionRemoval {
    position: PositionAnswer,
    /// The name of the position to which everything moves up; null at the top.
    #[schema(required)]
    up_to: Option<String>,
    /// How many positions stand directly below it.
    children: u64,
    uses: UsesLine,
    sight: SightLine,
}

impl From<Removal> for PositionRemoval {
    fn from(removal: Removal) -> Self {
        Self {
            position: removal.position.into(),
            up_to: removal.up_to,
            children: removal.children,
            uses: removal.uses.into(),
            sight: removal.sight.into(),
        }
    }
}

/// What a removal would do; nothing was written.
#[derive(Debug, Serialize, ToSchema)]
struct PositionRemovalPreview {
    #[serde(flatten)]
    planned: PositionRemoval,
    /// Person by person, with the leads that come into sight or go out of it.
    effect: EffectAnswer,
}

async fn preview_removal(call: Call) -> Done {
    let (db, caller) = (&call.app.db, call.caller()?);
    let (planned, effect) = positions::foretell_removal(db, caller, call.id("id")?).await?;
    Ok(Answer::ok(&PositionRemovalPreview {
        planned: planned.into(),
        effect: effect.into(),
    }))
}

async fn remove(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    positions::remove(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::nothing())
}

/// Which position somebody holds.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SetPosition {
    /// Null for none.
    #[schema(required)]
    position_id: Option<PositionRef>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

async fn hold(call: Call) -> Done {
    let body: SetPosition = call.body()?;
    let user: UserId = call.id("id")?;
    let (db, caller) = (&call.app.db, call.caller()?);
    let position = body.position_id.map(|id| id.0);
    positions::hold(db, caller, user, position, &words(body.reason)).await?;
    Ok(Answer::nothing())
}
