//! The REST API through the router, as programs use it.

mod access;
mod document;
mod eight_steps;
mod idempotency;
pub mod kit;
mod lists;
mod next_step;
mod ownership;
mod people;
mod refusals;
mod refused;
mod rest;
mod roles;
mod rules;
mod session;
mod user_file;

pub use kit::{PIXEL, program};
