//! What is said about a row: a verdict, a reason in one word, and the values that the sentence needs.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Field, word_enum};

word_enum! {
    /// What happens, or happened, with a row.
    Verdict {
        /// A new person or lead.
        Create = "create",
        /// An existing one takes values of the row.
        Update = "update",
        /// Nothing, and nothing is wrong.
        Skip = "skip",
        /// Good, but no seat is left.
        NoSeat = "no_seat",
        /// Cannot be taken; the reason says what to correct.
        Problem = "problem",
        /// Undone: what the row had made is gone, what it had changed is back.
        Reversed = "reversed",
        /// Not undone, because somebody touched it since.
        Kept = "kept",
        /// The undo did not go through for this row.
        Failed = "failed",
    }
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $verdict:ident;)*) => {
        word_enum! {
            /// Why a row has its verdict.
            Reason { $($(#[$doc])* $name = $word,)* }
        }

        impl Reason {
            /// The verdict that it stands for.
            pub const fn verdict(self) -> Verdict {
                match self { $(Self::$name => Verdict::$verdict),* }
            }
        }
    };
}

reasons! {
    /// No cell has anything in it.
    EmptyRow = "empty-row", Skip;
    /// Everything is there already.
    Unchanged = "unchanged", Skip;
    /// Another row above says the same.
    DuplicateInFile = "duplicate-in-file", Skip;
    /// The address belongs to somebody of the account.
    AlreadyUser = "already-user", Skip;
    /// The address belongs to somebody who is invited and has not answered yet.
    AlreadyInvited = "already-invited", Skip;
    /// The address belongs to somebody who was deactivated; reactivating is another act.
    DeactivatedUser = "deactivated-user", Problem;
    /// The address is a further address of somebody.
    AliasOf = "alias-of", Problem;
    /// The address belongs to a contact of the CRM, and the account keeps users and contacts apart (L14).
    AlreadyContact = "already-contact", Problem;
    /// The row has no address.
    EmailMissing = "email-missing", Problem;
    /// The address is not complete.
    EmailInvalid = "email-invalid", Problem;
    /// The sign-in name cannot be used, or somebody has it.
    LoginInvalid = "login-invalid", Problem;
    /// The name has characters that no name has, or is a formula.
    NameInvalid = "name-invalid", Problem;
    /// The account has no such team.
    TeamUnknown = "team-unknown", Problem;
    /// The account has no such role.
    RoleUnknown = "role-unknown", Problem;
    /// The cell names a permission; permissions are given by roles.
    RoleIsPermission = "role-is-permission", Problem;
    /// Whoever runs the import gives no roles.
    RolesNotYours = "roles-not-yours", Problem;
    /// The role gives more than whoever runs the import has (P59).
    RoleBeyond = "role-beyond", Problem;
    /// Without a role the person would begin with the default one, which gives more than whoever runs the import has.
    RoleDefaultBeyond = "role-default-beyond", Problem;
    /// The person who is there already may do more than whoever runs the import (D16).
    PersonBeyond = "person-beyond", Problem;
    /// The person who is there already is outside the part of the people that whoever runs the import administers (P64).
    PersonOutside = "person-outside", Problem;
    /// Whoever runs the import adds people and may not edit those who are there.
    EditsNotYours = "edits-not-yours", Problem;
    /// Whoever runs the import brings people into teams of his only, and the row names none.
    NewcomerOutside = "newcomer-outside", Problem;
    /// Whoever runs the import brings people below his position only, and a file names no position.
    NewcomerUnplaced = "newcomer-unplaced", Problem;
    /// The team is none of those into which whoever runs the import may put the person.
    TeamOutside = "team-outside", Problem;
    /// The roles of whoever runs the import do not let him give this one.
    RoleNotGivable = "role-not-givable", Problem;
    /// The role comes with team seats and is not given.
    RoleOfTeamSeats = "role-of-team-seats", Problem;
    /// A team seat has a role of its own, and no room for others.
    RoleNeedsSeat = "role-needs-seat", Problem;
    /// Nobody but an admin changes his own roles.
    RoleIsSelf = "role-is-self", Problem;
    /// A team seat needs a team (Z53).
    TeamMissing = "team-missing", Problem;
    /// All seats are taken, by row order.
    NoFreeSeat = "no-free-seat", NoSeat;
    /// The trial has as many people as it may have.
    TrialLimit = "trial-limit", NoSeat;
    /// Nobody is called like the owner.
    OwnerUnknown = "owner-unknown", Problem;
    /// Several people are called like the owner; an address would tell them apart.
    OwnerAmbiguous = "owner-ambiguous", Problem;
    /// The owner was deactivated, and the file is not marked as an old one.
    OwnerDeactivated = "owner-deactivated", Problem;
    /// The owner has not signed in yet (K15).
    OwnerPending = "owner-pending", Problem;
    /// The owner's seat does not include leads.
    OwnerMayNot = "owner-may-not", Problem;
    /// The account has no such stage.
    StageUnknown = "stage-unknown", Problem;
    /// Nothing in the row could be the title.
    TitleMissing = "title-missing", Problem;
    /// A text is too long or has characters that cannot be shown.
    TextInvalid = "text-invalid", Problem;
    /// The roles of whoever runs the import hide the field, and the row says something of it.
    FieldHidden = "field-hidden", Problem;
    /// Whoever runs the import may only read the field, and the row would change it.
    FieldReadOnly = "field-read-only", Problem;
    /// The lead is there already, and the import only creates.
    AlreadyLead = "already-lead", Skip;
    /// The person has signed in since.
    HasActed = "has-acted", Kept;
    /// The person owns leads or owned some, wrote notes, or stands in a hand-over.
    HasWork = "has-work", Kept;
    /// The import stopped before this row, and was undone.
    NotRun = "not-run", Skip;
    /// Somebody changed it since.
    ChangedSince = "changed-since", Kept;
    /// It is gone already.
    GoneSince = "gone-since", Kept;
    /// Values that an import changed on people stay (P74).
    UpdateStays = "update-stays", Kept;
    /// The database refused.
    Refused = "refused", Failed;
}

word_enum! {
    /// What was not taken from a good row, or is worth knowing about it.
    NoteCode {
        /// The date does not exist, or is no date.
        DateNotTaken = "date-not-taken",
        /// The text is no telephone number.
        PhoneNotTaken = "phone-not-taken",
        /// The text is no amount.
        ValueNotTaken = "value-not-taken",
        /// The word is not known.
        WordNotTaken = "word-not-taken",
        /// The address of the contact is not complete.
        AddressNotTaken = "address-not-taken",
        /// The team is made by the import.
        TeamCreated = "team-created",
        /// The person is a contact of the CRM, too (decision 24).
        AlsoContact = "also-contact",
        /// The lead has no owner, because the one in the file is not known.
        LeftUnassigned = "left-unassigned",
        /// The lead keeps its owner, because the one in the file can't own it now.
        OwnerKept = "owner-kept",
        /// The row has more cells than the table has columns.
        CellsBeyond = "cells-beyond",
    }
}

/// A remark on a good row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it says.
    pub code: NoteCode,
    /// The field it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// The value as it stands in the file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
}

/// A person, lead or role that is named beside a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// The id, in the public form.
    pub id: String,
    /// What it is called.
    pub name: String,
}

