//! Typed ids: UUIDv7 inside, `usr_` and 26 characters outside (RFC 9562, section 5.7).

use std::sync::Mutex;

use data_encoding::{Encoding, Specification};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

use crate::clock::Timestamp;

static BASE32: std::sync::LazyLock<Encoding> = std::sync::LazyLock::new(|| {
    let mut specification = Specification::new();
    specification
        .symbols
        .push_str("0123456789abcdefghjkmnpqrstvwxyz");
    specification
        .encoding()
        .expect("thirty-two distinct symbols")
});

/// A text that is not the public form of the id that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id that begins with {prefix}_")]
pub struct IdError {
    /// The prefix that was expected, without the underscore.
    pub prefix: &'static str,
}

/// What all typed ids share.
pub trait Id: Copy + From<Uuid> + Into<Uuid> {
    /// The public prefix without the underscore, for example `usr`.
    const PREFIX: &'static str;
}

/// Writes the 26 characters of the public form.
pub fn encode(id: Uuid) -> String {
    BASE32.encode(id.as_bytes())
}

/// Sixteen characters of a hash, for etags.
pub fn short_hash(hash: &[u8]) -> String {
    let mut text = BASE32.encode(hash);
    text.truncate(16);
    text
}

fn decode(text: &str) -> Option<Uuid> {
    let bytes = BASE32.decode(text.as_bytes()).ok()?;
    Uuid::from_slice(&bytes).ok()
}

/// Reads a public form with this prefix.
pub fn parse<T: Id>(text: &str) -> Result<T, IdError> {
    let error = IdError { prefix: T::PREFIX };
    let rest = text
        .strip_prefix(T::PREFIX)
        .and_then(|rest| rest.strip_prefix('_'));
    rest.and_then(decode).map(T::from).ok_or(error)
}

/// The id behind a public form of any kind; the prefix is three or four small letters.
pub fn decode_any(text: &str) -> Option<Uuid> {
    let (prefix, rest) = text.split_once('_')?;
    let small = prefix.chars().all(|c| c.is_ascii_lowercase());
    ((3..=4).contains(&prefix.len()) && small)
        .then(|| decode(rest))
        .flatten()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub Uuid);

            impl Id for $name {
                const PREFIX: &'static str = $prefix;
            }
            impl From<Uuid> for $name {
                fn from(id: Uuid) -> Self { Self(id) }
            }
            impl From<$name> for Uuid {
                fn from(id: $name) -> Self { id.0 }
            }
            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    write!(f, "{}_{}", $prefix, encode(self.0))
                }
            }
            impl std::fmt::Debug for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    std::fmt::Display::fmt(self, f)
                }
            }
            impl std::str::FromStr for $name {
                type Err = IdError;
                fn from_str(text: &str) -> Result<Self, IdError> { parse(text) }
            }
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }
            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                    text.parse().map_err(serde::de::Error::custom)
                }
            }
            impl From<$name> for crate::store::Value {
                fn from(id: $name) -> Self { Self::Uuid(Some(id.0)) }
            }
            impl From<Option<$name>> for crate::store::Value {
                fn from(id: Option<$name>) -> Self { Self::Uuid(id.map(|id| id.0)) }
            }
        )*
    };
}

ids! {
    /// An account of the installation.
    TenantId "ten";
    /// A person who signs in.
    UserId "usr";
    /// A bought place that one person takes.
    SeatId "seat";
    /// A signed-in browser.
    SessionId "ses";
    /// A personal API token.
    TokenId "tok";
    /// An activation or reset link.
    LinkId "lnk";
    /// A team of users.
    TeamId "team";
    /// A place in the tree of positions.
    PositionId "pos";
    /// A group of users.
    GroupId "grp";
    /// A rule that shares what some own with others.
    SharingRuleId "rule";
    /// A role or permission set that an account made.
    RoleId "role";
    /// A lead.
    RecordId "lead";
    /// A note on a lead.
    NoteId "note";
    /// A line of the audit log; a hand-over has the id of the line that began it.
    EventId "evt";
    /// A background job.
    JobId "job";
    /// A mail of the outbox.
    MailId "mail";
    /// An import of users or leads.
    ImportId "imp";
}

struct State {
    rng: StdRng,
    last: u64,
}

/// Makes ids and secrets. Ids of one process always rise, also within a millisecond.
pub struct Ids(Mutex<State>);

impl std::fmt::Debug for Ids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ids")
    }
}

impl Ids {
    /// Ids from the operating system's randomness.
    pub fn from_system() -> Self {
        Self(Mutex::new(State {
            rng: rand::make_rng(),
            last: 0,
        }))
    }

    /// Ids that repeat for the same seed, for tests that print theirs.
    pub fn from_seed(seed: u64) -> Self {
        Self(Mutex::new(State {
            rng: StdRng::seed_from_u64(seed),
            last: 0,
        }))
    }

    /// A new id of the asked type, stamped with the given instant (UUIDv7, RFC 9562 method 3).
    pub fn next<T: From<Uuid>>(&self, now: Timestamp) -> T {
        let mut state = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let millis = u64::try_from(now.millis()).unwrap_or_default();
        let fraction =
            u64::try_from(now.micros().rem_euclid(1_000)).unwrap_or_default() * 4096 / 1000;
        let wanted = (millis << 12) | fraction;
        state.last = wanted.max(state.last + 1);
        let random = state.rng.next_u64();
        let high = ((state.last >> 12) << 16) | 0x7000 | (state.last & 0x0fff);
        let low = (random >> 2) | (0b10 << 62);
        T::from(Uuid::from_u64_pair(high, low))
    }

    /// A secret of 160 bits, as 32 characters that survive mail programs.
    pub fn secret(&self) -> String {
        let mut state = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut bytes = [0_u8; 20];
        state.rng.fill_bytes(&mut bytes);
        BASE32.encode(&bytes)
    }

    /// A number in `0..below`, for jitter.
    pub fn below(&self, below: u64) -> u64 {
        let mut state = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        state.rng.next_u64() % below.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_also_when_the_clock_stands_still_or_goes_back() {
        let ids = Ids::from_seed(1);
        let mut last = ids.next::<UserId>(Timestamp::from_micros(5_000_000));
        for at in [5_000_000, 5_000_000, 4_000_000, 5_000_001] {
            let next = ids.next::<UserId>(Timestamp::from_micros(at));
            assert!(next > last);
            last = next;
        }
    }

    #[test]
    fn the_public_form_reads_back_and_refuses_another_type() {
        let id = Ids::from_seed(2).next::<UserId>(Timestamp::from_micros(1));
        let text = id.to_string();
        assert_eq!(text.parse::<UserId>(), Ok(id));
        assert!(text.parse::<RecordId>().is_err());
        assert!("usr_".parse::<UserId>().is_err());
        assert_eq!(id.0.get_version_num(), 7);
    }
}
