//! The pages: each handler reads a form, calls one operation and shows the result. No rules here.

pub mod audit;
pub mod devices;
pub mod failure;
pub mod form;
pub mod outbox;
pub mod preferences;
pub mod query;
pub mod sign_in;