impl Verdict {
    /// Verdicts that need somebody to do something.
    pub const OPEN: [Self; 3] = [Self::Problem, Self::NoSeat, Self::Failed];
}

/// The values that the sentence about a row needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// The field that the reason is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// The value as it stands in the file.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// Another row of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Somebody or something that exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Other>,
    /// The roles and sets that the row gives, by key and the account's name for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Other>,
    /// Remarks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

impl Detail {
    pub(super) fn value(field: Field, value: &str) -> Self {
        Self {
            field: Some(field),
            value: shortened(value),
            ..Self::default()
        }
    }

    pub(super) fn other(mut self, id: impl std::fmt::Display, name: &str) -> Self {
        self.other = Some(Other {
            id: id.to_string(),
            name: name.to_owned(),
        });
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        let Self {
            field,
            value,
            row,
            other,
            roles,
            notes,
        } = self;
        let plain = field.is_none() && value.is_empty() && row.is_none() && other.is_none();
        plain && roles.is_empty() && notes.is_empty()
    }
}

/// A cell may hold a page of text; a verdict quotes its beginning.
pub(super) fn shortened(text: &str) -> String {
    const QUOTED: usize = 120;
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A row as it was uploaded.
#[derive(Debug, Clone)]
pub(super) struct RawRow {
    pub number: u32,
    pub cells: Vec<String>,
    /// The verdict that the row has so far.
    pub said: Option<Verdict>,
}

impl RawRow {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A row with its verdict, and what to do if the verdict is to do something.
#[derive(Debug)]
pub(super) struct Judged<D> {
    pub number: u32,
    /// The verdict that the row had before.
    pub said: Option<Verdict>,
    pub verdict: Verdict,
    pub reason: Option<Reason>,
    pub detail: Detail,
    pub subject: Option<Uuid>,
    /// What an update changed, so that it can be taken back.
    pub before: Option<serde_json::Value>,
    pub draft: Option<D>,
}

impl<D> Judged<D> {
    pub(super) fn refused(row: &RawRow, reason: Reason, detail: Detail) -> Self {
        Self {
            number: row.number,
            said: row.said,
            verdict: reason.verdict(),
            reason: Some(reason),
            detail,
            subject: None,
            before: None,
            draft: None,
        }
    }

    pub(super) fn good(row: &RawRow, verdict: Verdict, draft: D, notes: Vec<Note>) -> Self {
        let detail = Detail {
            notes,
            ..Detail::default()
        };
        Self {
            number: row.number,
            said: row.said,
            verdict,
            reason: None,
            detail,
            subject: None,
            before: None,
            draft: Some(draft),
        }
    }

    /// A good row turns out not to fit.
    pub(super) fn refuse(&mut self, reason: Reason) {
        self.verdict = reason.verdict();
        self.reason = Some(reason);
        self.draft = None;
        self.subject = None;
        self.detail.roles.clear();
    }

    /// Nothing is to be said of the row but its verdict and reason.
    pub(super) fn is_plain(&self) -> bool {
        self.subject.is_none() && self.before.is_none() && self.detail.is_empty()
    }

    /// The row became what it was to become: all that is new is what it made.
    pub(super) fn came_true(&self) -> bool {
        self.said == Some(self.verdict)
            && self.subject.is_some()
            && self.reason.is_none()
            && self.before.is_none()
            && self.detail.is_empty()
    }

    pub(super) fn will(&self, verdict: Verdict) -> bool {
        self.verdict == verdict && self.draft.is_some()
    }
}

/// What all judgements of an import share.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub mapping: super::Mapping,
    pub options: super::Options,
    pub columns: Vec<super::Column>,
}

impl Frame {
    /// The trimmed cell that goes into a field; empty when there is none.
    pub(super) fn cell<'r>(&self, row: &'r RawRow, field: Field) -> &'r str {
        self.mapping
            .column(field)
            .and_then(|column| row.cells.get(column))
            .map_or("", |cell| cell.trim())
    }
}
