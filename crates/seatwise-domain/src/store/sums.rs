//! Numbers that many transactions change: collected while one runs, to be written at its end.

use std::collections::BTreeMap;

use uuid::Uuid;

/// The account, the thing and the word that a number is kept for.
pub(crate) type SumKey = (Uuid, Uuid, &'static str);

/// By how much numbers change.
#[derive(Debug, Default)]
pub(crate) struct Sums(BTreeMap<SumKey, i64>);

impl Sums {
    /// Where the numbers stand: not to be read before they are written.
    pub(super) const TABLE: &str = "record_tallies";

    /// True when there is something to write.
    pub(super) fn wait(&self) -> bool {
        !self.0.is_empty()
    }

    /// Adds to a number, or takes away.
    pub(crate) fn add(&mut self, key: SumKey, by: i64) {
        *self.0.entry(key).or_default() += by;
    }

    /// What waits, in the order of the keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (SumKey, i64)> {
        self.0.iter().map(|(key, by)| (*key, *by))
    }

    /// Takes out what changed, in the order of the keys: the order in which everybody writes them.
    pub(crate) fn take(&mut self) -> Vec<(SumKey, i64)> {
        let all = std::mem::take(&mut self.0);
        all.into_iter().filter(|(_, by)| *by != 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cancels_out_is_not_written() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut sums = Sums::default();
        sums.add((one, two, "won"), 3);
        sums.add((one, two, "open"), 2);
        sums.add((one, one, "open"), 5);
        sums.add((one, two, "open"), -2);
        let all = vec![((one, one, "open"), 5), ((one, two, "won"), 3)];
        assert_eq!(sums.take(), all);
        assert!(sums.take().is_empty());
    }
}
