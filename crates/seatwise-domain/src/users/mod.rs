//! People who sign in: their whole life from invitation to deactivation and back.

mod activate;
mod add;
mod aliases;
mod anonymise;
mod asked;
mod behind;
mod cancel;
mod conflicts;
mod created;
mod deactivate;
mod edit;
mod end_sessions;
mod export;
mod imported;
mod invite;
mod list;
mod list_sql;
mod names;
mod own;
pub mod ownership;
mod password;
mod password_sql;
mod permissions;
mod picture;
mod reactivate;
mod references;
mod remove;
mod resend;
pub mod service;
mod sql;
mod state;
mod write;

pub use activate::{Activate, ActivateError, Invitation, activate, invitation};
pub use add::{AddOutcome, FieldError, NewUser, Prepared, add_many, prepare};
pub use aliases::{ALIASES_MAX, AliasError, add_alias, aliases, remove_alias};
pub use anonymise::{AnonymiseError, anonymise, pseudonym};
pub use behind::{Behind, behind, may_look_behind};
pub use cancel::{CancelInvitationError, cancel_invitation};
pub use conflicts::{Conflict, ConflictError, conflicts};
pub use created::brought;
pub use deactivate::{Deactivate, DeactivateError, Deactivated, HandOverChoice, deactivate};
pub use edit::{Edit, EditError, Edited, edit, preview};
pub use end_sessions::end_sessions;
pub use export::{ExportError, ExportPage, export};
pub use imported::{
    by_name_keys, invited_of_import, profile_edited, save_profiles, waiting_of_import,
};
pub use invite::{Invite, InviteError, Invited, RoleWish, invite, seats_after};
pub use list::{ListFilter, Sort, StateView, UserRow, Views, list, views};
pub use own::{EditProfile, ProfileError, edit_profile, profile};
pub use password::{
    ChangePasswordError, ResetError, change_password, forgot, may_be_reset, reset, reset_by_admin,
    reset_link,
};
pub use permissions::{Decided, PermissionLine, PermissionsError, permissions};
pub use picture::{
    PICTURE_BYTES, PictureError, UnreadablePicture, own_picture, picture, remove_picture,
    set_picture,
};
pub use reactivate::{ReactivateError, reactivate};
pub use references::{Reference, ReferenceKind, USER_COLUMNS, references};
pub use remove::{Kept, KeptWhy, remove_unused, would_remove};
pub use resend::{ResendError, Resent, Skipped, SkippedWhy, resend, send_activations};
pub use sql::{find, find_many};
pub use state::UserState;

use crate::authz::{Level, SeatKind};
use crate::clock::Timestamp;
use crate::ids::{ImportId, UserId};
use crate::store::{FromRow, Reader, StoreError};

/// A person of an account.
#[derive(Debug, Clone)]
pub struct User {
    /// The id.
    pub id: UserId,
    /// Where in his life with the account (Z83: always exactly one).
    pub state: UserState,
    /// What he is.
    pub level: Level,
    /// The kind of seat he takes; without meaning for a service user, who takes none.
    pub seat_kind: SeatKind,
    /// True for a program's account: no seat, no sign-in to pages (P65).
    pub service: bool,
    /// First and last name.
    pub name: String,
    /// The primary address.
    pub email: Option<String>,
    /// A sign-in name apart from the address (K5).
    pub login: Option<String>,
    /// Telephone, as typed.
    pub phone: Option<String>,
    /// Form of address, where the account asks for it (L2).
    pub gender: Option<String>,
    /// What he does.
    pub job_title: Option<String>,
    /// The language he reads.
    pub language: Option<String>,
    /// His time zone, if it is not the account's.
    pub time_zone: Option<String>,
    /// First day at work.
    pub started_on: Option<jiff::civil::Date>,
    /// The picture's etag, if there is a picture.
    pub picture: Option<String>,
    /// The import that brought him.
    pub import: Option<ImportId>,
    /// When he was added.
    pub created_at: Timestamp,
    /// When anything about him was changed last; edits give it back to find out about others' edits.
    pub updated_at: Timestamp,
    /// When the activation mail was taken by the mail server.
    pub mailed_at: Option<Timestamp>,
    /// Until when the activation link works.
    pub link_expires_at: Option<Timestamp>,
    /// When he signed in first.
    pub activated_at: Option<Timestamp>,
    /// When he was deactivated.
    pub deactivated_at: Option<Timestamp>,
    /// When he was here last, to the minute.
    pub last_seen_at: Option<Timestamp>,
}

impl User {
    /// True when he was mailed a link, did not follow it, and its time is over (P71).
    pub fn link_expired(&self, now: Timestamp) -> bool {
        self.state == UserState::Pending && self.link_expires_at.is_some_and(|until| until < now)
    }
}

impl FromRow for User {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            state: row.word()?,
            level: row.word()?,
            seat_kind: row.word()?,
            service: row.bool()?,
            name: row.text()?,
            email: row.text_opt()?,
            login: row.text_opt()?,
            phone: row.text_opt()?,
            gender: row.text_opt()?,
            job_title: row.text_opt()?,
            language: row.text_opt()?,
            time_zone: row.text_opt()?,
            started_on: row.date_opt()?,
            picture: row.text_opt()?,
            import: row.id_opt()?,
            created_at: row.at()?,
            updated_at: row.at()?,
            mailed_at: row.at_opt()?,
            link_expires_at: row.at_opt()?,
            activated_at: row.at_opt()?,
            deactivated_at: row.at_opt()?,
            last_seen_at: row.at_opt()?,
        })
    }
}
