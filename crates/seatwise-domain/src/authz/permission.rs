//! The one table of permissions: it feeds the checks, the pages, the documents and the golden matrix.

use std::fmt;
use std::str::FromStr;

use super::grants::Extent;

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

/// What sharing adds to an action on records (D3: sharing only widens).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Nothing: the action stays with those whose role reaches the record.
    Never,
    /// Every share.
    ToRead,
    /// Shares that let people edit.
    ToEdit,
}

/// A permission that also has a reach: it is about records.
pub trait RecordAction: Permission {
    /// Which shares reach further than the role.
    const SHARED: Shared = Shared::Never;
}

macro_rules! permissions {
    ($($name:ident = $key:literal, $area:ident, [$($kind:ident),*], [$($level:ident),*], $reach:ident, $write:ident;)*) => {
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

            /// Under which heading it stands.
            pub const fn area(self) -> Area {
                match self { $(Self::$name => Area::$area),* }
            }

            /// The seat kinds that can hold it at all (the entitlement).
            pub const fn seat_kinds(self) -> &'static [SeatKind] {
                match self { $(Self::$name => &[$(SeatKind::$kind),*]),* }
            }

            /// The levels it is given to.
            pub const fn levels(self) -> &'static [Level] {
                match self { $(Self::$name => &[$(Level::$level),*]),* }
            }

            /// How far it goes in the account's first role, "Sales": for what is about records; all or
            /// nothing for the rest.
            pub const fn in_sales(self) -> Extent {
                match self { $(Self::$name => Extent::$reach),* }
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
    // name                key                     area     seat kinds        levels                  in "Sales"   effect
    ViewRecords          = "leads.view",           Records, [Regular, Team],  [User, Admin, Owner],   PRIVACY,     reads;
    CreateRecords        = "leads.create",         Records, [Regular],        [User, Admin, Owner],   OWN,         writes;
    EditRecords          = "leads.edit",           Records, [Regular],        [User, Admin, Owner],   PRIVACY,     writes;
    NoteRecords          = "leads.note",           Records, [Regular, Team],  [User, Admin, Owner],   PRIVACY,     writes;
    AssignRecords        = "leads.assign",         Records, [Regular],        [Admin, Owner],         NONE,        writes;
    ShareRecords         = "leads.share",          Records, [Regular],        [User, Admin, Owner],   OWN,         writes;
    ViewStatistics       = "statistics.view",      Data,    [Regular],        [User, Admin, Owner],   OWN,         reads;
    ExportRecords        = "leads.export",         Data,    [Regular],        [Admin, Owner],         NONE,        reads;
    RunImports           = "imports.run",          Data,    [Regular],        [Admin, Owner],         NONE,        writes;
    ExportUsers          = "users.export",         Data,    [Regular],        [Admin, Owner],         NONE,        reads;
    EditOwn              = "own.edit",             People,  [Regular, Team],  [User, Admin, Owner],   ALL,         writes;
    ViewUsers            = "users.view",           People,  [Regular],        [User, Admin, Owner],   ALL,         reads;
    InviteUsers          = "users.invite",         People,  [Regular],        [Admin, Owner],         NONE,        writes;
    EditUsers            = "users.edit",           People,  [Regular],        [Admin, Owner],         NONE,        writes;
    DeactivateUsers      = "users.deactivate",     People,  [Regular],        [Admin, Owner],         NONE,        writes;
    ReactivateUsers      = "users.reactivate",     People,  [Regular],        [Admin, Owner],         NONE,        writes;
    RemoveUsers          = "users.remove",         People,  [Regular],        [Owner],                NONE,        writes;
    ResetPasswords       = "users.reset-password", People,  [Regular],        [Admin, Owner],         NONE,        writes;
    EditServiceUsers     = "service-users.edit",   People,  [Regular],        [Admin, Owner],         NONE,        writes;
    EditTeams            = "teams.edit",           Access,  [Regular],        [Admin, Owner],         NONE,        writes;
    EditGroups           = "groups.edit",          Access,  [Regular],        [Admin, Owner],         NONE,        writes;
    EditPositions        = "positions.edit",       Access,  [Regular],        [Admin, Owner],         NONE,        writes;
    AssignRoles          = "roles.assign",         Access,  [Regular],        [Admin, Owner],         NONE,        writes;
    EditRoles            = "roles.edit",           Access,  [Regular],        [Admin, Owner],         NONE,        writes;
    EditSharing          = "sharing.edit",         Access,  [Regular],        [Admin, Owner],         NONE,        writes;
    CheckAccess          = "access.check",         Access,  [Regular],        [Admin, Owner],         NONE,        reads;
    ViewAudit            = "audit.view",           Account, [Regular],        [Admin, Owner],         NONE,        reads;
    ViewOutbox           = "mails.view",           Account, [Regular],        [Admin, Owner],         NONE,        reads;
    ViewSeats            = "seats.view",           Account, [Regular],        [Admin, Owner],         NONE,        reads;
    PurchaseSeats        = "seats.purchase",       Account, [Regular],        [Admin, Owner],         NONE,        writes;
    EditAccount          = "account.edit",         Account, [Regular],        [Admin, Owner],         NONE,        writes;
    TransferOwnership    = "ownership.transfer",   Account, [Regular],        [Owner],                NONE,        writes;
}

