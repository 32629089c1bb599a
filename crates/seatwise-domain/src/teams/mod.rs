//! Teams: who belongs where, and who leads.

mod edit;
mod list;
mod sql;

pub use edit::{
    CreateTeamError, MembersError, add_members, create, ensure, find_by_names, remove_member,
    teams_of,
};
pub use list::{Membership, Team, TeamRow, all, memberships, of_users};
pub(crate) use sql::{exist, insert_members, remove_members};
