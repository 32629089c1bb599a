//! The seat ledger: under pressure, and in the past.

mod history;
mod race;
