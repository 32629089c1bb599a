//! Leads: what they are, who owns them, and every way to read and change them.

mod assignees;
mod board;
mod counts;
mod create;
mod credit;
mod draft;
mod edit;
mod export;
mod fields;
mod filter;
mod history;
mod imported;
mod list;
mod note;
mod owners;
mod patch;
mod show;
mod sql;
mod stages;
mod transfer;
mod veil;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::authz::UnknownWord;
use crate::clock::Timestamp;
use crate::ids::{EventId, ImportId, RecordId, UserId};
use crate::store::{FromRow, Reader, StoreError};

pub use assignees::{
    Assignee, Choosable, Context, OFFERED, Refusal, assignees, choosable, may_receive,
};
pub use board::{Board, Column, board};
pub use counts::{StageCount, of_user, open_of, unassigned};
pub use create::{CreateError, NewLead, NewOwner, create};
pub use credit::{Credit, month_number};
pub use draft::{FIELD_MAX, FieldError};
pub use edit::{EditError, LeadChange, edit};
pub use export::{Export, ExportError, export};
pub use fields::{Field, ensure_fields, field_key, fields};
pub use filter::{LeadFilter, OwnerFilter, Sort};
pub use history::{HistoryLine, Person, history, note_act};
pub use imported::{
    ImportedLead, KnownLead, find_by_external, insert_batch, remove_untouched, restore_batch,
    untouched, update_batch,
};
pub(crate) use imported::{kept_import, veiled_import};
pub use list::{CameFrom, ListError, came_from, count, list};
pub use note::{Note, NoteError, add_note, notes};
pub use owners::owners;
pub use patch::Patch;
pub use show::{LeadPage, find, lock, show};
pub use stages::{Stage, add_default_stages, stages};
pub use transfer::{
    Batch, Moved, Picked, existing, going_back, move_back, move_batch, picked_until,
    reaches_going_back,
};
pub use veil::FieldLocked;
pub(crate) use veil::OWN;

/// The key of a stage of an account: lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StageKey(String);

impl StageKey {
    /// The word in the database and in the API.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for StageKey {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.is_empty() || text.len() > 40 || !text.chars().all(fits) {
            return Err(UnknownWord);
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for StageKey {
    type Error = UnknownWord;
    fn try_from(text: String) -> Result<Self, UnknownWord> {
        text.parse()
    }
}

impl From<StageKey> for String {
    fn from(key: StageKey) -> Self {
        key.0
    }
}

impl fmt::Display for StageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&StageKey> for crate::store::Value {
    fn from(key: &StageKey) -> Self {
        Self::from(key.as_str())
    }
}

/// What a stage means for a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LeadState {
    /// Still worked on.
    Open,
    /// Sold.
    Won,
    /// Not sold.
    Lost,
    /// Given up without a decision of the customer.
    Cancelled,
}

impl LeadState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Open, Self::Won, Self::Lost, Self::Cancelled];

    /// The word in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Cancelled => "cancelled",
        }
    }

    /// True for all but open.
    pub const fn is_closed(self) -> bool {
        !matches!(self, Self::Open)
    }
}

impl FromStr for LeadState {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(UnknownWord)
    }
}

/// An amount of money in the smallest unit of the account's currency.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Minor(pub i64);

impl From<Minor> for crate::store::Value {
    fn from(value: Minor) -> Self {
        Self::from(value.0)
    }
}

impl From<Option<Minor>> for crate::store::Value {
    fn from(value: Option<Minor>) -> Self {
        Self::from(value.map(|value| value.0))
    }
}

/// Who owns a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The person.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// True when the person is deactivated or removed.
    pub left: bool,
    /// Since when (D5).
    pub left_at: Option<Timestamp>,
}

impl Owner {
    fn read(row: &mut Reader<'_>) -> Result<Option<Self>, StoreError> {
        let id = row.id_opt()?;
        let name = row.text_opt()?;
        let state = row.text_opt()?;
        let left = state.is_some_and(|state| state == "deactivated" || state == "anonymised");
        let left_at = row.at_opt()?.filter(|_| left);
        Ok(id.map(|id| Self {
            id,
            name: name.unwrap_or_default(),
            left,
            left_at,
        }))
    }
}

/// A lead as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadRow {
    /// Its id; rises with the time of making.
    pub id: RecordId,
    /// What it is called.
    pub title: String,
    /// Who owns it; none for unassigned leads.
    pub owner: Option<Owner>,
    /// Where it stands.
    pub stage: StageKey,
    /// What the stage means.
    pub state: LeadState,
    /// What it is worth.
    pub value: Option<Minor>,
    /// When the work on it began.
    pub opened_on: Option<jiff::civil::Date>,
    /// When it was won, lost or cancelled.
    pub closed_on: Option<jiff::civil::Date>,
    /// What is to be done next.
    pub next_step: Option<String>,
    /// When.
    pub next_step_on: Option<jiff::civil::Date>,
    /// The person at the customer's.
    pub contact_name: Option<String>,
    /// Its id in the system it came from.
    pub external_id: Option<String>,
    /// How many notes it has.
    pub notes: u64,
    /// When it was changed last.
    pub updated_at: Timestamp,
}

impl FromRow for LeadRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            title: row.text()?,
            owner: Owner::read(row)?,
            stage: row.word()?,
            state: row.word()?,
            value: row.int_opt()?.map(Minor),
            opened_on: row.date_opt()?,
            closed_on: row.date_opt()?,
            next_step: row.text_opt()?,
            next_step_on: row.date_opt()?,
            contact_name: row.text_opt()?,
            external_id: row.text_opt()?,
            notes: row.count()?,
            updated_at: row.at()?,
        })
    }
}

/// Further fields of a lead, by the key of the field.
pub type Fields = std::collections::BTreeMap<String, String>;

/// A lead with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// What lists show.
    pub row: LeadRow,
    /// The address of the person at the customer's.
    pub contact_email: Option<String>,
    /// Further fields.
    pub fields: Fields,
    /// Who made it; none for operator and system.
    pub created_by: Option<UserId>,
    /// When it was made.
    pub created_at: Timestamp,
    /// The last change; a command that names it is refused when somebody was faster.
    pub version: EventId,
    /// The import it came with.
    pub import: Option<ImportId>,
}

impl FromRow for Lead {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            row: LeadRow::from_row(row)?,
            contact_email: row.text_opt()?,
            fields: row.json_as()?,
            created_by: row.id_opt()?,
            created_at: row.at()?,
            version: row.id()?,
            import: row.id_opt()?,
        })
    }
}
