//! Giving a group another name, another place in the tree, or the other kind; shown before it is done.

use super::concerned::concerned;
use super::list::Group;
use super::sql;
use super::tree::Tree;
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditGroups, Effect, Rehearsal};
use crate::ids::{GroupId, TenantId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};
use crate::text::{NAME_MAX, TextError, line};

/// What becomes of a group. What is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupEdit {
    /// Another name; another spelling of its own one counts as another.
    pub name: Option<String>,
    /// Another place: below this group, or at the top.
    pub parent: Option<Option<GroupId>>,
    /// The kind, for a group at the top; everything below follows. Below another group that one's kind counts.
    pub visible: Option<bool>,
    /// Why, in the person's words.
    pub reason: String,
}

/// A change of a group, as it was or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupChange {
    /// The group before.
    pub before: Group,
    /// The group afterwards.
    pub group: Group,
    /// The name of the group above before; none at the top.
    pub from: Option<String>,
    /// The name of the group above afterwards; none at the top.
    pub to: Option<String>,
    /// How many groups stand below it and go along.
    pub below: u64,
    /// How many people belong to it and to those.
    pub members: u64,
}

/// Why a group stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum EditGroupError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such group.
    #[error("there is no such group")]
    Unknown,
    /// Empty, too long or unprintable.
    #[error("the name: {0}")]
    Name(TextError),
    /// Another group has it.
    #[error("a group has this name already")]
    Taken,
    /// There is no such group to go below.
    #[error("there is no such group to go below")]
    ParentUnknown,
    /// A group goes not below itself or one that stands below it.
    #[error("the group stands above the one it should go below")]
    Circle,
    /// Only at the top is the kind chosen.
    #[error("the group above is of the other kind")]
    KindAbove,
    /// Nobody is in two visibility groups; who would be, with the other group.
    #[error("{} people would be in two visibility groups", .0.len())]
    Overlap(Vec<(String, String)>),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for EditGroupError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Taken => &problem::GROUP_NAME_TAKEN,
            Self::ParentUnknown => &problem::GROUP_UNKNOWN,
            Self::Circle => &problem::GROUP_CYCLE,
            Self::KindAbove => &problem::GROUP_KIND_ABOVE,
            Self::Overlap(_) => &problem::VISIBILITY_GROUP_OVERLAP,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Overlap(people) => vec![("people", named(people))],
            _ => Vec::new(),
        }
    }
}

