//! Keyset pages and counts that stop.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

/// Counts of lists stop here and say "10,000+".
pub const COUNT_LIMIT: u64 = 10_000;

/// How many rows a page has: 1 to 200, 50 unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize(u32);

impl PageSize {
    /// The size, brought into 1 to 200.
    pub fn new(size: u32) -> Self {
        Self(size.clamp(1, 200))
    }

    /// The number of rows.
    pub fn get(self) -> usize {
        self.0 as usize
    }

    /// One row more than the page shows, which tells whether another page follows.
    pub fn with_next(self) -> i64 {
        i64::from(self.0) + 1
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self(50)
    }
}

/// Where a page begins: the sort key and id of the row before it, opaque to callers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The sort key of the last row before the page; empty where the id alone sorts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// The id of that row.
    pub id: uuid::Uuid,
    /// True for a page that ends before the row instead of beginning after it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub back: bool,
}

impl Cursor {
    /// The text that goes into an address.
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// Reads the text of an address; `None` if it is not one of ours.
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        serde_json::from_slice(&bytes).ok()
    }
}

/// A count that stops at [`COUNT_LIMIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The number, at most the limit.
    pub number: u64,
    /// True when there are more than `number`.
    pub more: bool,
}

impl Count {
    /// From the result of a sub-select with `limit COUNT_LIMIT + 1`.
    pub fn capped(found: u64) -> Self {
        Self {
            number: found.min(COUNT_LIMIT),
            more: found > COUNT_LIMIT,
        }
    }

    /// A count that is known to be whole.
    pub fn exact(number: u64) -> Self {
        Self {
            number,
            more: false,
        }
    }
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows, in the order of the list.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// Where the previous page ends, if there is one.
    pub previous: Option<Cursor>,
    /// How many rows the whole list has.
    pub total: Count,
}

impl<T> Page<T> {
    /// Cuts a page out of `size + 1` rows that were fetched from `from` on; rows of a backward page come in
    /// reverse order and are turned round.
    pub fn cut(
        mut items: Vec<T>,
        size: PageSize,
        from: Option<&Cursor>,
        total: Count,
        place: impl Fn(&T) -> (String, uuid::Uuid),
    ) -> Self {
        let more = items.len() > size.get();
        items.truncate(size.get());
        let back = from.is_some_and(|cursor| cursor.back);
        if back {
            items.reverse();
        }
        let cursor = |item: Option<&T>, back: bool| {
            item.map(|item| {
                let (key, id) = place(item);
                Cursor { key, id, back }
            })
        };
        let has_next = if back { from.is_some() } else { more };
        let has_previous = if back { more } else { from.is_some() };
        let next = if has_next {
            cursor(items.last(), false)
        } else {
            None
        };
        let previous = if has_previous {
            cursor(items.first(), true)
        } else {
            None
        };
        Self {
            items,
            next,
            previous,
            total,
        }
    }

    /// The same page with other rows.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            next: self.next,
            previous: self.previous,
            total: self.total,
        }
    }
}
