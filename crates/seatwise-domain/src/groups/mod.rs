//! Groups: people who are addressed together, whatever their teams (decision 16). Sharing names them.

mod edit;
mod list;
mod members;
mod remove;
mod sql;

pub use edit::{CreateGroupError, RenameGroupError, create, rename};
pub use list::{Group, GroupRow, among, find, list, of_user};
pub use members::{MembersError, add_member, remove_member};
pub(crate) use members::{add_step, remove_step};
pub use remove::{IfUsed, Removal, RemoveGroupError, preview, remove};
pub(crate) use sql::remove_members;
