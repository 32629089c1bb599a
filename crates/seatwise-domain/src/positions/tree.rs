//! The tree of positions in memory: it has 2,000 places at most.

use std::collections::HashMap;

use crate::ids::PositionId;
use crate::store::{FromRow, Reader, StoreError};

/// A position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Its id.
    pub id: PositionId,
    /// The position above; none at the top.
    pub parent: Option<PositionId>,
    /// Its name.
    pub name: String,
    /// How many people hold it, whatever their state.
    pub holders: u64,
    /// How many of them look at leads with a user's rights: no admins, nobody who has left.
    pub(super) lookers: u64,
}

impl FromRow for Position {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            parent: row.id_opt()?,
            name: row.text()?,
            holders: row.count()?,
            lookers: row.count()?,
        })
    }
}

/// All positions of an account.
#[derive(Debug, Clone, Default)]
pub(super) struct Tree {
    positions: Vec<Position>,
    at: HashMap<PositionId, usize>,
}

impl Tree {
    /// From all positions, by name.
    pub(super) fn new(positions: Vec<Position>) -> Self {
        let at = positions.iter().enumerate();
        let at = at.map(|(index, position)| (position.id, index)).collect();
        Self { positions, at }
    }

    /// All of them, by name.
    pub(super) fn all(&self) -> &[Position] {
        &self.positions
    }

    /// One of them.
    pub(super) fn find(&self, id: PositionId) -> Option<&Position> {
        self.at
            .get(&id)
            .and_then(|index| self.positions.get(*index))
    }

    /// Those directly below, by name; below none are those at the top.
    pub(super) fn below(&self) -> HashMap<Option<PositionId>, Vec<&Position>> {
        let mut below: HashMap<_, Vec<_>> = HashMap::new();
        for position in &self.positions {
            below.entry(position.parent).or_default().push(position);
        }
        below
    }

    /// Those above a position, nearest first. Ends also where the rows had a circle.
    pub(super) fn above(&self, id: PositionId) -> Vec<PositionId> {
        let mut above = Vec::new();
        let mut next = self.find(id).and_then(|position| position.parent);
        while let Some(parent) = next {
            if above.len() >= self.positions.len() {
                break;
            }
            above.push(parent);
            next = self.find(parent).and_then(|position| position.parent);
        }
        above
    }

    /// True when a position cannot go below another: it is the same one, or stands above it.
    pub(super) fn is_circle(&self, id: PositionId, below: PositionId) -> bool {
        id == below || self.above(below).contains(&id)
    }

    /// The same tree with a position elsewhere.
    pub(super) fn moved(&self, id: PositionId, parent: Option<PositionId>) -> Self {
        let mut tree = self.clone();
        if let Some(position) = tree
            .at
            .get(&id)
            .and_then(|index| tree.positions.get_mut(*index))
        {
            position.parent = parent;
        }
        tree
    }

    /// The same tree without a position; those below it moved up.
    pub(super) fn without(&self, id: PositionId) -> Self {
        let parent = self.find(id).and_then(|position| position.parent);
        let mut left = self.positions.clone();
        left.retain(|position| position.id != id);
        for position in &mut left {
            if position.parent == Some(id) {
                position.parent = parent;
            }
        }
        Self::new(left)
    }
}
