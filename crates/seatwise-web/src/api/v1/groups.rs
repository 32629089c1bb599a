//! Groups and their members.

use axum::http::Method;
use seatwise_domain::authz::{EditGroups, Key, ViewUsers};
use seatwise_domain::groups::{self, Group, GroupRow, IfUsed, Removal};
use seatwise_domain::ids::{GroupId, UserId};
use seatwise_domain::problem;
use seatwise_domain::sharing::Uses;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{GroupRef, Name, Paged, Reason};
use crate::api::v1::users::{ReasonBody, ReasonQuery};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/groups", "listGroups", list)
            .needs(Key::ViewUsers)
            .paged()
            .answers::<Paged<GroupLine>>(200),
        Operation::new(Method::POST, "/groups", "createGroup", create)
            .needs(Key::EditGroups)
            .body::<GroupByName>(json!({ "name": "Fair in Leipzig" }))
            .answers::<GroupLine>(201),
        Operation::new(Method::PATCH, "/groups/{id}", "renameGroup", rename)
            .needs(Key::EditGroups)
            .body::<GroupByName>(json!({ "name": "Fair in Munich" }))
            .answers::<GroupName>(200),
        Operation::new(
            Method::GET,
            "/groups/{id}/removal-preview",
            "previewGroupRemoval",
            preview,
        )
        .needs(Key::EditGroups)
        .answers::<GroupRemoval>(200),
        Operation::new(Method::DELETE, "/groups/{id}", "removeGroup", remove)
            .query::<RemoveGroup>()
            .needs(Key::EditGroups),
        Operation::new(
            Method::PUT,
            "/groups/{id}/members/{user_id}",
            "addGroupMember",
            add,
        )
        .needs(Key::EditGroups)
        .body::<ReasonBody>(json!({ "reason": "Stands at the fair" })),
        Operation::new(
            Method::DELETE,
            "/groups/{id}/members/{user_id}",
            "removeGroupMember",
            take_out,
        )
        .query::<ReasonQuery>()
        .needs(Key::EditGroups),
    ]
}

/// A group.
#[derive(Debug, Serialize, ToSchema)]
struct GroupLine {
    id: GroupRef,
    name: String,
    members: u64,
}

impl From<GroupRow> for GroupLine {
    fn from(row: GroupRow) -> Self {
        Self {
            id: row.group.id.into(),
            name: row.group.name,
            members: row.members,
        }
    }
}

async fn list(call: Call) -> Done {
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    let page = groups::list(&mut tx, &scope, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, GroupLine::from)))
}

/// A group by its name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct GroupByName {
    name: Name,
}

async fn create(call: Call) -> Done {
    let body: GroupByName = call.body()?;
    let group = groups::create(&call.app.db, call.caller()?, &body.name.0).await?;
    let place = format!("/groups/{}", group.id);
    let line = GroupLine::from(GroupRow { group, members: 0 });
    Ok(Answer::created(&line, &place))
}

/// A group with its name.
#[derive(Debug, Serialize, ToSchema)]
struct GroupName {
    id: GroupRef,
    name: String,
}

impl From<Group> for GroupName {
    fn from(group: Group) -> Self {
        Self {
            id: group.id.into(),
            name: group.name,
        }
    }
}

async fn rename(call: Call) -> Done {
    let body: GroupByName = call.body()?;
    let id: GroupId = call.id("id")?;
    let group = groups::rename(&call.app.db, call.caller()?, id, &body.name.0).await?;
    Ok(Answer::ok(&GroupName::from(group)))
}

/// What ends when something is taken out of sharing.
#[derive(Debug, Serialize, ToSchema)]
pub struct UsesLine {
    /// How many single leads are shared with it; 10,001 stands for more than 10,000.
    shares: u64,
    /// How many rules it is a side of.
    rules: u64,
    /// How many people see something because of it, admins not counted.
    people: u64,
}

impl From<Uses> for UsesLine {
    fn from(uses: Uses) -> Self {
        Self {
            shares: uses.shares,
            rules: uses.rules,
            people: uses.people,
        }
    }
}

/// What ends with a group.
#[derive(Debug, Serialize, ToSchema)]
struct GroupRemoval {
    id: GroupRef,
    name: String,
    members: u64,
    uses: UsesLine,
}

impl From<Removal> for GroupRemoval {
    fn from(removal: Removal) -> Self {
        Self {
            id: removal.group.id.into(),
            name: removal.group.name,
            members: removal.members,
            uses: removal.uses.into(),
        }
    }
}

async fn preview(call: Call) -> Done {
    let scope = call.caller()?.scope::<EditGroups>()?;
    let mut tx = call.app.db.read().await?;
    let found = groups::preview(&mut tx, &scope, call.id("id")?).await?;
    let found = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    Ok(Answer::ok(&GroupRemoval::from(found)))
}

/// Why, and whether shares and rules may end with it.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct RemoveGroup {
    /// True lets shares and rules that name the group end with it; without it a group in use stays.
    #[schema(nullable = false)]
    even_if_used: Option<bool>,
    /// Why; stands in the audit log.
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

async fn remove(call: Call) -> Done {
    let query: RemoveGroup = call.query()?;
    let if_used = if query.even_if_used == Some(true) {
        IfUsed::EndThem
    } else {
        IfUsed::Refuse
    };
    let reason = query.reason.map(String::from).unwrap_or_default();
    let (db, caller) = (&call.app.db, call.caller()?);
    groups::remove(db, caller, call.id("id")?, if_used, &reason).await?;
    Ok(Answer::nothing())
}

async fn add(call: Call) -> Done {
    let reason = call.body::<ReasonBody>()?.words();
    let user: UserId = call.id("user_id")?;
    let (db, caller) = (&call.app.db, call.caller()?);
    groups::add_member(db, caller, call.id("id")?, user, &reason).await?;
    Ok(Answer::nothing())
}

async fn take_out(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    let user: UserId = call.id("user_id")?;
    let (db, caller) = (&call.app.db, call.caller()?);
    groups::remove_member(db, caller, call.id("id")?, user, &reason).await?;
    Ok(Answer::nothing())
}
