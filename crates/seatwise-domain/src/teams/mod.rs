//! Teams: who belongs where, and who leads.

mod edit;
mod list;
mod rename;
mod sql;

pub use edit::{
    CreateTeamError, MembersError, add_members, create, ensure, find_by_names, remove_member,
    teams_of,
};
pub use list::{Membership, Team, TeamRow, all, find, list, memberships, of_users};
pub use rename::{RenameTeamError, rename};
pub(crate) use sql::{exist, insert_members, names_of, remove_members};
