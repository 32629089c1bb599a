//! Who gains and who loses sight of whose leads when the tree changes, counted in people.

use std::collections::{HashMap, HashSet};

use super::tree::Tree;
use crate::ids::PositionId;

/// What a change of the tree does to what people see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sight {
    /// How many people see leads that they did not see.
    pub gain: u64,
    /// How many people no longer see leads that they saw.
    pub lose: u64,
    /// Of how many people these leads are.
    pub of: u64,
    /// Whether the account lets superiors see what is below; without it nothing changes.
    pub superiors_see: bool,
}

/// Compares two trees. `place` says where the holders of a position of the first tree are in the second.
pub(super) fn compare(
    before: &Tree,
    after: &Tree,
    place: impl Fn(PositionId) -> Option<PositionId>,
    superiors_see: bool,
) -> Sight {
    let mut sight = Sight {
        superiors_see,
        ..Sight::default()
    };
    if !superiors_see {
        return sight;
    }
    let mut moved_in: HashMap<PositionId, Vec<PositionId>> = HashMap::new();
    for position in before.all() {
        if let Some(there) = place(position.id) {
            moved_in.entry(there).or_default().push(position.id);
        }
    }
    let (mut gain, mut lose) = (HashSet::new(), HashSet::new());
    for position in before.all().iter().filter(|one| one.holders > 0) {
        let old: HashSet<PositionId> = before.above(position.id).into_iter().collect();
        let above = place(position.id).map(|there| after.above(there));
        let new: HashSet<PositionId> = above
            .unwrap_or_default()
            .iter()
            .filter_map(|above| moved_in.get(above))
            .flatten()
            .copied()
            .collect();
        let looks = |id: &&PositionId| before.find(**id).is_some_and(|one| one.lookers > 0);
        let more: Vec<PositionId> = new.difference(&old).filter(looks).copied().collect();
        let less: Vec<PositionId> = old.difference(&new).filter(looks).copied().collect();
        if !more.is_empty() || !less.is_empty() {
            sight.of += position.holders;
        }
        gain.extend(more);
        lose.extend(less);
    }
    let people = |places: &HashSet<PositionId>| -> u64 {
        let found = places.iter().filter_map(|id| before.find(*id));
        found.map(|position| position.lookers).sum()
    };
    sight.gain = people(&gain);
    sight.lose = people(&lose);
    sight
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::positions::tree::Position;

    fn id(number: u128) -> PositionId {
        PositionId(Uuid::from_u128(number))
    }

    /// 1 above 2 and 3; 4 below 2. Each is held by as many people as its number.
    fn tree() -> Tree {
        let position = |number: u64, parent: Option<u128>| Position {
            id: id(number.into()),
            parent: parent.map(id),
            name: number.to_string(),
            holders: number,
            lookers: number,
        };
        Tree::new(vec![
            position(1, None),
            position(2, Some(1)),
            position(3, Some(1)),
            position(4, Some(2)),
        ])
    }

    #[test]
    fn p58_a_move_is_felt_by_those_above_the_old_and_the_new_place() {
        let before = tree();
        let after = before.moved(id(4), Some(id(3)));
        let sight = compare(&before, &after, Some, true);
        assert_eq!((sight.gain, sight.lose, sight.of), (3, 2, 4));
        let off = compare(&before, &after, Some, false);
        assert_eq!((off.gain, off.lose, off.of), (0, 0, 0));
        let same = compare(&before, &before, Some, true);
        assert_eq!((same.gain, same.lose, same.of), (0, 0, 0));
    }

    #[test]
    fn p12_who_moves_up_sees_more_and_is_seen_by_fewer() {
        let before = tree();
        let after = before.without(id(2));
        let place = |one: PositionId| Some(if one == id(2) { id(1) } else { one });
        let sight = compare(&before, &after, place, true);
        // Those of 2 now see 3, and 1 no longer sees those of 2.
        assert_eq!((sight.gain, sight.lose, sight.of), (2, 1, 5));
    }

    #[test]
    fn p58_nothing_goes_below_itself() {
        let tree = tree();
        assert!(tree.is_circle(id(1), id(4)));
        assert!(tree.is_circle(id(2), id(2)));
        assert!(!tree.is_circle(id(4), id(3)));
    }
}
