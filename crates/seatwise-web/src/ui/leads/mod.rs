//! The pages of leads: board and table, one lead, new and edit, the unassigned inbox.

pub mod acts;
pub mod bulk;
pub mod edit;
pub mod export;
pub mod filters;
pub mod list;
pub mod show;
mod typed;
pub mod unassigned;
pub mod words;
