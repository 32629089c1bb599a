//! The page of the statistics: figures, charts, each with its table, and the same as a file.

mod axis;
mod chart;
pub mod file;
pub mod filters;
pub mod page;
mod seats;
mod sign_ins;
mod tables;
mod tiles;
