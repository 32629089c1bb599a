//! The one seat ledger: a seat is a row, and who takes it stands in it. No door has another way to a seat.

mod count;
mod history;
mod history_sql;
mod ledger;
mod sql;

pub use count::{SEATS_MAX, SetCountError, set_count};
pub use history::{Taken, history};
pub use ledger::{
    KindOverview, NoFreeSeat, free, free_for, give, lock, overview, release, release_many, take,
};
pub(crate) use sql::add as add_seats;
