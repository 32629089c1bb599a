//! Imports of people and leads from files: upload, match columns, dry run, run, mails, undo, report.
//!
//! The dry run and the run judge a row by the same function; the run then does what the verdict says, in the same
//! transaction that keeps it. So a run that is broken off goes on where it stopped, and does nothing twice.

mod check;
mod judge;
mod kind;
mod known_people;
mod lead_cells;
mod leads;
mod list;
mod mails;
mod map;
mod map_columns;
mod owners;
mod person;
mod report;
mod resume;
mod role_cells;
mod role_wishes;
mod rows_sql;
mod run;
mod sql;
mod stage_words;
mod stopped;
mod template;
mod undo;
mod undo_job;
mod undo_plan;
mod upload;
mod users;
mod values;
mod veil;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::authz::SeatKind;
use crate::clock::Timestamp;
use crate::ids::{EventId, ImportId, UserId};
use crate::jobs::Registry;
use crate::store::{FromRow, Reader, StoreError};

pub use seatwise_tables::{Encoding, Wishes};

pub use check::{CheckError, check};
pub use judge::{Detail, Note, NoteCode, Other, Reason, Verdict};
pub use list::{find, list, rows, rows_before, told_rows};
pub use mails::{MailError, MailPlan, SendActivations, plan_mails, send_activations};
pub use map::{Field, Mapping, MappingError, MatchedBy, guess};
pub use map_columns::{MapError, map};
pub use report::RowReport;
pub use resume::{ResumeError, resume};
pub use run::{RunError, RunImport, run};
pub use stopped::Stopped;
pub use undo::{ROWS_AT_ONCE, Undo, UndoError, Which, undo};
pub use undo_job::UndoImport;
pub use undo_plan::{UndoPlan, plan_undo};
pub use upload::{Upload, UploadError, upload};
pub use values::DateOrder;

/// The registry with the jobs of imports.
pub fn register(registry: Registry) -> Registry {
    registry
        .with::<RunImport>()
        .with::<UndoImport>()
        .with::<SendActivations>()
}

/// Rows of one statement.
pub(crate) const BATCH: usize = 500;

macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$inner])* #[serde(rename = $word)] $variant),* }

        impl $name {
            /// All values, in the order of the source.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in the database, in the API and in text keys.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::authz::UnknownWord;
            fn from_str(text: &str) -> Result<Self, crate::authz::UnknownWord> {
                match text { $($word => Ok(Self::$variant),)* _ => Err(crate::authz::UnknownWord) }
            }
        }
    };
}
pub(crate) use word_enum;

word_enum! {
    /// What a file brings.
    ImportKind {
        /// People.
        Users = "users",
        /// Leads.
        Leads = "leads",
    }
}

word_enum! {
    /// Where an import stands.
    ImportState {
        /// The rows are still being read.
        Uploading = "uploading",
        /// The rows are read; columns are matched by a guess.
        Uploaded = "uploaded",
        /// The admin has matched the columns.
        Mapped = "mapped",
        /// The dry run has given each row a verdict.
        Checked = "checked",
        /// The job is at work.
        Running = "running",
        /// All rows are done.
        Done = "done",
        /// The undo is at work.
        Undoing = "undoing",
        /// What nobody had touched is gone again.
        Undone = "undone",
    }
}

word_enum! {
    /// What to do when there are fewer seats than new people (decision 14).
    WhenFull {
        /// Take as many rows as fit, in the order of the file.
        SkipRows = "skip_rows",
        /// Take none.
        RefuseFile = "refuse_file",
    }
}

word_enum! {
    /// What to do with a lead whose owner is not known.
    UnknownOwner {
        /// Leave the row out and say so.
        Skip = "skip",
        /// Take the lead without an owner.
        Unassigned = "unassigned",
    }
}

/// What the admin chooses besides the columns. Each kind of import uses its part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a tick of the form, and they do not depend on one another"
)]
pub struct Options {
    /// People: the kind of seat they take.
    pub seat_kind: SeatKind,
    /// Existing people or leads take the values of the file.
    pub update: bool,
    /// People: teams that the account does not have are made.
    pub create_teams: bool,
    /// People: what happens when seats run out.
    pub when_full: WhenFull,
    /// People: activation mails go out as soon as the run is done.
    pub mail_now: bool,
    /// How dates with slashes are meant.
    pub date_order: DateOrder,
    /// Leads: what happens without a known owner.
    pub unknown_owner: UnknownOwner,
    /// Leads: people who have not signed in yet may be owners.
    pub pending_owners: bool,
    /// Leads: people who were deactivated may be owners, because the file is old.
    pub historic: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seat_kind: SeatKind::Regular,
            update: false,
            create_teams: false,
            when_full: WhenFull::SkipRows,
            mail_now: false,
            date_order: DateOrder::DayFirst,
            unknown_owner: UnknownOwner::Skip,
            pending_owners: false,
            historic: false,
        }
    }
}

