//! Hand-overs: one page for each, what an undo left and why, going on with a stopped one, and the undo.

pub mod acts;
pub mod kept;
pub mod notes;
pub mod show;
