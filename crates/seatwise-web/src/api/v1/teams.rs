//! Teams and their members.

use axum::http::Method;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::teams::{self, TeamRow};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{Name, Reason, TeamRef};
use crate::api::v1::users::ReasonQuery;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/teams", "listTeams", list)
            .needs(Key::ViewUsers)
            .query::<ListTeams>()
            .answers::<Teams>(200),
        Operation::new(Method::POST, "/teams", "createTeam", create)
            .needs(Key::EditTeams)
            .body::<CreateTeam>(json!({ "name": "Nord" }))
            .answers::<TeamLine>(201),
        Operation::new(Method::PATCH, "/teams/{id}", "renameTeam", rename)
            .needs(Key::EditTeams)
            .body::<CreateTeam>(json!({ "name": "Nordost" }))
            .answers::<TeamName>(200),
        Operation::new(
            Method::PUT,
            "/teams/{id}/members/{user_id}",
            "setTeamMember",
            add,
        )
        .needs(Key::EditTeams)
        .body::<Member>(json!({ "manager": false })),
        Operation::new(
            Method::DELETE,
            "/teams/{id}/members/{user_id}",
            "removeTeamMember",
            remove,
        )
        .query::<ReasonQuery>()
        .needs(Key::EditTeams),
    ]
}

/// How many.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct ListTeams {
    /// The first so many by name; all without. There are 1,000 at most.
    #[schema(nullable = false, minimum = 1, maximum = 1_000)]
    limit: Option<u32>,
}

/// Teams by name.
#[derive(Debug, Serialize, ToSchema)]
struct Teams {
    items: Vec<TeamLine>,
    /// How many there are.
    total: u64,
}

/// A team.
#[derive(Debug, Serialize, ToSchema)]
struct TeamLine {
    id: TeamRef,
    name: String,
    members: u64,
    /// The names of those who lead it.
    managers: Vec<String>,
}

impl From<TeamRow> for TeamLine {
    fn from(row: TeamRow) -> Self {
        Self {
            id: row.team.id.into(),
            name: row.team.name,
            members: row.members,
            managers: row.managers,
        }
    }
}

async fn list(call: Call) -> Done {
    let query: ListTeams = call.query()?;
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    let rows = teams::all(&mut tx, &scope).await?;
    let total = rows.len() as u64;
    let most = query.limit.map_or(usize::MAX, |limit| limit as usize);
    let items = rows.into_iter().take(most).map(TeamLine::from).collect();
    Ok(Answer::ok(&Teams { items, total }))
}

/// A team by its name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateTeam {
    name: Name,
}

async fn create(call: Call) -> Done {
    let body: CreateTeam = call.body()?;
    let team = teams::create(&call.app.db, call.caller()?, &body.name.0).await?;
    let place = format!("/teams/{}", team.id);
    let line = TeamLine {
        id: team.id.into(),
        name: team.name,
        members: 0,
        managers: Vec::new(),
    };
    Ok(Answer::created(&line, &place))
}

/// A team with its name.
#[derive(Debug, Serialize, ToSchema)]
struct TeamName {
    id: TeamRef,
    name: String,
}

async fn rename(call: Call) -> Done {
    let body: CreateTeam = call.body()?;
    let id = call.id("id")?;
    let team = teams::rename(&call.app.db, call.caller()?, id, &body.name.0).await?;
    Ok(Answer::ok(&TeamName {
        id: team.id.into(),
        name: team.name,
    }))
}

/// A place in a team.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Member {
    /// True for somebody who leads the team.
    manager: bool,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

async fn add(call: Call) -> Done {
    let body: Member = call.body()?;
    let user: UserId = call.id("user_id")?;
    let team = call.id("id")?;
    let reason = body.reason.map(String::from).unwrap_or_default();
    let (db, caller) = (&call.app.db, call.caller()?);
    teams::add_members(db, caller, team, &[user], body.manager, &reason).await?;
    Ok(Answer::nothing())
}

async fn remove(call: Call) -> Done {
    let user: UserId = call.id("user_id")?;
    let reason = call.query::<ReasonQuery>()?.words();
    let (db, caller) = (&call.app.db, call.caller()?);
    teams::remove_member(db, caller, call.id("id")?, user, &reason).await?;
    Ok(Answer::nothing())
}
