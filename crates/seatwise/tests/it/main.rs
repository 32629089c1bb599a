//! The tests that need more than one function: operations on both databases, doors, and guards over the code.

mod api;
mod cli;
mod crm;
mod guard;
mod handover;
mod imports;
mod jobs;
mod mail;
mod records;
mod seats;
mod statistics;
mod store;
mod ui;
mod users;
