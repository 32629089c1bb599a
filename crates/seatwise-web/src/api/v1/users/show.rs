//! One person, with what points at him.

use seatwise_domain::authz::{Party, ViewRecords, ViewUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::store::ReadTx;
use seatwise_domain::users::Decided;
use seatwise_domain::{groups, positions, problem, records, teams, users};
use serde::Serialize;
use utoipa::ToSchema;

use super::{TeamPlace, UserAnswer};
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{LeadStateWord, PartyRef};
use crate::problem::Problem;
use crate::role_words;

/// A person with everything that the account knows.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserDetail {
    #[serde(flatten)]
    user: UserAnswer,
    /// True when the activation link was not followed in time; a new one can be sent.
    link_expired: bool,
    teams: Vec<TeamPlace>,
    /// The place in the tree of positions; null for none.
    #[schema(required)]
    position: Option<PlaceLine>,
    groups: Vec<PlaceLine>,
    /// Further addresses that the person signs in with.
    aliases: Vec<String>,
    /// What points at the person, without what does not.
    references: Vec<ReferenceLine>,
    /// The person's leads, stage by stage; those within reach of who asks.
    leads: Vec<StageLine>,
}

/// A position that somebody holds, or a group that he belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceLine {
    id: PartyRef,
    name: String,
}

/// How often something points at a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferenceLine {
    /// `leads`, `open-leads`, `notes`, `sessions`, `api-tokens`, `teams`, …
    kind: String,
    /// 10,001 stands for more than 10,000.
    count: u64,
}

impl From<users::Reference> for ReferenceLine {
    fn from(reference: users::Reference) -> Self {
        Self {
            kind: reference.kind.as_str().to_owned(),
            count: reference.count,
        }
    }
}

/// The leads of a stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct StageLine {
    /// The key of the stage.
    stage: String,
    state: LeadStateWord,
    count: u64,
    /// What they are worth together, in the smallest unit of the account's currency; null where the caller's
    /// roles hide it.
    #[schema(required)]
    value: Option<i64>,
}

impl From<records::StageCount> for StageLine {
    fn from(line: records::StageCount) -> Self {
        Self {
            stage: line.stage.key.to_string(),
            state: line.stage.state.into(),
            count: line.count,
            value: line.sum.map(|sum| sum.0),
        }
    }
}

/// Answers the person.
pub async fn show(call: Call, mut tx: ReadTx) -> Done {
    let id: UserId = call.id("id")?;
    let caller = call.caller()?;
    let scope = caller.scope::<ViewUsers>()?;
    let user = users::find(&mut tx, &scope, id)
        .await?
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let places = teams::memberships(&mut tx, &scope, id).await?;
    let position = positions::of_user(&mut tx, &scope, id).await?;
    let groups = groups::of_user(&mut tx, &scope, id).await?;
    let behind = users::behind(&mut tx, caller, id).await?;
    let leads = match caller.records::<ViewRecords>() {
        Ok(scope) => records::of_user(&mut tx, &scope, id).await?,
        Err(_) => Vec::new(),
    };
    Ok(Answer::ok(&UserDetail {
        link_expired: user.link_expired(call.app.db.now()),
        user: user.into(),
        teams: places.into_iter().map(TeamPlace::from).collect(),
        position: position.map(|(id, name)| PlaceLine {
            id: Party::Position(id).into(),
            name,
        }),
        groups: groups
            .into_iter()
            .map(|group| PlaceLine {
                id: Party::Group(group.id).into(),
                name: group.name,
            })
            .collect(),
        aliases: behind.aliases,
        references: behind
            .references
            .into_iter()
            .map(ReferenceLine::from)
            .collect(),
        leads: leads.into_iter().map(StageLine::from).collect(),
    }))
}

/// The permission table for a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct Permissions {
    items: Vec<PermissionAnswer>,
}

/// A permission that a person has or has not.
#[derive(Debug, Serialize, ToSchema)]
pub struct PermissionAnswer {
    /// `users.invite`, `leads.edit`, …
    key: &'static str,
    allowed: bool,
    because: DecidedWord,
    /// How far it goes, where it goes to a part of the people: `team`, `subordinates`; empty for everybody.
    extents: Vec<&'static str>,
    /// How many people are in that part; null for everybody.
    people: Option<u64>,
}

/// What decided a line of the permission table.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum DecidedWord {
    /// The level gives it, or does not.
    Level,
    /// The kind of the seat has no room for it.
    Licence,
    /// The person cannot sign in: not yet, or not any more.
    State,
}

/// Answers what the person may do, and why.
pub async fn permissions(call: Call) -> Done {
    let id: UserId = call.id("id")?;
    let caller = call.caller()?;
    let scope = caller.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    let user = users::find(&mut tx, &scope, id)
        .await?
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let lines = users::permissions(&mut tx, caller, &user).await?;
    let items = lines.into_iter().map(|line| PermissionAnswer {
        key: line.key.as_str(),
        allowed: line.allowed,
        extents: line
            .part
            .map(|(extent, _)| role_words::extents(extent))
            .unwrap_or_default(),
        people: line.part.map(|(_, people)| people),
        because: match line.because {
            Decided::Level => DecidedWord::Level,
            Decided::Licence => DecidedWord::Licence,
            Decided::State => DecidedWord::State,
        },
    });
    Ok(Answer::ok(&Permissions {
        items: items.collect(),
    }))
}
