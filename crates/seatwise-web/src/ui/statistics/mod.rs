//! The page of the statistics: figures, two charts, each with its table, and the same as a file.

mod chart;
pub mod file;
pub mod filters;
pub mod page;
mod tables;
mod tiles;
