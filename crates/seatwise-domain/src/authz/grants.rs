//! How far each permission goes: what a role says, and what several of them say together (P52).

use std::collections::BTreeMap;

use super::givable::Givable;
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

    /// True when a role can say it of the permission: what is about people goes to a part of them or to all, and
    /// what is about neither records nor people is given or not.
    pub fn fits(self, key: Key) -> bool {
        match self {
            Self::NONE | Self::ALL => true,
            Self::TEAM | Self::SUBORDINATES => key.has_reach() || key.has_part(),
            _ => key.has_reach(),
        }
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
pub struct Grants {
    extents: [Extent; KEYS],
    /// Which roles `roles.assign` gives; says nothing without it.
    givable: Givable,
}

impl Default for Grants {
    fn default() -> Self {
        Self {
            extents: [Extent::NONE; KEYS],
            givable: Givable::Any,
        }
    }
}

impl Grants {
    /// How far a permission goes.
    pub const fn extent(&self, key: Key) -> Extent {
        self.extents[key as usize]
    }

    /// True when the permission goes anywhere.
    pub const fn has(&self, key: Key) -> bool {
        self.extent(key).any()
    }

    /// True when a permission about people goes to a part of them.
    pub fn has_parts(&self) -> bool {
        let in_part = |extent: Extent| extent.any() && !extent.has(Extent::ALL);
        let mut keys = Key::ALL.iter().filter(|key| key.has_part());
        keys.any(|key| in_part(self.extent(*key)))
    }

    /// Lets a permission go this far, too.
    pub fn add(&mut self, key: Key, extent: Extent) {
        let slot = &mut self.extents[key as usize];
        *slot = slot.with(extent);
    }

    /// Lets a permission go exactly this far.
    pub fn set(&mut self, key: Key, extent: Extent) {
        self.extents[key as usize] = extent;
    }

    /// Which roles and sets may be given.
    pub const fn givable(&self) -> &Givable {
        &self.givable
    }

    /// Lets these roles and sets be given, and no others.
    pub fn set_givable(&mut self, givable: Givable) {
        self.givable = givable;
    }

    /// Puts what another role says to it (P52: most permissive).
    pub fn merge(&mut self, other: &Self) {
        if other.has(Key::AssignRoles) {
            self.givable = if self.has(Key::AssignRoles) {
                self.givable.with(&other.givable)
            } else {
                other.givable.clone()
            };
        }
        for key in Key::ALL {
            self.add(*key, other.extent(*key));
        }
    }

    /// The permissions of the other that this one lacks, or that go further there.
    pub fn lacks(&self, other: &Self) -> Vec<Key> {
        let beyond = |key: &&Key| {
            !self.extent(**key).covers(other.extent(**key))
                || (**key == Key::AssignRoles
                    && other.has(**key)
                    && !self.givable.covers(&other.givable))
        };
        Key::ALL.iter().filter(beyond).copied().collect()
    }

    /// Only these of the permissions.
    #[must_use]
    pub fn only(&self, keys: &[Key]) -> Self {
        let mut only = Self {
            givable: self.givable.clone(),
            ..Self::default()
        };
        for key in keys {
            only.set(*key, self.extent(*key));
        }
        only
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
    fn p64_lists_of_givable_roles_are_put_together_and_none_is_more_than_any() {
        let gives = |keys: &[&str]| {
            let mut grants = Grants::default();
            grants.set(Key::AssignRoles, Extent::TEAM);
            let keys = keys.iter().map(|key| (*key).to_owned());
            grants.set_givable(Givable::Only(keys.collect()));
            grants
        };
        let mut free = Grants::default();
        free.set(Key::AssignRoles, Extent::TEAM);
        let (one, other, none) = (gives(&["a"]), gives(&["b"]), gives(&[]));
        let mut both = one.clone();
        both.merge(&other);
        assert_eq!(both, gives(&["a", "b"]));
        both.merge(&Grants::sales());
        assert_eq!(
            both.givable(),
            gives(&["a", "b"]).givable(),
            "sales gives no roles"
        );
        let mut first = Grants::sales();
        first.merge(&one);
        assert_eq!(first.givable(), one.givable());
        both.merge(&free);
        assert!(both.givable().includes("c"));
        for (holder, given, lacks) in [
            (&one, &none, false),
            (&one, &other, true),
            (&one, &free, true),
            (&free, &one, false),
            (&none, &one, true),
        ] {
            assert_eq!(
                !holder.lacks(given).is_empty(),
                lacks,
                "{holder:?} {given:?}"
            );
        }
        assert!(!none.givable().without("a").includes("a"));
    }

    #[test]
    fn p64_people_are_administered_everywhere_in_a_part_or_not_at_all() {
        for (word, extent) in Extent::CHOICES {
            let fits = matches!(word, "none" | "team" | "subordinates" | "all");
            assert_eq!(extent.fits(Key::EditUsers), fits, "{word}");
            assert!(extent.fits(Key::ViewRecords));
            let whole = matches!(word, "none" | "all");
            assert_eq!(extent.fits(Key::ViewUsers), whole, "{word}");
        }
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
