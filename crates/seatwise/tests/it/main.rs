//! The tests that need more than one function: operations on both databases, doors, and guards over the code.

mod access;
mod api;
mod cli;
mod crm;
mod delegates;
mod guard;
mod handover;
mod imports;
mod jobs;
mod mail;
mod moves;
mod records;
mod roles;
mod seats;
mod sharing;
mod statistics;
mod store;
mod ui;
mod users;
