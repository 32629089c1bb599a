//! Teams: who belongs where, and who leads.

mod edit;
mod list;
mod sql;

pub use edit::{CreateTeamError, MembersError, add_members, create, ensure, remove_member};
pub use list::{Membership, Team, TeamRow, all, memberships, of_users};
pub(crate) use sql::{exist, insert_members, remove_members};
