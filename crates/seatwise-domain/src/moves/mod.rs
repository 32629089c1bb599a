//! Somebody moves to another team or position: one act, looked at before it is done, in which whoever moves
//! him says which of his former rights stay (D7, P61).

mod plan;
mod run;

pub use plan::{Move, MoveError};
pub use run::{MovePreview, preview, run};
