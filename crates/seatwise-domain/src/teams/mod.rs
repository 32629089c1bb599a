//! Teams: who belongs where, and who leads.

mod edit;
mod list;
mod members;
mod rename;
mod sql;

pub use edit::{CreateTeamError, create, ensure, find_by_names, teams_of};
pub use list::{Membership, Team, TeamRow, all, find, list, memberships};
pub use members::{MembersError, add_members, remove_member};
pub(crate) use members::{add_step, remove_step};
pub use rename::{RenameTeamError, rename};
pub(crate) use sql::{exist, insert_members, members_of, names_of, remove_members};
