//! The seat ledger under pressure.

mod race;
