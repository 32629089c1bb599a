//! Reading the tree.

use std::collections::HashMap;

use super::sql;
use super::tree::{Position, Tree};
use crate::authz::{Placing, Scope, ViewUsers};
use crate::ids::{PositionId, UserId};
use crate::store::{Reads, StoreError};

/// A position in the order of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionRow {
    /// The position.
    pub position: Position,
    /// How many stand above it.
    pub depth: usize,
    /// How many people hold positions below it.
    pub below: u64,
}

/// The whole tree: each position before those below it, those side by side by name. One statement.
pub async fn list(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
) -> Result<Vec<PositionRow>, StoreError> {
    Ok(in_order(&sql::tree(tx, scope.tenant()).await?))
}

fn in_order(tree: &Tree) -> Vec<PositionRow> {
    let below = tree.below();
    let mut rows: Vec<PositionRow> = Vec::with_capacity(tree.all().len());
    let mut next: Vec<(&Position, usize)> = top(&below).map(|position| (position, 0)).collect();
    next.reverse();
    while let Some((position, depth)) = next.pop() {
        rows.push(PositionRow {
            position: position.clone(),
            depth,
            below: 0,
        });
        let children = below.get(&Some(position.id)).into_iter().flatten();
        next.extend(children.rev().map(|child| (*child, depth + 1)));
    }
    // From the last row up, each has its sum before the one above asks for it.
    let mut sums: HashMap<PositionId, u64> = HashMap::new();
    for row in rows.iter_mut().rev() {
        row.below = sums.get(&row.position.id).copied().unwrap_or_default();
        if let Some(parent) = row.position.parent {
            *sums.entry(parent).or_default() += row.below + row.position.holders;
        }
    }
    rows
}

fn top<'t>(
    below: &HashMap<Option<PositionId>, Vec<&'t Position>>,
) -> impl Iterator<Item = &'t Position> {
    below.get(&None).into_iter().flatten().copied()
}

/// One position; who holds it is the list of people with its id as the filter.
pub async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    id: PositionId,
) -> Result<Option<Position>, StoreError> {
    sql::find(tx, scope.tenant(), id).await
}

/// The position of one person, with its name.
pub async fn of_user(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Option<(PositionId, String)>, StoreError> {
    let person = sql::person(tx, scope.tenant(), user).await?;
    Ok(person.and_then(|(_, position)| position))
}

/// Those of the people of a page who hold a position.
pub async fn among(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    id: PositionId,
    users: &[UserId],
) -> Result<Vec<UserId>, StoreError> {
    sql::among(tx, scope.tenant(), id, users).await
}

/// Those of the positions, in the order of the tree, that stand below one of them.
pub fn below(rows: Vec<PositionRow>, top: Option<PositionId>) -> Vec<PositionRow> {
    let mut rows = rows
        .into_iter()
        .skip_while(|row| Some(row.position.id) != top);
    let Some(top) = rows.next() else {
        return Vec::new();
    };
    rows.take_while(|row| row.depth > top.depth).collect()
}

/// Those of the positions, in the order of the tree, that a caller may give to people and change; all where nothing
/// keeps him (P64).
pub fn open_to(rows: Vec<PositionRow>, placing: &Placing) -> Vec<PositionRow> {
    if placing.is_free() {
        return rows;
    }
    below(rows, placing.top())
}
