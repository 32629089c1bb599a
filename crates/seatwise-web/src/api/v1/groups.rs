//! Groups and their members.

use axum::http::Method;
use seatwise_domain::authz::{Effect, Key, ViewUsers};
use seatwise_domain::groups::{
    self, Group, GroupChange, GroupEdit, GroupRow, IfUsed, Membership, NewGroup, Removal,
};
use seatwise_domain::ids::{GroupId, UserId};
use seatwise_domain::sharing::Uses;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::effect::EffectAnswer;
use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{GroupRef, Name, Paged, Reason, given};
use crate::api::v1::users::{ReasonBody, ReasonQuery};

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/groups", "listGroups", list)
            .needs(Key::ViewUsers)
            .paged()
            .answers::<Paged<GroupLine>>(200),
        Operation::new(Method::POST, "/groups", "createGroup", create)
            .needs(Key::EditGroups)
            .body::<CreateGroup>(json!({ "name": "Fair in Leipzig", "parent_id": null }))
            .answers::<GroupLine>(201),
        Operation::new(Method::PATCH, "/groups/{id}", "editGroup", edit)
            .needs(Key::EditGroups)
            .body::<EditGroup>(json!({ "name": "Fair in Munich" }))
            .answers::<GroupAnswer>(200),
        Operation::new(
            Method::POST,
            "/groups/{id}/preview",
            "previewGroupEdit",
            preview_edit,
        )
        .needs(Key::EditGroups)
        .body::<EditGroup>(json!({ "parent_id": null }))
        .answers::<GroupPreview>(200),
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
            Method::GET,
            "/groups/{id}/members/{user_id}/preview",
            "previewGroupMember",
            preview_member,
        )
        .query::<MemberQuery>()
        .needs(Key::EditGroups)
        .answers::<MemberPreview>(200),
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
    /// The group above; null at the top.
    #[schema(required)]
    parent_id: Option<GroupRef>,
    name: String,
    /// True for a visibility group: its members see each other's leads and those of the groups below. The kind is that
    /// of the whole tree.
    visible: bool,
    members: u64,
}

