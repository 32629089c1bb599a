//! The one table of permissions: it feeds the checks, the pages, the documents and the golden matrix.

use std::fmt;
use std::str::FromStr;

/// What a person is in an account (decision 17). The owner is exactly one and always an admin.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Works with leads.
    User,
    /// Administers people and settings.
    Admin,
    /// The one who answers for the account.
    Owner,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 3] = [Self::User, Self::Admin, Self::Owner];

    /// The word in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }
}

/// A word that names nothing of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an unknown word")]
pub struct UnknownWord;

impl FromStr for Level {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|level| level.as_str() == text)
            .ok_or(UnknownWord)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The kind of seat a person takes; it limits what any level can give (Z85).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SeatKind {
    /// A sales seat: everything.
    Regular,
    /// A team seat: team modules, and little of the rest.
    Team,
}

impl SeatKind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Regular, Self::Team];

    /// The word in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Team => "team",
        }
    }

    /// Whether somebody on such a seat may have this level: a team seat includes none of what an admin
    /// administers with, so that an admin on it could do nothing (N31).
    pub fn may_hold(self, level: Level) -> bool {
        self == Self::Regular || level < Level::Admin
    }
}

impl FromStr for SeatKind {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(UnknownWord)
    }
}

/// A permission as a type, so that a scope for one can't serve for another.
pub trait Permission: Send + Sync + 'static {
    /// Its line of the table.
    const KEY: Key;
}

/// A permission that also has a reach: it is about records.
pub trait RecordAction: Permission {}

/// A set of permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Granted(u64);

impl Granted {
    /// True when the key is in the set.
    pub const fn has(self, key: Key) -> bool {
        self.0 & (1 << key as u32) != 0
    }

    /// The set with the key.
    #[must_use]
    pub const fn with(self, key: Key) -> Self {
        Self(self.0 | (1 << key as u32))
    }
}

macro_rules! permissions {
    ($($name:ident = $key:literal, [$($kind:ident),*], [$($level:ident),*], $write:ident;)*) => {
        /// The keys of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Key { $(#[doc = concat!("`", $key, "`")] $name),* }

        impl Key {
            /// The whole table, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The public word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// The seat kinds that can hold it at all (the entitlement).
            pub const fn seat_kinds(self) -> &'static [SeatKind] {
                match self { $(Self::$name => &[$(SeatKind::$kind),*]),* }
            }

            /// The levels it is given to.
            pub const fn levels(self) -> &'static [Level] {
                match self { $(Self::$name => &[$(Level::$level),*]),* }
            }

            /// False for what a read-only token may do.
            pub const fn writes(self) -> bool {
                match self { $(Self::$name => permissions!(@write $write)),* }
            }
        }

        $(
            #[doc = concat!("The permission `", $key, "`.")]
            #[derive(Debug, Clone, Copy)]
            pub struct $name;
            impl Permission for $name { const KEY: Key = Key::$name; }
        )*
    };
    (@write reads) => { false };
    (@write writes) => { true };
}

permissions! {
    // name                key                     seat kinds        levels                  effect
    EditOwn              = "own.edit",             [Regular, Team],  [User, Admin, Owner],   writes;
    ViewUsers            = "users.view",           [Regular],        [User, Admin, Owner],   reads;
    InviteUsers          = "users.invite",         [Regular],        [Admin, Owner],         writes;
    EditUsers            = "users.edit",           [Regular],        [Admin, Owner],         writes;
    DeactivateUsers      = "users.deactivate",     [Regular],        [Admin, Owner],         writes;
    RemoveUsers          = "users.remove",         [Regular],        [Owner],                writes;
    ReactivateUsers      = "users.reactivate",     [Regular],        [Admin, Owner],         writes;
    ResetPasswords       = "users.reset-password", [Regular],        [Admin, Owner],         writes;
    ExportUsers          = "users.export",         [Regular],        [Admin, Owner],         reads;
    ViewSeats            = "seats.view",           [Regular],        [Admin, Owner],         reads;
    PurchaseSeats        = "seats.purchase",       [Regular],        [Admin, Owner],         writes;
    EditTeams            = "teams.edit",           [Regular],        [Admin, Owner],         writes;
    RunImports           = "imports.run",          [Regular],        [Admin, Owner],         writes;
    ViewAudit            = "audit.view",           [Regular],        [Admin, Owner],         reads;
    ViewOutbox           = "mails.view",           [Regular],        [Admin, Owner],         reads;
    EditAccount          = "account.edit",         [Regular],        [Admin, Owner],         writes;
    ViewRecords          = "leads.view",           [Regular, Team],  [User, Admin, Owner],   reads;
    CreateRecords        = "leads.create",         [Regular],        [User, Admin, Owner],   writes;
    EditRecords          = "leads.edit",           [Regular],        [User, Admin, Owner],   writes;
    NoteRecords          = "leads.note",           [Regular, Team],  [User, Admin, Owner],   writes;
    AssignRecords        = "leads.assign",         [Regular],        [Admin, Owner],         writes;
    ExportRecords        = "leads.export",         [Regular],        [Admin, Owner],         reads;
}

impl RecordAction for ViewRecords {}
impl RecordAction for CreateRecords {}
impl RecordAction for EditRecords {}
impl RecordAction for NoteRecords {}
impl RecordAction for AssignRecords {}
impl RecordAction for ExportRecords {}

/// Acts that may take a seat for somebody.
pub trait TakesSeat: Permission {}
impl TakesSeat for InviteUsers {}
impl TakesSeat for ReactivateUsers {}
impl TakesSeat for RunImports {}
impl TakesSeat for DeactivateUsers {}

/// Acts that may set a seat free.
pub trait FreesSeat: Permission {}
impl FreesSeat for DeactivateUsers {}
impl FreesSeat for RunImports {}
impl FreesSeat for ReactivateUsers {}

/// Acts that may end somebody's sessions.
pub trait EndsSessions: Permission {}
impl EndsSessions for DeactivateUsers {}
impl EndsSessions for ResetPasswords {}
impl EndsSessions for EditUsers {}
impl EndsSessions for RunImports {}

/// Acts that may add a person to an account.
pub trait AddsUsers: TakesSeat {}
impl AddsUsers for InviteUsers {}
impl AddsUsers for RunImports {}

/// What a level in a seat of a kind is granted.
pub fn granted(level: Level, seat: SeatKind) -> Granted {
    Key::ALL
        .iter()
        .filter(|key| key.levels().contains(&level) && key.seat_kinds().contains(&seat))
        .fold(Granted::default(), |set, key| set.with(*key))
}
