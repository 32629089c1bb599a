//! Reading groups.

use super::sql;
use crate::authz::{Scope, ViewUsers};
use crate::ids::{GroupId, UserId};
use crate::store::{Count, Cursor, FromRow, Page, PageSize, Reader, Reads, StoreError};
use crate::text::name_key;

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// The group above; none at the top.
    pub parent: Option<GroupId>,
    /// True for a visibility group: its members see each other's leads and those of the groups below (P56). The kind is
    /// that of the whole tree.
    pub visible: bool,
}

impl Group {
    /// The word of its kind in the log.
    pub const fn kind(&self) -> &'static str {
        if self.visible {
            "visibility"
        } else {
            "ordinary"
        }
    }
}

impl FromRow for Group {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            name: row.text()?,
            parent: row.id_opt()?,
            visible: row.bool()?,
        })
    }
}

/// A group in the list of groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// The group.
    pub group: Group,
    /// How many people belong to it.
    pub members: u64,
}

impl FromRow for GroupRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            group: Group::from_row(row)?,
            members: row.count()?,
        })
    }
}

/// A page of groups by name: two statements whatever the size.
pub async fn list(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<GroupRow>, StoreError> {
    let total = Count::exact(sql::count(tx, scope.tenant()).await?);
    let rows = sql::page(tx, scope.tenant(), cursor, size).await?;
    Ok(Page::cut(rows, size, cursor, total, |row| {
        (name_key(&row.group.name), row.group.id.0)
    }))
}

/// One group; who belongs to it is the list of people with its id as the filter.
pub async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    group: GroupId,
) -> Result<Option<Group>, StoreError> {
    sql::find(tx, scope.tenant(), group).await
}

/// The groups of one person, by name.
pub async fn of_user(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Vec<Group>, StoreError> {
    sql::of_user(tx, scope.tenant(), user).await
}

/// Those of the people of a page who belong to a group.
pub async fn among(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    group: GroupId,
    users: &[UserId],
) -> Result<Vec<UserId>, StoreError> {
    sql::among(tx, scope.tenant(), group, users).await
}
