//! Roles and permission sets: what an account's people may do and how far, who holds what, and what a change
//! of it would do.

mod acts;
mod begin;
mod bring;
mod builtin;
mod create;
mod default;
mod delete;
mod draft;
mod edit;
mod effect;
mod error;
mod expire;
mod falling;
mod given;
mod guard;
mod held;
mod hold;
mod holder_sql;
mod kept;
mod key;
mod list;
mod sql;
mod standing;
mod turn_sql;

pub use acts::{Change, Preview, preview};
pub use begin::begin;
pub(crate) use bring::{Offer, Offers, Taker, offers, takers};
pub use builtin::add_builtin;
pub(crate) use create::add;
pub use create::{NewRole, create};
pub use default::make_default;
pub use delete::delete;
pub use draft::{DraftError, FIELDS, GivableWords, Words, known_fields};
pub use edit::{Edited, RoleEdit, edit};
pub use effect::{Effect, EffectLine, IN_DETAIL};
pub use error::RoleError;
pub use expire::expire;
pub(crate) use given::Given;
pub(crate) use guard::{may_begin, may_extend};
pub(crate) use held::{Holder, holdings};
pub use held::{Holding, held_by};
pub use hold::{Give, Take, give, take};
pub(crate) use hold::{give_brought, give_more, give_newcomer, take_all, take_away};
pub(crate) use holder_sql::limit_to_holders;
pub use kept::{Kept, kept};
pub use key::RoleKey;
pub use list::{
    Levels, RoleName, RoleRow, ToCome, find, givable, levels, list, may_look, names, to_begin_with,
    to_come,
};

use crate::authz::{FieldRules, Grants, UnknownWord, fields_of, grants_of};
use crate::clock::Timestamp;
use crate::store::{FromRow, Reader, StoreError};

/// The most roles and sets that an account can have.
pub const ROLES_MAX: usize = 200;
/// The longest description, in characters.
pub const DESCRIPTION_MAX: usize = 500;

/// Whether something is a role or adds to roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoleKind {
    /// Says what its people may do.
    Role,
    /// Adds to what the roles of its people say (P54).
    Set,
}

impl RoleKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Role, Self::Set];

    /// The word in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Set => "set",
        }
    }
}

impl std::str::FromStr for RoleKind {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or(UnknownWord)
    }
}

/// A role or permission set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its key.
    pub key: RoleKey,
    /// What it is.
    pub kind: RoleKind,
    /// The name that the account gave it; empty for the program's own, which have one in each language.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What it gives, and which roles its people may give.
    pub grants: Grants,
    /// What it says of fields.
    pub fields: FieldRules,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was changed last; an edit gives it back to find out about others' edits.
    pub updated_at: Timestamp,
}

impl Role {
    /// What the log calls it: its name, or the key of one of the program's own.
    pub fn label(&self) -> &str {
        if self.name.is_empty() {
            self.key.as_str()
        } else {
            &self.name
        }
    }

    /// True for a permission set.
    pub fn is_set(&self) -> bool {
        self.kind == RoleKind::Set
    }

    /// True when its permissions and fields can be changed: "Sales" is what the program says.
    pub fn is_editable(&self) -> bool {
        !self.key.is_built_in() || self.key.is_of_team_seats()
    }
}

impl FromRow for Role {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let key: RoleKey = row.word()?;
        let (kind, name, description) = (row.word()?, row.text()?, row.text()?);
        let (grants, fields) = (row.json_opt()?, row.json_opt()?);
        Ok(Self {
            kind,
            name,
            description,
            grants: grants_of(key.as_str(), grants, row.json_opt()?)?,
            fields: fields_of(fields)?,
            created_at: row.at()?,
            updated_at: row.at()?,
            key,
        })
    }
}