/// Some of the people, each with the other group.
fn named(people: &[(String, String)]) -> String {
    let shown = people.iter().take(sql::OVERLAP_TOLD);
    let mut names: Vec<String> = shown
        .map(|(person, group)| format!("{person} ({group})"))
        .collect();
    if people.len() > sql::OVERLAP_TOLD {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Changes a group, with everything below it: all of it or nothing. Where nothing is different nothing is written.
pub async fn edit(
    db: &Db,
    caller: &Caller,
    id: GroupId,
    edit: &GroupEdit,
) -> Result<GroupChange, EditGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    let mut tx = db.write().await?;
    let (change, events) = step(&mut tx, caller, id, edit).await?;
    if !events.is_empty() {
        tx.commit(Audit::all(&scope, events)).await?;
    }
    Ok(change)
}

/// What a change would do, person by person (D7). Nothing is written, and what would be refused is refused.
pub async fn foretell_edit(
    db: &Db,
    caller: &Caller,
    id: GroupId,
    edit: &GroupEdit,
) -> Result<(GroupChange, Effect), EditGroupError> {
    let tenant = caller.scope::<EditGroups>()?.tenant();
    let mut tx = db.write().await?;
    let people = concerned(&mut tx, tenant, id, edit.parent.flatten()).await?;
    let rehearsal = Rehearsal::of(&mut tx, tenant, people).await?;
    let (change, _) = step(&mut tx, caller, id, edit).await?;
    let effect = rehearsal.end(&mut tx).await?;
    Ok((change, effect))
}

/// Gives a group another name; another spelling of its own one counts as another.
pub async fn rename(
    db: &Db,
    caller: &Caller,
    id: GroupId,
    name: &str,
) -> Result<Group, EditGroupError> {
    let named = GroupEdit {
        name: Some(name.to_owned()),
        ..GroupEdit::default()
    };
    Ok(edit(db, caller, id, &named).await?.group)
}

async fn step(
    tx: &mut WriteTx,
    caller: &Caller,
    id: GroupId,
    edit: &GroupEdit,
) -> Result<(GroupChange, Vec<Event>), EditGroupError> {
    let scope = caller.scope::<EditGroups>()?;
    if edit.parent.is_some() || edit.visible.is_some() {
        caller.may_widen()?;
    }
    let reason = Reason::read(&edit.reason)?;
    let name = edit.name.as_deref().map(|name| line(name, NAME_MAX));
    let name = name.transpose().map_err(EditGroupError::Name)?;
    let tenant = scope.tenant();
    sql::lock_tree(tx, tenant).await?;
    let tree = sql::tree(tx, tenant).await?;
    let change = planned(&tree, id, edit, name)?;
    let (before, group) = (&change.before, &change.group);
    let about = |kind, name: &str| {
        let event = Event::new(kind).on(SubjectKind::Group, id, name.to_owned());
        event.reason(&reason)
    };
    let mut events = Vec::new();
    if before.name != group.name {
        let holder = sql::named(tx, tenant, &group.name).await?;
        if holder.is_some_and(|holder| holder != id) {
            return Err(EditGroupError::Taken);
        }
        sql::rename(tx, tenant, group).await?;
        let event = about(EventKind::GroupRenamed, &group.name);
        events.push(event.change("name", before.name.as_str(), group.name.as_str()));
    }
    if before.parent != group.parent {
        sql::relocate(tx, tenant, group).await?;
        let event = about(EventKind::GroupMoved, &group.name);
        let event = event.change("group_above", change.from.clone(), change.to.clone());
        events.push(event.detail("groups_below", change.below));
    }
    if before.visible != group.visible {
        switch(tx, tenant, &tree.branch(id), group.visible).await?;
        let event = about(EventKind::GroupKindChanged, &group.name)
            .change("group_kind", before.kind(), group.kind())
            .detail("groups_below", change.below);
        events.push(event.detail("members", change.members));
    }
    Ok((change, events))
}

/// Gives groups the other kind, with the memberships in them.
async fn switch(
    tx: &mut WriteTx,
    tenant: TenantId,
    groups: &[GroupId],
    visible: bool,
) -> Result<(), EditGroupError> {
    sql::set_kind(tx, tenant, groups, visible).await?;
    if visible {
        let twice = sql::in_two(tx, tenant, groups).await?;
        if !twice.is_empty() {
            return Err(EditGroupError::Overlap(twice));
        }
    }
    for group in groups {
        sql::set_sight(tx, tenant, *group, visible).await?;
    }
    Ok(())
}

fn planned(
    tree: &Tree,
    id: GroupId,
    edit: &GroupEdit,
    name: Option<String>,
) -> Result<GroupChange, EditGroupError> {
    let before = tree.find(id).ok_or(EditGroupError::Unknown)?;
    let parent = edit.parent.unwrap_or(before.parent);
    let above = match parent {
        Some(parent) => Some(tree.find(parent).ok_or(EditGroupError::ParentUnknown)?),
        None => None,
    };
    if parent.is_some_and(|parent| tree.is_circle(id, parent)) {
        return Err(EditGroupError::Circle);
    }
    let visible = match (above, edit.visible) {
        (Some(above), Some(visible)) if visible != above.visible => {
            return Err(EditGroupError::KindAbove);
        }
        (Some(above), _) => above.visible,
        (None, said) => said.unwrap_or(before.visible),
    };
    let branch = tree.branch(id);
    let members = branch.iter().filter_map(|id| tree.row(*id));
    let from = before.parent.and_then(|parent| tree.find(parent));
    Ok(GroupChange {
        group: Group {
            id,
            name: name.unwrap_or_else(|| before.name.clone()),
            parent,
            visible,
        },
        before: before.clone(),
        from: from.map(|above| above.name.clone()),
        to: above.map(|above| above.name.clone()),
        below: branch.len().saturating_sub(1) as u64,
        members: members.map(|row| row.members).sum(),
    })
}
