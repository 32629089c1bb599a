//! Somebody moves to another team or position: one act, looked at before it is done, in which whoever moves
//! him says which of his former rights stay (D7) and who gets the leads that he held so far (P61). For thirty
//! days it is taken back as one act, too.

mod back;
mod piece;
mod plan;
mod run;
mod show;
mod sql;
mod undo;

pub use back::{Back, RecordsBack, Stays, records_back, way_back};
pub use piece::{Part, Piece, Place};
pub use plan::{HandOn, Move, MoveError};
pub use run::{MovePreview, Moved, preview, run};
pub use show::{MoveDone, show};
pub use undo::{MoveUndoError, MoveUndone, UndoPreview, preview_undo, undo};
