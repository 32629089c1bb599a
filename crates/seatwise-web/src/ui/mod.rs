//! The pages: each handler reads a form, calls one operation and shows the result. No rules here.

pub mod failure;
pub mod form;
pub mod preferences;
