//! The pages of teams: the list, one team with its members, and what is done to them.

pub mod acts;
pub mod leave;
pub mod list;
pub mod show;
pub mod tabs;
