//! Groups: people who are addressed together, whatever their teams (decision 16). Sharing names them; the members of a
//! visibility group see each other's leads, and those of the groups below it (P56).

mod concerned;
mod create;
mod edit;
mod list;
mod members;
mod remove;
mod sql;
mod tree;

pub(crate) use concerned::seers;
pub use create::{CreateGroupError, GROUPS_MAX, NewGroup, create, create_within};
pub use edit::{EditGroupError, GroupChange, GroupEdit, edit, foretell_edit, rename};
pub use list::{Group, GroupRow, among, find, list, of_user};
pub use members::{MembersError, Membership, add_member, foretell_member, remove_member};
pub(crate) use members::{add_step, remove_step};
pub use remove::{IfUsed, Removal, RemoveGroupError, foretell_removal, preview, remove};
pub(crate) use sql::remove_members;
pub use tree::{GroupPlace, tree};
