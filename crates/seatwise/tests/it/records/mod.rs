//! Leads: lists, the board, single leads, notes, export, and the steps of imports.

mod change;
mod crowds;
mod export;
mod imports;
mod lists;
