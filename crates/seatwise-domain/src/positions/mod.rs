//! Positions: a tree in which who stands higher sees what those below own, while the account has that on
//! (P50, P58). Anybody can hold any position, on a team seat, too (Z14).

mod concerned;
mod create;
mod hold;
mod list;
mod relocate;
mod remove;
mod rename;
mod sight;
mod sql;
mod tree;

pub(crate) use concerned::{above, held_by};
pub use create::{CreatePositionError, POSITIONS_MAX, create};
pub use hold::{HoldError, hold};
pub(crate) use hold::{hold_at_first, hold_step};
pub use list::{PositionRow, among, below, find, list, of_user, open_to};
pub use relocate::{Move, MoveError, foretell_move, preview_move, relocate};
pub use remove::{Removal, RemovePositionError, foretell_removal, preview_removal, remove};
pub use rename::{RenamePositionError, rename};
pub use sight::Sight;
pub(crate) use sql::lock;
pub use tree::Position;
