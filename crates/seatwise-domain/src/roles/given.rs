//! A role or set that was given to somebody, between two dates if wanted (P55).

use super::list::RoleName;
use crate::clock::Timestamp;

/// What was given to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    pub role: RoleName,
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

impl Given {
    /// True from the first date on, until the second.
    pub(crate) fn counts_at(&self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| until > at)
    }
}

/// A time with an end outside of it.
pub(super) type Span = (Timestamp, Timestamp);

/// The times from a moment on in which none of these counts, in their order.
pub(super) fn gaps<'a>(given: impl Iterator<Item = &'a Given>, now: Timestamp) -> Vec<Span> {
    let never = Timestamp::from_micros(i64::MAX);
    let mut spans: Vec<Span> = given
        .map(|one| (one.from.unwrap_or(now), one.until.unwrap_or(never)))
        .collect();
    spans.sort_unstable();
    let mut gaps = Vec::new();
    let mut covered = now;
    for (from, until) in spans {
        if from > covered {
            gaps.push((covered, from));
        }
        covered = covered.max(until);
    }
    if covered < never {
        gaps.push((covered, never));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::{RoleKey, RoleKind};

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros)
    }

    fn given(from: Option<i64>, until: Option<i64>) -> Given {
        let role = RoleName {
            key: RoleKey::sales(),
            kind: RoleKind::Role,
            name: String::new(),
        };
        Given {
            role,
            from: from.map(at),
            until: until.map(at),
        }
    }

    #[test]
    fn p55_what_was_given_counts_from_the_first_date_until_the_second() {
        let one = given(Some(10), Some(20));
        let counts: Vec<bool> = [9, 10, 19, 20]
            .map(|moment| one.counts_at(at(moment)))
            .into();
        assert_eq!(counts, [false, true, true, false]);
        assert!(given(None, None).counts_at(at(-5)));
    }

    #[test]
    fn p55_the_times_without_a_role_lie_before_between_and_after() {
        let never = i64::MAX;
        for (all, wanted) in [
            (vec![], vec![(5, never)]),
            (vec![given(None, None)], vec![]),
            (vec![given(Some(8), None)], vec![(5, 8)]),
            (vec![given(None, Some(9))], vec![(9, never)]),
            (vec![given(Some(7), None), given(None, Some(7))], vec![]),
            (
                vec![given(Some(12), Some(20)), given(None, Some(9))],
                vec![(9, 12), (20, never)],
            ),
            (
                vec![given(None, Some(30)), given(Some(6), Some(9))],
                vec![(30, never)],
            ),
        ] {
            let wanted: Vec<Span> = wanted.into_iter().map(|(a, b)| (at(a), at(b))).collect();
            assert_eq!(gaps(all.iter(), at(5)), wanted);
        }
    }
}