impl RecordAction for ViewRecords {
    const SHARED: Shared = Shared::ToRead;
}
impl RecordAction for CreateRecords {}
impl RecordAction for EditRecords {
    const SHARED: Shared = Shared::ToEdit;
}
impl RecordAction for NoteRecords {
    const SHARED: Shared = Shared::ToRead;
}
impl RecordAction for AssignRecords {}
impl RecordAction for ShareRecords {}
impl RecordAction for ExportRecords {}
impl RecordAction for ViewStatistics {}

/// The headings of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Area {
    /// Leads.
    Records,
    /// What goes in and out in bulk, and what is counted.
    Data,
    /// Users.
    People,
    /// Who may do what.
    Access,
    /// The account itself.
    Account,
}

impl Area {
    /// All headings, in the order of the table.
    pub const ALL: [Self; 5] = [
        Self::Records,
        Self::Data,
        Self::People,
        Self::Access,
        Self::Account,
    ];

    /// The word in names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Data => "data",
            Self::People => "people",
            Self::Access => "access",
            Self::Account => "account",
        }
    }
}

impl Key {
    /// The key with this public word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.as_str() == word)
    }

    /// True for what is about records and so has a reach.
    pub const fn has_reach(self) -> bool {
        matches!(
            self,
            Self::ViewRecords
                | Self::CreateRecords
                | Self::EditRecords
                | Self::NoteRecords
                | Self::AssignRecords
                | Self::ShareRecords
                | Self::ViewStatistics
                | Self::ExportRecords
        )
    }

    /// True for what is done to people and so may go to a part of them only (P64). What has neither a reach nor
    /// a part is all or nothing.
    pub const fn has_part(self) -> bool {
        matches!(
            self,
            Self::InviteUsers
                | Self::EditUsers
                | Self::DeactivateUsers
                | Self::ReactivateUsers
                | Self::ResetPasswords
                | Self::AssignRoles
        )
    }

    /// True for what no role can give: it belongs to the owner (N59).
    pub const fn is_owners(self) -> bool {
        matches!(self, Self::RemoveUsers | Self::TransferOwnership)
    }
}

/// Acts that may take a seat for somebody.
pub trait TakesSeat: Permission {}
impl TakesSeat for InviteUsers {}
impl TakesSeat for ReactivateUsers {}
impl TakesSeat for RunImports {}
impl TakesSeat for DeactivateUsers {}
impl TakesSeat for TransferOwnership {}

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
