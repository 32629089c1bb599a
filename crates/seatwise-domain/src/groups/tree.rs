//! The tree of groups in memory: it has [`super::GROUPS_MAX`] groups at most.

use std::collections::HashMap;

use super::list::{Group, GroupRow};
use super::sql;
use crate::authz::{Scope, ViewUsers};
use crate::ids::GroupId;
use crate::store::{Reads, StoreError};

/// A group in the order of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPlace {
    /// The group, with how many belong to it.
    pub row: GroupRow,
    /// How many stand above it.
    pub depth: usize,
}

/// The whole tree: each group before those below it, those side by side by name. One statement.
pub async fn tree(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
) -> Result<Vec<GroupPlace>, StoreError> {
    Ok(sql::tree(tx, scope.tenant()).await?.in_order())
}

/// All groups of an account.
#[derive(Debug, Clone, Default)]
pub(super) struct Tree {
    rows: Vec<GroupRow>,
    at: HashMap<GroupId, usize>,
}

impl Tree {
    /// From all groups, by name.
    pub(super) fn new(rows: Vec<GroupRow>) -> Self {
        let at = rows.iter().enumerate();
        let at = at.map(|(index, row)| (row.group.id, index)).collect();
        Self { rows, at }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// One of them, with how many belong to it.
    pub(super) fn row(&self, id: GroupId) -> Option<&GroupRow> {
        self.at.get(&id).and_then(|index| self.rows.get(*index))
    }

    /// One of them.
    pub(super) fn find(&self, id: GroupId) -> Option<&Group> {
        self.row(id).map(|row| &row.group)
    }

    /// Those above a group, nearest first. Ends also where the rows had a circle.
    pub(super) fn above(&self, id: GroupId) -> Vec<GroupId> {
        let mut above = Vec::new();
        let mut next = self.find(id).and_then(|group| group.parent);
        while let Some(parent) = next {
            if above.len() >= self.rows.len() {
                break;
            }
            above.push(parent);
            next = self.find(parent).and_then(|group| group.parent);
        }
        above
    }

    /// How many stand directly below a group.
    pub(super) fn children(&self, id: GroupId) -> u64 {
        let below = self.rows.iter().filter(|row| row.group.parent == Some(id));
        below.count() as u64
    }

    /// A group and everything below it, the group first.
    pub(super) fn branch(&self, id: GroupId) -> Vec<GroupId> {
        let below = self.below();
        let mut found = vec![id];
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            let children = below.get(&Some(at)).into_iter().flatten();
            found.extend(
                children
                    .map(|row| row.group.id)
                    .filter(|child| *child != id),
            );
            next += 1;
            if found.len() > self.rows.len() {
                break;
            }
        }
        found
    }

    /// True when a group cannot go below another: it is the same one, or stands above it.
    pub(super) fn is_circle(&self, id: GroupId, below: GroupId) -> bool {
        id == below || self.above(below).contains(&id)
    }

    fn below(&self) -> HashMap<Option<GroupId>, Vec<&GroupRow>> {
        let mut below: HashMap<_, Vec<_>> = HashMap::new();
        for row in &self.rows {
            below.entry(row.group.parent).or_default().push(row);
        }
        below
    }

    fn in_order(&self) -> Vec<GroupPlace> {
        let below = self.below();
        let mut places = Vec::with_capacity(self.rows.len());
        let top = below.get(&None).into_iter().flatten();
        let mut next: Vec<(&GroupRow, usize)> = top.rev().map(|row| (*row, 0)).collect();
        while let Some((row, depth)) = next.pop() {
            places.push(GroupPlace {
                row: row.clone(),
                depth,
            });
            let children = below.get(&Some(row.group.id)).into_iter().flatten();
            next.extend(children.rev().map(|child| (*child, depth + 1)));
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn id(number: u128) -> GroupId {
        GroupId(Uuid::from_u128(number))
    }

    /// 1 above 2 and 3; 4 below 2; 5 alone.
    fn tree() -> Tree {
        let row = |number: u128, parent: Option<u128>| GroupRow {
            group: Group {
                id: id(number),
                name: number.to_string(),
                parent: parent.map(id),
                visible: false,
            },
            members: 0,
        };
        Tree::new(vec![
            row(1, None),
            row(2, Some(1)),
            row(3, Some(1)),
            row(4, Some(2)),
            row(5, None),
        ])
    }

    #[test]
    fn p56_nothing_goes_below_itself() {
        let tree = tree();
        assert!(tree.is_circle(id(1), id(4)));
        assert!(tree.is_circle(id(2), id(2)));
        assert!(!tree.is_circle(id(4), id(3)) && !tree.is_circle(id(1), id(5)));
    }

    #[test]
    fn p56_a_branch_is_a_group_with_everything_below() {
        let tree = tree();
        assert_eq!(tree.branch(id(1)), [id(1), id(2), id(3), id(4)]);
        assert_eq!(tree.branch(id(2)), [id(2), id(4)]);
        assert_eq!(tree.above(id(4)), [id(2), id(1)]);
        let order = tree.in_order();
        let order: Vec<_> = order
            .iter()
            .map(|place| (place.row.group.id, place.depth))
            .collect();
        let wanted = [(1, 0), (2, 1), (4, 2), (3, 1), (5, 0)];
        assert_eq!(order, wanted.map(|(number, depth)| (id(number), depth)));
    }
}