impl Options {
    /// What an import begins with: leads are updated by their external id, people are only created (decision 13).
    pub fn for_kind(kind: ImportKind) -> Self {
        Self {
            update: kind == ImportKind::Leads,
            ..Self::default()
        }
    }
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What it is called; a blank header has its letter.
    pub name: String,
    /// The letter that the office program shows.
    pub letter: String,
    /// The header cell is blank.
    pub blank: bool,
    /// The first values that are not blank.
    pub samples: Vec<String>,
}

/// What was found in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileShape {
    /// `csv` or `xlsx`.
    pub format: String,
    /// The encoding of a text file.
    pub encoding: Option<String>,
    /// The separator of a text file.
    pub separator: Option<char>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The other sheets, which another upload may name.
    pub other_sheets: Vec<String>,
    /// The row of the header.
    pub header_row: u32,
    /// The columns.
    pub columns: Vec<Column>,
}

/// How many rows have which verdict, and of the verdicts how many have which reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Totals {
    /// By the word of the verdict.
    pub verdicts: BTreeMap<String, u64>,
    /// By the word of the reason.
    pub reasons: BTreeMap<String, u64>,
    /// Good rows of which a value was not taken.
    pub noted: u64,
    /// Seats that were free when the dry run began; none when the account has no limit.
    pub free_seats: Option<u64>,
}

impl Totals {
    /// Rows with a verdict.
    pub fn of(&self, verdict: Verdict) -> u64 {
        self.verdicts
            .get(verdict.as_str())
            .copied()
            .unwrap_or_default()
    }

    /// Rows with a reason.
    pub fn because(&self, reason: Reason) -> u64 {
        self.reasons
            .get(reason.as_str())
            .copied()
            .unwrap_or_default()
    }

    /// Rows that wait to be put right: they have a problem, found no seat, or failed.
    pub fn open(&self) -> u64 {
        Verdict::OPEN.iter().map(|verdict| self.of(*verdict)).sum()
    }

    pub(crate) fn add(&mut self, verdict: Verdict, reason: Option<Reason>, noted: bool) {
        let count = |counts: &mut BTreeMap<String, u64>, word: &str| match counts.get_mut(word) {
            Some(count) => *count += 1,
            None => drop(counts.insert(word.to_owned(), 1)),
        };
        count(&mut self.verdicts, verdict.as_str());
        if let Some(reason) = reason {
            count(&mut self.reasons, reason.as_str());
        }
        self.noted += u64::from(noted);
    }

    /// Rows that a run which stopped never came to.
    pub(crate) fn add_not_run(&mut self, count: u64) {
        let reason = Reason::NotRun;
        let words = [
            (&mut self.verdicts, reason.verdict().as_str()),
            (&mut self.reasons, reason.as_str()),
        ];
        for (counts, word) in words {
            *counts.entry(word.to_owned()).or_default() += count;
        }
    }
}

/// An import with everything but its rows.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// What it brings.
    pub kind: ImportKind,
    /// The name of the file, for people only; nothing is opened by it.
    pub file_name: String,
    /// Where it stands.
    pub state: ImportState,
    /// What was found in the file.
    pub shape: FileShape,
    /// Which column goes into which field.
    pub mapping: Mapping,
    /// What the admin chose.
    pub options: Options,
    /// The verdicts: of the dry run until it runs, then of the run, then of the undo.
    pub totals: Totals,
    /// Rows below the header.
    pub rows_total: u64,
    /// Rows that the run or the undo has done.
    pub rows_done: u64,
    /// The line of the audit log under which it ran; leads that nobody touched since carry it.
    pub event: Option<EventId>,
    /// Who uploaded it; none for the operator.
    pub created_by: Option<UserId>,
    /// When it was uploaded.
    pub created_at: Timestamp,
    /// When the run was done.
    pub finished_at: Option<Timestamp>,
    /// When the activation mails were sent.
    pub mailed_at: Option<Timestamp>,
    /// Until when it can be undone (decision 13, L17).
    pub undo_until: Option<Timestamp>,
    /// Why its job was given up: that of the run, of the undo or of the activation mails, by the state.
    pub stopped: Option<Stopped>,
}

impl FromRow for Import {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            kind: row.word()?,
            file_name: row.text()?,
            state: row.word()?,
            shape: row.json_as()?,
            mapping: row.json_as()?,
            options: row.json_as()?,
            totals: row.json_as()?,
            rows_total: row.count()?,
            rows_done: row.count()?,
            event: row.id_opt()?,
            created_by: row.id_opt()?,
            created_at: row.at()?,
            finished_at: row.at_opt()?,
            mailed_at: row.at_opt()?,
            undo_until: row.at_opt()?,
            stopped: None,
        })
    }
}
