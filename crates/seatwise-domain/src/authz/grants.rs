//! How far each permission goes: what a role says, and what several of them say together (P52).

use std::collections::BTreeMap;

use super::permission::{Key, Level, SeatKind, UnknownWord};

/// How far a permission goes, as a set of answers to "whose records?". Several roles are merged by putting
/// their sets together, so that more roles never mean less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Extent(u8);

impl Extent {
    /// Not at all.
    pub const NONE: Self = Self(0);
    /// One's own.
    pub const OWN: Self = Self(1);
    /// As far as the account's privacy setting lets users see each other (N20 to N23).
    pub const PRIVACY: Self = Self(1 | 2);
    /// Those of the people in one's own teams, and one's own.
    pub const TEAM: Self = Self(1 | 4);
    /// Those of the people below one's position, and one's own.
    pub const SUBORDINATES: Self = Self(1 | 8);
    /// All of the account; for what is not about records: yes.
    pub const ALL: Self = Self(16);
    /// Those of the people in the teams one leads (N14); no role can say it.
    pub const LED: Self = Self(32);

    /// What a role can say, from nothing to everything, with its public word.
    pub const CHOICES: [(&'static str, Self); 6] = [
        ("none", Self::NONE),
        ("own", Self::OWN),
        ("privacy", Self::PRIVACY),
        ("team", Self::TEAM),
        ("subordinates", Self::SUBORDINATES),
        ("all", Self::ALL),
    ];

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True when it goes anywhere.
    pub const fn any(self) -> bool {
        self.0 != 0
    }

    /// True when all of the other is in it.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True when nobody with the other reaches what this one does not.
    pub const fn covers(self, other: Self) -> bool {
        self.has(Self::ALL) || self.has(other)
    }

    /// The public word of what a role says; what no role says has none.
    pub fn word(self) -> Option<&'static str> {
        let found = Self::CHOICES.iter().find(|(_, choice)| *choice == self);
        found.map(|(word, _)| *word)
    }
}

impl std::str::FromStr for Extent {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let found = Self::CHOICES.iter().find(|(word, _)| *word == text);
        found.map(|(_, extent)| *extent).ok_or(UnknownWord)
    }
}

const KEYS: usize = Key::ALL.len();

/// How far each permission goes for somebody, or in a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grants([Extent; KEYS]);

impl Default for Grants {
    fn default() -> Self {
        Self([Extent::NONE; KEYS])
    }
}

impl Grants {
    /// How far a permission goes.
    pub const fn extent(&self, key: Key) -> Extent {
        self.0[key as usize]
    }

    /// True when the permission goes anywhere.
    pub const fn has(&self, key: Key) -> bool {
        self.extent(key).any()
    }

    /// Lets a permission go this far, too.
    pub fn add(&mut self, key: Key, extent: Extent) {
        let slot = &mut self.0[key as usize];
        *slot = slot.with(extent);
    }

    /// Lets a permission go exactly this far.
    pub fn set(&mut self, key: Key, extent: Extent) {
        self.0[key as usize] = extent;
    }

    /// Puts what another role says to it (P52: most permissive).
    pub fn merge(&mut self, other: &Self) {
        for key in Key::ALL {
            self.add(*key, other.extent(*key));
        }
    }

    /// The permissions of the other that this one lacks, or that go further there.
    pub fn lacks(&self, other: &Self) -> Vec<Key> {
        let beyond = |key: &&Key| !self.extent(**key).covers(other.extent(**key));
        Key::ALL.iter().filter(beyond).copied().collect()
    }

    /// Reads what a role holds in the database: a word for each permission; unknown permissions are left
    /// out, so that an older program still starts.
    pub fn of_words(words: &BTreeMap<String, String>) -> Self {
        let mut grants = Self::default();
        for (key, word) in words {
            if let (Some(key), Ok(extent)) = (Key::find(key), word.parse()) {
                grants.set(key, extent);
            }
        }
        grants
    }

    /// What a role holds in the database; permissions that it does not give are left out.
    pub fn words(&self) -> BTreeMap<String, String> {
        let given = Key::ALL.iter().filter(|key| self.has(**key));
        given
            .filter_map(|key| {
                Some((
                    key.as_str().to_owned(),
                    self.extent(*key).word()?.to_owned(),
                ))
            })
            .collect()
    }

    /// The account's first role: what a salesperson does (N5).
    pub fn sales() -> Self {
        let mut grants = Self::default();
        for key in Key::ALL {
            grants.set(*key, key.in_sales());
        }
        grants
    }

    /// The role of everybody on a team seat (Z9): reads all leads and adds notes, as Z17 and Z19 allow.
    pub fn team_user() -> Self {
        let mut grants = Self::default();
        for key in [Key::EditOwn, Key::ViewRecords, Key::NoteRecords] {
            grants.set(key, Extent::ALL);
        }
        grants
    }

    /// What leading a team gives on top (N14 to N18).
    pub fn team_manager() -> Self {
        let mut grants = Self::default();
        for key in [
            Key::ViewRecords,
            Key::CreateRecords,
            Key::EditRecords,
            Key::NoteRecords,
            Key::AssignRecords,
            Key::ShareRecords,
            Key::ViewStatistics,
        ] {
            grants.set(key, Extent::LED);
        }
        grants
    }

    /// What a level gives by itself; a user's rights come from roles.
    pub fn of_level(level: Level) -> Self {
        let mut grants = Self::default();
        if level == Level::User {
            return grants;
        }
        for key in Key::ALL.iter().filter(|key| key.levels().contains(&level)) {
            grants.set(*key, Extent::ALL);
        }
        grants
    }

    /// Without what the kind of a seat has no room for (Z16).
    #[must_use]
    pub fn limited_to(mut self, seat: SeatKind) -> Self {
        for key in Key::ALL {
            if !key.seat_kinds().contains(&seat) {
                self.set(*key, Extent::NONE);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p52_more_roles_never_mean_less() {
        let mut merged = Grants::sales();
        let mut other = Grants::default();
        other.set(Key::ViewRecords, Extent::SUBORDINATES);
        other.set(Key::ExportRecords, Extent::ALL);
        merged.merge(&other);
        for role in [Grants::sales(), other] {
            assert_eq!(merged.lacks(&role), []);
        }
        assert_eq!(
            Grants::sales().lacks(&merged),
            [Key::ViewRecords, Key::ExportRecords]
        );
    }

    #[test]
    fn what_a_role_says_is_written_and_read_back() {
        for role in [Grants::sales(), Grants::team_user()] {
            assert_eq!(Grants::of_words(&role.words()), role);
        }
        let unknown = BTreeMap::from([("leads.fold".to_owned(), "all".to_owned())]);
        assert_eq!(Grants::of_words(&unknown), Grants::default());
    }
}
