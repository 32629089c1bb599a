//! Somebody moves to another team or position, and which rights stay.

use axum::http::Method;
use seatwise_domain::authz::Key;
use seatwise_domain::handover::{Preview, Receiver};
use seatwise_domain::ids::UserId;
use seatwise_domain::moves::{self, HandOn, Move, MovePreview};
use seatwise_domain::problem;
use seatwise_domain::roles::RoleKey;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::audit::ChangeLine;
use super::effect::EffectAnswer;
use super::hand_overs::HandOverAnswer;
use super::users::{StageEffect, StagesChoice, stages};
use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{
    EventRef, GroupRef, PositionRef, Reason, RoleRef, TeamRef, UserRef, given,
};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    let example = || json!({ "position_id": null, "reason": "Moves to the board" });
    vec![
        Operation::new(
            Method::POST,
            "/users/{id}/move-preview",
            "previewUserMove",
            preview,
        )
        .tag("users")
        .needs(Key::ViewUsers)
        .body::<MoveBody>(example())
        .answers::<MoveAnswer>(200),
        Operation::new(Method::POST, "/users/{id}/move", "moveUser", run)
            .tag("users")
            .needs(Key::ViewUsers)
            .body::<MoveBody>(example())
            .answers::<MovedAnswer>(200),
    ]
}

/// A team that the person joins.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct JoinedTeam {
    team_id: TeamRef,
    /// Leads it.
    #[serde(default)]
    manager: bool,
}

/// Where a person goes, and what ends with it. What is not named stays. Each part needs the permission that it
/// needs alone: teams, positions, roles or groups.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MoveBody {
    /// The teams that the person joins.
    #[serde(default)]
    #[schema(max_items = 50)]
    join: Vec<JoinedTeam>,
    /// The teams that the person leaves.
    #[serde(default)]
    #[schema(max_items = 50)]
    leave_team_ids: Vec<TeamRef>,
    /// The position from then on; null for none. Absent leaves it as it is.
    #[serde(default, deserialize_with = "given")]
    position_id: Option<Option<PositionRef>>,
    /// Roles and permission sets that the person gives up.
    #[serde(default)]
    #[schema(max_items = 50)]
    give_up_roles: Vec<RoleRef>,
    /// The groups that the person leaves.
    #[serde(default)]
    #[schema(max_items = 50)]
    leave_group_ids: Vec<GroupRef>,
    /// Who gets the leads that the person holds until then; without, they stay with him. Needs the permission to
    /// assign leads.
    #[serde(default)]
    #[schema(nullable = false)]
    hand_over: Option<MoveHandOver>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// What becomes of the leads of a person who moves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MoveHandOver {
    /// Who gets the leads; null for the unassigned ones.
    #[schema(required)]
    to: Option<UserRef>,
    /// Which leads move; open ones without.
    #[serde(default)]
    #[schema(nullable = false)]
    stages: Option<StagesChoice>,
    /// How many were announced; another number refuses the whole move.
    #[serde(default)]
    #[schema(nullable = false)]
    expected: Option<u64>,
}

impl MoveHandOver {
    fn planned(self) -> Result<HandOn, Problem> {
        let to = self.to.map(|to| Receiver::User(to.0));
        Ok(HandOn {
            to: to.unwrap_or(Receiver::Unassigned),
            stages: stages(self.stages)?,
            expected: self.expected,
        })
    }
}

/// More in one call is not a move of one person.
const MOST: usize = 50;

impl MoveBody {
    fn planned(self) -> Result<Move, Problem> {
        let lists = [
            self.join.len(),
            self.leave_team_ids.len(),
            self.give_up_roles.len(),
            self.leave_group_ids.len(),
        ];
        if lists.iter().any(|length| *length > MOST) {
            return Err(Problem::new(&problem::BAD_REQUEST));
        }
        let roles: Result<Vec<RoleKey>, Problem> = self
            .give_up_roles
            .into_iter()
            .map(|role| Ok(role.0))
            .collect();
        Ok(Move {
            join: self
                .join
                .iter()
                .map(|to| (to.team_id.0, to.manager))
                .collect(),
            leave: self.leave_team_ids.iter().map(|id| id.0).collect(),
            position: self.position_id.map(|place| place.map(|id| id.0)),
            give_up: roles?,
            leave_groups: self.leave_group_ids.iter().map(|id| id.0).collect(),
            hand_on: self.hand_over.map(MoveHandOver::planned).transpose()?,
            reason: self.reason.map(String::from).unwrap_or_default(),
        })
    }
}

/// What a move would do; nothing was written.
#[derive(Debug, Serialize, ToSchema)]
struct MoveAnswer {
    /// In people and records.
    effect: EffectAnswer,
    /// About the person: teams, position, groups and roles before and after.
    changes: Vec<ChangeLine>,
    /// The leads that would change hands, and those that would stay; null when none were asked for. The effect
    /// is that of the move after they changed hands.
    #[schema(required)]
    hand_over: Option<MoveHandOverPreview>,
}

/// What would become of the leads.
#[derive(Debug, Serialize, ToSchema)]
struct MoveHandOverPreview {
    /// Stage by stage, also the empty ones.
    stages: Vec<StageEffect>,
    /// How many leads would change hands.
    moves: u64,
    /// How many would stay with the person.
    stays: u64,
}

impl From<Preview> for MoveHandOverPreview {
    fn from(preview: Preview) -> Self {
        Self {
            stages: preview.stages.into_iter().map(StageEffect::from).collect(),
            moves: preview.moves,
            stays: preview.stays,
        }
    }
}

/// A move that was made.
#[derive(Debug, Serialize, ToSchema)]
struct MovedAnswer {
    /// The move, by which it is undone: the line of the audit log about the person. Null when everything was so
    /// already.
    #[schema(required)]
    id: Option<EventRef>,
    /// The hand-over of the leads; null when none were asked for.
    #[schema(required)]
    hand_over: Option<HandOverAnswer>,
}

impl From<MovePreview> for MoveAnswer {
    fn from(preview: MovePreview) -> Self {
        Self {
            effect: preview.effect.into(),
            changes: preview.changes.into_iter().map(ChangeLine::from).collect(),
            hand_over: preview.hand_over.map(MoveHandOverPreview::from),
        }
    }
}

async fn preview(call: Call) -> Done {
    let (user, planned) = asked(&call)?;
    let seen = moves::preview(&call.app.db, call.caller()?, user, &planned).await?;
    Ok(Answer::ok(&MoveAnswer::from(seen)))
}

async fn run(call: Call) -> Done {
    let (user, planned) = asked(&call)?;
    let done = moves::run(&call.app.db, call.caller()?, user, &planned).await?;
    let now = call.app.db.now();
    Ok(Answer::ok(&MovedAnswer {
        id: done.id.map(EventRef::from),
        hand_over: done.hand_over.map(|one| HandOverAnswer::new(one, now)),
    }))
}

fn asked(call: &Call) -> Result<(UserId, Move), Problem> {
    Ok((call.id("id")?, call.body::<MoveBody>()?.planned()?))
}