impl From<GroupRow> for GroupLine {
    fn from(row: GroupRow) -> Self {
        Self {
            id: row.group.id.into(),
            parent_id: row.group.parent.map(GroupRef::from),
            name: row.group.name,
            visible: row.group.visible,
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

/// A group to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateGroup {
    name: Name,
    /// Null for the top.
    #[serde(default)]
    parent_id: Option<GroupRef>,
    /// Whether its members see each other's leads. Below another group that one's kind counts, and it can be left out.
    #[serde(default)]
    #[schema(nullable = false)]
    visible: Option<bool>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

async fn create(call: Call) -> Done {
    let body: CreateGroup = call.body()?;
    let new = NewGroup {
        name: body.name.0,
        parent: body.parent_id.map(|id| id.0),
        visible: body.visible,
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let group = groups::create_within(&call.app.db, call.caller()?, &new).await?;
    let place = format!("/groups/{}", group.id);
    let line = GroupLine::from(GroupRow { group, members: 0 });
    Ok(Answer::created(&line, &place))
}

/// A group without its members.
#[derive(Debug, Serialize, ToSchema)]
struct GroupAnswer {
    id: GroupRef,
    /// The group above; null at the top.
    #[schema(required)]
    parent_id: Option<GroupRef>,
    name: String,
    /// True for a visibility group.
    visible: bool,
}

impl From<Group> for GroupAnswer {
    fn from(group: Group) -> Self {
        Self {
            id: group.id.into(),
            parent_id: group.parent.map(GroupRef::from),
            name: group.name,
            visible: group.visible,
        }
    }
}

/// What becomes of a group; what is not named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EditGroup {
    #[serde(default)]
    #[schema(nullable = false)]
    name: Option<Name>,
    /// Below this group, with everything below it; null for the top. Below another group it has that one's kind.
    #[serde(default, deserialize_with = "given")]
    parent_id: Option<Option<GroupRef>>,
    /// Whether its members see each other's leads; chosen for groups at the top, and everything below follows.
    #[serde(default)]
    #[schema(nullable = false)]
    visible: Option<bool>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

impl From<EditGroup> for GroupEdit {
    fn from(body: EditGroup) -> Self {
        Self {
            name: body.name.map(|name| name.0),
            parent: body.parent_id.map(|parent| parent.map(|id| id.0)),
            visible: body.visible,
            reason: body.reason.map(String::from).unwrap_or_default(),
        }
    }
}

async fn edit(call: Call) -> Done {
    let planned: GroupEdit = call.body::<EditGroup>()?.into();
    let (db, caller) = (&call.app.db, call.caller()?);
    let changed = groups::edit(db, caller, call.id("id")?, &planned).await?;
    Ok(Answer::ok(&GroupAnswer::from(changed.group)))
}

/// What a change of a group would do; nothing was written.
#[derive(Debug, Serialize, ToSchema)]
struct GroupPreview {
    before: GroupAnswer,
    after: GroupAnswer,
    /// The name of the group above before; null at the top.
    #[schema(required)]
    from: Option<String>,
    /// The name of the group above afterwards; null at the top.
    #[schema(required)]
    to: Option<String>,
    /// How many groups stand below it and go along.
    below: u64,
    /// How many people belong to it and to those.
    members: u64,
    /// Person by person, with the leads that come into sight or go out of it.
    effect: EffectAnswer,
}

async fn preview_edit(call: Call) -> Done {
    let planned: GroupEdit = call.body::<EditGroup>()?.into();
    let (db, caller) = (&call.app.db, call.caller()?);
    let id: GroupId = call.id("id")?;
    let (change, effect) = groups::foretell_edit(db, caller, id, &planned).await?;
    let GroupChange {
        before,
        group,
        from,
        to,
        below,
        members,
    } = change;
    Ok(Answer::ok(&GroupPreview {
        before: before.into(),
        after: group.into(),
        from,
        to,
        below,
        members,
        effect: effect.into(),
    }))
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
    /// True for a visibility group: its members see each other's leads no more.
    visible: bool,
    members: u64,
    /// The name of the group to which those below move up; null at the top.
    #[schema(required)]
    up_to: Option<String>,
    /// How many groups stand directly below it.
    children: u64,
    uses: UsesLine,
    /// Person by person, with the leads that go out of sight because of who owns them.
    effect: EffectAnswer,
}

impl From<(Removal, Effect)> for GroupRemoval {
    fn from((removal, effect): (Removal, Effect)) -> Self {
        Self {
            id: removal.group.id.into(),
            name: removal.group.name,
            visible: removal.group.visible,
            members: removal.members,
            up_to: removal.up_to,
            children: removal.children,
            uses: removal.uses.into(),
            effect: effect.into(),
        }
    }
}

async fn preview(call: Call) -> Done {
    let (db, caller) = (&call.app.db, call.caller()?);
    let found = groups::foretell_removal(db, caller, call.id("id")?).await?;
    Ok(Answer::ok(&GroupRemoval::from(found)))
}

/// Why, and whether shares and rules may end with it.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct RemoveGroup {
    /// True lets shares and rules that name the group end with it, and the sight of a visibility group; without it a group
    /// in use stays.
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

/// Whether somebody would leave.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct MemberQuery {
    /// True asks for leaving instead of joining.
    #[schema(nullable = false)]
    leaves: Option<bool>,
}

/// What joining or leaving a group would do; nothing was written.
#[derive(Debug, Serialize, ToSchema)]
struct MemberPreview {
    /// Person by person, with the leads that come into sight or go out of it.
    effect: EffectAnswer,
}

async fn preview_member(call: Call) -> Done {
    let becomes = if call.query::<MemberQuery>()?.leaves == Some(true) {
        Membership::Leaves
    } else {
        Membership::Joins
    };
    let user: UserId = call.id("user_id")?;
    let (db, caller) = (&call.app.db, call.caller()?);
    let effect = groups::foretell_member(db, caller, call.id("id")?, user, becomes).await?;
    let effect = effect.into();
    Ok(Answer::ok(&MemberPreview { effect }))
}

async fn take_out(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    let user: UserId = call.id("user_id")?;
    let (db, caller) = (&call.app.db, call.caller()?);
    groups::remove_member(db, caller, call.id("id")?, user, &reason).await?;
    Ok(Answer::nothing())
}
